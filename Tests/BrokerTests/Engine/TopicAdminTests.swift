import Bytes
import KafkaLog
import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct TopicAdminTests {
    @Test func topicsAreCheckedAsKafkaChecks() throws {
        let harness = try EngineHarness()
        func code(
            _ name: TopicName, partitions: Int32 = 1, factor: Int16 = 1, configs: [String: String?] = [:],
            assignments: [CreateTopicsRequest.CreatableReplicaAssignment] = []
        ) throws -> ErrorCode? {
            let request = CreateTopicsRequest(topics: [
                .init(
                    name: name, numPartitions: partitions, replicationFactor: factor, assignments: assignments,
                    configs: configs.map { .init(name: $0.key, value: $0.value) })
            ])
            return try harness.send(request, version: 7)?.topics.first?.errorCode
        }
        #expect(try code("orders.eu") == ErrorCode.none)
        #expect(try code("orders.eu") == .topicAlreadyExists)
        #expect(try code("orders_eu") == .invalidTopicException)
        for bad: TopicName in ["", ".", "..", "a b", "ü", TopicName(String(repeating: "x", count: 250))] {
            #expect(try code(bad) == .invalidTopicException)
        }
        #expect(try code("p0", partitions: 0) == .invalidPartitions)
        #expect(try code("p-1", partitions: -1) == ErrorCode.none)
        #expect(try code("huge", partitions: .max) == .policyViolation)
        #expect(try code("f2", factor: 2) == .invalidReplicationFactor)
        #expect(try code("f0", factor: 0) == .invalidReplicationFactor)
        #expect(try code("f-1", factor: -1) == ErrorCode.none)
        #expect(try code("c1", configs: ["no.such.config": "1"]) == .invalidConfig)
        #expect(try code("c2", configs: ["retention.ms": "soon"]) == .invalidConfig)
        #expect(try code("c3", configs: ["retention.ms": nil]) == .invalidConfig)
        #expect(try code("__cluster_metadata") == .invalidRequest)
        #expect(
            try code("m1", partitions: -1, factor: -1, assignments: [.init(partitionIndex: 0, brokerIds: [1])])
                == ErrorCode.none)
        #expect(
            try code("m2", partitions: -1, factor: -1, assignments: [.init(partitionIndex: 0, brokerIds: [9])])
                == .invalidReplicaAssignment)
    }

    @Test func validateOnlyMakesNothing() throws {
        let harness = try EngineHarness()
        let request = CreateTopicsRequest(
            topics: [.init(name: "orders", numPartitions: 2, replicationFactor: 1)], validateOnly: true)
        let row = try harness.send(request, version: 7)?.topics.first
        #expect(row?.errorCode == ErrorCode.none && row?.numPartitions == 2)
        #expect(harness.engine.topics.all.isEmpty)
    }

    @Test func topicsSettingsAndRecordsSurviveEveryKindOfStop() throws {
        for stop in [nil, .keepEverything] as [MemoryFileSystem.PowerCut?] {
            let harness = try EngineHarness()
            let id = try harness.createTopic("orders", partitions: 2, configs: ["retention.ms": "5000"])?.topicId
            _ = try harness.send(
                CreatePartitionsRequest(topics: [.init(name: "orders", count: 3, assignments: nil)]), version: 3)
            _ = try harness.send(
                IncrementalAlterConfigsRequest(resources: [
                    .init(
                        resourceType: 2, resourceName: "orders",
                        configs: [
                            .init(name: "cleanup.policy", configOperation: 2, value: "compact"),
                            .init(name: "retention.ms", configOperation: 1, value: nil),
                            .init(name: "segment.ms", configOperation: 0, value: "777"),
                        ])
                ]), version: 1)
            _ = try harness.createTopic("gone")
            _ = try harness.send(DeleteTopicsRequest(topics: [.init(name: "gone")]), version: 6)
            try harness.restart(stop)
            let topic = try #require(harness.engine.topics.topic(named: "orders"))
            #expect(topic.id == id && topic.partitions.count == 3)
            #expect(topic.overrides == ["cleanup.policy": "delete,compact", "segment.ms": "777"])
            #expect(harness.engine.topics.topic(named: "gone") == nil)
        }
    }

    @Test func aTopicOfTheSameNameStartsEmptyWithANewId() throws {
        let harness = try EngineHarness()
        let first = try harness.createTopic("orders")?.topicId
        _ = try harness.produce(harness.batch(["old"]), to: "orders")
        #expect(
            try harness.send(DeleteTopicsRequest(topicNames: ["orders"]), version: 4)?.responses.first?.errorCode
                == ErrorCode.none)
        let second = try harness.createTopic("orders")?.topicId
        #expect(first != second)
        #expect(try harness.values(of: "orders") == [])
        _ = try harness.produce(harness.batch(["new"]), to: "orders")
        try harness.restart(.keepEverything)
        #expect(try harness.values(of: "orders") == ["new"])
    }

    @Test func stopsWithoutAWriteBetweenThemKeepEverything() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders", partitions: 2)
        _ = try harness.produce(harness.batch(["a", "b"]), to: "orders")
        for _ in 0..<3 {
            try harness.restart()
            #expect(try harness.values(of: "orders") == ["a", "b"])
        }
        #expect(try harness.produce(harness.batch(["c"]), to: "orders")?.baseOffset == 2)
        try harness.restart()
        try harness.restart(.keepEverything)
        #expect(try harness.values(of: "orders") == ["a", "b", "c"])
        #expect(try harness.produce(harness.batch(["d"]), to: "orders", partition: 1)?.baseOffset == 0)
    }

    @Test func deletingTheUnknownIsSaidByNameAndById() throws {
        let harness = try EngineHarness()
        let request = DeleteTopicsRequest(topics: [.init(name: "absent"), .init(topicId: KafkaUUID(high: 1, low: 1))])
        let rows = try harness.send(request, version: 6)?.responses
        #expect(rows?.map(\.errorCode) == [.unknownTopicOrPartition, .unknownTopicId])
    }

    @Test func partitionsOnlyGrow() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders", partitions: 2)
        func code(_ name: TopicName, _ count: Int32, _ assignments: [[BrokerID]]? = nil) throws -> ErrorCode? {
            let request = CreatePartitionsRequest(topics: [
                .init(name: name, count: count, assignments: assignments.map { $0.map { .init(brokerIds: $0) } })
            ])
            return try harness.send(request, version: 3)?.results.first?.errorCode
        }
        #expect(try code("absent", 3) == .unknownTopicOrPartition)
        #expect(try code("orders", 2) == .invalidPartitions)
        #expect(try code("orders", 1) == .invalidPartitions)
        #expect(try code("orders", .max) == .policyViolation)
        #expect(try code("orders", 3, [[2]]) == .invalidReplicaAssignment)
        #expect(try code("orders", 3, [[1]]) == ErrorCode.none)
        #expect(try harness.produce(harness.batch(["x"]), to: "orders", partition: 2)?.baseOffset == 0)
    }

    @Test func lookingCreatesATopicOnlyWhenBothSidesAllow() throws {
        for isAllowed in [true, false] {
            let harness = try EngineHarness { $0.autoCreateTopics = isAllowed }
            func look(_ name: TopicName, _ allow: Bool) throws -> ErrorCode? {
                try harness.send(
                    MetadataRequest(topics: [.init(name: name)], allowAutoTopicCreation: allow), version: 12)?
                    .topics.first?.errorCode
            }
            #expect(try look("orders", false) == .unknownTopicOrPartition)
            #expect(try look("orders", true) == (isAllowed ? ErrorCode.none : .unknownTopicOrPartition))
            #expect(try look("bad name", true) == .invalidTopicException)
            #expect(try look("__consumer_offsets", true) == .unknownTopicOrPartition)
            #expect(harness.engine.topics.all.map(\.name) == (isAllowed ? ["orders"] : []))
        }
    }

    @Test func settingsShowWhereTheyComeFrom() throws {
        let harness = try EngineHarness { $0.given["log.retention.ms"] = "1000" }
        _ = try harness.createTopic("orders", configs: ["segment.ms": "5"])
        let request = DescribeConfigsRequest(
            resources: [
                .init(
                    resourceType: 2, resourceName: "orders",
                    configurationKeys: ["segment.ms", "retention.ms", "retention.bytes"])
            ], includeSynonyms: true)
        let configs = try harness.send(request, version: 4)?.results.first?.configs ?? []
        #expect(configs.map(\.name) == ["retention.bytes", "retention.ms", "segment.ms"])
        #expect(configs.map(\.value) == ["-1", "1000", "5"])
        #expect(configs.map(\.configSource) == [5, 4, 1])
        #expect(configs.last?.synonyms.map(\.name) == ["segment.ms"])
        func code(_ type: Int8, _ name: String) throws -> ErrorCode? {
            try harness.send(
                DescribeConfigsRequest(resources: [
                    .init(resourceType: type, resourceName: name, configurationKeys: nil)
                ]), version: 4)?.results.first?.errorCode
        }
        #expect(try code(2, "absent") == .unknownTopicOrPartition)
        #expect(try code(4, "1") == ErrorCode.none)
        #expect(try code(4, "2") == .invalidRequest)
        #expect(try code(4, "x") == .invalidRequest)
        #expect(try code(77, "x") == .invalidRequest)
    }

    @Test func topicPartitionsComeInPages() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("a", partitions: 3)
        _ = try harness.createTopic("b", partitions: 2)
        var request = DescribeTopicPartitionsRequest(responsePartitionLimit: 2)
        var seen: [String] = []
        var pages = 0
        while pages < 10 {
            pages += 1
            let page = try #require(try harness.send(request, version: 0))
            for topic in page.topics {
                seen += topic.partitions.map { "\(topic.name?.rawValue ?? "")\($0.partitionIndex)" }
            }
            guard let cursor = page.nextCursor else { break }
            request.cursor = .init(topicName: cursor.topicName, partitionIndex: cursor.partitionIndex)
        }
        #expect(seen == ["a0", "a1", "a2", "b0", "b1"])
        #expect(pages == 3)
    }
}
