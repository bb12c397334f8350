import Glibc

/// Why a stream ended.
public enum CloseReason: Error, Hashable, Sendable {
    /// This side is done with it.
    case finished
    /// This side refused what the peer did; in words.
    case rejected(String)
    /// This side waited long enough for the peer to do something.
    case idle
    /// The peer began a frame and did not finish it in time.
    case unfinishedFrame
    /// What came of the peer's frame took the most memory when there was none left for unfinished frames.
    case memory
    /// The peer closed its end.
    case endOfStream
    /// The connection broke: reset, or a write after the peer had gone.
    case reset
    /// The peer announced a frame below 4 bytes or above the stream's maximum.
    case frameSize(Int32)
    /// The name has no address; in the words of the resolver.
    case unresolved(host: String, String)
    /// Nobody listens at the address.
    case refused(SocketAddress)
    /// No connection within the given time.
    case connectTimedOut(SocketAddress)
    /// A system call failed.
    case failed(call: String, errno: Int32)
    /// A file range ended before its length was sent.
    case fileEnded
    /// TLS: the handshake or a record failed.
    case tls(TLSFailure)
    /// The loop stopped.
    case loopStopped

    /// One phrase without a full stop.
    public var words: String {
        switch self {
        case .finished: "closed by this side"
        case .rejected(let why): "refused by this side: \(why)"
        case .idle: "closed after being idle"
        case .unfinishedFrame: "the peer did not finish a frame in time"
        case .memory: "no memory was left for unfinished frames"
        case .endOfStream: "closed by the peer"
        case .reset: "connection reset by the peer"
        case .frameSize(let size): "the peer announced a frame of \(size) bytes"
        case .unresolved(let host, let why): "the host name \(host) cannot be resolved (\(why))"
        case .refused(let address): "connection refused by \(address)"
        case .connectTimedOut(let address): "no connection to \(address) in time"
        case .failed(let call, let errno): "\(call) failed: \(String(cString: strerror(errno)))"
        case .fileEnded: "a file was shorter than what had been promised of it"
        case .tls(let failure): "TLS: \(failure.words)"
        case .loopStopped: "the event loop stopped"
        }
    }

    /// The reason for a failed read or write.
    static func system(_ call: String, _ errno: Int32) -> CloseReason {
        switch errno {
        case ECONNRESET, EPIPE: .reset
        default: .failed(call: call, errno: errno)
        }
    }
}

/// Why a loop or a listener could not be made.
public enum NetworkError: Error, Hashable, Sendable {
    /// The name to listen on has no address.
    case unresolved(host: String, String)
    /// The port is taken.
    case addressInUse(SocketAddress)
    /// A system call failed.
    case failed(call: String, String)
    /// A file cannot be read; the system's number and word.
    case file(String, errno: Int32, String)
    /// A store of certificates or keys cannot be used.
    case unusable(String, String)

    /// One phrase without a full stop.
    public var words: String {
        switch self {
        case .unresolved(let host, let why): "the host name \(host) cannot be resolved (\(why))"
        case .addressInUse(let address): "the address \(address) is in use by another program"
        case .failed(let call, let why): "\(call) failed: \(why)"
        case .file(let path, _, let why): "\(path) cannot be read: \(why)"
        case .unusable(let name, let why): "\(name) cannot be used: \(why)"
        }
    }
}
