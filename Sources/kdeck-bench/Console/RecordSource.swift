import Bytes
import Codecs
import Foundation
import KafkaClient
import KafkaWire

/// A topic that gets records one by one, each as its own batch.
final class RecordSource {
    private let cluster: Cluster
    private let topic: TopicName
    private let id: KafkaUUID

    /// Makes the topic, with one partition.
    init(_ bootstrap: String, topic: TopicName) throws {
        let cluster = try Cluster(ClientConfiguration(bootstrap: try HostPort.parseList(bootstrap)))
        self.cluster = cluster
        self.topic = topic
        id = try Waiting.wait { () -> KafkaUUID in
            try await cluster.createTopic(topic, partitions: 1, replicationFactor: 1)
            return try await cluster.metadata([topic]).topic(topic)?.id ?? .zero
        }
    }

    deinit { cluster.close() }

    /// Sends a record that holds `number`, and waits for the answer.
    func send(_ number: Int) throws {
        var builder = RecordBatchBuilder(capacity: 200)
        builder.append(
            key: nil, value: ByteSlice("{\"id\":\(number),\"status\":\"paid\",\"total\":\(number * 13 % 1_000)}"),
            timestamp: Int64(Date().timeIntervalSince1970 * 1_000))
        let batch = try builder.build()
        let (cluster, topic, id) = (cluster, topic, id)
        let answer = try Waiting.wait {
            try await cluster.send(
                ProduceRequest(
                    acks: 1, timeoutMs: 30_000,
                    topicData: [
                        ProduceRequest.TopicProduceData(
                            topicId: id,
                            partitionData: [ProduceRequest.PartitionProduceData(index: 0, records: batch)])
                    ]), to: .leader(TopicPartition(topic, 0)))
        }
        guard answer.responses.first?.partitionResponses.first?.errorCode == ErrorCode.none else {
            throw BenchError.failed("the broker did not take a record")
        }
    }
}

extension Subject {
    /// Creates topics, one after the other.
    func createTopics(_ names: [String], partitions: Int32) throws {
        let bootstrap = bootstrap
        try Waiting.wait {
            let cluster = try Cluster(ClientConfiguration(bootstrap: try HostPort.parseList(bootstrap)))
            defer { cluster.close() }
            for name in names {
                try await cluster.createTopic(TopicName(name), partitions: partitions, replicationFactor: 1)
            }
        }
    }
}
