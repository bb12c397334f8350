import KafkaWire

/// Where a reset moves a group.
public enum ResetTarget: Sendable, Equatable {
    /// The first record that is still there.
    case earliest
    /// The end: nothing is read again.
    case latest
    /// The first record at or after a moment, in milliseconds after the epoch.
    case time(Int64)
    /// The first record at or after this many milliseconds before now.
    case duration(Int64)
    /// This offset on every partition.
    case offset(Int64)
    /// So many records forward, or back when negative, from where the group is.
    case shift(Int64)
    /// Given offsets, such as those of a file; other partitions are left alone.
    case positions([TopicPartition: Int64])
    /// Where another group is.
    case group(GroupID)

    /// The moment to search for, when the target is one; milliseconds after the epoch.
    public func moment(now: Int64) -> Int64? {
        switch self {
        case .time(let milliseconds): milliseconds
        case .duration(let back): max(0, now.subtractingReportingOverflow(back).partialValue)
        default: nil
        }
    }

    /// The option of `kafka-consumer-groups --reset-offsets`, and of `kdeck groups reset`, that means the same.
    public func option() -> String {
        switch self {
        case .earliest: "--to-earliest"
        case .latest: "--to-latest"
        case .time(let milliseconds): "--to-datetime \(TimeText.utc(milliseconds))"
        case .duration(let back): "--by-duration \(DurationText.iso(back))"
        case .offset(let offset): "--to-offset \(offset)"
        case .shift(let steps): "--shift-by \(steps)"
        case .positions, .group: "--from-file offsets.csv"
        }
    }

    /// The words of `kdeck groups reset` that mean the same.
    public var shellWords: String {
        if case .group(let group) = self { return "--from-group \(shellWord(group.rawValue))" }
        return option()
    }
}
