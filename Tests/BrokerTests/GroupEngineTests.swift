import Bytes
import KafkaLog
import KafkaWire
import Testing

@testable import KafkaBroker

/// Groups through the engine: wire messages in and out, records in the log.
@Suite struct GroupEngineTests {
    private func harness() throws -> EngineHarness {
        let harness = try EngineHarness()
        #expect(try harness.createTopic("orders", partitions: 3)?.errorCode == ErrorCode.none)
        return harness
    }

    private func joinRequest(_ memberID: String = "", instance: String? = nil) -> JoinGroupRequest {
        let metadata = GroupProtocol.range("orders").metadata
        return JoinGroupRequest(
            groupId: "g", sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 60_000, memberId: memberID,
            groupInstanceId: instance, protocolType: "consumer",
            protocols: [.init(name: "range", metadata: metadata)])
    }

    /// Joins and syncs one member at `version` of JoinGroup; gives its id and generation.
    private func member(_ harness: EngineHarness, version: Int16 = 9) throws -> (id: String, generation: Int32) {
        var joined = try #require(try harness.send(joinRequest(), version: version))
        if version >= 4 {
            #expect(joined.errorCode == .memberIdRequired)
            joined = try #require(try harness.send(joinRequest(joined.memberId), version: version))
        }
        #expect(joined.errorCode == .none)
        #expect(joined.leader == joined.memberId)
        #expect(joined.members.count == 1)
        let sync = SyncGroupRequest(
            groupId: "g", generationId: joined.generationId, memberId: joined.memberId, protocolType: "consumer",
            protocolName: "range", assignments: [.init(memberId: joined.memberId, assignment: [7])])
        let synced = try #require(try harness.send(sync, version: min(version, 5)))
        #expect(synced.errorCode == .none)
        #expect(synced.assignment == [7])
        return (joined.memberId, joined.generationId)
    }

    private func commit(
        _ offset: Int64, _ member: (id: String, generation: Int32) = ("", -1)
    ) -> OffsetCommitRequest {
        OffsetCommitRequest(
            groupId: "g", generationIdOrMemberEpoch: member.generation, memberId: member.id,
            topics: [
                .init(name: "orders", partitions: [.init(partitionIndex: 1, committedOffset: offset)])
            ])
    }

    private func committed(_ harness: EngineHarness) throws -> Int64? {
        let request = OffsetFetchRequest(groupId: "g", topics: [.init(name: "orders", partitionIndexes: [1])])
        return try harness.send(request, version: 5)?.topics.first?.partitions.first?.committedOffset
    }

    @Test(arguments: 0...9 as ClosedRange<Int16>)
    func `a member's whole life goes in every version`(_ version: Int16) throws {
        let harness = try harness()
        let member = try member(harness, version: version)
        let beat = HeartbeatRequest(groupId: "g", generationId: member.generation, memberId: member.id)
        #expect(try harness.send(beat, version: min(version, 4))?.errorCode == ErrorCode.none)
        let stored = try harness.send(commit(5, member), version: min(max(version, 2), 9))
        #expect(stored?.topics.first?.partitions.first?.errorCode == ErrorCode.none)
        let described = try harness.send(DescribeGroupsRequest(groups: ["g", "no"]), version: min(version, 6))
        #expect(described?.groups.map(\.groupState) == ["Stable", "Dead"])
        #expect(described?.groups.last?.errorCode == (version >= 6 ? .groupIdNotFound : ErrorCode.none))
        #expect(described?.groups.first?.members.first?.memberAssignment == [7])
        #expect(described?.groups.first?.members.first?.clientHost == "/127.0.0.1")
        let listed = try harness.send(ListGroupsRequest(), version: min(version, 5))
        #expect(listed?.groups.map(\.groupId) == ["g"])
        let find = FindCoordinatorRequest(key: version >= 4 ? "" : "g", coordinatorKeys: version >= 4 ? ["g"] : [])
        let found = try harness.send(find, version: min(version, 6))
        #expect((version >= 4 ? found?.coordinators.first?.nodeId : found?.nodeId) == harness.engine.nodeID)
        let names: [GroupID] = ["g"]
        let active = try harness.send(DeleteGroupsRequest(groupsNames: names), version: min(version, 2))
        #expect(active?.results.first?.errorCode == .nonEmptyGroup)
        let leave =
            version >= 3
            ? LeaveGroupRequest(groupId: "g", members: [.init(memberId: member.id)])
            : LeaveGroupRequest(groupId: "g", memberId: member.id)
        let left = try harness.send(leave, version: min(version, 5))
        #expect(left?.errorCode == ErrorCode.none)
        #expect(left?.members.map(\.errorCode) == (version >= 3 ? [.none] : []))
        let deleted = try harness.send(DeleteGroupsRequest(groupsNames: names), version: min(version, 2))
        #expect(deleted?.results.first?.errorCode == ErrorCode.none)
        #expect(try committed(harness) == -1)
    }

