import Bytes
import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct GroupSyncTests {
    @Test func `followers wait for the leader's assignment`() {
        var script = GroupScript(delay: 3_000)
        let a = script.join()
        let b = script.join()
        script.advance(3_000)
        script.advance(3_000)
        let leader = script.joins[a]?.memberID ?? ""
        let follower = script.joins[b]?.memberID ?? ""
        let early = script.sync(follower, generation: 1)
        #expect(script.syncs[early] == nil)
        let settling = script.sync(
            leader, generation: 1,
            assigning: [leader: ByteSlice("p0"), follower: ByteSlice("p1"), "ghost": ByteSlice("x")])
        #expect(script.syncs[early]?.assignment == ByteSlice("p1"))
        #expect(script.syncs[settling]?.assignment == ByteSlice("p0"))
        #expect(script.state == "Stable")
        guard case .group("g", let stored?)? = script.log.last else {
            Issue.record("the assignment was not written")
            return
        }
        #expect(stored.members.map(\.assignment) == [ByteSlice("p0"), ByteSlice("p1")])
        #expect(stored.protocolName == "range")
        #expect(stored.leader == leader)
        #expect(stored.generation == 1)
    }

    @Test func `every wrong sync has its code`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 1)
        func code(_ ticket: UInt64) -> ErrorCode? { script.syncs[ticket]?.error }
        let cases: [(UInt64, ErrorCode)] = [
            (script.sync(ids[0], generation: 7), .illegalGeneration),
            (script.sync("ghost", generation: 1), .unknownMemberId),
            (script.sync(ids[0], generation: 1, instance: "nobody"), .unknownMemberId),
            (script.sync(ids[0], generation: 1, type: "connect"), .inconsistentGroupProtocol),
            (script.sync(ids[0], generation: 1, type: "consumer", name: "sticky"), .inconsistentGroupProtocol),
            (script.sync(ids[0], generation: 1, group: "other"), .unknownMemberId),
            (script.sync(ids[0], generation: 1, group: ""), .invalidGroupId),
            (script.sync(ids[0], generation: 1, type: "consumer", name: "range"), .none),
        ]
        for (ticket, expected) in cases { #expect(code(ticket) == expected) }
        _ = script.join()
        #expect(code(script.sync(ids[0], generation: 1)) == .rebalanceInProgress)
    }

    @Test func `a member that never syncs is removed after the rebalance timeout`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 2)
        _ = script.join(ids[0])
        _ = script.join(ids[1])
        #expect(script.state == "CompletingRebalance")
        let waiting = script.sync(ids[1], generation: 3)
        for _ in 0..<12 {
            script.advance(5_000)
            _ = script.heartbeat(ids[0], generation: 3)
        }
        // The leader is out; the other is told to rejoin.
        #expect(script.syncs[waiting]?.error == .rebalanceInProgress)
        #expect(script.heartbeat(ids[0], generation: 3) == .unknownMemberId)
        let rejoin = script.join(ids[1])
        #expect(script.joins[rejoin]?.generation == 4)
        #expect(script.joins[rejoin]?.leader == ids[1])
    }

    @Test func `a follower that never asks for its assignment is removed from the stable group too`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 2)
        _ = script.join(ids[0])
        _ = script.join(ids[1])
        _ = script.sync(ids[0], generation: 3, assigning: [ids[0]: ByteSlice("p")])
        #expect(script.state == "Stable")
        for _ in 0..<12 {
            script.advance(5_000)
            for id in ids { _ = script.heartbeat(id, generation: 3) }
        }
        #expect(script.heartbeat(ids[1], generation: 3) == .unknownMemberId)
        #expect(script.heartbeat(ids[0], generation: 3) == .rebalanceInProgress)
    }

    @Test func `a join during the sync phase sends those who wait back`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 2)
        _ = script.join(ids[0])
        _ = script.join(ids[1])
        let waiting = script.sync(ids[1], generation: 3)
        _ = script.join()
        #expect(script.syncs[waiting]?.error == .rebalanceInProgress)
        #expect(script.state == "PreparingRebalance")
    }

    @Test func `heartbeats say what the member has to do`() {
        var script = GroupScript()
        #expect(script.heartbeat("x", generation: 1) == .unknownMemberId)
        let ids = script.stableGroup(of: 1)
        #expect(script.heartbeat(ids[0], generation: 1) == ErrorCode.none)
        #expect(script.heartbeat(ids[0], generation: 2) == .illegalGeneration)
        #expect(script.heartbeat("ghost", generation: 1) == .unknownMemberId)
        #expect(script.heartbeat(ids[0], generation: 1, instance: "i") == .unknownMemberId)
        let completing = script.join(ids[0])
        #expect(script.joins[completing]?.generation == 2)
        #expect(script.heartbeat(ids[0], generation: 2) == ErrorCode.none)
    }

    @Test func `silence for the session timeout ends a member, a heartbeat in time does not`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 2)
        script.advance(9_000)
        #expect(script.heartbeat(ids[0], generation: 2) == ErrorCode.none)
        script.advance(1_000)
        #expect(script.state == "PreparingRebalance")
        #expect(script.group?.members.keys.sorted() == [ids[0]])
        let rejoin = script.join(ids[0])
        #expect(script.joins[rejoin]?.generation == 3)
    }

    @Test func `the last one to go leaves an empty group, and that is written`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 1)
        #expect(script.leave(ids[0]) == [.none])
        #expect(script.state == "Empty")
        guard case .group("g", let stored?)? = script.log.last else {
            Issue.record("the empty group was not written")
            return
        }
        #expect(stored.generation == 2)
        #expect(stored.members.isEmpty)
        #expect(stored.protocolName == nil)
        #expect(stored.leader == nil)
        #expect(stored.protocolType == "consumer")
    }

    @Test func `leaving answers what the member waits for`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 2)
        let waiting = script.join(ids[1], protocols: [.range("payments")])
        #expect(script.leave(ids[1]) == [.none])
        #expect(script.joins[waiting]?.error == .unknownMemberId)
        #expect(script.leave(ids[1]) == [.unknownMemberId])
        #expect(script.leave("", instance: "nobody") == [.unknownMemberId])
        #expect(script.leave("") == [.unknownMemberId])
    }

    @Test func `leaving with an id that was only given out frees it`() {
        var script = GroupScript()
        let first = script.join(needsID: true)
        #expect(script.leave(script.joins[first]?.memberID ?? "") == [.none])
        #expect(script.group?.pendingMembers.isEmpty == true)
    }

    @Test func `leaving a group that is not there names each member`() {
        var script = GroupScript()
        #expect(script.leave("m") == [.unknownMemberId])
    }

    @Test func `a member that the leader does not name has nothing, not what it had before`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 2)
        for id in ids { _ = script.join(id) }
        _ = script.sync(ids[0], generation: 3, assigning: [ids[0]: ByteSlice("all")])
        let left = script.sync(ids[1], generation: 3)
        #expect(script.syncs[left]?.error == ErrorCode.none)
        #expect(script.syncs[left]?.assignment == ByteSlice.empty)
    }
}
