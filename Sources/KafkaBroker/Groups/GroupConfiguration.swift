/// The limits and delays of the group coordinator, under Kafka's names and with Kafka's defaults.
struct GroupConfiguration: Sendable, Equatable {
    /// `group.min.session.timeout.ms`.
    var minSessionTimeoutMs: Int32 = 6_000
    /// `group.max.session.timeout.ms`.
    var maxSessionTimeoutMs: Int32 = 1_800_000
    /// `group.max.size`: members of one group.
    var maxSize = Int(Int32.max)
    /// Ours: groups in all. At this many, one that is new cannot be joined or committed to.
    var maximumGroups = 100_000
    /// Ours: ids of one group that were given out and not used yet. At this many, no further id is given.
    var maximumPendingMembers = 10_000
    /// `group.initial.rebalance.delay.ms`: how long the first rebalance of an empty group waits for more members.
    var initialRebalanceDelayMs: Int64 = 3_000
    /// How long a member that is joining for the first time may take; it has no id to send heartbeats with.
    var newMemberJoinTimeoutMs: Int64 = 300_000
    /// `offset.metadata.max.bytes`.
    var offsetMetadataMaxBytes = 4_096
    /// `offsets.retention.minutes`, in ms: seven days.
    var offsetsRetentionMs: Int64 = 7 * 24 * 3_600_000
    /// `offsets.retention.check.interval.ms`.
    var retentionCheckIntervalMs: Int64 = 600_000
}

/// The time of one input. Deadlines run on the monotonic clock, so that a step of the wall clock expires nobody; stamps
/// in records are wall clock. Both in ms.
struct GroupTime: Sendable, Equatable {
    /// Since some fixed moment, never going back.
    var monotonic: Int64
    /// Since 1970.
    var wall: Int64
}
