import KafkaClient
import KafkaWire

@testable import Console

/// A made-up cluster for tests: the one of the pictures, three brokers, six topics, two groups.
struct World {
    var metadata = ClusterMetadata(clusterID: "c", controller: 1, brokers: [], topics: [])
    /// End now and records a second, by partition.
    var ends: [TopicPartition: (start: Int64, end: Int64, rate: Double)] = [:]
    var sizes: [BrokerID: [TopicPartition: Int64]] = [:]
    var configs: [TopicName: [ConfigEntry]] = [:]
    var groups: [ListedGroup] = []
    var members: [GroupID: GroupDescription] = [:]
    /// Committed now and commits a second, by group and partition.
    var commits: [GroupID: [TopicPartition: (offset: Int64?, rate: Double)]] = [:]
    var firstUnread: [GroupID: [TopicPartition: RecordGlance]] = [:]
    var readable: [GroupID: [TopicPartition: ReadableLag]] = [:]
    var newest: [TopicName: (Int32, RecordGlance)] = [:]

    static let empty: World = {
        var world = World()
        world.metadata.brokers = [BrokerInfo(id: 1, host: "127.0.0.1", port: 9092)]
        return world
    }()

    static let pictured: World = {
        var world = World()
        world.metadata.brokers = (1...3).map {
            BrokerInfo(id: BrokerID($0), host: "10.0.0.\($0)", port: 9092, rack: ["a", "b", "c"][Int($0) - 1])
        }
        world.add(
            "orders", partitions: 6, ends: [220_113, 219_870, 221_640, 220_112, 219_011, 222_167], rate: 1_204,
            bytes: 312 << 20)
        world.add("payments", partitions: 6, ends: Array(repeating: 67_019, count: 6), rate: 388, bytes: 96 << 20)
        world.add(
            "customers", partitions: 3, ends: [13_637, 13_637, 13_638], rate: 12, bytes: 9_541_000, compacted: true)
        world.add(
            "shipments", partitions: 6, ends: [14_668, 14_668, 14_668, 14_668, 14_668, 14_667], rate: 101,
            bytes: 21 << 20)
        world.add("payments.dlt", partitions: 3, ends: [3, 2, 2], rate: 0, bytes: 2_150, retention: "2592000000")
        world.add(
            "audit.changelog", partitions: 12, ends: [1_000] + Array(repeating: 0, count: 11), rate: 0, bytes: 60_400,
            compacted: true)
        world.add(
            "__consumer_offsets", partitions: 2, ends: [9_000, 12], rate: 1, bytes: 90_000, compacted: true,
            isInternal: true)
        world.add("東京-orders", partitions: 1, ends: [7], rate: 0, bytes: 700)
        for index in world.metadata.topics.indices where world.metadata.topics[index].name == "shipments" {
            world.metadata.topics[index].partitions[0].inSync = [1]
            world.metadata.topics[index].partitions[4].inSync = [2, 3]
        }
        // As an answer has them: by name.
        world.metadata.topics.sort { $0.name < $1.name }
        world.configs["orders"]?.append(ConfigEntry(name: "segment.bytes", value: "67108864", isDefault: false))
        world.addGroups()
        world.newest["orders"] = (
            3,
            RecordGlance(
                offset: 220_111, timestamp: Script.start, key: "4711",
                value: "{\"id\":4711,\"customer\":{\"country\":\"PT\"},\"total\":99.95,\"status\":\"paid\"}")
        )
        return world
    }()

    private mutating func add(
        _ name: TopicName, partitions: Int32, ends: [Int64], rate: Double, bytes: Int64, compacted: Bool = false,
        retention: String = "604800000", isInternal: Bool = false
    ) {
        let infos = (0..<partitions).map { index in
            let leader = BrokerID(index % 3 + 1)
            let replicas = [leader] + (1...3).map { BrokerID($0) }.filter { $0 != leader }
            return PartitionInfo(
                index: index, leader: leader, leaderEpoch: 7, replicas: replicas, inSync: replicas, offline: [],
                error: .none)
        }
        metadata.topics.append(
            TopicInfo(
                name: name, id: KafkaUUID(high: 1, low: UInt64(metadata.topics.count + 1)), isInternal: isInternal,
                error: .none, partitions: infos))
        for (index, end) in ends.enumerated() {
            let partition = TopicPartition(topic: name, partition: Int32(index))
            self.ends[partition] = (0, end, rate / Double(partitions))
            for broker in metadata.brokers { sizes[broker.id, default: [:]][partition] = bytes / Int64(partitions) }
        }
        configs[name] = [
            ConfigEntry(name: "cleanup.policy", value: compacted ? "compact" : "delete", isDefault: !compacted),
            ConfigEntry(name: "retention.ms", value: retention, isDefault: retention == "604800000"),
            ConfigEntry(name: "min.insync.replicas", value: "2", isDefault: false),
        ]
    }

