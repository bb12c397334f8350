import KafkaClient
import KafkaWire
import Testing

@testable import Console

@Suite struct GroupTests {
    private func view() -> ClusterView {
        var view = ClusterView()
        World.pictured.fill(&view, now: Script.start)
        return view
    }

    @Test func nothingZeroAndUnknownAreThreeThings() {
        var script = Script(world: .pictured)
        script.press("2")
        #expect(script.screen.contains("18,216"))
        let rows = script.screen.split(separator: "\n").map(String.init)
        let billing = rows.first { $0.contains("billing") } ?? ""
        let replay = rows.first { $0.contains("replay") } ?? ""
        #expect(billing.split(separator: " ").contains("0"))
        #expect(replay.split(separator: " ").contains("–"))
        script.state.view.lags["replay"] = nil
        script.state.view.learn(.lag([:], failures: ["replay": "denied"]), to: .lag(["replay"]), at: script.state.now)
        #expect(
            (script.screen.split(separator: "\n").map(String.init).first { $0.contains("replay") } ?? "").contains(
                "unknown"))
    }

    @Test func lagNeverLooksNegative() {
        #expect(CommitAndEnd(committed: 12, bounds: PartitionBounds(start: 0, end: 10)).lag == 0)
        #expect(CommitAndEnd(committed: nil, bounds: PartitionBounds(start: 0, end: 10)).lag == nil)
        #expect(CommitAndEnd(committed: 3, bounds: nil).lag == nil)
    }

    @Test func behindInTimeIsTheAgeOfTheFirstUnreadRecord() {
        let view = view()
        let key = TopicPartition(topic: "orders", partition: 0)
        #expect(view.behind("audit", key, now: Script.start) == .time(41_000))
        #expect(
            view.behind("audit", TopicPartition(topic: "orders", partition: 3), now: Script.start)
                == ClusterView.Behind.none)
        #expect(view.behind("audit", TopicPartition(topic: "orders", partition: 5), now: Script.start) == nil)
        var unseen = view
        unseen.firstUnread = [:]
        #expect(unseen.behind("audit", key, now: Script.start) == .moreThan(60_000))
    }

    @Test func theDiagnosisNamesThePartitionThatHoldsTheLagWithItsNumbers() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        #expect(script.screen.contains("▲ p0 holds 99 % of the lag"))
        #expect(script.screen.contains("Its owner is app-1."))
    }

    @Test func aGroupNobodyReadsIsSaidSo() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        script.state.view.members["audit"]?.value?.members = []
        #expect(script.screen.contains("Nobody reads: the group has no members and is 18,216 records behind."))
    }

    @Test func aCommitPastTheEndAsksWhetherTheTopicIsNew() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        let key = TopicPartition(topic: "orders", partition: 2)
        script.state.view.lags["audit"]?.value?.rows[key] = CommitAndEnd(
            committed: 999, bounds: PartitionBounds(start: 0, end: 10))
        script.wait(1)
        #expect(script.screen.contains("p2 committed 999 is past the end 10: was the topic created again?"))
    }

    @Test func restartingIsUnsafeWhenItBreaksMinimumInSync() {
        var script = Script(world: .pictured)
        script.press("3")
        let matrix = ReplicationMatrix(script.state.context, selected: nil)
        #expect(matrix.advice(for: 1) == .unsafe("shipments-0 would have no leader"))
        #expect(matrix.advice(for: 2) == .unsafe("shipments-4 would fall to 1 in sync, needs 2"))
        var world = World.pictured
        for topic in world.metadata.topics.indices {
            for partition in world.metadata.topics[topic].partitions.indices {
                world.metadata.topics[topic].partitions[partition].inSync =
                    world.metadata.topics[topic].partitions[partition].replicas
            }
        }
        script.state.view.learn(.metadata(world.metadata), to: .metadata, at: script.state.now)
        #expect(ReplicationMatrix(script.state.context, selected: nil).advice(for: 1) == .safe)
    }

    @Test func whatHappenedIsToldFromOneAnswerToTheNext() {
        var script = Script(world: .pictured)
        ReplicationScenes.brokerGone(&script)
        let told = script.state.view.happenings.map(\.text)
        #expect(told.contains("broker 2 is gone"))
        #expect(told.contains { $0.contains("led by broker 2 moved") })
        #expect(script.row(0).contains("2 of 3 brokers"))
    }
}
