import Bytes
import Foundation
import KafkaBroker
import KafkaClient
import KafkaWire

/// A broker in this process whose records, groups and members are all hostile, and more of them come all the time.
final class HostileShop: Sendable {
    let broker: Broker
    private let folder: URL
    private let clusters: [Cluster]
    private let work: [Task<Void, Never>]

    private init(broker: Broker, folder: URL, clusters: [Cluster], work: [Task<Void, Never>]) {
        (self.broker, self.folder, self.clusters, self.work) = (broker, folder, clusters, work)
    }

    /// Topics have legal names, since no broker takes others; the longest there can be is among them.
    private static let topics: [TopicName] = [
        "orders", "payments", TopicName(String(repeating: "n", count: 249)), "a.b_c-d", "empty",
    ]

    static func start(seed: UInt64) async throws -> HostileShop {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-hostile-\(UUID().uuidString)")
        var settings = BrokerConfiguration(dataDirectory: folder.path)
        settings.port = 0
        settings.offsetsTopicPartitions = 4
        let broker = try Broker.start(settings)
        let address = HostPort(host: "127.0.0.1", port: UInt16(broker.port))
        var chance = SplitMix64(seed: seed)
        let shop = try Cluster(
            ClientConfiguration(bootstrap: [address], clientID: HostileText.any(&chance, longest: 900)))
        for (place, topic) in topics.enumerated() {
            let configs = place == 3 ? ["cleanup.policy": "compact"] : [:]
            try await shop.createTopic(
                topic, partitions: Int32(place % 3 + 1), replicationFactor: 1, configs: configs, validateOnly: false)
        }
        try await fill(shop, &chance)
        var clusters = [shop]
        var work: [Task<Void, Never>] = []
        for _ in 0..<3 {
            let name = HostileText.any(&chance, longest: 20_000)
            let cluster = try Cluster(ClientConfiguration(bootstrap: [address], clientID: name))
            let group = GroupID("live " + HostileText.any(&chance, longest: 10_000))
            clusters.append(cluster)
            work.append(
                Task {
                    let member = GroupMember(cluster: cluster, group: group, topics: [topics[0], topics[2]])
                    try? await member.run { _ in try? await Task.sleep(for: .milliseconds(50)) }
                })
        }
        let writer = chance
        work.append(Task { await write(shop, writer) })
        return HostileShop(broker: broker, folder: folder, clusters: clusters, work: work)
    }

    /// Some records of every kind and groups that only have offsets.
    private static func fill(_ cluster: Cluster, _ chance: inout SplitMix64) async throws {
        let producer = Producer(cluster: cluster, codec: .lz4)
        for _ in 0..<400 { await send(producer, &chance) }
        await producer.flush()
        for number in 0..<25 {
            let name = GroupID("\(number) " + HostileText.any(&chance, longest: 30_000))
            let offset = CommittedOffset(
                offset: Int64(chance.below(200)), metadata: HostileText.any(&chance, longest: 3_000))
            _ = try await cluster.commitOffsets(name, [TopicPartition(topics[0], 0): offset])
        }
    }

    private static func write(_ cluster: Cluster, _ first: SplitMix64) async {
        var chance = first
        let producer = Producer(cluster: cluster)
        while !Task.isCancelled {
            for _ in 0..<chance.below(20) { await send(producer, &chance) }
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    private static func send(_ producer: Producer, _ chance: inout SplitMix64) async {
        let topic = topics[chance.below(4)]
        var headers: [Record.Header] = []
        for _ in 0..<(chance.below(100) == 0 ? 2_000 : chance.below(4)) {
            let value = chance.below(6) == 0 ? nil : HostileText.bytes(&chance, longest: 400)
            headers.append(Record.Header(key: HostileText.any(&chance, longest: 400), value: value))
        }
        let key = chance.below(6) == 0 ? nil : HostileText.bytes(&chance, longest: 30_000)
        let value: ByteSlice? =
            switch chance.below(8) {
            case 0: nil
            case 1: ByteSlice(String(repeating: "[", count: 20_000))
            case 2: ByteSlice("{\"id\":9007199254740993,\"v\":1.0,\"v\":2,\"t\":\"\\u001b[2J\\ud800\"}")
            default: HostileText.bytes(&chance)
            }
        let times: [Int64?] = [nil, -1, 0, .max, 4_102_444_800_000]
        let time = chance.below(10) == 0 ? times[chance.below(times.count)] : nil
        _ = try? await producer.begin(
            topic: topic, partition: nil, key: topic == topics[3] ? key ?? ByteSlice("k") : key, value: value,
            headers: headers, timestamp: time)
    }

    func stop() {
        for task in work { task.cancel() }
        for cluster in clusters { cluster.close() }
        broker.stop()
        try? FileManager.default.removeItem(at: folder)
    }
}
