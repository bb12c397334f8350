import Bytes
import KafkaWire
import Testing

@testable import KafkaBroker

/// Every handler answers every version of its row with something filled that this version can carry.
@Suite struct EveryVersionTests {
    private func each<R: KafkaRequest>(
        _ harness: EngineHarness, _ type: R.Type, _ make: (Int16) throws -> R, _ check: (R.Response, Int16) -> Bool
    ) throws {
        let row = try #require(APITable.broker.row(R.apiKey))
        for version in row.versions {
            let answer = try harness.send(try make(version), version: version)
            #expect(answer.map { check($0, version) } == true, "\(R.messageName) v\(version)")
        }
        #expect(harness.closed.isEmpty)
    }

    @Test func theDataPlaneAnswersEveryVersion() throws {
        let harness = try EngineHarness()
        let id = try #require(try harness.createTopic("orders")?.topicId)
        try each(harness, ProduceRequest.self) { version in
            ProduceRequest(
                acks: -1,
                topicData: [
                    .init(
                        name: version < 13 ? "orders" : "", topicId: version < 13 ? .zero : id,
                        partitionData: [.init(index: 0, records: try harness.batch(["v\(version)"]))])
                ])
        } _: {
            $0.responses.first?.partitionResponses.first?.baseOffset == Int64($1 - 3)
        }
        try each(harness, FetchRequest.self) { version in
            FetchRequest(
                maxBytes: 1 << 20,
                topics: [
                    .init(
                        topic: version < 13 ? "orders" : "", topicId: version < 13 ? .zero : id,
                        partitions: [.init(partition: 0, fetchOffset: 1, partitionMaxBytes: 1 << 20)])
                ])
        } _: { response, _ in
            let found = response.responses.first?.partitions.first
            return found?.errorCode == ErrorCode.none && found?.highWatermark == 11 && found?.records?.isEmpty == false
        }
        try each(harness, ListOffsetsRequest.self) { version in
            ListOffsetsRequest(
                replicaId: -1, topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, timestamp: -1)])])
        } _: { response, _ in
            response.topics.first?.partitions.first?.offset == 11
        }
        try each(harness, OffsetForLeaderEpochRequest.self) { _ in
            OffsetForLeaderEpochRequest(topics: [
                .init(topic: "orders", partitions: [.init(partition: 0, leaderEpoch: 0)])
            ])
        } _: { response, _ in
            response.topics.first?.partitions.first?.endOffset == 11
        }
        try each(harness, InitProducerIdRequest.self, { _ in InitProducerIdRequest(transactionalId: nil) }) {
            response, _ in
            response.producerId.rawValue >= 0
        }
    }

    @Test func theClusterAnswersEveryVersion() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        try each(
            harness, MetadataRequest.self,
            { _ in MetadataRequest(topics: [.init(name: "orders"), .init(name: "absent")]) }
        ) {
            $0.brokers.count == 1 && $0.topics.first?.partitions.count == 1
                && ($1 < 10 || $0.topics[0].topicId != .zero)
        }
        try each(harness, DescribeClusterRequest.self, { _ in DescribeClusterRequest() }) { response, _ in
            response.brokers.count == 1
        }
        try each(harness, DescribeLogDirsRequest.self, { _ in DescribeLogDirsRequest(topics: nil) }) { response, _ in
            response.results.first?.topics.first?.partitions.count == 1
        }
        try each(harness, ApiVersionsRequest.self) { _ in
            ApiVersionsRequest(clientSoftwareName: "x", clientSoftwareVersion: "1")
        } _: { response, _ in
            response.apiKeys.count == APITable.broker.rows.count
        }
    }

    @Test func topicAdministrationAnswersEveryVersion() throws {
        let harness = try EngineHarness()
        try each(harness, CreateTopicsRequest.self) { version in
            CreateTopicsRequest(topics: [
                .init(name: TopicName("t\(version)"), numPartitions: 1, replicationFactor: 1), .init(name: "bad name"),
            ])
        } _: { response, _ in
            response.topics.map(\.errorCode) == [ErrorCode.none, .invalidTopicException]
        }
        try each(harness, CreatePartitionsRequest.self) { version in
            CreatePartitionsRequest(topics: [.init(name: "t7", count: Int32(version) + 2, assignments: nil)])
        } _: { response, _ in
            response.results.first?.errorCode == ErrorCode.none
        }
        try each(harness, DescribeConfigsRequest.self) { version in
            DescribeConfigsRequest(
                resources: [.init(resourceType: 2, resourceName: "t7", configurationKeys: nil)], includeSynonyms: true,
                includeDocumentation: version >= 3)
        } _: { response, _ in
            response.results.first?.configs.count == TopicConfigs.all.count
        }
        try each(harness, IncrementalAlterConfigsRequest.self) { version in
            IncrementalAlterConfigsRequest(resources: [
                .init(
                    resourceType: 2, resourceName: "t7",
                    configs: [.init(name: "segment.ms", configOperation: 0, value: "\(version + 5)")])
            ])
        } _: { response, _ in
            response.responses.first?.errorCode == ErrorCode.none
        }
        try each(harness, DescribeTopicPartitionsRequest.self, { _ in DescribeTopicPartitionsRequest() }) {
            response, _ in
            response.topics.count == 6
        }
        try each(harness, DeleteTopicsRequest.self) { version in
            version < 6
                ? DeleteTopicsRequest(topicNames: [TopicName("t\(version + 1)")])
                : DeleteTopicsRequest(topics: [.init(name: "t7")])
        } _: { response, _ in
            response.responses.first?.errorCode == ErrorCode.none
        }
    }
}
