import KafkaClient
import KafkaWire
import Terminal

/// What the groups table says of one group.
struct GroupRow: Sendable {
    var group: ListedGroup
    /// `Stable`, `Empty` …; the description's word when there is one, since it is newer.
    var state: String
    /// Members; nil while not known.
    var members: Int?
    /// Members without a partition.
    var idle: Int
    /// Records behind over the partitions that are known.
    var lag: Int64?
    /// Some partition has no commit or no end.
    var isPartial: Bool
    /// The worst partition in time.
    var behind: ClusterView.Behind?
    /// How fast it gets work and does it.
    var pace: GroupPace
    /// When a commit of it was last seen to move; nil when none was.
    var lastCommit: Int64?
    /// Since when its commits are watched.
    var watchedSince: Int64?
    /// Topics with commits or assignments.
    var topics: [TopicName]
    /// What a cell says that was not answered: `·` or `unknown`.
    var placeholder: String
    /// Why it could not be asked.
    var failure: String?

    init(_ group: ListedGroup, _ view: ClusterView, now: Int64) {
        self.group = group
        let description = view.members[group.id]
        let lag = view.lags[group.id]
        state = description?.value.map(\.state).flatMap { $0.isEmpty ? nil : $0 } ?? group.state
        members = description?.value?.members.count
        idle = description?.value?.members.count { $0.assignment.isEmpty } ?? 0
        self.lag = lag?.value?.total
        isPartial = lag?.value?.isPartial ?? false
        behind = view.behind(group.id, now: now)
        pace = GroupPace(group.id, view)
        lastCommit = lag?.value?.commits.values.compactMap(\.lastChange).max()
        watchedSince = lag?.value?.commits.values.compactMap(\.samples.first?.time).min()
        let assigned = description?.value?.members.flatMap { $0.assignment.map(\.topic) } ?? []
        topics = Set((lag?.value?.topics ?? []) + assigned).sorted()
        placeholder = lag?.placeholder ?? Quantity.asking
        failure = lag?.failure ?? description?.failure
    }

    /// `1,204`, `0`, `–` when it never committed, `unknown` when it could not be asked.
    func lagText(known: Bool) -> String {
        if let lag { return isPartial && lag == 0 ? "0" : Quantity.grouped(lag) }
        return known ? Quantity.nothing : placeholder
    }

    /// `2 s ago`, `≥ 40 s` when it stood still all the while, `–` when it never committed.
    func commitText(_ now: Int64) -> String {
        if let lastCommit { return Quantity.duration(max(1_000, now - lastCommit)) + " ago" }
        guard let watchedSince else { return Quantity.nothing }
        return now - watchedSince >= 1_000 ? "≥ " + Quantity.duration(now - watchedSince) : Quantity.asking
    }

    /// How a state is coloured; states of other vendors stay plain.
    static func role(of state: String) -> Role {
        switch state {
        case "Stable": .good
        case "PreparingRebalance", "CompletingRebalance", "Assigning", "Reconciling": .warn
        case "Dead": .bad
        default: .dim
        }
    }
}
