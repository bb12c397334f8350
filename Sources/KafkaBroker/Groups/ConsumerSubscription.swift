import Bytes
import KafkaWire

/// The front of what a member with protocol type "consumer" says about itself. Every version of that message begins
/// like version 0, so the rest (owned partitions, generation, rack) is not looked at.
enum ConsumerSubscription {
    /// The topics subscribed to, or nil when the bytes are not such a message.
    static func topics(in metadata: ByteSlice) -> Set<TopicName>? {
        guard let version = metadata.integer(at: 0, as: Int16.self), version >= 0,
            let count = metadata.integer(at: 2, as: Int32.self), count >= 0
        else { return nil }
        var at = 6
        var topics: Set<TopicName> = []
        for _ in 0..<count {
            guard let length = metadata.integer(at: at, as: Int16.self), length >= 0 else { return nil }
            at += 2
            guard Int(length) <= metadata.count - at,
                let name = metadata.slice(at..<at + Int(length)).validText
            else { return nil }
            topics.insert(TopicName(rawValue: name))
            at += Int(length)
        }
        return topics
    }
}