    private mutating func addGroups() {
        groups = [
            ListedGroup(id: "audit", protocolType: "consumer", state: "Stable", type: "classic"),
            ListedGroup(id: "billing", protocolType: "consumer", state: "Empty", type: "classic"),
            ListedGroup(id: "replay", protocolType: "consumer", state: "Empty", type: "consumer"),
        ]
        func orders(_ partition: Int32) -> TopicPartition { TopicPartition(topic: "orders", partition: partition) }
        members["audit"] = GroupDescription(
            id: "audit", state: "Stable", protocolType: "consumer", protocolName: "range", coordinator: 2,
            generation: 14,
            members: [
                GroupMemberInfo(
                    id: "app-1-5f0c9e2a-1111-4c3e", instanceID: nil, clientID: "app-1", host: "/10.0.0.7",
                    assignment: [orders(0), orders(1)]),
                GroupMemberInfo(
                    id: "app-2-b17d40c1-2222-4c3e", instanceID: nil, clientID: "app-2", host: "/10.0.0.8",
                    assignment: [orders(2), orders(3), orders(4)]),
                GroupMemberInfo(
                    id: "app-3-0a91b6ff-3333-4c3e", instanceID: nil, clientID: "app-3", host: "/10.0.0.9",
                    assignment: []),
            ])
        for empty: GroupID in ["billing", "replay"] {
            members[empty] = GroupDescription(
                id: empty, state: "Empty", protocolType: "consumer", protocolName: "", coordinator: 1, generation: nil,
                members: [])
        }
        let share = 1_204.0 / 6
        commits["audit"] = [
            orders(0): (201_909, share + 40), orders(1): (219_866, share), orders(2): (221_639, share),
            orders(3): (220_112, share),
            orders(4): (219_004, 0), orders(5): (nil, 0),
        ]
        commits["billing"] = [:]
        for partition: Int32 in 0..<6 {
            let topic = TopicPartition(topic: "payments", partition: partition)
            commits["billing"]?[topic] = (ends[topic]?.end, 388.0 / 6)
        }
        commits["replay"] = [:]
        readable["audit"] = [orders(4): ReadableLag(causes: GapCauses(aborted: 5, markers: 2))]
        firstUnread["audit"] = [
            orders(0): RecordGlance(offset: 201_909, timestamp: Script.start - 41_000, key: "1", value: "{}")
        ]
    }

    /// Tells it to a view as if it had been asked every two seconds over the last minute.
    func fill(_ view: inout ClusterView, now: Int64) {
        view.learn(.metadata(metadata), to: .metadata, at: now)
        let topics = metadata.topics.map(\.name)
        view.learn(.configs(configs), to: .configs(topics), at: now)
        view.learn(.sizes(sizes, failures: [:]), to: .sizes(nil), at: now)
        view.learn(.groups(groups), to: .groups, at: now)
        view.learn(.members(members, failures: [:]), to: .members(groups.map(\.id)), at: now)
        for step in stride(from: Int64(60), through: 0, by: -2) {
            let at = now - step * 1_000
            // Traffic is not flat: it rises over the minute, around its mean now.
            let past = Double(step) - Double(step * step) / 150
            var found: [TopicPartition: PartitionBounds] = [:]
            for (partition, known) in ends {
                found[partition] = PartitionBounds(
                    start: known.start,
                    end: max(0, known.end - Int64(known.rate * past)))
            }
            if !found.isEmpty { view.learn(.ends(found, failures: [:]), to: .ends(topics), at: at) }
            var lags: [GroupID: [TopicPartition: CommitAndEnd]] = [:]
            for (group, rows) in commits {
                lags[group] = [:]
                for (partition, known) in rows {
                    lags[group]?[partition] = CommitAndEnd(
                        committed: known.offset.map {
                            max(0, $0 - Int64(known.rate * past))
                        }, bounds: found[partition])
                }
            }
            view.learn(.lag(lags, failures: [:]), to: .lag(groups.map(\.id)), at: at)
        }
        fillBrokers(&view, now: now)
        for (group, records) in firstUnread {
            view.learn(.unread(records, readable: readable[group] ?? [:]), to: .firstUnread(group), at: now)
        }
        for (topic, newest) in newest {
            view.learn(
                .records([TopicPartition(topic: topic, partition: newest.0): newest.1]), to: .newest(topic), at: now)
        }
    }
}
