import Bytes
import KafkaWire
import Network

extension GroupMember {
    /// Joins and learns the partitions; `member` is the name the broker gives, kept from generation to generation.
    func join(as member: inout String) async throws(ClientError) -> Generation {
        let wanted: ByteSlice
        do {
            wanted = try Subscription(topics: topics).encoded()
        } catch {
            throw .unwritable(.joinGroup, "\(error)")
        }
        var joined = try await sendJoin(member, wanted)
        if joined.errorCode == .memberIdRequired {
            member = joined.memberId
            joined = try await sendJoin(member, wanted)
        }
        guard joined.errorCode == .none else { throw .refused(joined.errorCode, "group \(group)") }
        member = joined.memberId
        let assignments = joined.leader == joined.memberId ? try await divide(joined.members) : []
        let (id, name, chosen) = (joined.generationId, joined.memberId, joined.protocolName)
        let synced: SyncGroupResponse = try await cluster.call(
            .coordinator(group), lane: lane, timeout: configuration.rebalanceTimeout + .seconds(5),
            check: { (response: SyncGroupResponse) in (response.errorCode, nil) }
        ) { [group] _ in
            SyncGroupRequest(
                groupId: group, generationId: id, memberId: name, protocolType: "consumer", protocolName: chosen,
                assignments: assignments)
        }
        guard let assignment = Assignment(synced.assignment) else {
            throw .decode(.syncGroup, "the leader of group \(group) sent no assignment that kdeck can read")
        }
        return Generation(id: id, member: name, partitions: assignment.partitions.sorted())
    }

    private func sendJoin(_ member: String, _ wanted: ByteSlice) async throws(ClientError) -> JoinGroupResponse {
        let configuration = configuration
        return try await cluster.call(
            .coordinator(group), lane: lane, timeout: configuration.rebalanceTimeout + .seconds(5),
            check: { (response: JoinGroupResponse) in
                response.errorCode.movesCoordinator ? (response.errorCode, nil) : nil
            }
        ) { [group] _ in
            JoinGroupRequest(
                groupId: group, sessionTimeoutMs: configuration.sessionTimeout.wholeMilliseconds,
                rebalanceTimeoutMs: configuration.rebalanceTimeout.wholeMilliseconds, memberId: member,
                protocolType: "consumer",
                protocols: [JoinGroupRequest.JoinGroupRequestProtocol(name: "range", metadata: wanted)])
        }
    }

    /// As the leader: who reads what.
    private func divide(
        _ members: [JoinGroupResponse.JoinGroupResponseMember]
    ) async throws(ClientError) -> [SyncGroupRequest.SyncGroupRequestAssignment] {
        let wanting = members.map { member in
            RangeAssignor.Member(
                id: member.memberId, instanceID: member.groupInstanceId,
                topics: Subscription(member.metadata)?.topics ?? [])
        }
        let topics = Set(wanting.flatMap(\.topics))
        let metadata = try await cluster.metadata(Array(topics))
        var partitions: [TopicName: Int32] = [:]
        for topic in metadata.topics where topic.error == .none {
            partitions[topic.name] = Int32(clamping: topic.partitions.count)
        }
        var assignments: [SyncGroupRequest.SyncGroupRequestAssignment] = []
        for (member, partitions) in RangeAssignor.assign(wanting, partitions: partitions) {
            do {
                assignments.append(
                    SyncGroupRequest.SyncGroupRequestAssignment(
                        memberId: member, assignment: try Assignment(partitions: partitions).encoded()))
            } catch {
                throw .unwritable(.syncGroup, "\(error)")
            }
        }
        return assignments
    }
}
