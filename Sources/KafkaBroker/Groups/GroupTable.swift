import KafkaWire

/// All groups and offsets of this broker: the state machine behind the group coordinator.
///
/// A value: every method takes an input with its time and gives back effects. What it holds is at any moment what
/// replaying its records would give, but for parked requests and sessions.
struct GroupTable: Sendable {
    let configuration: GroupConfiguration
    private(set) var groups: [GroupID: ClassicGroup] = [:]
    /// Beside the groups, for a group may change its kind and keep its offsets.
    private(set) var offsets: [GroupID: [TopicPartition: StoredOffset]] = [:]
    private var deadlines = GroupDeadlines()

    init(configuration: GroupConfiguration = GroupConfiguration()) {
        self.configuration = configuration
    }

    /// Monotonic ms at which `tick` has something to do.
    var nextDeadline: Int64? { deadlines.next }

    // MARK: Membership

    /// JoinGroup.
    mutating func join(_ request: JoinRequest, ticket: GroupTicket, now: GroupTime) -> GroupEffects {
        var effects = GroupEffects()
        func refuse(_ error: ErrorCode) -> GroupEffects {
            effects.answers.append(.join(ticket, JoinAnswer(error: error, memberID: request.memberID)))
            return effects
        }
        guard !request.group.rawValue.isEmpty else { return refuse(.invalidGroupId) }
        guard request.sessionTimeoutMs >= configuration.minSessionTimeoutMs,
            request.sessionTimeoutMs <= configuration.maxSessionTimeoutMs
        else { return refuse(.invalidSessionTimeout) }
        if groups[request.group] == nil {
            guard request.memberID.isEmpty else { return refuse(.unknownMemberId) }
            guard !request.protocolType.isEmpty, !request.protocols.isEmpty else {
                return refuse(.inconsistentGroupProtocol)
            }
            guard groups.count < configuration.maximumGroups else {
                effects.met.append(.groups)
                return refuse(.groupMaxSizeReached)
            }
            let group = ClassicGroup(id: request.group, now: now)
            groups[request.group] = group
            // As Kafka does: the group is there from its first member id on.
            effects.writes.append(.group(request.group, group.stored))
        }
        groups[request.group]?.join(request, ticket: ticket, configuration: configuration, now: now, &effects)
        return finish(effects)
    }

    /// SyncGroup.
    mutating func sync(_ request: SyncRequest, ticket: GroupTicket, now: GroupTime) -> GroupEffects {
        var effects = GroupEffects()
        if request.group.rawValue.isEmpty {
            effects.answers.append(.sync(ticket, SyncAnswer(error: .invalidGroupId)))
        } else if groups[request.group] == nil {
            effects.answers.append(.sync(ticket, SyncAnswer(error: .unknownMemberId)))
        } else {
            groups[request.group]?.sync(request, ticket: ticket, now: now, &effects)
        }
        return finish(effects)
    }

    /// Heartbeat.
    mutating func heartbeat(
        _ group: GroupID, memberID: String, instanceID: String?, generation: Int32, now: GroupTime
    ) -> (ErrorCode, GroupEffects) {
        var effects = GroupEffects()
        guard !group.rawValue.isEmpty else { return (.invalidGroupId, effects) }
        let error =
            groups[group]?.heartbeat(
                memberID: memberID, instanceID: instanceID, generation: generation, now: now, &effects)
            ?? .unknownMemberId
        return (error, finish(effects))
    }

    /// LeaveGroup: one code for each member named, in that order; or one code for all.
    mutating func leave(
        _ group: GroupID, _ leaving: [LeavingMember], now: GroupTime
    ) -> (error: ErrorCode, members: [ErrorCode], GroupEffects) {
        var effects = GroupEffects()
        guard !group.rawValue.isEmpty else { return (.invalidGroupId, [], effects) }
        let codes = leaving.map {
            groups[group]?.leave($0, configuration, now: now, &effects) ?? .unknownMemberId
        }
        return (.none, codes, finish(effects))
    }

    /// Time has come to `now`: sessions end, phases end.
    mutating func tick(now: GroupTime) -> GroupEffects {
        var effects = GroupEffects()
        while let deadline = deadlines.pop(dueAt: now.monotonic) {
            groups[deadline.group]?.deadlineReached(deadline, configuration, now: now, &effects)
            effects = finish(effects)
        }
        return effects
    }

    /// Moves the new deadlines of `effects` into the queue.
    private mutating func finish(_ effects: GroupEffects) -> GroupEffects {
        var effects = effects
        for deadline in effects.deadlines { deadlines.push(deadline) }
        effects.deadlines = []
        return effects
    }

    // MARK: What the other parts of the table change

    mutating func createSimpleGroup(_ id: GroupID, now: GroupTime) {
        if groups[id] == nil { groups[id] = ClassicGroup(id: id, now: now) }
    }

    mutating func restartSession(of memberID: String, in group: GroupID, now: GroupTime) {
        var effects = GroupEffects()
        groups[group]?.restartSession(of: memberID, now: now, &effects)
        _ = finish(effects)
    }

    mutating func removeGroup(_ id: GroupID) {
        groups[id] = nil
    }

    mutating func setOffset(_ offset: StoredOffset?, of position: TopicPartition, in group: GroupID) {
        if let offset {
            offsets[group, default: [:]][position] = offset
        } else {
            offsets[group]?[position] = nil
            if offsets[group]?.isEmpty == true { offsets[group] = nil }
        }
    }

    // MARK: From the log

    /// Takes one record as a restart reads it.
    mutating func replay(_ record: GroupRecord, now: GroupTime) {
        switch record {
        case .offset(let group, let position, let offset):
            if offset != nil { createSimpleGroup(group, now: now) }
            setOffset(offset, of: position, in: group)
        case .group(let id, let stored):
            groups[id] = stored.map { ClassicGroup(id: id, stored: $0, now: now) }
        }
    }

    /// After the last record: members found have their session timeout to show up.
    mutating func startSessions(of wanted: (GroupID) -> Bool, now: GroupTime) {
        var effects = GroupEffects()
        for id in groups.keys.filter(wanted).sorted() {
            for member in groups[id]?.membersInOrder ?? [] {
                groups[id]?.restartSession(of: member.id, now: now, &effects)
            }
        }
        _ = finish(effects)
    }

    /// Forgets the groups that `wanted` names and answers all they kept waiting with `error`.
    mutating func unload(_ wanted: (GroupID) -> Bool, error: ErrorCode) -> GroupEffects {
        var effects = GroupEffects()
        for id in groups.keys.filter(wanted).sorted() {
            groups[id]?.abandon(error, &effects)
            groups[id] = nil
        }
        for id in offsets.keys.filter(wanted) { offsets[id] = nil }
        return effects
    }
}
