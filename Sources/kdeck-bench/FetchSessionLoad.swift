import Bytes
import Foundation
import KafkaWire

/// Fetches as the Java consumer sends them: version 12, in a session, naming its one partition with each new offset.
final class FetchSessionLoad {
    private let topic: String
    private let bytes: Int
    private let session: Int32
    private var epoch: Int32 = 0

    /// Opens the session.
    init(_ topic: String, bytes: Int, on client: RawClient) throws {
        self.topic = topic
        self.bytes = bytes
        session = try client.call(Self.request(topic, session: 0, epoch: 0, offset: 0, bytes: bytes), version: 12)
            .sessionId
        guard session != 0 else { throw BenchError.failed("no fetch session was opened") }
    }

    /// The next request.
    func request(_ number: Int) throws -> ByteSlice {
        epoch += 1
        return try Frame.encode(
            Self.request(
                topic, session: session, epoch: epoch, offset: Int64(number % 10_000 * 16), bytes: bytes),
            version: 12, correlationID: 1, clientID: "bench")
    }

    private static func request(
        _ topic: String, session: Int32, epoch: Int32, offset: Int64, bytes: Int
    ) -> FetchRequest {
        var request = FetchRequest()
        request.replicaId = -1
        request.maxWaitMs = 500
        request.minBytes = 1
        request.maxBytes = Int32(bytes)
        request.sessionId = session
        request.sessionEpoch = epoch
        request.topics = [
            .init(
                topic: TopicName(topic),
                partitions: [.init(partition: 0, fetchOffset: offset, partitionMaxBytes: Int32(bytes))])
        ]
        return request
    }
}
