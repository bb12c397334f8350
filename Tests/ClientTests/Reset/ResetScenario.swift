import Bytes
import Foundation
import KafkaWire
import Testing

@testable import KafkaClient

/// A reset from the plan to the undo, and everything that may come between: the same steps for our broker and Apache's.
struct ResetScenario {
    let cluster: Cluster
    private let folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-undo-\(UUID().uuidString)").path
    private var planner: ResetPlanner { ResetPlanner(cluster: cluster, undoFolder: folder) }

    init(cluster: Cluster) { self.cluster = cluster }

    func run() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await fill("resets")
        try await plansAndTakesBack()
        try await waitsUntilItIsFree()
        try await noticesWhatChanged()
        try await cluster.deleteGroup("mover")
        try await cluster.deleteTopic("resets")
    }

    private func fill(_ topic: TopicName) async throws {
        try await cluster.createTopic(topic, partitions: 2, replicationFactor: 1)
        try await until("topic \(topic) is led") {
            let found = try await cluster.metadata([topic]).topic(topic)
            return found?.partitions.count == 2 && found?.partitions.allSatisfy { $0.leader != nil } == true
        }
        let producer = Producer(cluster: cluster)
        for index in 0..<20 {
            _ = try await producer.send(
                topic: topic, key: ByteSlice("k\(index)"), value: ByteSlice("v\(index)"),
                timestamp: 1_700_000_000_000 + Int64(index) * 1_000)
        }
    }

    private func plan(
        _ target: ResetTarget, topics: [TopicName]? = ["resets"], group: GroupID = "mover"
    ) async throws -> ResetPlan {
        try await planner.plan(group: group, topics: topics, target: target, now: 1_700_000_100_000)
    }

    private func plansAndTakesBack() async throws {
        // A name that is not there must not become a group.
        await #expect { try await plan(.earliest) } throws: { ($0 as? ClientError)?.exitCode == 3 }
        #expect(try await !cluster.listGroups().contains { $0.id == "mover" })
        let zero = TopicPartition("resets", 0)
        _ = try await cluster.commitOffsets("mover", [zero: CommittedOffset(offset: 3)])
        await #expect { try await plan(.earliest, topics: ["never-made"]) } throws: {
            ($0 as? ClientError)?.exitCode == 3
        }
        let made = try await plan(.time(1_700_000_010_000))
        #expect(made.refusal == nil && made.rows.count == 2 && made.started == 1)
        for row in made.rows {
            let next = try #require(row.next)
            #expect(next.offset == row.new && next.timestamp >= 1_700_000_010_000)
        }
        #expect(try await cluster.committedOffsets("mover", topics: nil).count == 1)
        let outcome = try await planner.execute(made, now: 1)
        #expect(outcome.isVerified && outcome.returned.isEmpty)
        let kept = try OffsetsFile.parse(String(contentsOfFile: try #require(outcome.undoPath), encoding: .utf8))
        #expect(kept == [zero: 3])
        let back = try await planner.undo(outcome)
        #expect(back.isVerified)
        #expect(try await cluster.committedOffsets("mover", topics: nil).mapValues(\.offset) == [zero: 3])
    }

    private func waitsUntilItIsFree() async throws {
        var quick = GroupMember.Configuration()
        quick.sessionTimeout = .seconds(6)
        quick.heartbeatInterval = .milliseconds(200)
        let member = GroupMember(cluster: cluster, group: "mover", topics: ["resets"], configuration: quick)
        let reading = Task { try await member.run { _ in } }
        try await until("the member reads") { member.assignment.count == 2 }
        let held = try await plan(.earliest)
        #expect(held.holders.count == 1)
        #expect(held.refusal?.contains("1 member holds the group: kdeck") == true, "\(held.refusal ?? "nil")")
        await #expect(throws: ClientError.self) { try await planner.execute(held, now: 2) }
        var armed = held
        armed.rows[1].isIncluded = false
        let plan = armed
        let waits = Box<[ResetWait]>([])
        let waiting = Task {
            try await planner.executeWhenFree(
                plan, every: .milliseconds(20), now: { 3 }, report: { wait in waits.update { $0.append(wait) } })
        }
        try await until("it says for whom it waits") { waits.value.first?.holders.count == 1 }
        // Its last commit, at the end of both partitions, comes after the plan: it is planned again from there.
        reading.cancel()
        try await reading.value
        let outcome = try await waiting.value
        #expect(outcome.rows.map(\.topicPartition) == [TopicPartition("resets", 0)])
        #expect(outcome.isVerified)
        let old = try #require(outcome.rows.first?.old?.offset)
        #expect(old > 3)
        #expect(try await cluster.committedOffsets("mover", topics: nil)[TopicPartition("resets", 0)]?.offset == 0)
    }

    private func noticesWhatChanged() async throws {
        let key = TopicPartition("resets", 0)
        let stale = try await plan(.latest)
        _ = try await cluster.commitOffsets("mover", [key: CommittedOffset(offset: 1)])
        await #expect { try await planner.execute(stale, now: 4) } throws: {
            ($0 as? ClientError)?.sentence.contains("was committed since the plan was made") == true
        }
        // Nothing is moved that could not be taken back.
        let nowhere = ResetPlanner(cluster: cluster, undoFolder: "/proc/no-such-place")
        let fresh = try await plan(.latest)
        await #expect { try await nowhere.execute(fresh, now: 5) } throws: {
            ($0 as? ClientError)?.sentence.contains("cannot be kept") == true
        }
        #expect(try await cluster.committedOffsets("mover", topics: [key])[key]?.offset == 1)
        // A topic that is gone costs only its own rows; one that was made again is another topic.
        try await fill("passing")
        let other = TopicPartition("passing", 1)
        _ = try await cluster.commitOffsets("mover", [other: CommittedOffset(offset: 2)])
        let whole = try await plan(.earliest, topics: nil)
        // Both partitions of each: one of `passing` never had a commit and gets its first.
        #expect(whole.written == 4)
        try await cluster.deleteTopic("passing")
        try await until("the topic is gone") {
            try await cluster.metadata(["passing"]).topic("passing")?.error == .unknownTopicOrPartition
        }
        let gone = try await plan(.earliest, topics: nil)
        #expect(gone.rows.contains { $0.topicPartition.topic == "resets" && $0.isWritten })
        if let row = gone.rows.first(where: { $0.topicPartition == other }) {
            #expect(!row.isWritten && row.note?.description.contains("no topic passing") == true)
        }
        try await fill("passing")
        await #expect { try await planner.execute(whole, now: 6) } throws: {
            ($0 as? ClientError)?.sentence.contains("created again since the plan") == true
        }
        try await cluster.deleteTopic("passing")
    }
}
