import KafkaClient
import KafkaWire
import Terminal

/// Names that have to be there. Every command says in the same words that one is not, with exit code 3.
enum Known {
    /// The topic of that name.
    static func topic(_ name: TopicName, _ cluster: Cluster) async throws(Failure) -> TopicInfo {
        let metadata = try await Attached.asked { () async throws(ClientError) in try await cluster.metadata([name]) }
        let found = metadata.topic(name)
        let code = found?.error ?? .unknownTopicOrPartition
        if let found, code == .none { return found }
        if code == .unknownTopicOrPartition { throw await noTopic(name, cluster) }
        let error = ClientError.broker(code, nil)
        throw Failure(.of(error), "topic \(name): \(error.sentence)")
    }

    /// Asks about partitions of topics. When the cluster does not know one of them, says which.
    static func asked<Value: Sendable>(
        _ topics: [TopicName], _ partitions: [TopicPartition], _ cluster: Cluster,
        _ work: @Sendable () async throws(ClientError) -> Value
    ) async throws(Failure) -> Value {
        do throws(ClientError) {
            return try await work()
        } catch {
            if case .broker(.unknownTopicOrPartition, _) = error {
                try await check(topics, partitions, cluster)
            }
            throw Failure(error)
        }
    }

    /// The same of one topic.
    static func asked<Value: Sendable>(
        _ topic: TopicName, _ partitions: [Int32]?, _ cluster: Cluster,
        _ work: @Sendable () async throws(ClientError) -> Value
    ) async throws(Failure) -> Value {
        try await asked([topic], (partitions ?? []).map { TopicPartition(topic, $0) }, cluster, work)
    }

    /// Fails for the first of these that is not there.
    static func check(
        _ topics: [TopicName], _ partitions: [TopicPartition], _ cluster: Cluster
    ) async throws(Failure) {
        for name in Set(topics + partitions.map(\.topic)).sorted() {
            let topic = try await topic(name, cluster)
            let numbers = topic.partitions.map(\.index)
            if let missing = partitions.sorted().first(where: { $0.topic == name && !numbers.contains($0.partition) }) {
                throw noPartition(missing, of: numbers.count)
            }
        }
    }

    /// A partition that its topic does not have.
    static func noPartition(_ missing: TopicPartition, of count: Int) -> Failure {
        Failure(
            .notFound,
            "there is no partition \(missing.partition) in \(missing.topic): "
                + (count == 1 ? "it has only 0" : "it has 0 to \(count - 1)"))
    }

    /// A topic that is not there.
    static func noTopic(_ name: TopicName, _ cluster: Cluster) async -> Failure {
        let names = (try? await cluster.metadata(nil).topics.map(\.name.rawValue)) ?? []
        return missing("topic", name.rawValue, among: names, list: "kdeck topics")
    }

    /// A group that is not there.
    static func noGroup(_ id: GroupID, _ cluster: Cluster) async -> Failure {
        let names = (try? await cluster.listGroups().map(\.id.rawValue)) ?? []
        return missing("group", id.rawValue, among: names, list: "kdeck groups")
    }

    /// Fails for a broker that is not there, or does not run.
    static func broker(_ id: BrokerID, _ cluster: Cluster) async throws(Failure) {
        let up = try await Attached.asked { () async throws(ClientError) in try await cluster.metadata([]).brokers }
        if up.contains(where: { $0.id == id }) { return }
        let gone = ((try? await cluster.registeredBrokers()) ?? []).map(\.info)
        if let info = gone.first(where: { $0.id == id }) {
            throw Failure(.unreachable, "broker \(id) at \(info.address) is down: only it knows; start it")
        }
        throw missing("broker", id.description, among: up.map(\.id.description), list: "kdeck brokers")
    }

    /// The one text for what was named and is not there.
    static func missing(_ what: String, _ name: String, among names: [String], list: String) -> Failure {
        Failure(
            .notFound,
            "there is no \(what) '\(Sanitizer.visible(name))';\(Nearest.hint(name, among: names)) `\(list)` lists them")
    }
}
