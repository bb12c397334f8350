import Bytes
import Codecs
import Foundation
import KafkaClient
import KafkaWire
import Network
import Synchronization
import Testing

/// What a client does with a cluster from the first look to the deleted topic: the same steps for our broker and Apache's.
struct ClusterScenario {
    let cluster: Cluster
    let address: HostPort
    /// False for the clusters before KRaft, which have no quorum to tell of.
    var hasQuorum = true
    /// Whether the greatest timestamp can be asked for (Kafka 3.0).
    var hasMaximum = true

    func run() async throws {
        try await look()
        try await topics()
        try await settings()
        try await produceAndFetch()
        try await readers()
        try await groups()
        try await offsets()
    }

    private func look() async throws {
        let metadata = try await cluster.metadata(nil)
        #expect(metadata.clusterID?.isEmpty == false)
        #expect(metadata.brokers.count == 1)
        #expect(metadata.brokers.first?.address == address.description)
        #expect(metadata.controller != nil)
        let ghost = try await cluster.metadata(["never-made"])
        #expect(ghost.topic("never-made")?.error == .unknownTopicOrPartition)
        // Looking creates nothing.
        #expect(try await cluster.metadata(nil).topics.allSatisfy { $0.name != "never-made" })
        await #expect(throws: ClientError.self) {
            try await cluster.fetchRecords(TopicPartition("never-made", 0), from: 0)
        }
        #expect(try await cluster.metadata(nil).topics.allSatisfy { $0.name != "never-made" })
    }

    private func topics() async throws {
        try await cluster.createTopic("probe", partitions: 3, replicationFactor: 1, validateOnly: true)
        #expect(try await cluster.metadata(["probe"]).topic("probe")?.error == .unknownTopicOrPartition)
        try await cluster.createTopic(
            "probe", partitions: 3, replicationFactor: 1, configs: ["cleanup.policy": "compact"])
        #expect(try await settled("probe", partitions: 3).partitions.allSatisfy { $0.leader != nil })
        await #expect { try await cluster.createTopic("probe", partitions: 3, replicationFactor: 1) } throws: { error in
            guard case .broker(.topicAlreadyExists, _)? = error as? ClientError else { return false }
            return true
        }
        let configs = await cluster.configs(of: [.topic("probe")])
        let policy = try configs[.topic("probe")]?.get().first { $0.name == "cleanup.policy" }
        #expect(policy?.value == "compact" && policy?.isDefault == false)
        try await cluster.createPartitions("probe", total: 4)
        _ = try await settled("probe", partitions: 4)
        try await cluster.deleteTopic("probe")
        await #expect { try await cluster.deleteTopic("probe") } throws: { error in
            (error as? ClientError)?.exitCode == 3
        }
    }

    private func settings() async throws {
        try await cluster.createTopic(
            "tuned", partitions: 2, replicationFactor: 1,
            configs: ["retention.ms": "60000", "segment.bytes": "2097152"])
        _ = try await settled("tuned", partitions: 2)
        let topic = ConfigResource.topic("tuned")
        func entry(_ name: String) async throws -> ConfigEntry? {
            try await cluster.configs(of: [topic], isDeep: true)[topic]?.get().first { $0.name == name }
        }
        let before = try await entry("retention.ms")
        #expect(before?.value == "60000" && before?.source == .topic && before?.isDefault == false)
        #expect(before?.documentation.isEmpty == false)
        let inherited = try await entry("segment.bytes")?.inherited
        #expect(inherited != nil && inherited?.source != .topic && inherited?.value != "2097152")
        try await cluster.alterConfigs(of: topic, [.set("retention.ms", to: "70000")], validateOnly: true)
        #expect(try await entry("retention.ms")?.value == "60000")
        try await cluster.alterConfigs(of: topic, [.set("retention.ms", to: "70000")])
        try await until("the setting is there") { try await entry("retention.ms")?.value == "70000" }
        await #expect { try await cluster.alterConfigs(of: topic, [.set("retention.ms", to: "soon")]) } throws: {
            error in
            guard case .broker(.invalidConfig, _)? = error as? ClientError else { return false }
            return true
        }
        try await cluster.alterConfigs(of: topic, [.revert("retention.ms")])
        try await until("the default is back") { try await entry("retention.ms")?.isDefault == true }
        // A thing that is not there costs only its own.
        let mixed = await cluster.configs(of: [topic, .topic("never-made")], keys: ["cleanup.policy"])
        #expect(try mixed[topic]?.get().map(\.value) == ["delete"])
        #expect(throws: ClientError.self) { try mixed[.topic("never-made")]?.get() }
        let broker = try #require(try await cluster.metadata([]).brokers.first?.id)
        let own = try await cluster.configs(of: [.broker(broker)])[.broker(broker)]?.get()
        #expect(own?.isEmpty == false)
        try await cluster.createPartitions("tuned", total: 3, validateOnly: true)
        #expect(try await cluster.metadata(["tuned"]).topic("tuned")?.partitions.count == 2)
        try await brokers(broker)
        try await cluster.deleteTopic("tuned")
    }

    private func brokers(_ broker: BrokerID) async throws {
        #expect(try await cluster.registeredBrokers().map(\.info.id) == [broker])
        if hasQuorum {
            let quorum = try await cluster.quorum()
            #expect(quorum.leader == broker && quorum.voters.map(\.id) == [broker])
        } else {
            await #expect(throws: ClientError.unsupported(.describeQuorum)) { try await cluster.quorum() }
        }
        #expect(try await cluster.reassignments().isEmpty)
        let directories = try await cluster.logDirectories(["tuned": [0, 1]])[broker]?.get()
        let one = try #require(directories?.first)
        #expect(one.error == .none && (one.freeBytes ?? 1) > 0)
        #expect(
            directories?.flatMap { Array($0.sizes.keys) }.sorted() == [
                TopicPartition("tuned", 0), TopicPartition("tuned", 1),
            ])
        let ends = await cluster.replicaEnds(of: [broker: [TopicPartition("tuned", 0)]])
        #expect(try ends[broker]?[TopicPartition("tuned", 0)]?.get() == 0)
        let elected = try await cluster.electPreferredLeaders([TopicPartition("tuned", 0)])
        #expect(elected[TopicPartition("tuned", 0)] == .some(nil))
    }

    private func produceAndFetch() async throws {
        try await cluster.createTopic("orders", partitions: 3, replicationFactor: 1)
        _ = try await settled("orders", partitions: 3)
        var sent = 0
        for codec in [CompressionCodec.none, .gzip, .snappy, .lz4, .zstd] {
            let producer = Producer(cluster: cluster, codec: codec)
            let base = Int64(1_700_000_000_000 + sent)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<60 {
                    group.addTask {
                        _ = try await producer.send(
                            topic: "orders", key: index % 2 == 0 ? ByteSlice("key-\(index)") : nil,
                            value: ByteSlice("order \(base) \(index) " + String(repeating: "x", count: 300)),
                            headers: [Record.Header(key: "h", value: ByteSlice("\(index)"))],
                            timestamp: base + Int64(index))
                    }
                }
                try await group.waitForAll()
            }
            await producer.flush()
            sent += 60
        }
        let keyed = Producer(cluster: cluster)
        let where1 = try await keyed.send(
            topic: "orders", key: ByteSlice("key-2"), value: nil, timestamp: 1_700_000_001_000)
        sent += 1
        #expect(where1.partition == Murmur2.partition(forKey: ByteSlice("key-2"), of: 3))
        await #expect { try await keyed.send(topic: "never-made", value: ByteSlice("x")) } throws: { error in
            (error as? ClientError)?.exitCode == 3
        }
        var seen = 0
        for partition in Int32(0)..<3 {
            let position = TopicPartition("orders", partition)
            var next: Int64 = 0
            while true {
                let fetched = try await cluster.fetchRecords(position, from: next, maxBytes: 3_000)
                guard fetched.nextOffset > next else {
                    #expect(fetched.highWatermark == next)
                    break
                }
                #expect(fetched.issues.isEmpty)
                #expect(fetched.records.map(\.offset) == Array(next..<fetched.nextOffset))
                seen += fetched.records.count
                next = fetched.nextOffset
            }
            // A read at the end waits, and says so by giving nothing.
            let idle = try await cluster.fetchRecords(position, from: next, maxWait: .milliseconds(30))
            #expect(idle.records.isEmpty && idle.nextOffset == next)
            await #expect { try await cluster.fetchRecords(position, from: next + 10) } throws: { error in
                guard case .broker(.offsetOutOfRange, _)? = error as? ClientError else { return false }
                return true
            }
        }
        #expect(seen == sent)
        let sizes = await cluster.logSizes()
        #expect(sizes.count == 1)
        #expect(try sizes.values.first?.get().filter { $0.key.topic == "orders" }.count == 3)
    }

    private func readers() async throws {
        let reader = TopicReader(cluster: cluster, topic: "orders")
        let newest = try await reader.newest(50)
        #expect(newest.records.count == 50 && newest.failures.isEmpty)
        let times = newest.records.map(\.record.timestamp)
        #expect(times.last == 1_700_000_001_000)
        #expect(newest.records.last?.record.value == nil)
        let all = try await reader.page(from: .earliest, limit: .max)
        #expect(all.records.count == 301)
        #expect(try await reader.newest(1_000).records.count == 301)
        // Pages one after the other give every record once.
        var positions = ReadStart.earliest
        var names: Set<TopicPartition> = []
        var count = 0
        while true {
            let page = try await reader.page(from: positions, limit: 37)
            if page.records.isEmpty { break }
            count += page.records.count
            for record in page.records {
                names.insert(TopicPartition(TopicName("\(record.partition)"), Int32(record.record.offset)))
            }
            positions = .positions(page.positions)
        }
        #expect(count == 301 && names.count == 301)
        let late = try await reader.page(from: .timestamp(1_700_000_000_240), limit: .max)
        #expect(late.records.contains { $0.record.timestamp == 1_700_000_000_240 })
        // Following from the end: nothing old, everything new, each once.
        let following = Task {
            var values: [String] = []
            for await page in reader.follow(from: .positions(newest.positions)) {
                #expect(page.failures.isEmpty)
                values += page.records.compactMap { $0.record.value?.text }
                if values.count >= 100 { break }
            }
            return values
        }
        let producer = Producer(cluster: cluster)
        for index in 0..<100 {
            _ = try await producer.send(topic: "orders", value: ByteSlice("new \(index)"))
        }
        #expect(Set(await following.value) == Set((0..<100).map { "new \($0)" }))
    }

    private func groups() async throws {
        let log = Box<[TopicPartition: [Int64]]>([:])
        var quick = GroupMember.Configuration()
        quick.sessionTimeout = .seconds(6)
        quick.heartbeatInterval = .milliseconds(200)
        quick.commitInterval = .milliseconds(100)
        let configuration = quick
        let members = (0..<2).map { _ in
            GroupMember(cluster: cluster, group: "billing", topics: ["orders"], configuration: configuration)
        }
        let tasks = members.map { member in
            Task {
                try await member.run { batch in
                    log.update { $0[batch.partition, default: []] += batch.records.map(\.offset) }
                }
            }
        }
        try await until("both members read all partitions") {
            Set(members.flatMap(\.assignment)).count == 3 && members.allSatisfy { !$0.assignment.isEmpty }
                && Set(
                    log.value.flatMap { partition, offsets in
                        offsets.map { TopicPartition(partition.topic, Int32($0) * 3 + partition.partition) }
                    }
                ).count == 401
        }
        let described = try #require(await cluster.describeGroups(["billing"])["billing"]).get()
        #expect(described.state == "Stable" && described.protocolName == "range" && described.members.count == 2)
        #expect(Set(described.members.flatMap(\.assignment)).count == 3)
        #expect(described.coordinator != nil)
        #expect(try await cluster.listGroups().contains { $0.id == "billing" && $0.protocolType == "consumer" })
        await #expect { try await cluster.deleteGroup("billing") } throws: { error in
            guard case .broker(.nonEmptyGroup, _)? = error as? ClientError else { return false }
            return true
        }
        // A commit from outside is refused while the group has members.
        let refused = try await cluster.commitOffsets(
            "billing", [TopicPartition("orders", 0): CommittedOffset(offset: 1)])
        #expect(refused[TopicPartition("orders", 0)] == .unknownMemberId)
        // One leaves: the other takes over.
        tasks[0].cancel()
        try await tasks[0].value
        try await until("the other member reads everything") { members[1].assignment.count == 3 }
        tasks[1].cancel()
        try await tasks[1].value
        try await until("the group is empty") {
            (try? await cluster.describeGroups(["billing"])["billing"]?.get().state) == "Empty"
        }
        let committed = try await cluster.committedOffsets("billing", topics: nil)
        #expect(committed.values.map(\.offset).reduce(0, +) == 401)
        let unknown = await cluster.describeGroups(["no-such-group"])["no-such-group"]
        guard case .failure(let error)? = unknown else {
            Issue.record("described a group that is not there")
            return
        }
        #expect(error.exitCode == 3)
    }

    private func offsets() async throws {
        let partition = TopicPartition("orders", 1)
        let codes = try await cluster.commitOffsets(
            "billing", [partition: CommittedOffset(offset: 7, metadata: "by hand")])
        #expect(codes == [partition: .none])
        #expect(
            try await cluster.committedOffsets("billing", topics: [partition])
                == [partition: CommittedOffset(offset: 7, metadata: "by hand")])
        try await cluster.deleteOffsets("billing", [partition])
        #expect(try await cluster.committedOffsets("billing", topics: [partition]) == [:])
        try await cluster.deleteGroup("billing")
        let listed = await cluster.listOffsets([
            partition: .earliest, TopicPartition("orders", 0): .latest, TopicPartition("orders", 2): .maxTimestamp,
            TopicPartition("orders", 99): .latest,
        ])
        #expect(try listed[partition]?.get().offset == 0)
        #expect(try #require(listed[TopicPartition("orders", 0)]).get().offset > 0)
        let newest = try #require(listed[TopicPartition("orders", 2)])
        if hasMaximum {
            #expect(try newest.get().timestamp > 1_700_000_000_000)
        } else {
            #expect(throws: ClientError.unsupported(.listOffsets)) { try newest.get() }
        }
        guard case .failure(let error)? = listed[TopicPartition("orders", 99)] else {
            Issue.record("a partition that is not there has an offset")
            return
        }
        #expect(error.exitCode == 3)
        try await cluster.deleteTopic("orders")
    }

    /// The topic once every partition has a leader: a controller answers before the brokers know.
    private func settled(_ name: TopicName, partitions: Int) async throws -> TopicInfo {
        var found: TopicInfo?
        try await until("topic \(name) is there") {
            found = try await cluster.metadata([name]).topic(name)
            return found?.partitions.count == partitions && found?.partitions.allSatisfy { $0.leader != nil } == true
        }
        return try #require(found)
    }
}

/// Asks again until `condition` holds; fails after two minutes. Each try is a request, so nothing spins.
func until(_ what: String, _ condition: () async throws -> Bool) async throws {
    let deadline = MonotonicTime.current + .seconds(120)
    while try await !condition() {
        guard MonotonicTime.current < deadline else {
            Issue.record("not within two minutes: \(what)")
            throw CancellationError()
        }
        try await Task.sleep(for: .milliseconds(10))
    }
}

/// A value that tasks share in a test.
final class Box<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) { state = Mutex(value) }

    var value: Value { state.withLock { $0 } }
    func update(_ body: @Sendable (inout Value) -> Void) { state.withLock { state in body(&state) } }
}
