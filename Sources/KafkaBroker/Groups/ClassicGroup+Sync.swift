import Bytes
import KafkaWire

// From the leader's assignment to a stable group, and the sessions that keep it so.
extension ClassicGroup {
    /// SyncGroup. The answer to `ticket` is among the effects, now or when the leader has spoken.
    mutating func sync(
        _ request: SyncRequest, ticket: GroupTicket, now: GroupTime, _ effects: inout GroupEffects
    ) {
        func refuse(_ error: ErrorCode) {
            effects.answers.append(.sync(ticket, SyncAnswer(error: error)))
        }
        let error = check(memberID: request.memberID, instanceID: request.instanceID)
        guard error == .none else { return refuse(error) }
        guard request.generation == generation else { return refuse(.illegalGeneration) }
        if let type = request.protocolType, type != protocolType { return refuse(.inconsistentGroupProtocol) }
        if let name = request.protocolName, let protocolName, name != protocolName {
            return refuse(.inconsistentGroupProtocol)
        }
        switch state {
        case .empty:
            refuse(.unknownMemberId)
        case .preparingRebalance:
            refuse(.rebalanceInProgress)
        case .completingRebalance:
            if let old = setSyncTicket(ticket, of: request.memberID) {
                effects.answers.append(.sync(old, SyncAnswer(error: .rebalanceInProgress)))
            }
            stopWaiting(forSyncOf: request.memberID)
            if request.memberID == leader { settle(request.assignments, now, &effects) }
        case .stable:
            stopWaiting(forSyncOf: request.memberID)
            effects.answers.append(.sync(ticket, syncAnswer(for: request.memberID)))
            restartSession(of: request.memberID, now: now, &effects)
        }
    }

    private func syncAnswer(for memberID: String) -> SyncAnswer {
        SyncAnswer(
            protocolType: protocolType, protocolName: protocolName,
            assignment: members[memberID]?.assignment ?? .empty)
    }

    /// Takes the leader's assignment: members it does not name get nothing, ids it made up are ignored.
    private mutating func settle(
        _ assignments: [(memberID: String, assignment: ByteSlice)], _ now: GroupTime, _ effects: inout GroupEffects
    ) {
        guard case .completingRebalance(let phase) = state else { return }
        for id in members.keys { setAssignment(.empty, of: id) }
        for one in assignments { setAssignment(one.assignment, of: one.memberID) }
        effects.writes.append(.group(id, stored))
        enter(.stable(phase.waiting.isEmpty ? nil : phase), now: now)
        for member in membersInOrder {
            guard let ticket = setSyncTicket(nil, of: member.id) else { continue }
            effects.answers.append(.sync(ticket, syncAnswer(for: member.id)))
            restartSession(of: member.id, now: now, &effects)
        }
    }

    /// Heartbeat: restarts the session and tells whether the member has to rejoin.
    mutating func heartbeat(
        memberID: String, instanceID: String?, generation: Int32, now: GroupTime, _ effects: inout GroupEffects
    ) -> ErrorCode {
        let error = check(memberID: memberID, instanceID: instanceID)
        guard error == .none else { return error }
        guard generation == self.generation else { return .illegalGeneration }
        switch state {
        case .empty:
            return .unknownMemberId
        case .preparingRebalance:
            restartSession(of: memberID, now: now, &effects)
            return .rebalanceInProgress
        case .completingRebalance, .stable:
            // Members may heartbeat as soon as they know the generation.
            restartSession(of: memberID, now: now, &effects)
            return .none
        }
    }

    /// LeaveGroup for one member, or for an id that was given out and not used.
    mutating func leave(
        _ leaving: LeavingMember, _ configuration: GroupConfiguration, now: GroupTime, _ effects: inout GroupEffects
    ) -> ErrorCode {
        var memberID = leaving.memberID
        if memberID.isEmpty {
            guard let instanceID = leaving.instanceID, let holder = staticMembers[instanceID] else {
                return .unknownMemberId
            }
            memberID = holder
        } else if pendingMembers[memberID] != nil {
            pendingMembers[memberID] = nil
            completeJoinIfAllJoined(now, &effects)
            return .none
        } else {
            let error = check(memberID: memberID, instanceID: leaving.instanceID)
            guard error == .none else { return error }
        }
        removeAndRebalance(memberID, joinError: .unknownMemberId, configuration, now, &effects)
        return .none
    }

    /// Takes a member out, answers what it waits for, and lets the others share what it had.
    mutating func removeAndRebalance(
        _ memberID: String, joinError: ErrorCode, _ configuration: GroupConfiguration, _ now: GroupTime,
        _ effects: inout GroupEffects
    ) {
        guard let gone = remove(memberID) else { return }
        if let ticket = gone.joinTicket {
            effects.answers.append(.join(ticket, JoinAnswer(error: joinError, memberID: memberID)))
        }
        if let ticket = gone.syncTicket {
            effects.answers.append(.sync(ticket, SyncAnswer(error: .unknownMemberId)))
        }
        rebalance(configuration, now, &effects)
    }

    // MARK: Deadlines

    /// A deadline of this group has come; one that it does not wait for any more is ignored.
    mutating func deadlineReached(
        _ deadline: GroupDeadline, _ configuration: GroupConfiguration, now: GroupTime, _ effects: inout GroupEffects
    ) {
        switch deadline.kind {
        case .session(let memberID):
            guard let member = members[memberID], member.armedDeadline == deadline.time else { return }
            disarm(memberID)
            if member.sessionDeadline > now.monotonic {
                arm(memberID, at: member.sessionDeadline, &effects)
            } else if !member.isExcusedFromHeartbeats {
                removeAndRebalance(memberID, joinError: .unknownMemberId, configuration, now, &effects)
            }
        case .pendingMember(let memberID):
            guard pendingMembers[memberID] == deadline.time else { return }
            pendingMembers[memberID] = nil
            completeJoinIfAllJoined(now, &effects)
        case .joinPhase:
            guard case .preparingRebalance(let phase) = state, phase.deadline == deadline.time else { return }
            joinPhaseEnded(phase, configuration, now, &effects)
        case .syncPhase:
            guard let phase = syncPhase, phase.deadline == deadline.time, !phase.waiting.isEmpty else { return }
            for id in membersInOrder.map(\.id) where phase.waiting.contains(id) {
                remove(id)
            }
            rebalance(configuration, now, &effects)
        }
    }

    private var syncPhase: SyncPhase? {
        switch state {
        case .completingRebalance(let phase), .stable(let phase?): phase
        case .empty, .preparingRebalance, .stable(nil): nil
        }
    }

    /// Answers everything that waits with `error`: the group leaves this coordinator.
    mutating func abandon(_ error: ErrorCode, _ effects: inout GroupEffects) {
        for member in membersInOrder {
            if let ticket = setJoinTicket(nil, of: member.id) {
                effects.answers.append(.join(ticket, JoinAnswer(error: error, memberID: member.id)))
            }
            if let ticket = setSyncTicket(nil, of: member.id) {
                effects.answers.append(.sync(ticket, SyncAnswer(error: error)))
            }
        }
    }
}
