import Bytes
import Foundation
import KafkaClient
import KafkaWire
import Testing

/// Copying, deleting and restoring what groups committed: the same steps for our broker and Apache's.
struct GroupChangeScenario {
    let cluster: Cluster
    private let folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-kept-\(UUID().uuidString)").path

    init(cluster: Cluster) { self.cluster = cluster }

    func run() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let keys = [TopicPartition("changed", 0), TopicPartition("changed", 1)]
        try await cluster.createTopic("changed", partitions: 2, replicationFactor: 1)
        try await until("the topic is led") {
            try await cluster.metadata(["changed"]).topic("changed")?.partitions.filter { $0.leader != nil }.count == 2
        }
        let producer = Producer(cluster: cluster)
        for index in 0..<20 {
            _ = try await producer.send(topic: "changed", key: ByteSlice("k\(index)"), value: ByteSlice("v"))
        }
        _ = try await cluster.commitOffsets("source", [keys[0]: CommittedOffset(offset: 2)])
        let positions = try await cluster.positions(of: "source")
        #expect(positions[keys[0]]?.committed?.offset == 2)
        #expect(positions[keys[1]]?.committed == nil && positions[keys[1]]?.end != nil)
        #expect((positions[keys[0]]?.lag ?? 0) > 0)
        let lag = try await cluster.readable(keys[0], from: 2, to: positions[keys[0]]?.end ?? 0)
        #expect(lag == ReadableLag(records: positions[keys[0]]?.lag ?? -1))

        // A copy makes the group; without leave to make it, it is refused.
        let planner = ResetPlanner(cluster: cluster, undoFolder: folder)
        await #expect(throws: ClientError.self) {
            try await planner.plan(group: "copied", topics: nil, target: .group("source"), now: 1)
        }
        let plan = try await planner.plan(
            group: "copied", topics: nil, target: .group("source"), mayCreate: true, now: 1)
        #expect(plan.state == "new" && plan.written == 1)
        #expect(try await planner.execute(plan, now: 2).isVerified)
        #expect(try await cluster.committedOffsets("copied", topics: nil).mapValues(\.offset) == [keys[0]: 2])

        let forgotten = try await cluster.removeOffsets(of: "copied", keys, undoFolder: folder, now: 3)
        #expect(forgotten.offsets.mapValues(\.offset) == [keys[0]: 2] && forgotten.undoPath != nil)
        #expect(try await cluster.committedOffsets("copied", topics: nil) == [:])
        try await cluster.restore(forgotten)
        #expect(try await cluster.committedOffsets("copied", topics: nil).mapValues(\.offset) == [keys[0]: 2])
        await #expect(throws: ClientError.self) { try await cluster.restore(forgotten) }

        let removed = try await cluster.removeGroup("copied", undoFolder: folder, now: 4)
        #expect(try await !cluster.listGroups().contains { $0.id == "copied" })
        await #expect { try await cluster.removeGroup("copied", undoFolder: folder, now: 5) } throws: {
            ($0 as? ClientError)?.exitCode == 3
        }
        try await cluster.restore(removed)
        #expect(try await cluster.committedOffsets("copied", topics: nil).mapValues(\.offset) == [keys[0]: 2])
        try await cluster.deleteGroup("copied")
        try await cluster.deleteGroup("source")
        try await cluster.deleteTopic("changed")
    }
}
