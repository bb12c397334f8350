import KafkaWire

/// One partition of a fetch: what the client asked for, and in a session what it was told last.
struct FetchTarget: Sendable {
    /// The name, when the client names topics (up to version 12).
    var topic: TopicName
    /// The id, when it uses ids (from version 13).
    var topicID: KafkaUUID
    var partition: Int32
    var currentLeaderEpoch: Int32
    var fetchOffset: Int64
    var lastFetchedEpoch: Int32
    var maxBytes: Int32

    /// The partition, once found. A deleted one says so itself (`Partition.failure`).
    var found: Partition?
    /// What the last answer of the session said; -1 before the first.
    var toldHighWatermark: Int64 = -1
    /// As `toldHighWatermark`.
    var toldLogStartOffset: Int64 = -1

    /// Copies what the client sent.
    init(topic: TopicName, topicID: KafkaUUID, _ asked: FetchRequest.FetchPartition) {
        self.topic = topic
        self.topicID = topicID
        partition = asked.partition
        currentLeaderEpoch = asked.currentLeaderEpoch
        fetchOffset = asked.fetchOffset
        lastFetchedEpoch = asked.lastFetchedEpoch
        maxBytes = asked.partitionMaxBytes
    }

    /// What a request that was read where it lies asks of a known partition.
    init(topic: TopicName, topicID: KafkaUUID, _ wish: OnePartitionFetch.Wish, in found: Partition) {
        self.topic = topic
        self.topicID = topicID
        partition = wish.partition
        currentLeaderEpoch = wish.currentLeaderEpoch
        fetchOffset = wish.fetchOffset
        lastFetchedEpoch = wish.lastFetchedEpoch
        maxBytes = wish.maxBytes
        self.found = found
    }

    /// Takes over a changed wish for this partition; false, and nothing is changed, when it is for another one.
    mutating func update(from wish: OnePartitionFetch.Wish) -> Bool {
        guard wish.partition == partition, wish.topicID == topicID, wish.name.isText(topic.rawValue) else {
            return false
        }
        currentLeaderEpoch = wish.currentLeaderEpoch
        fetchOffset = wish.fetchOffset
        lastFetchedEpoch = wish.lastFetchedEpoch
        maxBytes = wish.maxBytes
        return true
    }

    /// The place of a partition in its session.
    struct Key: Hashable, Sendable {
        var topic: TopicName
        var topicID: KafkaUUID
        var partition: Int32
    }

    var key: Key { Key(topic: topic, topicID: topicID, partition: partition) }

    /// Takes over a changed wish; what was told last stays.
    mutating func update(from asked: FetchTarget) {
        currentLeaderEpoch = asked.currentLeaderEpoch
        fetchOffset = asked.fetchOffset
        lastFetchedEpoch = asked.lastFetchedEpoch
        maxBytes = asked.maxBytes
    }
}
