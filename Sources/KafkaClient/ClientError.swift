import KafkaWire

/// Why the cluster did not do what was asked.
public enum ClientError: Error, Sendable, Hashable {
    /// No connection to a broker: nothing was sent.
    case unreachable(address: String, why: String)
    /// A broker was reached and is no use: TLS, the login or the protocol. Nothing was sent.
    case peer(address: String, PeerTrouble)
    /// The connection broke after the request was sent: the broker may have acted on it.
    case lost(address: String, why: String)
    /// The broker answered with an error code; the text, when there is one, is the whole sentence to show.
    case broker(ErrorCode, String?)
    /// No answer in time: the broker may still act on it.
    case timedOut(APIKey, address: String)
    /// The broker does not know the request, or no version of it that this client knows.
    case unsupported(APIKey)
    /// The request changes the cluster and this client is read-only: nothing was sent.
    case readOnly(APIKey)
    /// The answer is not what the protocol says.
    case decode(APIKey, String)
    /// The request cannot be written for the version that both sides know.
    case unwritable(APIKey, String)
    /// What was asked makes no sense; in words.
    case invalid(String)
    /// The partition has no leader now.
    case noLeader(TopicPartition)
    /// `close()` was called.
    case closed
    /// The task that asked was cancelled.
    case cancelled

    /// One line: what, why, what to do.
    public var sentence: String {
        switch self {
        case .unreachable(let address, let why):
            "Cannot reach \(address): \(why.utf8.last == UInt8(ascii: "?") ? why : why + ".") "
                + "Check the address, and that the broker runs."
        case .peer(let address, let trouble): "\(address) \(trouble.why). \(trouble.advice)"
        case .lost(let address, let why):
            "Lost the connection to \(address): \(why). The broker may have done what was asked; look before trying again."
        case .broker(_, let sentence?): sentence
        case .broker(let code, nil): Self.sentence(code, nil)
        case .timedOut(let key, let address):
            "\(address) did not answer \(key.name) in time. The broker is overloaded or stuck; try again later."
        case .unsupported(let key):
            "This broker does not know \(key.name) in a version kdeck speaks. A newer broker is needed for it."
        case .readOnly(let key):
            "\(key.name) changes the cluster, and this session is read-only. Nothing was sent; "
                + "press W in the console to unlock it, or set read_only = false in its context."
        case .decode(let key, let why):
            "The answer to \(key.name) is broken: \(why). Check that the address is a Kafka broker."
        case .unwritable(let key, let why):
            "\(key.name) cannot be said to this broker: \(why). A newer broker is needed for it."
        case .invalid(let why): Self.ended(why)
        case .noLeader(let partition):
            "\(partition) has no leader. Start the brokers that hold its replicas."
        case .closed: "The connection to the cluster was closed by this side."
        case .cancelled: "The request was given up by this side."
        }
    }

    /// The exit code of a command that failed so: 1 failed, 3 not found, 4 denied, 5 unreachable.
    public var exitCode: Int32 {
        switch self {
        case .unreachable, .lost, .timedOut: 5
        case .peer(_, let trouble): trouble.isRefusal ? 4 : 5
        case .readOnly: 4
        case .broker(let code, _):
            switch code {
            case .unknownTopicOrPartition, .unknownTopicId, .groupIdNotFound, .resourceNotFound: 3
            case .topicAuthorizationFailed, .groupAuthorizationFailed, .clusterAuthorizationFailed,
                .transactionalIdAuthorizationFailed, .saslAuthenticationFailed, .policyViolation:
                4
            default: 1
            }
        case .unsupported, .decode, .unwritable, .invalid, .noLeader, .closed, .cancelled: 1
        }
    }

    /// True when the same call may work a moment later.
    public var isRetriable: Bool {
        switch self {
        case .unreachable, .lost, .timedOut, .noLeader: true
        case .broker(let code, _): code.isRetriable
        default: false
        }
    }

    /// The broker's code about `subject` or in words of its own, with what to do.
    static func refused(_ code: ErrorCode, _ words: String?) -> ClientError {
        // Brokers send an empty message where they have none.
        .broker(code, words.flatMap { $0.isEmpty ? nil : sentence(code, $0) })
    }

    private static func sentence(_ code: ErrorCode, _ words: String?) -> String {
        let parts = [words.map(ended), code.advice].compactMap { $0 }.filter { !$0.isEmpty }
        return parts.isEmpty ? "The broker answered \(code.name)." : "\(code.name): \(parts.joined(separator: " "))"
    }

    /// Words with one full stop behind them.
    private static func ended(_ words: String) -> String {
        words.hasSuffix(".") ? words : words + "."
    }
}
