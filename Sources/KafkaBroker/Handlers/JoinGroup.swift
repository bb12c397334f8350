import Bytes
import KafkaWire

// JoinGroup (11), versions 0-9.
// Behaviour: parked until the join phase of the rebalance ends; from version 4 on a dynamic member is first given an id
// (MEMBER_ID_REQUIRED); version 9 tells a returning static leader to skip the assignment.
// Deviations: a static member that returns with other topics sets off a rebalance (Kafka looks at the protocol only); a
// first join that is refused leaves no empty group behind.

extension Engine {
    func joinGroup(_ request: JoinGroupRequest, _ context: RequestContext) -> Reply {
        let version = context.apiVersion
        let join = JoinRequest(
            group: request.groupId, memberID: request.memberId, instanceID: request.groupInstanceId,
            clientID: context.clientID ?? "", clientHost: context.connection.clientHost,
            sessionTimeoutMs: request.sessionTimeoutMs,
            rebalanceTimeoutMs: version == 0 ? request.sessionTimeoutMs : request.rebalanceTimeoutMs,
            protocolType: request.protocolType,
            protocols: request.protocols.map { GroupProtocol(name: $0.name, metadata: $0.metadata.detached()) },
            requiresKnownMemberID: version >= 4, canSkipAssignment: version >= 9,
            freshUUID: request.memberId.isEmpty ? chance.javaUUID() : "")
        let outcome = groups.request(request.groupId, context, self, creates: true) { table, ticket, now in
            table.join(join, ticket: ticket, now: now)
        } find: { effects, ticket in
            effects.takeJoin(ticket)
        }
        switch outcome {
        case .success(let promise?): return promise.reply { $0.response($1, version) }
        case .success(nil): return .parked
        case .failure(let error):
            return .ready(JoinAnswer(error: error.code, memberID: request.memberId).response(.none, version))
        }
    }
}

extension JoinAnswer {
    /// The answer on the wire; with `failure` when the records behind it could not be written.
    func response(_ failure: ErrorCode, _ version: Int16) -> JoinGroupResponse {
        let answer = failure == .none ? self : JoinAnswer(error: failure, memberID: memberID)
        return JoinGroupResponse(
            errorCode: answer.error, generationId: answer.generation, protocolType: answer.protocolType,
            // Null for a group without a protocol came with version 7.
            protocolName: answer.protocolName ?? (version >= 7 ? nil : ""), leader: answer.leader,
            skipAssignment: answer.skipAssignment, memberId: answer.memberID,
            members: answer.members.map {
                JoinGroupResponse.JoinGroupResponseMember(
                    memberId: $0.id, groupInstanceId: $0.instanceID, metadata: $0.metadata)
            })
    }
}

extension Chance {
    /// A random UUID as Java prints it: 8-4-4-4-12 hex digits. Member ids end in one.
    func javaUUID() -> String {
        var buffer = ByteBuffer(capacity: 16)
        buffer.append((bits() & ~0xf000) | 0x4000)
        buffer.append((bits() & ~(0b11 << 62)) | (0b10 << 62))
        let hex = Array(Hex.encode(buffer.freeze()))
        return [hex[0..<8], hex[8..<12], hex[12..<16], hex[16..<20], hex[20..<32]].map { String($0) }
            .joined(separator: "-")
    }
}
