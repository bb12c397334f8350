import KafkaClient
import KafkaWire

/// A line of the topics table. It holds the topic alone; what else it says is looked up for the lines that are seen.
struct TopicRow: Sendable {
    /// The topic.
    var topic: TopicInfo

    /// Offsets between first and end over all partitions; nil while not all are known.
    func records(_ view: ClusterView) -> Int64? { view.totals[topic.name]?.records }

    /// Bytes of one copy; nil while not known.
    func size(_ view: ClusterView) -> Int64? { view.totals[topic.name]?.bytes }

    /// Records written a second; nil until two answers are known.
    func rate(_ view: ClusterView) -> Double? { view.topicEnds[topic.name]?.rate() }

    /// A partition of it could not be asked.
    func hasFailed(_ view: ClusterView) -> Bool { view.totals[topic.name]?.hasFailed ?? false }

    /// Offsets count more than records: compacted, transactional, or not known to be neither.
    func isUpperBound(_ view: ClusterView) -> Bool {
        (view.configs[topic.name]?.value?.isCompacted ?? true) || view.transactional.contains(topic.name)
    }

    /// Replicas the topic should have.
    var replicationFactor: Int { topic.partitions.reduce(0) { max($0, $1.replicas.count) } }

    /// Partitions with fewer in sync than they should have.
    var belowReplicationFactor: Int { topic.partitions.count { $0.inSync.count < $0.replicas.count } }

    /// Partitions nobody leads.
    var leaderless: Int { topic.partitions.count { $0.leader == nil } }

    /// `1,322,913`, `≤ 40,912`, `unknown`, `·`.
    func recordsText(_ view: ClusterView) -> String {
        guard let records = records(view) else { return hasFailed(view) ? Quantity.unknown : Quantity.asking }
        return isUpperBound(view) && records > 0 ? Quantity.atMost(records) : Quantity.grouped(records)
    }

    /// How long records are kept: `7 d`, `latest`.
    func keeps(_ view: ClusterView) -> String {
        guard let known = view.configs[topic.name] else { return Quantity.asking }
        return known.value?.keeps ?? known.placeholder
    }

    /// The groups that commit on it, with the worst of them.
    func groups(_ view: ClusterView, now: Int64) -> TopicGroups {
        let list = view.groupsOn[topic.name] ?? []
        return TopicGroups(
            isKnown: view.groups.value != nil && (view.groupsUnasked == 0 || !list.isEmpty), count: list.count,
            behind: ClusterView.Behind.worst(list.compactMap { view.behind($0.group, $0.partitions, now: now) }),
            lag: list.compactMap(\.lag).max())
    }

    /// The one thing to note, the worst first.
    var note: (text: String, isBad: Bool) {
        if topic.error != .none { return (topic.error.name, true) }
        let (leaderless, below) = (leaderless, belowReplicationFactor)
        if leaderless > 0 { return ("\(leaderless) without leader", true) }
        if below > 0 { return ("\(below) below RF", false) }
        let name = topic.name.rawValue.lowercased()
        if [".dlt", ".dlq", "-dlt", "-dlq", "dead-letter", "dead.letter"].contains(where: name.hasSuffix) {
            return ("dead letters", false)
        }
        if topic.isInternal { return ("Kafka's own", false) }
        return ("", false)
    }
}

/// How the groups of a topic stand.
struct TopicGroups: Sendable {
    /// All groups were asked, or some that are here.
    var isKnown: Bool
    /// Groups with commits on it.
    var count: Int
    /// The worst of them in time.
    var behind: ClusterView.Behind?
    /// The worst of them in records; nil when not known.
    var lag: Int64?

    /// `3 · behind 41 s`, `1 · up to date`, `–`.
    var text: String {
        guard isKnown else { return Quantity.asking }
        guard count > 0 else { return Quantity.nothing }
        if isUpToDate { return "\(count) · up to date" }
        if let behind, behind != .none { return "\(count) · behind \(behind.text)" }
        return lag.map { "\(count) · \(Quantity.grouped($0)) behind" } ?? "\(count)"
    }

    /// Every group that commits here is up to date, as far as commits every few seconds can say.
    var isUpToDate: Bool {
        if case .time(let span) = behind { return span < ClusterView.upToDate }
        return behind == ClusterView.Behind.none || lag == 0
    }

    /// For sorting: in time where it is known, else in records, below all that is known in time.
    var sortKey: Double {
        if let behind { return 1e6 + Double(behind.milliseconds) }
        guard let lag else { return count > 0 ? 0 : -1 }
        return 1e6 * Double(lag) / (Double(lag) + 1e6)
    }
}
