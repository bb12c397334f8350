import Bytes
import KafkaWire
import Network
import Synchronization

/// Stands in front of a broker: writes down which requests pass, and may pretend to be an older Kafka by answering
/// ApiVersions with that one's ranges and hanging up on whatever is outside of them.
final class RecordingProxy: Sendable {
    /// One request that passed.
    struct Passed: Hashable, Sendable {
        let key: APIKey
        let version: Int16
        /// False for what the pretended Kafka would not have known.
        let isKnown: Bool
    }

    /// Where clients connect.
    let port: UInt16
    private let thread: LoopThread
    private let record: Record

    /// Changes an answer (its frame without the size) on its way; gives the frame with its size, or nil to leave it.
    typealias Rewrite = @Sendable (_ key: APIKey, _ version: Int16, _ answer: ByteSlice) -> ByteSlice?

    private final class Record: Sendable {
        let passed = Mutex<[Passed]>([])
        let onPass: @Sendable (Passed) -> Void
        let rewrite: Rewrite?
        init(_ rewrite: Rewrite?, _ onPass: @escaping @Sendable (Passed) -> Void) {
            self.rewrite = rewrite
            self.onPass = onPass
        }
    }

    /// The requests of a connection whose answers are still to come, which come in the same order.
    private final class Asked {
        var queue: [(key: APIKey, version: Int16, id: Int32)] = []
    }

    /// Listens on 127.0.0.1 and passes everything on to `host` and `port`.
    /// - Parameters:
    ///   - ranges: the versions of an older Kafka; nil is the broker as it is.
    ///   - rewrite: changes answers on their way.
    ///   - onPass: told of each request, on the proxy's thread.
    init(
        listen: UInt16 = 0, host: String, port target: UInt16, ranges: [APIKey: ClosedRange<Int16>]? = nil,
        rewrite: Rewrite? = nil,
        onPass: @escaping @Sendable (Passed) -> Void = { _ in }
    ) throws(NetworkError) {
        let record = Record(rewrite, onPass)
        self.record = record
        let bound = Mutex<UInt16>(0)
        thread = try LoopThread.start(name: "proxy") { (loop: EventLoop) throws(NetworkError) in
            let listener = try loop.listen(host: "127.0.0.1", port: listen, maximumFrame: 512 << 20) { client in
                client.handler = ClientSide(loop, host, target, ranges, record)
            }
            let port = listener.port
            bound.withLock { $0 = port }
        }
        port = bound.withLock { $0 }
    }

    deinit {
        thread.remote.stop()
        thread.join()
    }

    /// Every request so far.
    var passed: [Passed] { record.passed.withLock { $0 } }

    /// What a client sends.
    private final class ClientSide: StreamHandler {
        private let loop: EventLoop
        private let ranges: [APIKey: ClosedRange<Int16>]?
        private let record: Record
        private let host: String
        private let port: UInt16
        private let asked = Asked()
        private var upstream: Stream?

        init(
            _ loop: EventLoop, _ host: String, _ port: UInt16, _ ranges: [APIKey: ClosedRange<Int16>]?,
            _ record: Record
        ) {
            self.loop = loop
            self.host = host
            self.port = port
            self.ranges = ranges
            self.record = record
        }

        func streamOpened(_ stream: Stream) {
            upstream = loop.connect(
                host: host, port: port, timeout: .seconds(5), maximumFrame: 512 << 20,
                handler: BrokerSide(client: stream, asked: asked, rewrite: record.rewrite))
        }

        func stream(_ stream: Stream, frame: ByteSlice) {
            guard let key = frame.integer(at: 0, as: Int16.self), let version = frame.integer(at: 2, as: Int16.self),
                let id = frame.integer(at: 4, as: Int32.self)
            else {
                stream.close(.rejected("no request header"))
                return
            }
            let api = APIKey(rawValue: key)
            let isKnown = ranges.map { $0[api]?.contains(version) ?? false } ?? true
            let passed = Passed(key: api, version: version, isKnown: isKnown || api == .apiVersions)
            record.passed.withLock { $0.append(passed) }
            record.onPass(passed)
            if api == .apiVersions, let ranges {
                answerVersions(stream, ranges, version: version, id)
            } else if isKnown {
                if record.rewrite != nil { asked.queue.append((api, version, id)) }
                upstream?.send(RecordingProxy.framed(frame))
            } else {
                // As a broker does with a version it does not know.
                stream.close(.rejected("\(api.name) version \(version) is not known to that Kafka"))
            }
        }

        func stream(_ stream: Stream, closed reason: CloseReason) { upstream?.close(.finished) }

        private func answerVersions(
            _ stream: Stream, _ ranges: [APIKey: ClosedRange<Int16>], version: Int16, _ id: Int32
        ) {
            let own = ranges[.apiVersions] ?? 0...3
            let isKnown = own.contains(version)
            let shown = isKnown ? ranges : [.apiVersions: own]
            let response = ApiVersionsResponse(
                errorCode: isKnown ? .none : .unsupportedVersion,
                apiKeys: shown.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                    ApiVersionsResponse.ApiVersion(
                        apiKey: $0.key.rawValue, minVersion: $0.value.lowerBound, maxVersion: $0.value.upperBound)
                })
            if let frame = try? Frame.encode(response, version: isKnown ? version : 0, correlationID: id) {
                stream.send(frame)
            }
        }
    }

    /// What the broker sends.
    private final class BrokerSide: StreamHandler {
        private let client: Stream
        private let asked: Asked
        private let rewrite: Rewrite?

        init(client: Stream, asked: Asked, rewrite: Rewrite?) {
            (self.client, self.asked, self.rewrite) = (client, asked, rewrite)
        }

        func streamOpened(_ stream: Stream) {}

        func stream(_ stream: Stream, frame: ByteSlice) {
            client.send(rewritten(frame) ?? RecordingProxy.framed(frame))
        }

        private func rewritten(_ frame: ByteSlice) -> ByteSlice? {
            guard let rewrite, let id = frame.integer(at: 0, as: Int32.self),
                let place = asked.queue.firstIndex(where: { $0.id == id })
            else { return nil }
            let question = asked.queue[place]
            // What stands before it has no answer: a produce request that asks for none.
            asked.queue.removeSubrange(...place)
            return rewrite(question.key, question.version, frame)
        }

        func stream(_ stream: Stream, closed reason: CloseReason) { client.close(.finished) }
    }

    /// A frame with its size before it.
    private static func framed(_ frame: ByteSlice) -> ByteSlice {
        let size = UInt32(frame.count)
        let head = [UInt8(size >> 24), UInt8(size >> 16 & 0xFF), UInt8(size >> 8 & 0xFF), UInt8(size & 0xFF)]
        return ByteSlice(head + frame.array)
    }
}
