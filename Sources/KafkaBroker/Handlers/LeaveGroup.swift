import KafkaWire

// LeaveGroup (13), versions 0-5.
// Behaviour: up to version 2 one member and one code; from version 3 on several, each with its code. An operator
// removes a static member by its instance id and an empty member id.
// Deviations: none known.

extension Engine {
    func leaveGroup(_ request: LeaveGroupRequest, _ context: RequestContext) -> Reply {
        let isBatch = context.apiVersion >= 3
        let leaving =
            isBatch
            ? request.members.map { LeavingMember(memberID: $0.memberId, instanceID: $0.groupInstanceId) }
            : [LeavingMember(memberID: request.memberId, instanceID: nil)]
        let outcome = groups.change(request.groupId, self) { table, now in
            let (error, codes, effects) = table.leave(request.groupId, leaving, now: now)
            return ((error, codes), effects)
        }
        switch outcome {
        case .success(let promise):
            return promise.reply { answer, failure in
                let (error, codes) = failure == .none ? answer : (failure, [])
                guard isBatch else {
                    return LeaveGroupResponse(errorCode: error == .none ? codes.first ?? .none : error)
                }
                guard error == .none else { return LeaveGroupResponse(errorCode: error) }
                return LeaveGroupResponse(
                    members: zip(leaving, codes).map {
                        LeaveGroupResponse.MemberResponse(
                            memberId: $0.memberID, groupInstanceId: $0.instanceID, errorCode: $1)
                    })
            }
        case .failure(let error):
            return .ready(LeaveGroupResponse(errorCode: error.code))
        }
    }
}
