import KafkaClient
import KafkaWire

/// Partitions of a topic that could not be read, in a few words.
struct LostPartitions {
    /// `orders-3`, `orders-3 and 2 more`.
    let names: String
    /// Why the first of them could not.
    let error: ClientError

    /// Nil when all were read.
    init?(_ failures: [Int32: ClientError], of topic: TopicName) {
        guard let (partition, error) = failures.min(by: { $0.key < $1.key }) else { return nil }
        names = "\(topic)-\(partition)" + (failures.count > 1 ? " and \(failures.count - 1) more" : "")
        self.error = error
    }

    /// What a command fails with that could not do all of its work.
    func failure(_ done: String) -> Failure {
        Failure(.of(error), "\(names) was not \(done): \(error.sentence)")
    }
}
