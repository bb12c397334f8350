import KafkaWire

// Joining, and what a join sets off: the two phases of a rebalance up to the answers of JoinGroup.
extension ClassicGroup {
    /// JoinGroup, after the coordinator checked group id and session timeout. The answer to `ticket` is among the
    /// effects, now or later.
    mutating func join(
        _ request: JoinRequest, ticket: GroupTicket, configuration: GroupConfiguration, now: GroupTime,
        _ effects: inout GroupEffects
    ) {
        func refuse(_ error: ErrorCode, memberID: String = request.memberID) {
            effects.answers.append(.join(ticket, JoinAnswer(error: error, memberID: memberID)))
        }
        guard hasRoom(for: request.memberID, maxSize: configuration.maxSize) else {
            effects.met.append(.members)
            removeAndRebalance(request.memberID, joinError: .groupMaxSizeReached, configuration, now, &effects)
            return refuse(.groupMaxSizeReached, memberID: "")
        }
        guard supports(type: request.protocolType, protocols: request.protocols) else {
            return refuse(.inconsistentGroupProtocol)
        }
        let parked = Parked(request: request, ticket: ticket)
        if request.memberID.isEmpty {
            let newID = "\(request.instanceID ?? request.clientID)-\(request.freshUUID)"
            if let instanceID = request.instanceID {
                if let oldID = staticMembers[instanceID] {
                    replaceStatic(oldID, with: newID, parked, configuration, now, &effects)
                } else {
                    addAndRebalance(newID, parked, configuration, now, &effects)
                }
            } else if request.requiresKnownMemberID {
                guard pendingMembers.count < configuration.maximumPendingMembers else {
                    return refuse(.groupMaxSizeReached)
                }
                let deadline = now.monotonic + Int64(request.sessionTimeoutMs)
                pendingMembers[newID] = deadline
                effects.deadlines.append(GroupDeadline(time: deadline, group: id, kind: .pendingMember(newID)))
                refuse(.memberIdRequired, memberID: newID)
            } else {
                addAndRebalance(newID, parked, configuration, now, &effects)
            }
            return
        }
        if pendingMembers[request.memberID] != nil, request.instanceID == nil {
            return addAndRebalance(request.memberID, parked, configuration, now, &effects)
        }
        let error = check(memberID: request.memberID, instanceID: request.instanceID)
        guard error == .none, let member = members[request.memberID] else {
            return refuse(error == .none ? .unknownMemberId : error)
        }
        switch state {
        case .empty:
            refuse(.unknownMemberId)
        case .preparingRebalance:
            updateAndRebalance(parked, configuration, now, &effects)
        case .completingRebalance:
            // The same subscription: the answer to its last join was lost.
            if member.protocols == request.protocols {
                answerAgain(parked, effects: &effects)
            } else {
                updateAndRebalance(parked, configuration, now, &effects)
            }
        case .stable:
            if member.id == leader || member.protocols != request.protocols {
                updateAndRebalance(parked, configuration, now, &effects)
            } else {
                answerAgain(parked, effects: &effects)
            }
        }
    }

    struct Parked {
        var request: JoinRequest
        var ticket: GroupTicket
    }

    private func hasRoom(for memberID: String, maxSize: Int) -> Bool {
        switch state {
        case .empty: true
        case .preparingRebalance: members[memberID]?.joinTicket != nil || joiningCount < maxSize
        case .completingRebalance, .stable: members[memberID] != nil || members.count < maxSize
        }
    }

    /// The generation as it stands, for a member that asks once more.
    private func answerAgain(_ parked: Parked, effects: inout GroupEffects) {
        let memberID = parked.request.memberID
        effects.answers.append(.join(parked.ticket, joinAnswer(for: memberID)))
    }

    private func joinAnswer(for memberID: String) -> JoinAnswer {
        JoinAnswer(
            generation: generation, protocolType: protocolType, protocolName: protocolName, leader: leader ?? "",
            memberID: memberID, members: memberID == leader ? membersForLeader : [])
    }

    private var membersForLeader: [JoinAnswer.Member] {
        membersInOrder.map {
            JoinAnswer.Member(id: $0.id, instanceID: $0.instanceID, metadata: $0.metadata(for: protocolName))
        }
    }

