import Bytes
import Foundation
import KafkaWire

/// The requests of the raw client.
enum Requests {
    /// A batch of `count` records with values of `valueBytes` zeros, as a producer sends it.
    static func batch(_ count: Int, valueBytes: Int) throws -> ByteSlice {
        var builder = RecordBatchBuilder(capacity: count * (valueBytes + 16))
        let value = ByteSlice([UInt8](repeating: 0, count: valueBytes))
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        for _ in 0..<count { builder.append(key: nil, value: value, timestamp: now) }
        return try builder.build()
    }

    /// Produce with acks=1 of one batch.
    static func produce(_ topic: String, partition: Int32 = 0, _ batch: ByteSlice) throws -> ByteSlice {
        let request = ProduceRequest(
            acks: 1, timeoutMs: 30_000,
            topicData: [.init(name: TopicName(topic), partitionData: [.init(index: partition, records: batch)])])
        return try Frame.encode(request, version: 9, correlationID: 1, clientID: "bench")
    }

    /// Fetch without a session of at most `bytes` from `offset` on.
    static func fetch(_ topic: String, offset: Int64, bytes: Int) throws -> ByteSlice {
        var request = FetchRequest()
        request.replicaId = -1
        request.maxWaitMs = 500
        request.minBytes = 1
        request.maxBytes = Int32(bytes)
        request.sessionEpoch = -1
        request.topics = [
            .init(
                topic: TopicName(topic),
                partitions: [.init(partition: 0, fetchOffset: offset, partitionMaxBytes: Int32(bytes))])
        ]
        return try Frame.encode(request, version: 11, correlationID: 1, clientID: "bench")
    }

    /// Creates a topic and fails when that did not work.
    static func create(_ topic: String, partitions: Int32 = 1, configs: [String: String] = [:], on client: RawClient)
        throws
    {
        let request = CreateTopicsRequest(
            topics: [
                .init(
                    name: TopicName(topic), numPartitions: partitions, replicationFactor: 1,
                    configs: configs.map { .init(name: $0.key, value: $0.value) })
            ], timeoutMs: 60_000)
        let answer = try client.call(request, version: 5)
        guard let row = answer.topics.first, row.errorCode == .none else {
            throw BenchError.failed(
                "creating \(topic): \(answer.topics.first.map { "\($0.errorCode)" } ?? "no answer")")
        }
    }

    /// Creates a topic and waits until its first and its last partition take records: a Kafka names leaders before they
    /// lead.
    static func createReady(
        _ topic: String, partitions: Int32 = 1, configs: [String: String] = [:], on client: RawClient
    ) throws {
        try create(topic, partitions: partitions, configs: configs, on: client)
        let batch = try batch(1, valueBytes: 1)
        for partition in Set([0, partitions - 1]) {
            let request = ProduceRequest(
                acks: 1, timeoutMs: 30_000,
                topicData: [.init(name: TopicName(topic), partitionData: [.init(index: partition, records: batch)])])
            var code = ErrorCode.none
            for _ in 0..<200 {
                code =
                    try client.call(request, version: 9).responses.first?.partitionResponses.first?.errorCode ?? .none
                if code == .none { break }
                Thread.sleep(forTimeInterval: 0.05)
            }
            guard code == .none else { throw BenchError.failed("\(topic) takes no records: \(code)") }
        }
    }

    /// Deletes a topic.
    static func delete(_ topic: String, on client: RawClient) throws {
        _ = try client.call(
            DeleteTopicsRequest(topicNames: [TopicName(topic)], timeoutMs: 60_000), version: 4)
    }

    /// The hello of every client.
    static func apiVersions() throws -> ByteSlice {
        try Frame.encode(ApiVersionsRequest(), version: 0, correlationID: 1, clientID: "bench")
    }

    /// Throws unless the one partition of a produce answer in version 9 went well.
    static func checkProduced(_ answer: UnsafeRawBufferPointer, topic: String) throws {
        // Correlation id and tags, then count, name, count, index; the error code behind them.
        let at = 4 + 1 + 1 + 1 + topic.utf8.count + 1 + 4
        guard answer.count > at + 2 else { throw BenchError.failed("a produce answer of \(answer.count) bytes") }
        let code = answer.loadUnaligned(fromByteOffset: at, as: Int16.self).bigEndian
        if code != 0 { throw BenchError.failed("produce was answered with error \(code)") }
    }
}
