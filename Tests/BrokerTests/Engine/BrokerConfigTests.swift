import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct BrokerConfigTests {
    @Test func namesAreKafkasAndStandOnce() {
        let names = BrokerConfiguration.settings.map(\.name)
        #expect(names == names.sorted() && Set(names).count == names.count)
        for setting in BrokerConfiguration.settings {
            #expect(setting.documentation.hasSuffix("."), "\(setting.name)")
            // A default is a value that the setting takes.
            if let standard = setting.standard {
                var configuration = BrokerConfiguration(dataDirectory: "")
                #expect(throws: Never.self, "\(setting.name)") { try configuration.set(setting.name, standard) }
            }
        }
    }

    @Test func valuesReachTheProperties() throws {
        var configuration = BrokerConfiguration(dataDirectory: "")
        for (name, value) in [
            ("listeners", "PLAINTEXT://0.0.0.0:9999"), ("advertised.listeners", "PLAINTEXT://[::1]:19092"),
            ("node.id", "7"), ("auto.create.topics.enable", "FALSE"), ("offsets.retention.minutes", "2"),
            ("group.max.size", " 5 "), ("log.dirs", "/data"), ("max.connections", "0"),
        ] {
            try configuration.set(name, value)
        }
        #expect(configuration.host == "0.0.0.0" && configuration.port == 9_999)
        #expect(configuration.advertisedHost == "::1" && configuration.advertisedPort == 19_092)
        #expect(configuration.nodeID == 7 && !configuration.autoCreateTopics)
        #expect(configuration.groups.offsetsRetentionMs == 120_000 && configuration.groups.maxSize == 5)
        #expect(configuration.dataDirectory == "/data" && configuration.maximumConnections == 0)
    }

    @Test(arguments: [
        ("num.partition", "3", "there is no broker setting num.partition here; did you mean num.partitions?"),
        ("retention.ms", "3", "there is no broker setting retention.ms here; did you mean log.retention.ms?"),
        ("zookeeper.connect", "x", "there is no broker setting zookeeper.connect here"),
        ("num.partitions", "x", "Invalid value x for configuration num.partitions: Not a number of type INT"),
        ("num.partitions", "0", "Invalid value 0 for configuration num.partitions: Value must be at least 1"),
        (
            "num.partitions", "3000000000",
            "Invalid value 3000000000 for configuration num.partitions: Not a number of type INT"
        ),
        (
            "offsets.topic.replication.factor", "3",
            "Invalid value 3 for configuration offsets.topic.replication.factor: Value must be no more than 1"
        ),
        (
            "listeners", "SSL://:9093",
            "Invalid value SSL://:9093 for configuration listeners: it must be one address of the form "
                + "PLAINTEXT://host:port (this broker speaks no other protocol)"
        ),
    ])
    func whatIsWrongIsSaid(name: String, value: String, sentence: String) {
        var configuration = BrokerConfiguration(dataDirectory: "")
        #expect(throws: ConfigError(sentence)) { try configuration.set(name, value) }
        #expect(configuration.given.isEmpty)
    }

    @Test func aTopicFollowsItsBrokerInEveryUnit() throws {
        var configuration = BrokerConfiguration(dataDirectory: "/data")
        let topic = try #require(TopicConfigs.definition("retention.ms"))
        func value(_ settings: (String, String)...) throws -> String? {
            var configuration = configuration
            for (name, value) in settings { try configuration.set(name, value) }
            let harness = try EngineHarness { $0 = configuration }
            return harness.engine.topicConfigValue(topic, [:]).value
        }
        #expect(try value() == "604800000")
        #expect(try value(("log.retention.hours", "2")) == "7200000")
        #expect(try value(("log.retention.hours", "2"), ("log.retention.minutes", "3")) == "180000")
        #expect(try value(("log.retention.minutes", "3"), ("log.retention.ms", "4")) == "4")
        #expect(try value(("log.retention.hours", "-1")) == "-1")
        configuration.given["log.retention.ms"] = "5"
        #expect(try EngineHarness { $0 = configuration }.engine.logConfig([:]).retentionMs == 5)
    }
}
