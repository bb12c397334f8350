import Bytes
import KafkaClient
import KafkaWire
import Network

/// A peer on a port that answers as a test tells it, for what no real broker does on demand.
final class FakeBroker: Sendable {
    private let thread: LoopThread
    let address: HostPort

    /// `answer` gets the API, version, correlation id and whole frame of each request; nil stays silent.
    init(_ answer: @escaping @Sendable (APIKey, Int16, Int32, ByteSlice) -> ByteSlice?) throws {
        let port = Box<UInt16>(0)
        thread = try LoopThread.start(name: "fake broker") { (loop: EventLoop) throws(NetworkError) in
            let listener = try loop.listen(host: "127.0.0.1", port: 0, maximumFrame: 1 << 20) { stream in
                stream.handler = Handler(answer)
            }
            let picked = listener.port
            port.update { $0 = picked }
        }
        address = HostPort(host: "127.0.0.1", port: port.value)
    }

    deinit {
        thread.remote.stop()
        thread.join()
    }

    /// An answer to ApiVersions that offers `ranges`.
    static func versions(_ ranges: [APIKey: ClosedRange<Int16>], version: Int16, _ id: Int32) -> ByteSlice? {
        let keys = ranges.map {
            ApiVersionsResponse.ApiVersion(
                apiKey: $0.key.rawValue, minVersion: $0.value.lowerBound, maxVersion: $0.value.upperBound)
        }
        return try? Frame.encode(ApiVersionsResponse(apiKeys: keys), version: version, correlationID: id)
    }

    private final class Handler: StreamHandler {
        private let answer: @Sendable (APIKey, Int16, Int32, ByteSlice) -> ByteSlice?

        init(_ answer: @escaping @Sendable (APIKey, Int16, Int32, ByteSlice) -> ByteSlice?) {
            self.answer = answer
        }

        func streamOpened(_ stream: Stream) {}

        func stream(_ stream: Stream, frame: ByteSlice) {
            guard let key = frame.integer(at: 0, as: Int16.self), let version = frame.integer(at: 2, as: Int16.self),
                let id = frame.integer(at: 4, as: Int32.self)
            else { return }
            if let bytes = answer(APIKey(rawValue: key), version, id, frame) { stream.send(bytes) }
        }

        func stream(_ stream: Stream, closed reason: CloseReason) {}
    }
}
