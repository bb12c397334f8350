import Bytes
import KafkaWire

/// Which partitions a member of a consumer group reads, as the members tell each other through the broker.
struct Assignment: Equatable {
    var partitions: [TopicPartition]

    init(partitions: [TopicPartition]) {
        self.partitions = partitions
    }

    /// Nil when the bytes are no assignment: another client's own format.
    init?(_ bytes: ByteSlice) {
        guard !bytes.isEmpty else {
            partitions = []
            return
        }
        var reader = WireReader(bytes)
        guard let version = try? reader.integer(Int16.self), version >= 0,
            let message = try? ConsumerProtocolAssignment(
                from: &reader, version: min(version, ConsumerProtocolAssignment.versions.upperBound))
        else { return nil }
        partitions = message.assignedPartitions.flatMap { topic in
            topic.partitions.map { TopicPartition(topic.topic, $0) }
        }
    }

    /// The bytes, in version 1.
    func encoded() throws(WireError) -> ByteSlice {
        let topics = Dictionary(grouping: partitions, by: \.topic).sorted { $0.key < $1.key }
        let message = ConsumerProtocolAssignment(
            assignedPartitions: topics.map { topic, entries in
                ConsumerProtocolAssignment.TopicPartition(topic: topic, partitions: entries.map(\.partition).sorted())
            })
        var writer = WireWriter()
        writer.integer(Int16(1))
        try message.write(to: &writer, version: 1)
        return writer.finish()
    }
}

/// What a member of a consumer group wants to read.
struct Subscription: Equatable {
    var topics: [TopicName]

    init(topics: [TopicName]) {
        self.topics = topics
    }

    /// Nil when the bytes are no subscription.
    init?(_ bytes: ByteSlice) {
        var reader = WireReader(bytes)
        guard let version = try? reader.integer(Int16.self), version >= 0,
            let message = try? ConsumerProtocolSubscription(
                from: &reader, version: min(version, ConsumerProtocolSubscription.versions.upperBound))
        else { return nil }
        topics = message.topics.map { TopicName($0) }
    }

    /// The bytes, in version 1.
    func encoded() throws(WireError) -> ByteSlice {
        var writer = WireWriter()
        writer.integer(Int16(1))
        try ConsumerProtocolSubscription(topics: topics.map(\.rawValue)).write(to: &writer, version: 1)
        return writer.finish()
    }
}
