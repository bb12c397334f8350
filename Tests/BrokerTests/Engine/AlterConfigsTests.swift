import KafkaLog
import KafkaWire
import Testing

@testable import KafkaBroker

/// Answers as a node of Apache Kafka 4.3.1 gives them.
@Suite struct AlterConfigsTests {
    private typealias Operation = ConfigAlteration.Operation

    private struct Answer: Equatable {
        var code: ErrorCode?
        var message: String?

        init(_ code: ErrorCode?, _ message: String?) { (self.code, self.message) = (code, message) }

        static let fine = Answer(ErrorCode.none, nil)
    }

    private func incremental(
        _ harness: EngineHarness, _ type: Int8, _ name: String, _ changes: [(String, Operation, String?)],
        validateOnly: Bool = false
    ) throws -> Answer {
        let row = try harness.send(
            IncrementalAlterConfigsRequest(
                resources: [
                    .init(
                        resourceType: type, resourceName: name,
                        configs: changes.map { .init(name: $0.0, configOperation: $0.1.rawValue, value: $0.2) })
                ], validateOnly: validateOnly), version: 1)?.responses.first
        return Answer(row?.errorCode, row?.errorMessage)
    }

    private func replace(
        _ harness: EngineHarness, _ type: Int8, _ name: String, _ values: [(String, String?)],
        validateOnly: Bool = false
    ) throws -> Answer {
        let row = try harness.send(
            AlterConfigsRequest(
                resources: [
                    .init(
                        resourceType: type, resourceName: name, configs: values.map { .init(name: $0.0, value: $0.1) })
                ], validateOnly: validateOnly), version: 2)?.responses.first
        return Answer(row?.errorCode, row?.errorMessage)
    }

    private func described(
        _ harness: EngineHarness, _ type: Int8, _ name: String, _ key: String
    ) throws -> (value: String?, source: Int8, synonyms: [String], isReadOnly: Bool)? {
        let request = DescribeConfigsRequest(
            resources: [.init(resourceType: type, resourceName: name, configurationKeys: [key])],
            includeSynonyms: true)
        return try harness.send(request, version: 4)?.results.first?.configs.first.map {
            ($0.value, $0.configSource, $0.synonyms.map { "\($0.source) \($0.name)=\($0.value ?? "")" }, $0.readOnly)
        }
    }

