/// One partition of a topic.
public struct TopicPartition: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The topic.
    public var topic: TopicName
    /// The partition's number, from 0.
    public var partition: Int32

    /// A partition of `topic`.
    @inlinable
    public init(_ topic: TopicName, _ partition: Int32) {
        self.topic = topic
        self.partition = partition
    }

    /// A partition of `topic`.
    @inlinable
    public init(topic: TopicName, partition: Int32) {
        self.init(topic, partition)
    }

    /// As Kafka names log folders: `orders-3`.
    public var description: String { "\(topic.rawValue)-\(partition)" }

    /// Orders by topic, then by number.
    public static func < (a: TopicPartition, b: TopicPartition) -> Bool {
        a.topic == b.topic ? a.partition < b.partition : a.topic < b.topic
    }
}
