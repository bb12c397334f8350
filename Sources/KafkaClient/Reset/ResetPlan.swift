import Bytes
import KafkaWire

/// What a reset would do, partition by partition, before anything is sent.
public struct ResetPlan: Sendable, Equatable {
    /// The record that a group reads next when it starts at a planned offset.
    public struct NextRecord: Sendable, Equatable {
        /// Its offset; above the planned one where records between were compacted away or aborted.
        public var offset: Int64
        /// Milliseconds after the epoch, -1 when the record has none.
        public var timestamp: Int64
        /// Its key; at most `previewBytes` of it.
        public var key: ByteSlice?
        /// Its value; at most `previewBytes` of it.
        public var value: ByteSlice?

        /// A preview of a record.
        public init(offset: Int64, timestamp: Int64, key: ByteSlice?, value: ByteSlice?) {
            self.offset = offset
            self.timestamp = timestamp
            self.key = key
            self.value = value
        }
    }

    /// What a person should know about a row.
    public struct Note: Sendable, Hashable, CustomStringConvertible {
        /// What is so.
        public var reason: String
        /// What becomes of the row for it, where the reason does not say so itself.
        public var outcome: String?

        /// A note.
        public init(_ reason: String, _ outcome: String? = nil) {
            self.reason = reason
            self.outcome = outcome
        }

        /// `101 is past the log: clamped to its end 100`.
        public var description: String { outcome.map { "\(reason): \($0)" } ?? reason }
    }

    /// One partition of the plan.
    public struct Row: Sendable, Equatable {
        /// Which.
        public var topicPartition: TopicPartition
        /// The committed offset, nil when the group has none here.
        public var now: Int64?
        /// The offset to commit, nil when this partition cannot be moved; `note` says why.
        public var new: Int64?
        /// The first offset still in the log.
        public var logStart: Int64?
        /// The end: the offset that the next record gets.
        public var logEnd: Int64?
        /// What a person should know about this row: clamped, nothing there, already there.
        public var note: Note?
        /// `new` is an end of the log, since the log does not have what was asked for.
        public var isClamped = false
        /// The record the group reads next; nil at the end of the log, or when it could not be read.
        public var next: NextRecord?
        /// False when the user leaves this partition out.
        public var isIncluded = true

        /// `new - now`, nil when either is missing.
        public var change: Int64? {
            guard let now, let new else { return nil }
            return new - now
        }

        /// The same over offsets that the log still has: what retention deleted before a commit is not skipped, and what
        /// lies past the end of a topic that was made again is not read twice.
        public var distance: Int64? {
            guard let now, let new else { return nil }
            guard let logStart, let logEnd, logStart <= logEnd else { return new - now }
            return new - min(max(now, logStart), logEnd)
        }

        /// True when executing the plan writes this row.
        public var isWritten: Bool { isIncluded && new != nil && new != now }
    }

    /// How many bytes of a key or value a preview keeps.
    public static let previewBytes = 1024

    /// The group to move.
    public var group: GroupID
    /// The topics that were named; nil when the plan is for all that the group, the file or the other group has.
    public var topics: [TopicName]?
    /// The identity of each topic as the plan saw it, to know it again.
    public var topicIDs: [TopicName: KafkaUUID] = [:]
    /// Where to.
    public var target: ResetTarget
    /// The moment that `target` stands for, in milliseconds after the epoch.
    public var moment: Int64?
    /// The state of the group as the coordinator names it; `new` for one that is not there.
    public var state: String
    /// The group need not be there when the plan is executed.
    public var mayCreate = false
    /// Members that hold the group.
    public var holders: [GroupMemberInfo]
    /// One row a partition, ordered by topic and number.
    public var rows: [Row]
    /// Why Kafka would refuse, as a sentence that names who is in the way; nil when it would not.
    public var refusal: String?
    /// What should be known before moving this group by offsets alone; nil when there is nothing.
    public var caution: String?
    /// True when waiting helps: the plan could be executed, were it not for the members that hold the group.
    public var canWait = false

    /// Records that will be read a second time, over the included rows.
    public var reRead: Int64 { sum { -min(0, $0) } }
    /// Records that will never be read, over the included rows.
    public var skipped: Int64 { sum { max(0, $0) } }
    /// Partitions that get their first commit.
    public var started: Int { rows.filter { $0.isWritten && $0.now == nil }.count }
    /// Partitions whose commit changes.
    public var written: Int { rows.filter(\.isWritten).count }
    /// True when it can be armed: something would change, and only members are in the way.
    public var canArm: Bool { refusal != nil && canWait && written > 0 }
    /// True when executing would do something and nothing is in the way.
    public var canExecute: Bool { refusal == nil && written > 0 }

    private func sum(_ part: (Int64) -> Int64) -> Int64 {
        rows.filter(\.isWritten).reduce(0) { $0.addingClamped(part($1.distance ?? 0)) }
    }

    /// The totals as a person would say them.
    public var sentence: String {
        guard written > 0 else {
            return rows.isEmpty
                ? "There is no partition to move." : "Nothing changes: every partition is already there."
        }
        let back = rows.filter { $0.isWritten && ($0.distance ?? 0) < 0 }.count
        let forth = rows.filter { $0.isWritten && ($0.distance ?? 0) > 0 }.count
        var text = "Re-reads \(grouped(reRead)) \(reRead == 1 ? "record" : "records")"
        if back > 0 { text += " on \(partitions(back))" }
        text += ", skips \(grouped(skipped))"
        if forth > 0 { text += " on \(partitions(forth))" }
        if started > 0 { text += ", starts \(started) that had no commit" }
        return text + "."
    }

    /// The command of Apache Kafka that would do the same.
    public var equivalentCommand: String {
        var command = "kafka-consumer-groups --reset-offsets --group \(shellWord(group.rawValue))"
        switch target {
        case .positions, .group: break
        default:
            for topic in Set(rows.map(\.topicPartition.topic)).sorted() {
                let all = rows.filter { $0.topicPartition.topic == topic }
                let included = all.filter(\.isIncluded)
                if included.isEmpty { continue }
                let numbers = included.map { String($0.topicPartition.partition) }.joined(separator: ",")
                command += " --topic " + shellWord(topic.rawValue + (included.count < all.count ? ":" + numbers : ""))
            }
        }
        return command + " " + target.option() + " --execute"
    }

    private func partitions(_ count: Int) -> String { count == 1 ? "1 partition" : "\(count) partitions" }
}

/// `1,322,913`.
func grouped(_ value: Int64) -> String {
    let digits = Array(String(value.magnitude))
    var out = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { out += "," }
        out.append(digit)
    }
    return out
}

/// A word as a shell takes it: quoted when it holds anything but letters, digits and `._-:,`.
public func shellWord(_ word: String) -> String {
    let plain = word.utf8.allSatisfy {
        (48...58).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
            || (44...46).contains($0)
    }
    if plain, !word.isEmpty { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
