import Bytes
import KafkaWire

// SyncGroup (14), versions 0-5.
// Behaviour: followers are parked until the leader's assignment is stored, or the rebalance starts over.
// Deviations: none known.

extension Engine {
    func syncGroup(_ request: SyncGroupRequest, _ context: RequestContext) -> Reply {
        if context.apiVersion >= 5, request.protocolType == nil || request.protocolName == nil {
            return .ready(SyncGroupResponse(errorCode: .inconsistentGroupProtocol))
        }
        let sync = SyncRequest(
            group: request.groupId, memberID: request.memberId, instanceID: request.groupInstanceId,
            generation: request.generationId, protocolType: request.protocolType, protocolName: request.protocolName,
            assignments: request.assignments.map { (memberID: $0.memberId, assignment: $0.assignment.detached()) })
        let outcome = groups.request(request.groupId, context, self) { table, ticket, now in
            table.sync(sync, ticket: ticket, now: now)
        } find: { effects, ticket in
            effects.takeSync(ticket)
        }
        switch outcome {
        case .success(let promise?): return promise.reply { $0.response($1) }
        case .success(nil): return .parked
        case .failure(let error): return .ready(SyncGroupResponse(errorCode: error.code))
        }
    }
}

extension SyncAnswer {
    /// The answer on the wire; with `failure` when the records behind it could not be written.
    func response(_ failure: ErrorCode) -> SyncGroupResponse {
        guard failure == .none else { return SyncGroupResponse(errorCode: failure) }
        return SyncGroupResponse(
            errorCode: error, protocolType: protocolType, protocolName: protocolName, assignment: assignment)
    }
}
