import Bytes

/// The broker-wide settings that are honoured, in one table: the only place that knows their names.
enum BrokerConfigs {
    /// In the order of their names.
    static let all: [BrokerConfig] = (nodeRows + requestRows + limitRows + groupRows + logRows + topicRows)
        .sorted { $0.definition.name < $1.definition.name }

    /// What topic settings fall back on.
    private static let topicRows: [BrokerConfig] = TopicConfigs.all.flatMap { topic in
        topic.synonyms.enumerated().map { place, synonym in
            BrokerConfig(synonym, of: topic, isLast: place == topic.synonyms.count - 1)
        }
    }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.definition.name, $0) })

    /// The setting of that name.
    static func config(_ name: String) -> BrokerConfig? {
        byName[name]
    }

    /// All settings of a synonym's family, the strongest first: milliseconds, minutes, hours.
    static func family(of name: String) -> [String] {
        for topic in TopicConfigs.all where topic.synonyms.contains(where: { $0.name == name }) {
            return topic.synonyms.map(\.name)
        }
        return [name]
    }

    /// The known name that looks most like `name`; nil when none does.
    static func nearest(to name: String) -> String? {
        let known = all.map { ($0.definition.name, EditDistance.between($0.definition.name, name)) }
        guard let best = known.min(by: { $0.1 < $1.1 }) else { return nil }
        return best.1 <= max(3, name.utf8.count / 3) ? best.0 : nil
    }
}
