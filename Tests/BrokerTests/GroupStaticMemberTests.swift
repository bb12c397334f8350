import Bytes
import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct GroupStaticMemberTests {
    /// A stable group of a static leader "i1" and a static follower "i2"; gives their ids.
    private func stable(_ script: inout GroupScript) -> (leader: String, follower: String) {
        let a = script.join(instance: "i1", needsID: true)
        let leader = script.joins[a]?.memberID ?? ""
        let b = script.join(instance: "i2", needsID: true)
        let again = script.join(leader, instance: "i1")
        let follower = script.joins[b]?.memberID ?? ""
        #expect(script.joins[again]?.generation == 2)
        _ = script.sync(
            leader, generation: 2, instance: "i1", assigning: [leader: ByteSlice("p0"), follower: ByteSlice("p1")])
        _ = script.sync(follower, generation: 2, instance: "i2")
        #expect(script.state == "Stable")
        return (leader, follower)
    }

    @Test func `a static member needs no second join, and its id starts with its instance`() {
        var script = GroupScript()
        let ticket = script.join(instance: "i1", needsID: true)
        #expect(script.joins[ticket]?.error == ErrorCode.none)
        #expect(script.joins[ticket]?.memberID == "i1-u1")
    }

    @Test func `a restart takes the old place without a rebalance and fences the old id`() {
        var script = GroupScript()
        let (leader, follower) = stable(&script)
        let back = script.join(instance: "i2", needsID: true)
        let newID = script.joins[back]?.memberID ?? ""
        #expect(newID != follower)
        #expect(script.joins[back]?.generation == 2)
        #expect(script.joins[back]?.leader == leader)
        #expect(script.joins[back]?.skipAssignment == false)
        #expect(script.state == "Stable")
        let sync = script.sync(newID, generation: 2, instance: "i2")
        #expect(script.syncs[sync]?.assignment == ByteSlice("p1"))
        #expect(script.heartbeat(follower, generation: 2, instance: "i2") == .fencedInstanceId)
        let fenced = script.join(follower, instance: "i2")
        #expect(script.joins[fenced]?.error == .fencedInstanceId)
        #expect(script.commit(1, member: follower, generation: 2, instance: "i2") == .fencedInstanceId)
        #expect(script.leave(follower, instance: "i2") == [.fencedInstanceId])
        guard case .group("g", let stored?)? = script.log.last else {
            Issue.record("the new id was not written")
            return
        }
        #expect(stored.members.map(\.id) == [leader, newID])
    }

    @Test func `a leader that restarts is told to skip the assignment`() {
        var script = GroupScript()
        _ = stable(&script)
        let back = script.join(instance: "i1", needsID: true)
        let answer = script.joins[back]
        #expect(answer?.skipAssignment == true)
        #expect(answer?.leader == answer?.memberID)
        #expect(answer?.members.count == 2)
        #expect(script.state == "Stable")
    }

    @Test func `a leader of an older version is told that its old self leads`() {
        var script = GroupScript()
        let (leader, _) = stable(&script)
        let back = script.join(instance: "i1", needsID: true, canSkip: false)
        #expect(script.joins[back]?.leader == leader)
        #expect(script.joins[back]?.members.isEmpty == true)
        #expect(script.joins[back]?.skipAssignment == false)
    }

    @Test func `a restart with other topics sets off a rebalance`() {
        var script = GroupScript()
        _ = stable(&script)
        let back = script.join(instance: "i2", protocols: [.range("payments")], needsID: true)
        #expect(script.joins[back] == nil)
        #expect(script.state == "PreparingRebalance")
    }

    @Test func `a restart during the join phase fences the join that waits`() {
        var script = GroupScript()
        let (leader, _) = stable(&script)
        let waiting = script.join(leader, instance: "i1")
        #expect(script.joins[waiting] == nil)
        let back = script.join(instance: "i1", needsID: true)
        #expect(script.joins[waiting]?.error == .fencedInstanceId)
        #expect(script.joins[back] == nil)
    }

    @Test func `a static member that misses a rebalance keeps its place until its session ends`() {
        var script = GroupScript()
        let (leader, follower) = stable(&script)
        _ = script.leave(follower, instance: "i2")
        _ = script.join(leader, instance: "i1")
        let dynamic = script.join(session: 60_000, rebalance: 8_000)
        script.advance(1)
        #expect(script.state == "PreparingRebalance")
        _ = dynamic
        #expect(script.group?.staticMembers == ["i1": leader])
    }

    @Test func `an operator removes a static member by its instance`() {
        var script = GroupScript()
        let (leader, follower) = stable(&script)
        #expect(script.leave("", instance: "i2") == [.none])
        #expect(script.heartbeat(follower, generation: 2, instance: "i2") == .unknownMemberId)
        #expect(script.heartbeat(leader, generation: 2, instance: "i1") == .rebalanceInProgress)
    }
}
