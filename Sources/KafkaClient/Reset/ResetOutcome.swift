import KafkaWire

/// What an executed reset did, as read back from the group's coordinator.
public struct ResetOutcome: Sendable, Equatable {
    /// One written partition.
    public struct Row: Sendable, Equatable {
        /// Which.
        public var topicPartition: TopicPartition
        /// The commit before, nil when there was none.
        public var old: CommittedOffset?
        /// The offset that was sent.
        public var new: Int64
        /// The offset that the coordinator answers now.
        public var readBack: Int64?
        /// What the coordinator said about this partition.
        public var error: ErrorCode

        /// True when the coordinator holds what was sent.
        public var isVerified: Bool { error == .none && readBack == new }
    }

    /// The group.
    public var group: GroupID
    /// The partitions that were written.
    public var rows: [Row]
    /// The file with the offsets before, when one was asked for.
    public var undoPath: String?
    /// Members that the group had when it was read back: they came back meanwhile.
    public var returned: [GroupMemberInfo] = []

    /// True when every partition reads back as it was sent.
    public var isVerified: Bool { rows.allSatisfy(\.isVerified) }

    /// `Moved billing on 6 partitions, read back and equal.`, and who came back meanwhile.
    public var sentence: String {
        let count = rows.count == 1 ? "1 partition" : "\(rows.count) partitions"
        if isVerified { return "Moved \(group) on \(count), read back and equal." + returnedSentence }
        let wrong = rows.filter { !$0.isVerified }
        let first = wrong.first.map { row in
            row.error == .none
                ? "\(row.topicPartition) reads back \(row.readBack.map(grouped) ?? "nothing"), not \(grouped(row.new))"
                : "\(row.topicPartition): \(row.error.name)"
        }
        return "Moved \(rows.count - wrong.count) of \(count) of \(group); \(first ?? "")." + returnedSentence
    }

    private var returnedSentence: String {
        guard let first = returned.first else { return "" }
        let more = returned.count > 1 ? " and \(returned.count - 1) more" : ""
        return " \(first.nameAndHost)\(more) came back meanwhile: look whether it goes on from there."
    }
}
