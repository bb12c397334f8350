import KafkaWire

/// One broker-wide setting: what it is, whether it can change while the broker runs, and where its value lives.
struct BrokerConfig: Sendable {
    /// How a setting may change (Kafka's update modes).
    enum UpdateMode: String, Sendable {
        /// Fixed at start.
        case readOnly = "read-only"
        /// Changed for the whole cluster or for one broker, in force at once.
        case clusterWide = "cluster-wide"
    }

    /// Where the value lives.
    enum Place: Sendable {
        /// With the topic settings, which fall back on it.
        case topics
        /// In a property of the configuration. `write` is given only what the definition accepts.
        case property(
            read: @Sendable (BrokerConfiguration) -> String?,
            write: @Sendable (inout BrokerConfiguration, String) -> Void)

        /// A whole number; the property holds it times `scale`.
        static func number<T: FixedWidthInteger & Sendable>(
            _ path: any WritableKeyPath<BrokerConfiguration, T> & Sendable, scale: Int64 = 1
        ) -> Place {
            .property(
                read: { "\(Int64($0[keyPath: path]) / scale)" },
                write: { configuration, text in
                    let (value, overflow) = (Int64(text.trimmed) ?? 0).multipliedReportingOverflow(by: scale)
                    configuration[keyPath: path] = overflow ? T.max : T(clamping: value)
                })
        }

        /// True or false.
        static func flag(_ path: any WritableKeyPath<BrokerConfiguration, Bool> & Sendable) -> Place {
            .property(
                read: { "\($0[keyPath: path])" },
                write: { $0[keyPath: path] = $1.trimmed.lowercased() == "true" })
        }

        /// A setting that has only one value here: accepted so that a file that names it can be used.
        static func fixed(_ value: String) -> Place {
            .property(read: { _ in value }, write: { _, _ in })
        }
    }

    let definition: ConfigDefinition
    let update: UpdateMode
    let place: Place

    init(
        _ name: String, _ type: ConfigDefinition.ValueType, _ rule: ConfigDefinition.Rule, _ place: Place,
        update: UpdateMode = .readOnly, _ documentation: String
    ) {
        var usual: String?
        if case .property(let read, _) = place { usual = read(BrokerConfiguration(dataDirectory: "")) }
        definition = ConfigDefinition(name, type, usual, rule, documentation)
        self.update = update
        self.place = place
    }

    /// The broker-wide setting behind a topic setting.
    init(_ synonym: ConfigDefinition.Synonym, of topic: ConfigDefinition, isLast: Bool) {
        // As in Kafka: of retention in hours, minutes and milliseconds the one in hours has the default.
        let usual = isLast ? topic.defaultValue.map { Self.divide($0, by: synonym.scale) } : nil
        definition = ConfigDefinition(
            synonym.name, synonym.scale == 1 ? topic.type : .int, usual,
            synonym.scale == 1 ? topic.rule : .integers(-1...Int64(Int32.max)), topic.documentation)
        update = synonym.scale == 1 ? .clusterWide : .readOnly
        place = .topics
    }

    private static func divide(_ value: String, by scale: Int64) -> String {
        guard scale > 1, let number = Int64(value) else { return value }
        return "\(number / scale)"
    }
}

/// Why a setting of the broker is refused: one line.
public struct ConfigError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The sentence.
    public let description: String

    init(_ description: String) { self.description = description }
}

extension BrokerConfiguration {
    /// A broker-wide setting as `kdeck serve --list-configs` shows it.
    public struct Setting: Sendable {
        /// Kafka's name; `kdeck.` in front where Kafka has no such setting.
        public let name: String
        /// Kafka's word for its type.
        public let type: String
        /// The value when none is given; nil for none.
        public let standard: String?
        /// `read-only`, or `cluster-wide` when it can be altered while the broker runs.
        public let update: String
        /// One sentence.
        public let documentation: String
    }

    /// Every setting that `set` takes, by name.
    public static var settings: [Setting] {
        BrokerConfigs.all.map {
            Setting(
                name: $0.definition.name, type: $0.definition.type.word, standard: $0.definition.defaultValue,
                update: $0.update.rawValue, documentation: $0.definition.documentation)
        }
    }

    /// Sets what Kafka's dotted name stands for. A name that is not there is refused with the nearest one that is.
    public mutating func set(_ name: String, _ value: String) throws(ConfigError) {
        guard let config = BrokerConfigs.config(name) else {
            let hint = BrokerConfigs.nearest(to: name).map { "; did you mean \($0)?" } ?? ""
            throw ConfigError("there is no broker setting \(name) here\(hint)")
        }
        if let complaint = config.definition.complaint(about: value) { throw ConfigError(complaint) }
        given[name] = value
        if case .property(_, let write) = config.place { write(&self, value) }
    }
}
