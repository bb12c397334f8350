import KafkaWire

/// What the cluster said about one partition, as far as planning needs it.
struct PartitionFacts: Sendable, Equatable {
    var committed: Int64?
    /// The leader epoch of the committed offset and the partition's own; -1 where one is not told.
    var committedEpoch: Int32 = -1
    var leaderEpoch: Int32 = -1
    var logStart: Int64
    var logEnd: Int64
    /// The first offset at or after the wanted moment; nil when no record is that late.
    var atMoment: Int64?
    /// Where the group to copy from is; nil when it has no commit here.
    var other: Int64?
}

/// The pure part of planning: facts and a target in, a row out.
enum ResetArithmetic {
    static func row(
        _ topicPartition: TopicPartition, _ facts: PartitionFacts, target: ResetTarget, moment: String?
    ) -> ResetPlan.Row {
        var row = ResetPlan.Row(
            topicPartition: topicPartition, now: facts.committed, new: nil, logStart: facts.logStart,
            logEnd: facts.logEnd, note: nil, next: nil)
        switch target {
        case .earliest: row.new = facts.logStart
        case .latest: row.new = facts.logEnd
        case .time, .duration:
            row.new = facts.atMoment ?? facts.logEnd
            if facts.atMoment == nil {
                let since = moment.map { "no record since \($0)" } ?? "no record that late"
                row.note = .init(since, facts.committed == facts.logEnd ? "stays at the end" : "goes to the end")
            }
        case .offset(let offset): clamp(offset, facts, &row)
        case .shift(let steps):
            if let committed = facts.committed {
                clamp(committed.addingClamped(steps), facts, &row)
            } else {
                row.note = .init("no commit to shift", "left alone")
            }
        case .positions(let positions):
            if let offset = positions[topicPartition] { clamp(offset, facts, &row) }
        case .group(let other):
            if let offset = facts.other {
                clamp(offset, facts, &row)
            } else {
                row.note = .init("\(other) has no commit here", "left alone")
            }
        }
        if row.note == nil, let committed = facts.committed {
            if facts.committedEpoch >= 0, facts.leaderEpoch >= 0, facts.committedEpoch > facts.leaderEpoch {
                row.note = .init(
                    "committed under an epoch that the partition has not reached",
                    "probably the topic was created again")
            } else if committed < facts.logStart {
                row.note = .init("committed \(grouped(committed)) is no longer in the log")
            } else if committed > facts.logEnd {
                row.note = .init("committed \(grouped(committed)) is past the end", "was the topic created again?")
            } else if row.new == committed {
                row.note = .init("already there")
            }
        }
        return row
    }

    private static func clamp(_ offset: Int64, _ facts: PartitionFacts, _ row: inout ResetPlan.Row) {
        if offset < facts.logStart {
            row.new = facts.logStart
            row.isClamped = true
            row.note = .init("\(grouped(offset)) is before the log", "clamped to its start \(grouped(facts.logStart))")
        } else if offset > facts.logEnd {
            row.new = facts.logEnd
            row.isClamped = true
            row.note = .init("\(grouped(offset)) is past the log", "clamped to its end \(grouped(facts.logEnd))")
        } else {
            row.new = offset
        }
    }

    /// Why a commit from outside the group would be refused, or nil. Kafka takes one only while nobody is a member; and
    /// offsets are not the whole position of every kind of group.
    /// - Parameter type: the group's type where it is known: `classic`, `consumer`, `share`, `streams`.
    static func refusal(
        state: String, type: String = "", protocolType: String = "consumer", holders: [GroupMemberInfo]
    ) -> String? {
        let kind = type.lowercased()
        if kind == "share" || kind == "streams" {
            return
                "This is a \(kind) group: its position is more than offsets. Kafka's own kafka-\(kind)-groups --reset-offsets moves it."
        }
        if protocolType == "connect" {
            return
                "This group holds Connect's workers together: connectors keep their positions elsewhere, use Connect's own interface."
        }
        if holders.isEmpty, ["Empty", "Dead", ""].contains(state) { return nil }
        if holders.isEmpty {
            return "Kafka refuses while the group is \(state). Wait until it is Empty, then plan again."
        }
        let more = holders.count > 3 ? " and \(holders.count - 3) more" : ""
        let members = holders.count == 1 ? "1 member holds" : "\(holders.count) members hold"
        return "Kafka refuses while \(members) the group: "
            + holders.prefix(3).map(\.nameAndHost).joined(separator: ", ")
            + "\(more). Stop \(holders.count == 1 ? "it" : "them"), then plan again."
    }
}

extension ResetPlan {
    /// What a person should know of a group before moving it by offsets alone; nil when there is nothing.
    /// - Parameter topics: names of topics that exist, or that the group committed on.
    public static func caution(_ group: GroupID, topics: some Sequence<TopicName>) -> String? {
        let prefix = group.rawValue + "-"
        let own = topics.filter {
            $0.rawValue.hasPrefix(prefix)
                && ($0.rawValue.hasSuffix("-repartition") || $0.rawValue.hasSuffix("-changelog"))
        }
        guard let first = own.first else { return nil }
        return
            "\(first) belongs to it, so this is probably a Kafka Streams application: its state stores do not move with "
            + "its offsets. kafka-streams-application-reset does both."
    }
}
