import KafkaClient
import KafkaWire

/// The names that only files or the cluster know.
extension WordCompletion {
    static func candidates(_ words: [String]) -> [Candidate] {
        switch answer(words) {
        case .words(let candidates): return candidates
        case .files: return [Candidate(word: ":files")]
        case .contexts: return contexts.map { Candidate(word: $0) }
        case .topics: return names(words, topics)
        case .groups:
            return names(words) { (cluster: Cluster) async throws(ClientError) in
                try await cluster.listGroups().map(\.id.rawValue)
            }
        case .brokers:
            return names(words) { (cluster: Cluster) async throws(ClientError) in
                try await cluster.metadata([]).brokers.map(\.id.description) + ["all"]
            }
        case .partitions: return partitions(words)
        case .settings(let kind, let name, let assigns):
            return names(words) { (cluster: Cluster) async throws(ClientError) in
                try await settings(kind, name, cluster).map { assigns ? $0 + "=" : $0 }
            }
        }
    }

    @Sendable private static func topics(_ cluster: Cluster) async throws(ClientError) -> [String] {
        try await cluster.metadata(nil).topics.filter { !$0.isInternal }.map(\.name.rawValue)
    }

    /// `orders`, `orders:0`, `orders:0,3`: what is typed of the list stays.
    private static func partitions(_ words: [String]) -> [Candidate] {
        let last = words.last ?? ""
        guard let colon = last.firstIndex(of: ":") else { return names(words, topics) }
        let topic = TopicName(String(last[..<colon]))
        let start = last.lastIndex { $0 == "," || $0 == ":" } ?? colon
        let typed = String(last[...start])
        let chosen = last[last.index(after: colon)...].split(separator: ",").dropLast(start == colon ? 1 : 0)
        return names(words) { (cluster: Cluster) async throws(ClientError) in
            (try await cluster.metadata([topic]).topic(topic)?.partitions ?? []).map(\.index).sorted()
                .filter { !chosen.contains(Substring(String($0))) }.map { typed + String($0) }
        }
    }

    /// The settings that can be changed. What a new topic may have is read from any topic there is.
    private static func settings(
        _ kind: String, _ name: String?, _ cluster: Cluster
    ) async throws(ClientError) -> [String] {
        let resource: ConfigResource
        switch kind.first {
        case "g": resource = .group(GroupID(name ?? ""))
        case "b":
            let brokers = try await cluster.metadata([]).brokers
            guard let id = name.flatMap({ Int32($0) }).map({ BrokerID($0) }) ?? brokers.first?.id else { return [] }
            resource = .broker(id)
        default:
            var topic = name.map { TopicName($0) }
            if topic == nil { topic = try await cluster.metadata(nil).topics.first?.name }
            guard let topic else { return [] }
            resource = .topic(topic)
        }
        let found = await cluster.configs(of: [resource])[resource]
        return try found?.get().filter { !$0.isReadOnly }.map(\.name) ?? []
    }

    private static var contexts: [String] {
        guard let store = ContextStore.standard(), let file = try? store.load() else { return [] }
        return file.contexts.map(\.name)
    }

    /// Asks the cluster that the words so far lead to.
    private static func names(
        _ words: [String], _ ask: @escaping @Sendable (Cluster) async throws(ClientError) -> [String]
    ) -> [Candidate] {
        // Only what says where the cluster is; the rest of the line is not finished.
        var invocation = Invocation(command: CommandTable.root)
        let known = Attached.options
        var waiting: CommandOption?
        for word in words.dropLast() {
            if let option = waiting {
                invocation.set(option.name, word)
                waiting = nil
            } else {
                let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let option = known.first {
                    parts[0] == "--" + $0.name || parts[0] == $0.alias.map { "--" + $0 } ?? ""
                        || word == $0.letter.map { "-\($0)" }
                }
                guard parts.count == 2, let option else {
                    waiting = option
                    continue
                }
                invocation.set(option.name, String(parts[1]))
            }
        }
        let asked = invocation
        let found = try? Attached.run(asked) { (cluster: Cluster) async throws(Failure) -> [String] in
            try await Attached.asked { () async throws(ClientError) in try await ask(cluster) }
        }
        return (found ?? []).map { Candidate(word: $0) }
    }
}
