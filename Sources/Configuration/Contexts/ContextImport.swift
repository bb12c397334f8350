/// Reads the clusters out of the settings of other programs.
public enum ContextImport {
    /// The programs whose settings are read.
    public enum Source: String, CaseIterable, Sendable {
        /// `client.properties` of Java's clients and Kafka's own tools.
        case java
        /// `kcat.conf`, which are librdkafka's keys.
        case kcat
        case kaf
        case kafkactl
        case ktea
        case yozefu
        case rpk

        /// Where the program keeps its settings, below the user's home; the first that exists is it.
        public var places: [String] {
            switch self {
            case .java: []
            case .kcat: [".config/kcat.conf", ".config/kafkacat.conf"]
            case .kaf: [".kaf/config"]
            case .kafkactl: [".config/kafkactl/config.yml", ".kafkactl/config.yml"]
            case .ktea: [".config/ktea/config.yaml"]
            case .yozefu: [".config/io.maif.yozefu/config.json"]
            case .rpk: [".config/rpk/rpk.yaml"]
            }
        }

        /// The variable that names another place.
        public var variables: [String] {
            switch self {
            case .kcat: ["KCAT_CONFIG", "KAFKACAT_CONFIG"]
            case .kafkactl: ["KAFKA_CTL_CONFIG"]
            case .yozefu: ["YOZEFU_CONFIG_FILE"]
            case .rpk: ["RPK_CONFIG"]
            case .java, .kaf, .ktea: []
            }
        }
    }

    /// The clusters in `text`, and whose settings they are. `name` is for a file that describes a single one without a name.
    public static func read(
        _ text: String, name: String
    ) throws(ImportError) -> (source: Source, contexts: [ImportedContext]) {
        // Properties are YAML too, one long word: what no program's keys are in is read as properties.
        if let root = try? YAMLDocument(Array(text.utf8)).root, let source = source(of: root) {
            let contexts = try read(root, source)
            if contexts.isEmpty { throw ImportError("there is no cluster in these settings of \(source.rawValue)") }
            return (source, contexts)
        }
        let entries = PropertiesDocument(text).entries
        guard entries.contains(where: { $0.key.contains(".") }) else {
            throw ImportError(
                "these are neither properties of a Kafka client nor settings of kaf, kafkactl, ktea, yozefu or rpk")
        }
        var imported = ImportedContext(name)
        for entry in entries { imported.set(entry.key, entry.value) }
        let isJava = imported.context["sasl.jaas.config"] != nil || imported.context["bootstrap.servers"] != nil
        return (isJava ? .java : .kcat, [imported])
    }

    /// Whose settings these are, by the keys in them.
    private static func source(of root: YAMLValue) -> Source? {
        if root["profiles"] != nil { return .rpk }
        if case .map? = root["contexts"] { return .kafkactl }
        guard let clusters = root["clusters"] else { return nil }
        if case .map = clusters { return .yozefu }
        return clusters.elements.contains { $0["servers"] != nil } ? .ktea : .kaf
    }

    private static func read(_ root: YAMLValue, _ source: Source) throws(ImportError) -> [ImportedContext] {
        switch source {
        case .kaf:
            root["clusters"]?.elements.compactMap { kaf($0, current: root["current-cluster"]?.text) } ?? []
        case .kafkactl:
            root["contexts"]?.entries.map { kafkactl($0.key, $0.value, current: root["current-context"]?.text) } ?? []
        case .ktea: root["clusters"]?.elements.compactMap(ktea) ?? []
        case .yozefu:
            root["clusters"]?.entries.map { yozefu($0.key, $0.value, defaults: root["default_kafka_config"]) } ?? []
        case .rpk: root["profiles"]?.elements.compactMap { rpk($0, current: root["current_profile"]?.text) } ?? []
        case .java, .kcat: []
        }
    }
}
