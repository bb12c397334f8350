import Bytes
import KafkaClient
import KafkaWire

/// The demo's consumer groups.
enum DemoReaders {
    /// One member of `billing`: every order becomes a payment, or a dead letter that says where it came from and why.
    static func billing(on cluster: Cluster) async {
        let producer = Producer(cluster: cluster, codec: .lz4, linger: .milliseconds(20), idempotent: true)
        let member = GroupMember(cluster: cluster, group: "billing", topics: [DemoTopics.orders])
        try? await member.run { batch in
            await withTaskGroup(of: Void.self) { group in
                for record in batch.records.prefix(200) {
                    group.addTask { await book(record, of: batch.partition, producer) }
                }
            }
            for record in batch.records.dropFirst(200) where !Task.isCancelled {
                await book(record, of: batch.partition, producer)
            }
        }
    }

    private static func book(_ record: Record, of partition: TopicPartition, _ producer: Producer) async {
        guard let order = record.key?.text, let number = Int(order) else { return }
        let payment = DemoShop.payment(of: order, number: number)
        if let problem = payment.problem {
            let headers = [
                Record.Header(key: "error", value: ByteSlice(problem)),
                Record.Header(key: "original-topic", value: ByteSlice(partition.topic.rawValue)),
                Record.Header(key: "original-partition", value: ByteSlice(String(partition.partition))),
                Record.Header(key: "original-offset", value: ByteSlice(String(record.offset))),
            ]
            _ = try? await producer.send(
                topic: DemoTopics.deadLetters, key: record.key, value: record.value, headers: headers)
        } else {
            _ = try? await producer.send(
                topic: DemoTopics.payments, key: record.key, value: ByteSlice(payment.json))
        }
    }

    /// The group that is too slow; that it is there says that a demo was.
    static let slowGroup: GroupID = "warehouse"

    /// The one member of `warehouse`, which packs fewer orders than come in.
    static func warehouse(on cluster: Cluster) async {
        var configuration = GroupMember.Configuration()
        // Small bites, so that its commits move while one sees it.
        configuration.fetchBytes = 2_048
        configuration.commitInterval = .seconds(1)
        let member = GroupMember(
            cluster: cluster, group: slowGroup, topics: [DemoTopics.orders], configuration: configuration)
        // What lies far back was packed long ago; from there on it cannot keep up.
        let packed = WallClock.milliseconds() - Demo.backlogMinutes * 60_000 * 2 / 5
        try? await member.run { batch in
            for record in batch.records where !Task.isCancelled && record.timestamp > packed {
                try? await Task.sleep(for: .milliseconds(1000 / Demo.slowRate))
            }
        }
    }
}
