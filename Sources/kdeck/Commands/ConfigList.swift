import KafkaClient
import KafkaWire
import Terminal

/// `kdeck configs topic|broker NAME`: lists settings; with --set and --delete says what would change, and with --execute
/// changes it.
enum ConfigList {
    /// What has settings.
    static let kinds = ["topic", "broker", "group"]

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let resource = try resource(invocation)
        var changes: [ConfigChange] = []
        for word in invocation.all("set") { changes.append(try Assignment.set(word)) }
        for name in invocation.all("delete") { changes.append(.revert(name)) }
        if changes.isEmpty {
            guard !invocation.has("execute") else { throw .usage("--execute wants a --set or --delete") }
            return try list(invocation, resource, format)
        }
        try change(invocation, resource, changes, format)
    }

    private static func resource(_ invocation: Invocation) throws(Failure) -> ConfigResource {
        let name = invocation.operands[1]
        switch invocation.operands[0] {
        case "topic", "topics": return .topic(try TopicName.of(name))
        case "group", "groups": return .group(try GroupID.of(name))
        case "broker", "brokers":
            if name == "all" { return .allBrokers }
            guard let id = Int32(name) else {
                throw .usage(
                    "'\(Sanitizer.visible(name))' is no broker: one is a number, or all; `kdeck brokers` lists them")
            }
            return .broker(BrokerID(id))
        case let other:
            throw .usage(
                "'\(Sanitizer.visible(other))' has no settings;\(Nearest.hint(other, among: kinds)) "
                    + "say topic, broker or group")
        }
    }

    private static func list(
        _ invocation: Invocation, _ resource: ConfigResource, _ format: OutputFormat
    ) throws(Failure) {
        let everything = invocation.has("all") || !format.isForPeople
        let entries = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [ConfigEntry] in
            try await Self.entries(of: resource, cluster)
        }
        let own = entries.filter { $0.source != .kafka }.sorted { $0.name < $1.name }
        let defaults = entries.filter { $0.source == .kafka }.sorted { $0.name < $1.name }
        let listing = Listing(everything ? own + defaults : own, columns)
        try listing.print(as: format, empty: Self.nothing(resource, of: entries.count))
    }

    /// What is said where nothing differs.
    private static func nothing(_ resource: ConfigResource, of count: Int) -> String {
        let what: String
        switch resource {
        case .allBrokers: return "Nothing is set for all brokers at run time."
        case .topic(let name): what = "topic \(name)"
        case .broker(let id): what = "broker \(id)"
        case .group(let id): what = "group \(Sanitizer.visible(id.rawValue))"
        }
        return count == 0
            ? "There are no settings of \(what)."
            : "All \(NumberText.count(Int64(count))) settings of \(what) are the default; --all lists them."
    }

    private static var columns: [(OutputColumn, (ConfigEntry) -> OutputCell)] {
        [
            (OutputColumn("name", "SETTING"), { .text($0.name) }),
            (OutputColumn("value", "VALUE"), { value($0) }),
            (OutputColumn("source", "FROM"), { .text($0.source.words) }),
            (OutputColumn("default", nil), { .flag($0.source == ConfigSource.kafka) }),
            (OutputColumn("type", "TYPE", wide: true), { .text($0.type) }),
            (OutputColumn("readOnly", "AT START", wide: true), { .flag($0.isReadOnly) }),
            (OutputColumn("inherited", "ELSE", wide: true), { inherited($0) }),
            (OutputColumn("inheritedName", nil), { .text($0.source == ConfigSource.kafka ? nil : $0.inherited?.name) }),
            (OutputColumn("documentation", nil), { .text($0.documentation.isEmpty ? nil : $0.documentation) }),
        ]
    }

    private static func value(_ entry: ConfigEntry) -> OutputCell {
        entry.value.map { .text($0) } ?? OutputCell(.null, "hidden")
    }

    private static func inherited(_ entry: ConfigEntry) -> OutputCell {
        .text(entry.source == ConfigSource.kafka ? nil : entry.inherited?.value)
    }

    private static func entries(of resource: ConfigResource, _ cluster: Cluster) async throws(Failure) -> [ConfigEntry]
    {
        var topics: [TopicName] = []
        switch resource {
        // A cluster's brokers are known only after it was asked for them.
        case .broker(let id): try await Known.broker(id, cluster)
        case .topic(let name): topics = [name]
        default: break
        }
        let found = await cluster.configs(of: [resource], isDeep: true)[resource]
        return try await Known.asked(topics, [], cluster) { () async throws(ClientError) in
            guard let found else { return [] }
            return try found.get()
        }
    }

    /// The settings as the cluster has them after a change. Another broker than the one that took it may be asked and hears of
    /// it a moment later.
    private static func readBack(
        of resource: ConfigResource, _ changes: [ConfigChange], _ cluster: Cluster
    ) async throws(Failure) -> [ConfigEntry] {
        var found = try await entries(of: resource, cluster)
        for _ in 0..<20 {
            let isThere = changes.allSatisfy { change in
                let entry = found.first { $0.name == change.name }
                switch change {
                case .set(_, let value): return entry?.value == nil || entry?.value == value
                case .revert: return entry.map { $0.source != ConfigSource.own(resource) } ?? true
                }
            }
            if isThere { break }
            try await Attached.asked { () async throws(ClientError) in try await cluster.pause(.milliseconds(100)) }
            found = try await entries(of: resource, cluster)
        }
        return found
    }

    /// A topic has these settings and no others; brokers have some that they do not list.
    private static func check(
        _ changes: [ConfigChange], against entries: [ConfigEntry], of resource: ConfigResource
    ) throws(Failure) {
        guard case .topic(let topic) = resource else { return }
        let names = entries.map(\.name)
        guard let unknown = changes.first(where: { !names.contains($0.name) }) else { return }
        throw Known.missing("setting", unknown.name, among: names, list: "kdeck configs topic \(topic) --all")
    }

    private static func change(
        _ invocation: Invocation, _ resource: ConfigResource, _ changes: [ConfigChange], _ format: OutputFormat
    ) throws(Failure) {
        let isExecuted = invocation.has("execute")
        let (before, after) = try Attached.run(invocation) {
            (cluster: Cluster) async throws(Failure) -> ([ConfigEntry], [ConfigEntry]?) in
            let before = try await entries(of: resource, cluster)
            try check(changes, against: before, of: resource)
            // The cluster looks at the change before anything is done.
            try await Attached.asked { () async throws(ClientError) in
                for validateOnly in isExecuted ? [true, false] : [true] {
                    try await cluster.alterConfigs(of: resource, changes, validateOnly: validateOnly)
                }
            }
            return (before, isExecuted ? try await readBack(of: resource, changes, cluster) : nil)
        }
        func cell(_ entries: [ConfigEntry]?, _ name: String) -> OutputCell {
            guard let entry = entries?.first(where: { $0.name == name }) else { return .nothing }
            return value(entry)
        }
        func wanted(_ change: ConfigChange) -> OutputCell {
            switch change {
            case .set(_, let value): .text(value)
            case .revert(let name):
                before.first { $0.name == name }?.inherited?.value.map { .text($0) }
                    ?? OutputCell(.null, "what the cluster has")
            }
        }
        let listing = Listing(
            changes,
            [
                (OutputColumn("name", "SETTING"), { .text($0.name) }),
                (OutputColumn("now", "NOW"), { cell(before, $0.name) }),
                (OutputColumn("new", isExecuted ? nil : "NEW"), { wanted($0) }),
                (OutputColumn("readBack", isExecuted ? "IS" : nil), { cell(after, $0.name) }),
            ])
        var output = StandardOutput()
        output.write(listing.text(as: format, isTerminal: StandardOutput.isTerminal))
        if format.isForPeople, !isExecuted {
            output.write("The cluster would take it. Nothing was done: --execute does it.\n")
        }
        try output.finish()
    }
}

extension ConfigSource {
    /// Where a value that was given to this very thing comes from.
    fileprivate static func own(_ resource: ConfigResource) -> ConfigSource {
        switch resource {
        case .topic: .topic
        case .broker: .broker
        case .allBrokers: .allBrokers
        case .group: .group
        }
    }
}