    private mutating func addAndRebalance(
        _ memberID: String, _ parked: Parked, _ configuration: GroupConfiguration, _ now: GroupTime,
        _ effects: inout GroupEffects
    ) {
        let request = parked.request
        if members.isEmpty { protocolType = request.protocolType }
        add(
            GroupMember(
                id: memberID, instanceID: request.instanceID, clientID: request.clientID,
                clientHost: request.clientHost, sessionTimeoutMs: request.sessionTimeoutMs,
                rebalanceTimeoutMs: request.rebalanceTimeoutMs, protocols: request.protocols, order: 0,
                joinTicket: parked.ticket))
        if case .preparingRebalance(var phase) = state, phase.initial != nil {
            phase.initial?.memberAdded = true
            state = .preparingRebalance(phase)
        }
        restartSession(of: memberID, after: configuration.newMemberJoinTimeoutMs, now: now, &effects)
        rebalance(configuration, now, &effects)
    }

    private mutating func updateAndRebalance(
        _ parked: Parked, _ configuration: GroupConfiguration, _ now: GroupTime, _ effects: inout GroupEffects
    ) {
        let request = parked.request
        update(
            request.memberID, protocols: request.protocols, rebalanceTimeoutMs: request.rebalanceTimeoutMs,
            sessionTimeoutMs: request.sessionTimeoutMs)
        park(parked.ticket, for: request.memberID, &effects)
        rebalance(configuration, now, &effects)
    }

    /// Parks a join. One that waited before, over a connection long gone, is told to try again.
    private mutating func park(_ ticket: GroupTicket, for memberID: String, _ effects: inout GroupEffects) {
        if let old = setJoinTicket(ticket, of: memberID) {
            effects.answers.append(.join(old, JoinAnswer(error: .rebalanceInProgress, memberID: memberID)))
        }
    }

    /// A static member is back under a new id (KIP-345). In a stable group whose protocol and topics stay as they are
    /// nobody else notices; Kafka looks at the protocol only, and then a changed subscription is never assigned.
    private mutating func replaceStatic(
        _ oldID: String, with newID: String, _ parked: Parked, _ configuration: GroupConfiguration, _ now: GroupTime,
        _ effects: inout GroupEffects
    ) {
        let request = parked.request
        if let old = setJoinTicket(nil, of: oldID) {
            effects.answers.append(.join(old, JoinAnswer(error: .fencedInstanceId, memberID: oldID)))
        }
        if let old = setSyncTicket(nil, of: oldID) {
            effects.answers.append(.sync(old, SyncAnswer(error: .fencedInstanceId)))
        }
        let formerLeader = leader
        let topicsBefore = members[oldID].flatMap { ConsumerSubscription.topics(in: $0.metadata(for: protocolName)) }
        replace(oldID, with: newID)
        update(
            newID, protocols: request.protocols, rebalanceTimeoutMs: request.rebalanceTimeoutMs,
            sessionTimeoutMs: request.sessionTimeoutMs)
        restartSession(of: newID, now: now, &effects)
        if case .stable = state, selectedProtocol() == protocolName {
            let topicsNow = members[newID].flatMap { ConsumerSubscription.topics(in: $0.metadata(for: protocolName)) }
            if !usesConsumerProtocol || topicsNow == topicsBefore {
                markAsKnown(newID)
                effects.writes.append(.group(id, stored))
                var answer = joinAnswer(for: newID)
                if newID == leader, !request.canSkipAssignment {
                    // It must not assign: let it believe that its former self still leads.
                    answer.leader = formerLeader ?? ""
                    answer.members = []
                } else {
                    answer.skipAssignment = newID == leader
                }
                effects.answers.append(.join(parked.ticket, answer))
                return
            }
        }
        park(parked.ticket, for: newID, &effects)
        rebalance(configuration, now, &effects)
    }

    // MARK: The join phase

