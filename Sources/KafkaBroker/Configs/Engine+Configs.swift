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

/// A setting with its value and all values behind it, the strongest first.
struct ConfigValue: Sendable {
    var definition: ConfigDefinition
    var value: String?
    var layers: [ConfigLayer]
    var isReadOnly: Bool
    /// Where the value that counts comes from.
    var source: ConfigSource { layers.first?.source ?? .standard }
}

extension Engine {
    /// Every topic setting with its value for a topic that was given `overrides`.
    func topicConfigValues(_ overrides: [String: String]) -> [ConfigValue] {
        TopicConfigs.all.map { topicConfigValue($0, overrides) }
    }

    /// One topic setting with its value.
    func topicConfigValue(_ definition: ConfigDefinition, _ overrides: [String: String]) -> ConfigValue {
        let names = definition.synonyms.map(\.name)
        var layers = live.layers(of: names)
        let value = overrides[definition.name] ?? Self.value(layers, definition)
        // As Kafka does: what is known under another name than the first is not shown as a synonym of its own.
        layers = Array(layers.drop { $0.name != names.first })
        if let own = overrides[definition.name] {
            layers.insert(ConfigLayer(name: definition.name, value: own, source: .topic), at: 0)
        }
        return ConfigValue(definition: definition, value: value, layers: layers, isReadOnly: false)
    }

    /// The value of a topic setting that the topic was not given, in the topic's unit.
    private static func value(_ layers: [ConfigLayer], _ definition: ConfigDefinition) -> String? {
        guard let layer = layers.first else { return definition.defaultValue }
        let scale = definition.synonyms.first { $0.name == layer.name }?.scale ?? 1
        guard scale > 1, let number = Int64(layer.value.trimmed) else { return layer.value }
        // -1 has no limit in every unit.
        return number < 0 ? layer.value : "\(number.multipliedReportingOverflow(by: scale).partialValue)"
    }

    /// What the log of a topic with `overrides` goes by.
    func logConfig(_ overrides: [String: String]) -> LogConfig {
        func text(_ name: String) -> String {
            guard let definition = TopicConfigs.definition(name) else { return "" }
            return overrides[name] ?? Self.value(live.layers(of: definition.synonyms.map(\.name)), definition) ?? ""
        }
        func number(_ name: String) -> Int64 { Int64(text(name).trimmed) ?? 0 }
        var config = LogConfig(reading: text, number)
        config.producerIDExpirationMs = live.configuration.producerIDExpirationMs
        config.maxInflatedBytes = configuration.maximumInflatedBytes
        return config
    }

    /// The broker's own settings with their values.
    func brokerConfigValues() -> [ConfigValue] {
        let here = endpoint.withLock { $0 }
        return BrokerConfigs.all.map { config in
            let name = config.definition.name
            let layers = Array(live.layers(of: BrokerConfigs.family(of: name)).drop { $0.name != name })
            var value = layers.first?.value
            if name == "advertised.listeners", value == nil { value = "PLAINTEXT://\(here.host):\(here.port)" }
            return ConfigValue(
                definition: config.definition, value: value, layers: layers, isReadOnly: config.update == .readOnly)
        }
    }

    /// What was altered for the whole cluster.
    func clusterConfigValues() -> [ConfigValue] {
        live.altered.cluster.sorted { $0.key < $1.key }.compactMap { name, value in
            BrokerConfigs.config(name).map {
                ConfigValue(
                    definition: $0.definition, value: value,
                    layers: [ConfigLayer(name: name, value: value, source: .cluster)], isReadOnly: false)
            }
        }
    }

    /// Lets every log go by the settings as they are now.
    func applyLogConfigs() {
        for topic in topics.all {
            let config = logConfig(topic.overrides)
            for partition in topic.partitions { partition.apply(config) }
        }
    }
}