    @Test func topicsAreAlteredOrRefusedAsByKafka() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("t1")
        func code(_ name: String, _ changes: [(String, Operation, String?)]) throws -> Answer {
            try incremental(harness, 2, name, changes)
        }
        #expect(
            try code("t1", [("retention.ms", .set, "soon")])
                == Answer(
                    .invalidConfig, "Invalid value soon for configuration retention.ms: Not a number of type LONG"))
        #expect(try code("t1", [("nope", .set, "5")]) == Answer(.invalidConfig, "Unknown topic config name: nope"))
        #expect(try code("t1", [("nope", .delete, nil)]) == .fine)
        #expect(
            try code("t1", [("retention.ms", .append, "5")])
                == Answer(.invalidConfig, "Can't APPEND to key retention.ms because its type is not LIST."))
        #expect(
            try code("t1", [("retention.ms", .set, nil)])
                == Answer(.invalidRequest, "Null value not supported for : retention.ms"))
        #expect(
            try code("t1", [("retention.ms", .set, "1"), ("retention.ms", .set, "2")])
                == Answer(.invalidRequest, "Error due to duplicate config keys"))
        #expect(
            try code("absent", []) == Answer(.unknownTopicOrPartition, "The topic 'absent' does not exist."))
        #expect(try code("", []) == Answer(.invalidRequest, "Default topic resources are not allowed."))
        #expect(try code("a b", []).code == .invalidTopicException)
        #expect(try code("t1", [("cleanup.policy", .append, "compact")]) == .fine)
        #expect(try described(harness, 2, "t1", "cleanup.policy")?.value == "delete,compact")
        #expect(try code("t1", [("cleanup.policy", .subtract, "delete")]) == .fine)
        #expect(try described(harness, 2, "t1", "cleanup.policy")?.value == "compact")
        #expect(
            try code("t1", [("cleanup.policy", .append, "zzz")]).message?.hasPrefix("Invalid value") == true)
    }

    @Test func replacingTakesBackWhatIsNotNamed() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("t1", configs: ["retention.ms": "7000"])
        #expect(try replace(harness, 2, "t1", [("segment.ms", "9000")], validateOnly: true) == .fine)
        #expect(harness.engine.topics.topic(named: "t1")?.overrides == ["retention.ms": "7000"])
        #expect(try replace(harness, 2, "t1", [("segment.ms", "9000")]) == .fine)
        #expect(harness.engine.topics.topic(named: "t1")?.overrides == ["segment.ms": "9000"])
        #expect(
            try replace(harness, 2, "t1", [("retention.ms", nil)])
                == Answer(.invalidRequest, "Null value not supported for : retention.ms"))
        #expect(try replace(harness, 8, "1", []) == Answer(.invalidRequest, "Unknown resource type 8"))
    }

    @Test func brokerSettingsAreAlteredWhileItRunsAndStay() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("t1")
        #expect(try incremental(harness, 4, "1", [("log.retention.ms", .set, "50000")]) == .fine)
        #expect(try incremental(harness, 4, "", [("log.retention.ms", .set, "60000")]) == .fine)
        #expect(try incremental(harness, 4, "", [("max.connections", .set, "5")]) == .fine)
        for _ in 0..<2 {
            let layers = [
                "2 log.retention.ms=50000", "3 log.retention.ms=60000", "5 log.retention.hours=168",
            ]
            let topic = try #require(try described(harness, 2, "t1", "retention.ms"))
            #expect(topic.value == "50000" && topic.source == 2 && topic.synonyms == layers)
            let broker = try #require(try described(harness, 4, "1", "log.retention.ms"))
            #expect(broker.value == "50000" && broker.synonyms == layers && !broker.isReadOnly)
            #expect(try described(harness, 4, "", "log.retention.ms")?.value == "60000")
            #expect(harness.engine.logConfig([:]).retentionMs == 50_000)
            #expect(harness.engine.live.configuration.maximumConnections == 5)
            try harness.restart(.keepEverything)
        }
        #expect(try replace(harness, 4, "1", []) == .fine)
        #expect(try described(harness, 2, "t1", "retention.ms")?.source == 3)
        #expect(try incremental(harness, 4, "", [("log.retention.ms", .delete, nil)]) == .fine)
        let untouched = try #require(try described(harness, 2, "t1", "retention.ms"))
        #expect(untouched.value == "604800000" && untouched.source == 5 && untouched.synonyms == [])
    }

    @Test func whatIsFixedAtStartIsRefused() throws {
        let harness = try EngineHarness()
        func code(_ name: String, _ changes: [(String, Operation, String?)]) throws -> Answer {
            try incremental(harness, 4, name, changes)
        }
        #expect(
            try code("", [("num.partitions", .set, "3"), ("auto.create.topics.enable", .set, "false")])
                == Answer(
                    .invalidRequest,
                    "Cannot update these configs dynamically: [num.partitions, auto.create.topics.enable]"))
        #expect(
            try code("1", [("log.retention.ms", .set, "x")])
                == Answer(
                    .invalidRequest, "Invalid value x for configuration log.retention.ms: Not a number of type LONG"))
        #expect(
            try code("2", []) == Answer(.invalidRequest, "Unexpected broker id, expected 1, but received 2"))
        #expect(try code("x", []) == Answer(.invalidRequest, "Node id must be an integer, but it is: x"))
        #expect(try code("1", [("nope", .set, "2")]) == Answer(.invalidConfig, "Unknown broker config name: nope"))
        #expect(try described(harness, 4, "1", "num.partitions")?.isReadOnly == true)
    }

    @Test func otherKindsOfResourcesHaveNoSettingsHere() throws {
        let harness = try EngineHarness()
        #expect(
            try incremental(harness, 8, "1", [("kafka", .set, "DEBUG")])
                == Answer(.invalidConfig, "Logger kafka does not exist!"))
        #expect(
            try incremental(harness, 8, "2", [])
                == Answer(.invalidRequest, "Unexpected node id. Expected 1, but received 2"))
        #expect(
            try incremental(harness, 16, "m", [("interval.ms", .set, "1000")])
                == Answer(.invalidRequest, "Unknown client metrics configuration: interval.ms"))
        #expect(
            try incremental(harness, 32, "g", [("nope", .set, "1")])
                == Answer(.invalidConfig, "Unknown group config name: nope"))
        #expect(try incremental(harness, 77, "x", []) == Answer(.invalidRequest, "Unknown resource type 77"))
        let request = DescribeConfigsRequest(
            resources: [(8, "1"), (8, ""), (8, "2"), (16, "m"), (16, ""), (32, "g"), (32, ""), (4, "")].map {
                .init(resourceType: Int8($0.0), resourceName: $0.1, configurationKeys: [])
            })
        let rows = try harness.send(request, version: 4)?.results ?? []
        #expect(rows.map(\.errorCode.rawValue) == [0, 42, 42, 0, 42, 0, 42, 0])
        #expect(rows.allSatisfy { $0.configs.isEmpty })
    }
}
