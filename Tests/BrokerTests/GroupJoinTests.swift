import Bytes
import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct GroupJoinTests {
    @Test func `a join without an id gets one and stays pending`() {
        var script = GroupScript()
        let first = script.join(needsID: true, client: "app")
        let answer = script.joins[first]
        #expect(answer?.error == .memberIdRequired)
        #expect(answer?.memberID == "app-u1")
        #expect(script.state == "Empty")
        let second = script.join("app-u1", needsID: true, client: "app")
        #expect(script.joins[second]?.error == ErrorCode.none)
        #expect(script.joins[second]?.generation == 1)
        #expect(script.joins[second]?.leader == "app-u1")
        #expect(script.joins[second]?.protocolName == "range")
        #expect(script.joins[second]?.members.map(\.id) == ["app-u1"])
        #expect(script.state == "CompletingRebalance")
    }

    @Test func `an id that was given out is forgotten after the session timeout`() {
        var script = GroupScript()
        _ = script.join(needsID: true)
        script.advance(9_999)
        #expect(script.group?.pendingMembers.count == 1)
        script.advance(1)
        #expect(script.group?.pendingMembers.isEmpty == true)
        let late = script.join("c-u1", needsID: true)
        #expect(script.joins[late]?.error == .unknownMemberId)
    }

    @Test(
        arguments: [
            ("", 10_000, "consumer", true, ErrorCode.invalidGroupId),
            ("g", 5_999, "consumer", true, .invalidSessionTimeout),
            ("g", 1_800_001, "consumer", true, .invalidSessionTimeout),
            ("g", 10_000, "", true, .inconsistentGroupProtocol),
            ("g", 10_000, "consumer", false, .inconsistentGroupProtocol),
        ] as [(GroupID, Int32, String, Bool, ErrorCode)])
    func `a join that cannot be is refused`(
        _ id: GroupID, _ session: Int32, _ type: String, _ hasProtocol: Bool, _ code: ErrorCode
    ) {
        var script = GroupScript()
        let ticket = script.join(
            group: id, session: session, type: type, protocols: hasProtocol ? [.range("orders")] : [])
        #expect(script.joins[ticket]?.error == code)
        #expect(script.table.groups.isEmpty)
    }

    @Test func `an id nobody knows is refused, with or without a group`() {
        var script = GroupScript()
        var ticket = script.join("ghost")
        #expect(script.joins[ticket]?.error == .unknownMemberId)
        _ = script.stableGroup(of: 1)
        ticket = script.join("ghost")
        #expect(script.joins[ticket]?.error == .unknownMemberId)
        #expect(script.state == "Stable")
    }

    @Test func `another type or no common protocol is refused`() {
        var script = GroupScript()
        _ = script.stableGroup(of: 1)
        let connect = script.join(type: "connect")
        #expect(script.joins[connect]?.error == .inconsistentGroupProtocol)
        let sticky = script.join(protocols: [.range("orders", name: "sticky")])
        #expect(script.joins[sticky]?.error == .inconsistentGroupProtocol)
        #expect(script.state == "Stable")
    }

    @Test func `the initial delay gathers members and grows with each`() {
        var script = GroupScript(delay: 3_000)
        let a = script.join()
        script.advance(2_000)
        let b = script.join()
        script.advance(1_000)
        #expect(script.joins.isEmpty)  // b came in the first round: one more round
        script.advance(3_000)
        #expect(script.joins[a]?.generation == 1)
        #expect(script.joins[b]?.generation == 1)
        #expect(script.joins[a]?.members.count == 2)
        #expect(script.joins[b]?.members.isEmpty == true)
    }

    @Test func `the initial delay never exceeds the rebalance timeout`() {
        var script = GroupScript(delay: 3_000)
        _ = script.join(rebalance: 7_000)
        for _ in 0..<6 {
            script.advance(1_000)
            _ = script.join(rebalance: 7_000)
        }
        script.advance(2_000)
        #expect(script.group?.generation == 1)
    }

    @Test func `a new member has the others rejoin, and the leader sees all`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 1)
        let newcomer = script.join()
        #expect(script.state == "PreparingRebalance")
        #expect(script.heartbeat(ids[0], generation: 1) == .rebalanceInProgress)
        let rejoin = script.join(ids[0])
        #expect(script.state == "CompletingRebalance")
        #expect(script.joins[rejoin]?.generation == 2)
        #expect(script.joins[rejoin]?.members.count == 2)
        #expect(script.joins[newcomer]?.members.isEmpty == true)
        #expect(script.joins[newcomer]?.leader == ids[0])
    }

    @Test func `members that do not rejoin in time are dropped, and the leader with them`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 1)
        let newcomer = script.join(session: 10_000, rebalance: 60_000)
        for _ in 0..<12 {
            script.advance(5_000)
            _ = script.heartbeat(ids[0], generation: 1)
        }
        #expect(script.joins[newcomer]?.generation == 2)
        #expect(script.joins[newcomer]?.leader == script.joins[newcomer]?.memberID)
        #expect(script.heartbeat(ids[0], generation: 1) == .unknownMemberId)
    }

    @Test func `a rebalance waits for members that were just given an id`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 1)
        let first = script.join(needsID: true)
        let rejoin = script.join(ids[0])  // the leader rejoins: a rebalance
        #expect(script.joins[rejoin] == nil)
        let second = script.join(script.joins[first]?.memberID ?? "", needsID: true)
        #expect(script.joins[rejoin]?.generation == 2)
        #expect(script.joins[second]?.generation == 2)
    }

    @Test func `a follower that rejoins unchanged gets the generation, a changed one a rebalance`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 2)
        let generation = script.group?.generation ?? 0
        let same = script.join(ids[1])
        #expect(script.joins[same]?.generation == generation)
        #expect(script.joins[same]?.leader == ids[0])
        #expect(script.state == "Stable")
        let changed = script.join(ids[1], protocols: [.range("payments")])
        #expect(script.joins[changed] == nil)
        #expect(script.state == "PreparingRebalance")
    }

    @Test func `in CompletingRebalance an unchanged join is answered again, a changed one starts over`() {
        var script = GroupScript()
        let a = script.join()
        let id = script.joins[a]?.memberID ?? ""
        let again = script.join(id)
        #expect(script.joins[again]?.generation == 1)
        #expect(script.joins[again]?.members.count == 1)
        let changed = script.join(id, protocols: [.range("payments")])
        #expect(script.joins[changed]?.generation == 2)
    }

    @Test func `the protocol with the most votes among the common ones wins`() {
        var script = GroupScript(delay: 3_000)
        let range = GroupProtocol.range("orders")
        let sticky = GroupProtocol.range("orders", name: "sticky")
        let odd = GroupProtocol.range("orders", name: "odd")
        let a = script.join(protocols: [range, sticky])
        _ = script.join(protocols: [sticky, range])
        _ = script.join(protocols: [odd, sticky, range])
        script.advance(3_000)
        script.advance(3_000)
        #expect(script.joins[a]?.protocolName == "sticky")
    }

    @Test func `a full group refuses one more and keeps those it has`() {
        var script = GroupScript(maxSize: 2)
        let ids = script.stableGroup(of: 2)
        let ticket = script.join()
        #expect(script.joins[ticket]?.error == .groupMaxSizeReached)
        #expect(script.heartbeat(ids[0], generation: 2) == ErrorCode.none)
    }

    @Test func `a join sent again answers the lost one, exactly once`() {
        var script = GroupScript()
        let ids = script.stableGroup(of: 2)
        let first = script.join(ids[0])
        let second = script.join(ids[0])
        #expect(script.joins[first]?.error == .rebalanceInProgress)
        #expect(script.joins[second] == nil)
        _ = script.join(ids[1])
        #expect(script.joins[second]?.generation == 3)
    }

    @Test func `ids given out and groups are limited in number`() {
        var script = GroupScript(maximumGroups: 2, maximumPendingMembers: 2)
        let tickets = (0..<3).map { _ in script.join(needsID: true) }
        #expect(
            tickets.map { script.joins[$0]?.error }
                == [.memberIdRequired, .memberIdRequired, .groupMaxSizeReached])
        script.advance(10_000)
        let later = script.join(needsID: true)
        #expect(script.joins[later]?.error == .memberIdRequired)
        #expect(script.commit(1, group: "second") == ErrorCode.none)
        #expect(script.commit(1, group: "third") == .coordinatorNotAvailable)
        let third = script.join(group: "third")
        #expect(script.joins[third]?.error == .groupMaxSizeReached)
        #expect(script.table.groups.count == 2)
    }
}
