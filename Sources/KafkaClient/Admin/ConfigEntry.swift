import KafkaWire

/// What settings belong to.
public enum ConfigResource: Sendable, Hashable {
    /// A topic.
    case topic(TopicName)
    /// One broker.
    case broker(BrokerID)
    /// What is set for all brokers of the cluster at run time.
    case allBrokers
    /// A group.
    case group(GroupID)

    /// The kind's number in the protocol.
    var kind: Int8 {
        switch self {
        case .topic: 2
        case .broker, .allBrokers: 4
        case .group: 32
        }
    }

    /// Its name in the protocol; empty for all brokers.
    public var name: String {
        switch self {
        case .topic(let name): name.rawValue
        case .broker(let id): id.description
        case .allBrokers: ""
        case .group(let id): id.rawValue
        }
    }

    /// What `kafka-configs` calls it: `--entity-type topics --entity-name orders`.
    public var entity: String {
        switch self {
        case .topic(let name): "--entity-type topics --entity-name \(name)"
        case .broker(let id): "--entity-type brokers --entity-name \(id)"
        case .allBrokers: "--entity-type brokers --entity-default"
        case .group(let id): "--entity-type groups --entity-name \(id)"
        }
    }
}

/// Who set a value, as the broker says.
public struct ConfigSource: Sendable, Hashable, Comparable {
    /// The number in the protocol.
    public var rawValue: Int8

    /// A source by its number.
    public init(rawValue: Int8) { self.rawValue = rawValue }

    /// Set on the topic.
    public static let topic = ConfigSource(rawValue: 1)
    /// Set on that broker at run time.
    public static let broker = ConfigSource(rawValue: 2)
    /// Set for all brokers at run time.
    public static let allBrokers = ConfigSource(rawValue: 3)
    /// In the broker's `server.properties`.
    public static let file = ConfigSource(rawValue: 4)
    /// Kafka's own default.
    public static let kafka = ConfigSource(rawValue: 5)
    /// Set on the group.
    public static let group = ConfigSource(rawValue: 8)

    /// In words: `topic`, `server.properties`.
    public var words: String {
        switch self {
        case .topic: "topic"
        case .broker: "broker"
        case .allBrokers: "all brokers"
        case .file: "server.properties"
        case .kafka: "default"
        case .group: "group"
        default: "source \(rawValue)"
        }
    }

    /// What is set nearer to the thing comes first.
    public static func < (left: ConfigSource, right: ConfigSource) -> Bool { left.rawValue < right.rawValue }
}

/// A setting of a topic, broker or group.
public struct ConfigEntry: Sendable, Hashable {
    /// A place where the setting could come from, and what stands there.
    public struct Synonym: Sendable, Hashable {
        /// What the setting is called there: `log.retention.ms` for a topic's `retention.ms`.
        public var name: String
        /// Its value there; nil when the broker keeps it secret.
        public var value: String?
        /// Who set it.
        public var source: ConfigSource

        /// The parts.
        public init(name: String, value: String?, source: ConfigSource) {
            self.name = name
            self.value = value
            self.source = source
        }
    }

    /// Its name.
    public var name: String
    /// Its value; nil when the broker keeps it secret.
    public var value: String?
    /// True when it was not set for this thing itself: for a topic on the topic, for a broker anywhere.
    public var isDefault: Bool
    /// True when it cannot be changed.
    public var isReadOnly: Bool
    /// True when its value is never shown.
    public var isSensitive: Bool
    /// Who set the value that counts.
    public var source: ConfigSource
    /// What the value is: `boolean`, `int`, `list`; empty when the broker is too old to say.
    public var type: String
    /// What the setting does, in Kafka's words; empty when it was not asked for or is not told.
    public var documentation: String
    /// All places that set it, the one that counts first.
    public var synonyms: [Synonym]

    /// The parts.
    public init(
        name: String, value: String?, isDefault: Bool = true, isReadOnly: Bool = false, isSensitive: Bool = false,
        source: ConfigSource? = nil, type: String = "", documentation: String = "", synonyms: [Synonym] = []
    ) {
        self.name = name
        self.value = value
        self.isDefault = isDefault
        self.isReadOnly = isReadOnly
        self.isSensitive = isSensitive
        self.source = source ?? (isDefault ? .kafka : .topic)
        self.type = type
        self.documentation = documentation
        self.synonyms = synonyms
    }

    /// What counts when it is not set for this thing itself any more, as far as the broker told; nil when it did not.
    public var inherited: Synonym? {
        isDefault ? synonyms.first : synonyms.first { $0.source != source }
    }
}

/// One change of a setting.
public enum ConfigChange: Sendable, Hashable {
    /// Give it a value.
    case set(String, to: String)
    /// Take the own value away, so that the one behind it counts again.
    case revert(String)

    /// The setting.
    public var name: String {
        switch self {
        case .set(let name, _), .revert(let name): name
        }
    }
}
