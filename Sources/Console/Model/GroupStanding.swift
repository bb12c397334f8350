import KafkaClient
import KafkaWire

extension ClusterView {
    /// How long a group is behind in one partition.
    enum Behind: Equatable, Sendable, Comparable {
        /// Up to date, or nothing to say.
        case none
        /// About so many milliseconds.
        case time(Int64)
        /// Longer than was watched, milliseconds.
        case moreThan(Int64)

        /// For comparing: milliseconds.
        var milliseconds: Int64 {
            switch self {
            case .none: 0
            case .time(let span), .moreThan(let span): span
            }
        }

        static func < (left: Behind, right: Behind) -> Bool { left.milliseconds < right.milliseconds }

        /// The worst of several; where one of them is longer than was watched, so is the worst.
        static func worst(_ all: some Sequence<Behind>) -> Behind? {
            var isOpen = false
            var longest: Behind?
            for behind in all {
                if case .moreThan = behind { isOpen = true }
                if longest.map({ $0 < behind }) ?? true { longest = behind }
            }
            return longest.map { isOpen ? .moreThan($0.milliseconds) : $0 }
        }

        /// `41 s`, `> 58 s`, `–`.
        var text: String {
            switch self {
            case .none: Quantity.nothing
            case .time(let span): Quantity.behind(span)
            case .moreThan(let span): "> " + Quantity.behind(span)
            }
        }
    }

    /// How old the first unread record of `group` in a partition is: by its own timestamp when it was looked at, else
    /// from when the end stood where the commit stands now; nil when neither is known.
    func behind(_ group: GroupID, _ partition: TopicPartition, now: Int64) -> Behind? {
        guard let row = lags[group]?.value?.rows[partition], let lag = row.lag, let committed = row.committed else {
            return nil
        }
        if lag == 0 { return Behind.none }
        // As old as the answer: what is not asked any more does not get later by itself.
        let now = min(now, lags[group]?.at ?? now)
        if let record = firstUnread[group]?[partition], record.timestamp > 0, record.timestamp <= now,
            now - (firstUnreadAt[group] ?? 0) < Self.unreadCounts
        {
            let age = now - record.timestamp
            guard record.offset < committed, let end = row.bounds?.end, end > record.offset else { return .time(age) }
            // It has read on since the record was looked at: so far on its way to the end, so much younger.
            let left = Double(max(0, end &- committed)) / Double(end &- record.offset)
            return .time(Int64(Double(age) * min(1, left)))
        }
        guard let history = ends[partition], let first = history.samples.first else { return nil }
        if let passed = history.time(at: committed) { return .time(max(0, now - passed)) }
        return committed < first.value && now - first.time >= 1_000 ? .moreThan(now - first.time) : nil
    }

    /// How long a record that was looked at says how late its group is, in milliseconds: until it was asked for again, and
    /// some time more.
    private static let unreadCounts: Int64 = 60_000
    /// Pause between two looks at the unread records of a group that is late, in milliseconds: each takes a dozen requests,
    /// and between two of them the commits tell how far it came.
    private static let lateInterval: Int64 = 12_000

    /// The worst ``behind(_:_:now:)`` over the partitions of a group, of one topic if given.
    func behind(_ group: GroupID, topic: TopicName? = nil, now: Int64) -> Behind? {
        guard let rows = lags[group]?.value?.rows else { return nil }
        return Behind.worst(
            rows.keys.lazy.filter { topic == nil || $0.topic == topic }.compactMap { behind(group, $0, now: now) })
    }

    /// The question that tells of one more of `groups` when its first unread record was written: whoever was not asked about
    /// for longest, those that keep up more seldom. The age of that record is what every pane says, so all of them ask.
    func unreadQuestion(among groups: some Sequence<GroupID>, now: Int64) -> Query? {
        func lastAsked(_ group: GroupID) -> Int64 { firstUnreadAt[group] ?? 0 }
        let due = groups.filter { group in
            guard lags[group]?.value?.total ?? 0 > 0 else { return false }
            let isLate = behind(group, now: now).map { $0.milliseconds >= Self.upToDate } ?? true
            return now - lastAsked(group) >= (isLate ? Self.lateInterval : 3 * Self.lateInterval)
        }
        return due.min { lastAsked($0) < lastAsked($1) }.map { .firstUnread($0) }
    }

    /// The worst ``behind(_:_:now:)`` of a group over these partitions.
    func behind(_ group: GroupID, _ partitions: [TopicPartition], now: Int64) -> Behind? {
        Behind.worst(partitions.lazy.compactMap { behind(group, $0, now: now) })
    }

    /// A commit that falls within so many milliseconds counts as up to date: groups commit every five seconds at default.
    static let upToDate: Int64 = 10_000
}
