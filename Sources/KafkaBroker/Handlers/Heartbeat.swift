import KafkaWire

// Heartbeat (12), versions 0-4.
// Behaviour: restarts the member's session; REBALANCE_IN_PROGRESS sends it to rejoin.
// Deviations: none known.

extension Engine {
    func heartbeat(_ request: HeartbeatRequest, _ context: RequestContext) -> Reply {
        let outcome = groups.change(request.groupId, self) { table, now in
            table.heartbeat(
                request.groupId, memberID: request.memberId, instanceID: request.groupInstanceId,
                generation: request.generationId, now: now)
        }
        switch outcome {
        case .success(let promise):
            return promise.reply { HeartbeatResponse(errorCode: $1 == .none ? $0 : $1) }
        case .failure(let error):
            return .ready(HeartbeatResponse(errorCode: error.code))
        }
    }
}