    /// Starts a rebalance, or goes on with the one under way.
    mutating func rebalance(
        _ configuration: GroupConfiguration, _ now: GroupTime, _ effects: inout GroupEffects
    ) {
        switch state {
        case .preparingRebalance:
            completeJoinIfAllJoined(now, &effects)
        case .empty:
            let delay = configuration.initialRebalanceDelayMs
            let initial = InitialDelay(delay: delay, remaining: max(rebalanceTimeoutMs - delay, 0))
            enterJoinPhase(JoinPhase(deadline: now.monotonic + delay, initial: initial), now, &effects)
            if delay <= 0 { completeJoin(now, &effects) }
        case .completingRebalance:
            for member in membersInOrder {
                setAssignment(.empty, of: member.id)
                if let ticket = setSyncTicket(nil, of: member.id) {
                    effects.answers.append(.sync(ticket, SyncAnswer(error: .rebalanceInProgress)))
                    restartSession(of: member.id, now: now, &effects)
                }
            }
            startJoinPhase(now, &effects)
        case .stable:
            startJoinPhase(now, &effects)
        }
    }

    private mutating func startJoinPhase(_ now: GroupTime, _ effects: inout GroupEffects) {
        enterJoinPhase(JoinPhase(deadline: now.monotonic + rebalanceTimeoutMs), now, &effects)
        completeJoinIfAllJoined(now, &effects)
    }

    private mutating func enterJoinPhase(_ phase: JoinPhase, _ now: GroupTime, _ effects: inout GroupEffects) {
        enter(.preparingRebalance(phase), now: now)
        effects.deadlines.append(GroupDeadline(time: phase.deadline, group: id, kind: .joinPhase))
    }

    /// Ends the join phase when nobody else is to come. The first one of an empty group ends by its delay only.
    mutating func completeJoinIfAllJoined(_ now: GroupTime, _ effects: inout GroupEffects) {
        if case .preparingRebalance(let phase) = state, phase.initial == nil, hasAllMembersJoined {
            completeJoin(now, &effects)
        }
    }

    /// The join phase's deadline, or the end of a round of the initial delay.
    mutating func joinPhaseEnded(
        _ phase: JoinPhase, _ configuration: GroupConfiguration, _ now: GroupTime, _ effects: inout GroupEffects
    ) {
        guard let initial = phase.initial, initial.memberAdded, initial.remaining > 0 else {
            return completeJoin(now, &effects)
        }
        let delay = min(configuration.initialRebalanceDelayMs, initial.remaining)
        let next = InitialDelay(delay: delay, remaining: max(initial.remaining - delay, 0))
        state = .preparingRebalance(JoinPhase(deadline: now.monotonic + delay, initial: next))
        effects.deadlines.append(GroupDeadline(time: now.monotonic + delay, group: id, kind: .joinPhase))
    }

    /// Drops the dynamic members that did not rejoin, starts the next generation and answers all who wait.
    private mutating func completeJoin(_ now: GroupTime, _ effects: inout GroupEffects) {
        for member in membersInOrder where member.joinTicket == nil && member.instanceID == nil {
            remove(member.id)
        }
        if !members.isEmpty {
            if let leader, members[leader]?.joinTicket != nil {
                // It rejoined and leads on.
            } else if let joined = membersInOrder.first(where: { $0.joinTicket != nil }) {
                leader = joined.id
            } else {
                // Only static members, and none is back: wait another round for one, or for their sessions to end.
                enterJoinPhase(JoinPhase(deadline: now.monotonic + rebalanceTimeoutMs), now, &effects)
                return
            }
        }
        startGeneration(now: now)
        guard !members.isEmpty else {
            effects.writes.append(.group(id, stored))
            return
        }
        let deadline = now.monotonic + rebalanceTimeoutMs
        enter(.completingRebalance(SyncPhase(deadline: deadline, waiting: Set(members.keys))), now: now)
        effects.deadlines.append(GroupDeadline(time: deadline, group: id, kind: .syncPhase))
        for member in membersInOrder {
            if let ticket = setJoinTicket(nil, of: member.id) {
                effects.answers.append(.join(ticket, joinAnswer(for: member.id)))
            }
            markAsKnown(member.id)
            restartSession(of: member.id, now: now, &effects)
        }
    }
}
