import KafkaClient
import KafkaWire
import Testing

@testable import Console

/// What is said of one group's lag is the same in the topics, in their preview, in the groups, in their preview and in the
/// group itself.
@Suite struct SameLagTests {
    private static let orders = [
        TopicPartition(topic: "orders", partition: 0), TopicPartition(topic: "orders", partition: 1),
    ]

    /// Watched for ten seconds: `slow` is far behind in p0, where what was watched does not reach, and close in p1.
    private func script() -> Script {
        var script = Script(width: 120, height: 40, world: nil)
        let partitions = (0..<2).map { (index: Int32) in
            PartitionInfo(
                index: index, leader: 1, leaderEpoch: 1, replicas: [1], inSync: [1], offline: [], error: .none)
        }
        let topic = TopicInfo(
            name: "orders", id: KafkaUUID(high: 1, low: 1), isInternal: false, error: .none, partitions: partitions)
        let metadata = ClusterMetadata(
            clusterID: "c", controller: 1, brokers: [BrokerInfo(id: 1, host: "h", port: 9092)], topics: [topic])
        script.state.view.learn(.metadata(metadata), to: .metadata, at: script.state.now)
        let group = ListedGroup(id: "slow", protocolType: "consumer", state: "Empty", type: "classic")
        script.state.view.learn(.groups([group]), to: .groups, at: script.state.now)
        for second in Int64(0)...5 {
            let end = 1_000 + second * 20
            let bounds = PartitionBounds(start: 0, end: end)
            let found = Dictionary(uniqueKeysWithValues: Self.orders.map { ($0, bounds) })
            script.state.view.learn(.ends(found, failures: [:]), to: .ends(["orders"]), at: script.state.now)
            let lag = [
                Self.orders[0]: CommitAndEnd(committed: 400, bounds: bounds),
                Self.orders[1]: CommitAndEnd(committed: end - 10, bounds: bounds),
            ]
            script.state.view.learn(.lag(["slow": lag], failures: [:]), to: .lag(["slow"]), at: script.state.now)
            script.wait(2_000)
        }
        return script
    }

    @Test func `what was not watched for long enough is longer than that, whatever another partition says`() {
        let script = script()
        #expect(script.screen.contains("1 · behind > 10 s"))
        #expect(script.screen.contains("710 behind, > 10 s"))
        #expect(ClusterView.Behind.worst([.time(12_000), .moreThan(10_000)]) == .moreThan(12_000))
        #expect(ClusterView.Behind.worst([.time(12_000), .none]) == .time(12_000))
        #expect(ClusterView.Behind.worst([]) == nil)
    }

    @Test func `every pane asks for what it cannot know, and all of them say the same then`() {
        var script = script()
        let question = Query.firstUnread("slow")
        for way in ["1", "2", "1 p"] {
            script.press(way)
            script.state.view.firstUnreadAt = [:]
            #expect(script.state.needs.contains(question), "\(way)")
        }
        let record = RecordGlance(offset: 400, timestamp: script.state.now - 495_000, key: nil, value: "x")
        script.state.view.learn(.unread([Self.orders[0]: record], readable: [:]), to: question, at: script.state.now)
        // Not again before its time.
        script.press("1 1")
        #expect(!script.state.needs.contains(question))
        let late = script.state.view.behind("slow", now: script.state.now)?.text ?? ""
        #expect(late == "8 m 13 s")
        #expect(script.screen.contains("1 · behind \(late)") && script.screen.contains("710 behind, \(late)"))
        script.press("2")
        #expect(script.screen.components(of: late) >= 3 && script.screen.components(of: "710") == 2)
        script.press("enter")
        #expect(script.screen.components(of: late) == 2 && script.screen.components(of: "710") >= 1)
    }

    @Test func `a group that read on since its record was looked at is so much less late`() {
        var script = script()
        let record = RecordGlance(offset: 390, timestamp: script.state.now - 60_000, key: nil, value: "x")
        script.state.view.learn(
            .unread([Self.orders[0]: record], readable: [:]), to: .firstUnread("slow"), at: script.state.now)
        // 700 of 710 offsets are left, and it was 58 s old when commits were asked last.
        #expect(script.state.view.behind("slow", Self.orders[0], now: script.state.now) == .time(57_183))
    }
}

extension String {
    /// How often it holds `part`.
    fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
