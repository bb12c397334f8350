import KafkaLog
import KafkaWire

/// Kafka's numbers for what a setting belongs to.
enum ConfigResource {
    static let topic: Int8 = 2
    static let broker: Int8 = 4
    static let brokerLogger: Int8 = 8
    static let clientMetrics: Int8 = 16
    static let group: Int8 = 32
}

/// Where the value of a setting comes from.
enum ConfigSource: Int8, Sendable {
    case topic = 1
    case staticBroker = 4
    case standard = 5
}

/// A setting with its value and all values behind it, the strongest first.
struct ConfigValue: Sendable {
    var definition: ConfigDefinition
    var layers: [(name: String, value: String?, source: ConfigSource)]
    /// The value that counts.
    var value: String? { layers.first?.value }
    /// Where it comes from.
    var source: ConfigSource { layers.first?.source ?? .standard }
}

extension Engine {
    /// Every topic setting with its value for a topic that was given `overrides`.
    func topicConfigValues(_ overrides: [String: String]) -> [ConfigValue] {
        TopicConfigs.all.map { topicConfigValue($0, overrides) }
    }

    private func topicConfigValue(_ definition: ConfigDefinition, _ overrides: [String: String]) -> ConfigValue {
        var layers: [(name: String, value: String?, source: ConfigSource)] = []
        let brokerName = definition.synonym ?? definition.name
        if let value = overrides[definition.name] { layers.append((definition.name, value, .topic)) }
        if let value = configuration.topicDefaults[definition.name] {
            layers.append((brokerName, value, .staticBroker))
        }
        layers.append((brokerName, definition.defaultValue, .standard))
        return ConfigValue(definition: definition, layers: layers)
    }

    /// What the log of a topic with `overrides` goes by.
    func logConfig(_ overrides: [String: String]) -> LogConfig {
        func text(_ name: String) -> String {
            overrides[name] ?? configuration.topicDefaults[name] ?? TopicConfigs.definition(name)?.defaultValue ?? ""
        }
        func number(_ name: String) -> Int64 { Int64(text(name).trimmed) ?? 0 }
        return LogConfig(reading: text, number)
    }

    /// The broker's own settings as they are shown: all read-only, fixed at start.
    func brokerConfigValues() -> [ConfigValue] {
        let (host, port) = endpoint.withLock { ($0.host, $0.port) }
        let standard = BrokerConfiguration(dataDirectory: "")
        func row(_ name: String, _ type: ConfigDefinition.ValueType, _ value: String, _ usual: String?, _ words: String)
            -> ConfigValue
        {
            let definition = ConfigDefinition(name, type, usual, .any, words)
            var layers: [(name: String, value: String?, source: ConfigSource)] = []
            if value != usual { layers.append((name, value, .staticBroker)) }
            if let usual { layers.append((name, usual, .standard)) }
            return ConfigValue(definition: definition, layers: layers)
        }
        var rows = [
            row(
                "advertised.listeners", .list, "PLAINTEXT://\(host):\(port)", nil,
                "Where clients are told to connect."),
            row(
                "auto.create.topics.enable", .boolean, "\(configuration.autoCreateTopics)", "true",
                "Whether a Metadata request that allows it creates the topics it names."),
            row("broker.id", .int, "\(configuration.nodeID)", nil, "The same as node.id."),
            row("default.replication.factor", .int, "1", "1", "Replicas of a topic made without a count."),
            row(
                "delete.topic.enable", .boolean, "\(configuration.deleteTopicEnabled)", "true",
                "Whether topics can be deleted."),
            row(
                "fetch.max.bytes", .int, "\(configuration.fetchMaxBytes)", "\(standard.fetchMaxBytes)",
                "The most a fetch answer carries."),
            row(
                "group.initial.rebalance.delay.ms", .int, "\(configuration.groupInitialRebalanceDelayMs)", "3000",
                "How long the first rebalance of a group waits for more members."),
            row("log.dirs", .string, configuration.dataDirectory, nil, "The data directory."),
            row("max.connections", .int, "\(configuration.maximumConnections)", "\(Int32.max)", "Connections at most."),
            row("node.id", .int, "\(configuration.nodeID)", nil, "The number of this node."),
            row(
                "num.partitions", .int, "\(configuration.defaultPartitions)", "1",
                "Partitions of a topic made without a count."),
            row(
                "offsets.topic.num.partitions", .int, "\(configuration.offsetsTopicPartitions)", "50",
                "Partitions of __consumer_offsets."),
            row(
                "socket.request.max.bytes", .int, "\(configuration.maximumFrame)", "104857600",
                "The largest request."),
        ]
        for definition in TopicConfigs.all {
            guard let name = definition.synonym else { continue }
            let value = configuration.topicDefaults[definition.name] ?? definition.defaultValue ?? ""
            rows.append(row(name, definition.type, value, definition.defaultValue, definition.documentation))
        }
        return rows.sorted { $0.definition.name < $1.definition.name }
    }
}
