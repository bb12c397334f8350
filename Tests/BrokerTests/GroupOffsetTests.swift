import Bytes
import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct GroupOffsetTests {
    private let orders0 = TopicPartition(topic: "orders", partition: 0)
    private let week: Int64 = 7 * 24 * 3_600_000

    @Test func `anybody may commit to a group without members`() {
        var script = GroupScript()
        #expect(script.commit(17, metadata: "note") == ErrorCode.none)
        #expect(script.state == "Empty")
        #expect(script.table.fetchOffset(orders0, of: "g")?.offset == 17)
        #expect(script.table.fetchOffset(orders0, of: "g")?.metadata == "note")
        #expect(script.commit(3) == ErrorCode.none)  // backwards is legal
        #expect(script.table.fetchOffset(orders0, of: "g")?.offset == 3)
        #expect(script.table.fetchOffset(TopicPartition(topic: "orders", partition: 1), of: "g") == nil)
    }

    @Test func `every wrong commit has its code and stores nothing`() {
        var script = GroupScript()
        #expect(script.commit(1, generation: 4, group: "none") == .groupIdNotFound)
        #expect(script.commit(1, generation: 4, group: "none", namesMissing: false) == .illegalGeneration)
        #expect(script.commit(1, metadata: String(repeating: "x", count: 4_097)) == .offsetMetadataTooLarge)
        let ids = script.stableGroup(of: 1)
        #expect(script.commit(1) == .unknownMemberId)
        #expect(script.commit(1, member: ids[0], generation: 5) == .illegalGeneration)
        #expect(script.commit(1, member: "ghost", generation: 1) == .unknownMemberId)
        #expect(script.table.offsets.isEmpty)
        #expect(script.commit(1, member: ids[0], generation: 1) == ErrorCode.none)
        _ = script.join(ids[0])
        #expect(script.commit(2, member: ids[0], generation: 2) == .rebalanceInProgress)
        #expect(script.table.fetchOffset(orders0, of: "g")?.offset == 1)
    }

    @Test func `a commit during the join phase is taken and keeps the session`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 1)
        let newcomer = script.join()
        script.advance(9_000)
        #expect(script.commit(5, member: ids[0], generation: 1) == ErrorCode.none)
        script.advance(9_000)
        #expect(script.joins[newcomer] == nil)
        #expect(script.group?.members[ids[0]] != nil)
    }

    @Test func `offsets of an empty group go seven days after it became empty, then the group`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 1)
        #expect(script.commit(5, member: ids[0], generation: 1) == ErrorCode.none)
        for _ in 0..<100 {
            script.advance(8_000)
            _ = script.heartbeat(ids[0], generation: 1)
        }
        _ = script.leave(ids[0])
        script.advance(week - 1)
        #expect(script.table.expire(now: script.now).writes.isEmpty)
        script.advance(1)
        let effects = script.table.expire(now: script.now)
        #expect(effects.writes == [.offset("g", orders0, nil), .group("g", nil)])
        #expect(script.table.groups.isEmpty)
    }

    @Test func `offsets of topics that a stable group reads never expire, others do`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 1)
        #expect(script.commit(5, member: ids[0], generation: 1) == ErrorCode.none)
        #expect(script.commit(5, topic: "old", member: ids[0], generation: 1) == ErrorCode.none)
        script.now.wall += week
        #expect(
            script.table.expire(now: script.now).writes
                == [.offset("g", TopicPartition(topic: "old", partition: 0), nil)])
        #expect(script.state == "Stable")
    }

    @Test func `a simple group's offsets expire by their commit, or as the client said`() {
        var script = GroupScript()
        #expect(script.commit(1) == ErrorCode.none)
        #expect(script.commit(1, partition: 1, retention: 60_000) == ErrorCode.none)
        script.advance(60_000)
        #expect(
            script.table.expire(now: script.now).writes
                == [.offset("g", TopicPartition(topic: "orders", partition: 1), nil)])
        script.advance(week)
        #expect(script.table.expire(now: script.now).writes.count == 2)
    }

    @Test func `offsets are deleted unless a member reads the topic`() {
        var script = GroupScript()
        #expect(script.table.deleteOffsets([orders0], of: "g").error == .groupIdNotFound)
        let ids = script.stableGroup(of: 1)
        let old = TopicPartition(topic: "old", partition: 0)
        #expect(script.commit(5, member: ids[0], generation: 1) == ErrorCode.none)
        #expect(script.commit(5, topic: "old", member: ids[0], generation: 1) == ErrorCode.none)
        let (error, codes, effects) = script.table.deleteOffsets(
            [orders0, old, TopicPartition(topic: "old", partition: 9)], of: "g")
        #expect(error == .none)
        #expect(codes == [.groupSubscribedToTopic, .none, .none])
        #expect(effects.writes == [.offset("g", old, nil)])
    }

    @Test func `a group of another kind keeps its offsets while it has members`() {
        var script = GroupScript()
        let ticket = script.join(type: "connect", protocols: [GroupProtocol(name: "default", metadata: [1])])
        #expect(script.joins[ticket]?.error == ErrorCode.none)
        #expect(script.table.deleteOffsets([orders0], of: "g").error == .nonEmptyGroup)
    }

    @Test func `only an empty group can be deleted, and everything of it goes`() {
        var script = GroupScript()
        #expect(script.table.delete("g").0 == .groupIdNotFound)
        let ids = script.stableGroup(of: 1)
        #expect(script.commit(5, member: ids[0], generation: 1) == ErrorCode.none)
        #expect(script.table.delete("g").0 == .nonEmptyGroup)
        _ = script.leave(ids[0])
        let (code, effects) = script.table.delete("g")
        #expect(code == .none)
        #expect(effects.writes == [.offset("g", orders0, nil), .group("g", nil)])
        #expect(script.state == "Dead")
        #expect(script.table.offsets.isEmpty)
    }

    @Test func `a deleted topic takes its offsets along in every group`() {
        var script = GroupScript()
        for group in ["a", "b"] as [GroupID] {
            #expect(script.commit(1, group: group) == ErrorCode.none)
            #expect(script.commit(1, topic: "other", group: group) == ErrorCode.none)
        }
        let effects = script.table.topicDeleted("orders")
        #expect(effects.writes == [.offset("a", orders0, nil), .offset("b", orders0, nil)])
        #expect(script.table.fetchOffsets(of: "a").map(\.0.topic) == ["other"])
    }

    @Test func `replaying the records gives the same groups and offsets`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 3)
        #expect(script.commit(5, member: ids[0], generation: 3) == ErrorCode.none)
        #expect(script.commit(9, group: "simple") == ErrorCode.none)
        var again = GroupTable()
        for record in script.log { again.replay(record, now: script.now) }
        #expect(again.groups["g"]?.stored == script.table.groups["g"]?.stored)
        #expect(again.groups["g"]?.state == .stable(nil))
        #expect(again.groups["simple"]?.isEmpty == true)
        #expect(again.offsets == script.table.offsets)
        // And its members go on as if nothing had been, or time out.
        again.startSessions(of: { _ in true }, now: script.now)
        var (code, _) = again.heartbeat("g", memberID: ids[1], instanceID: nil, generation: 3, now: script.now)
        #expect(code == .none)
        script.now.monotonic += 10_000
        _ = again.tick(now: script.now)
        (code, _) = again.heartbeat("g", memberID: ids[1], instanceID: nil, generation: 3, now: script.now)
        #expect(code == .unknownMemberId)
        #expect(again.groups["g"]?.isEmpty == true)
    }

    @Test func `unloading answers everything that waits`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 2)
        let waiting = script.join(ids[0])
        script.take(script.table.unload({ $0 == "g" }, error: .notCoordinator))
        #expect(script.joins[waiting]?.error == .notCoordinator)
        #expect(script.state == "Dead")
    }
}