    @Test func `a parked join is answered on its own connection when the other rejoins`() throws {
        let harness = try harness()
        let first = try member(harness)
        let other = harness.connect()
        let given = try #require(try harness.send(joinRequest(), version: 9, on: other))
        #expect(try harness.send(joinRequest(given.memberId), version: 9, on: other) == nil)
        let beat = HeartbeatRequest(groupId: "g", generationId: first.generation, memberId: first.id)
        #expect(try harness.send(beat, version: 4)?.errorCode == .rebalanceInProgress)
        #expect(try harness.send(joinRequest(first.id), version: 9)?.generationId == 2)
        let answer = try harness.answer(JoinGroupResponse.self, version: 9, on: other)
        #expect(answer?.generationId == 2)
        #expect(answer?.members.isEmpty == true)
    }

    @Test func `a member that says nothing is dropped when its session ends`() throws {
        let harness = try harness()
        _ = try member(harness)
        harness.advance(by: 9_999)
        let before = try harness.send(DescribeGroupsRequest(groups: ["g"]), version: 5)
        #expect(before?.groups.first?.groupState == "Stable")
        harness.advance(by: 1)
        let after = try harness.send(DescribeGroupsRequest(groups: ["g"]), version: 5)
        #expect(after?.groups.first?.groupState == "Empty")
    }

    @Test func `topics by id: commit and fetch in version 10`() throws {
        let harness = try harness()
        let id = try #require(harness.engine.topics.topic(named: "orders")?.id)
        let unknown = KafkaUUID(high: 1, low: 2)
        let request = OffsetCommitRequest(
            groupId: "g",
            topics: [
                .init(topicId: id, partitions: [.init(partitionIndex: 1, committedOffset: 8)]),
                .init(topicId: unknown, partitions: [.init(partitionIndex: 0, committedOffset: 8)]),
            ])
        let stored = try #require(try harness.send(request, version: 10))
        #expect(stored.topics.map(\.topicId) == [unknown, id])
        #expect(stored.topics.map { $0.partitions[0].errorCode } == [.unknownTopicId, .none])
        let fetch = OffsetFetchRequest(groups: [
            .init(
                groupId: "g",
                topics: [
                    .init(topicId: id, partitionIndexes: [1, 2]), .init(topicId: unknown, partitionIndexes: [0]),
                ]),
            .init(groupId: "g", topics: nil),
            .init(groupId: "nobody", topics: nil),
        ])
        let found = try #require(try harness.send(fetch, version: 10))
        #expect(found.groups[0].topics[0].partitions.map(\.committedOffset) == [8, -1])
        #expect(found.groups[0].topics[1].partitions[0].errorCode == .unknownTopicId)
        #expect(found.groups[1].topics.map(\.topicId) == [id])
        #expect(found.groups[2].topics.isEmpty)
    }

    @Test(arguments: [true, false])
    func `groups and offsets survive a restart, clean or not`(_ isClean: Bool) throws {
        let harness = try harness()
        let member = try member(harness)
        #expect(try harness.send(commit(5, member), version: 9)?.topics[0].partitions[0].errorCode == ErrorCode.none)
        try harness.restart(isClean ? nil : .keepEverything)
        #expect(try committed(harness) == 5)
        // The member goes on in its generation, without a rebalance.
        let beat = HeartbeatRequest(groupId: "g", generationId: member.generation, memberId: member.id)
        #expect(try harness.send(beat, version: 4)?.errorCode == ErrorCode.none)
        #expect(try harness.send(commit(6, member), version: 9)?.topics[0].partitions[0].errorCode == ErrorCode.none)
        // And is timed out as ever.
        harness.advance(by: 10_000)
        #expect(try harness.send(beat, version: 4)?.errorCode == .unknownMemberId)
    }

    @Test func `a deleted topic takes its offsets along, also over a restart`() throws {
        let harness = try harness()
        #expect(try harness.send(commit(5), version: 9)?.topics[0].partitions[0].errorCode == ErrorCode.none)
        let delete = DeleteTopicsRequest(topics: [.init(name: "orders")])
        #expect(try harness.send(delete, version: 6)?.responses.first?.errorCode == ErrorCode.none)
        #expect(try committed(harness) == -1)
        #expect(try harness.createTopic("orders", partitions: 3)?.errorCode == ErrorCode.none)
        try harness.restart()
        #expect(try committed(harness) == -1)
    }

    @Test func `offsets that were never written are never acknowledged`() throws {
        let harness = try harness()
        #expect(try harness.send(commit(5), version: 9)?.topics[0].partitions[0].errorCode == ErrorCode.none)
        harness.files.fail(.write)
        let refused = try harness.send(commit(6), version: 9)
        #expect(refused?.topics[0].partitions[0].errorCode == .notCoordinator)
        // The partition is offline from now on; the others are not.
        #expect(try harness.send(commit(7), version: 9)?.topics[0].partitions[0].errorCode == .notCoordinator)
        try harness.restart()
        #expect(try committed(harness) == 5)
    }

    @Test func `asking about groups makes no topic`() throws {
        let harness = try EngineHarness()
        _ = try harness.send(ListGroupsRequest(), version: 5)
        _ = try harness.send(DescribeGroupsRequest(groups: ["g"]), version: 6)
        _ = try harness.send(DeleteGroupsRequest(groupsNames: ["g"]), version: 2)
        _ = try harness.send(HeartbeatRequest(groupId: "g", memberId: "m"), version: 4)
        _ = try harness.send(FindCoordinatorRequest(coordinatorKeys: ["g"]), version: 6)
        _ = try committed(harness)
        #expect(harness.engine.topics.all.isEmpty)
    }
}
