import KafkaClient
import KafkaWire

/// The names that only files or the cluster know.
extension WordCompletion {
    static func candidates(_ line: TypedLine) -> [Candidate] {
        switch answer(line) {
        case .words(let candidates): return candidates
        // What is typed of an option stands before a file's name and no shell takes it off.
        case .files: return line.before.isEmpty ? [Candidate(word: ":files")] : []
        case .contexts: return contexts.map { Candidate(word: $0) }
        case .topics:
            // Kafka's own are many and seldom meant; who types their first letter means them.
            let withInternal = line.last.hasPrefix("_")
            return names(line) { (cluster: Cluster) async throws(ClientError) in
                try await topics(cluster, withInternal: withInternal)
            }
        case .groups:
            return names(line) { (cluster: Cluster) async throws(ClientError) in
                try await cluster.listGroups().map(\.id.rawValue)
            }
        case .brokers:
            return names(line) { (cluster: Cluster) async throws(ClientError) in
                try await cluster.metadata([]).brokers.map(\.id.description) + ["all"]
            }
        case .partitions: return partitions(line)
        case .numbers(let topic): return numbers(of: topic, behind: ",", line)
        case .settings(let kind, let name, let assigns):
            return names(line) { (cluster: Cluster) async throws(ClientError) in
                try await settings(kind, name, cluster).map { assigns ? $0 + "=" : $0 }
            }
        }
    }

    private static func topics(_ cluster: Cluster, withInternal: Bool) async throws(ClientError) -> [String] {
        try await cluster.metadata(nil).topics.filter { withInternal || !$0.isInternal }.map(\.name.rawValue)
    }

    /// `orders`, `orders:0`, `orders:0,3`: what is typed of the list stays.
    private static func partitions(_ line: TypedLine) -> [Candidate] {
        guard let colon = line.last.firstIndex(of: ":") else {
            return names(line) { (cluster: Cluster) async throws(ClientError) in
                try await topics(cluster, withInternal: false)
            }
        }
        return numbers(of: String(line.last[..<colon]), behind: ":,", line)
    }

    /// Numbers of partitions behind the last of these marks, but for those that stand in the list already.
    private static func numbers(of name: String, behind marks: String, _ line: TypedLine) -> [Candidate] {
        let topic = TopicName(name)
        let typed = String(
            line.last[
                ..<(line.last.lastIndex { marks.contains($0) }.map { line.last.index(after: $0) }
                    ?? line.last.startIndex)])
        let chosen = typed.split { marks.contains($0) }
        return names(line) { (cluster: Cluster) async throws(ClientError) in
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
        _ line: TypedLine, _ ask: @escaping @Sendable (Cluster) async throws(ClientError) -> [String]
    ) -> [Candidate] {
        // Only what says where the cluster is; the rest of the line is not finished.
        var invocation = Invocation(command: CommandTable.root)
        for option in Attached.options {
            for argument in line.arguments(of: option.name) { invocation.set(option.name, argument) }
        }
        let asked = invocation
        let found = try? Attached.run(asked) { (cluster: Cluster) async throws(Failure) -> [String] in
            try await Attached.asked { () async throws(ClientError) in try await ask(cluster) }
        }
        return (found ?? []).map { Candidate(word: $0) }
    }
}
