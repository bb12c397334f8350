import KafkaWire

/// A fetch that was understood: what it wants, and the session it belongs to.
struct PendingFetch: Sendable {
    /// How the answer relates to a session.
    enum Scope: Sendable {
        /// Every partition asked for is answered; `sessionID` is that of a session just opened, or 0.
        case full([FetchTarget], sessionID: Int32)
        /// Only news is answered.
        case incremental(FetchSession)
        /// A session just opened: all are answered, and remembered as told.
        case opening(FetchSession)
    }

    var scope: Scope
    var maxWaitMs: Int32
    var minBytes: Int32
    var maxBytes: Int32
    var isReadCommitted: Bool
    /// The replica id of a follower; consumers have -1.
    var replicaID: Int32
    var usesTopicIDs: Bool
}

/// What a fetch found in one partition.
struct FetchedPartition: Sendable {
    var topic: TopicName
    var topicID: KafkaUUID
    var partition: Int32
    var error = ErrorCode.none
    var highWatermark: Int64 = -1
    var lastStableOffset: Int64 = -1
    var logStartOffset: Int64 = -1
    var divergingEpoch: (epoch: Int32, endOffset: Int64)?
    /// The leader to go to instead, named with NOT_LEADER_OR_FOLLOWER.
    var currentLeader: (id: Int32, epoch: Int32)?
    /// The aborted transactions among the records; nil unless committed records were asked for.
    var aborted: [(producerID: Int64, firstOffset: Int64)]?
    var records = FetchedBytes.none

    init(_ target: FetchTarget) {
        topic = target.topic
        topicID = target.topicID
        partition = target.partition
    }

    /// True when an incremental answer must carry it.
    func isNews(for target: FetchTarget) -> Bool {
        error != .none || records.count > 0 || divergingEpoch != nil
            || highWatermark != target.toldHighWatermark || logStartOffset != target.toldLogStartOffset
    }
}
