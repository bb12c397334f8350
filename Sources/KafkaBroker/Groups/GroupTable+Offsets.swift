import KafkaWire

// Offsets: commit, fetch, delete, expiry.
extension GroupTable {
    /// OffsetCommit as the state machine takes it; the handler has left out topics that do not exist.
    struct CommitRequest: Sendable {
        var group: GroupID
        var memberID = ""
        var instanceID: String?
        var generation: Int32 = -1
        /// Version 9 and later name a missing group; older ones call it a wrong generation.
        var namesMissingGroup = true
        /// Versions 2 to 4: the client's own retention in ms; -1 is the broker's.
        var retentionMs: Int64 = -1
        var offsets: [Commit] = []
    }
    struct Commit: Sendable {
        var position: TopicPartition
        var topicID: KafkaUUID = .zero
        var offset: Int64
        var leaderEpoch: Int32 = -1
        var metadata: String?
    }

    /// OffsetCommit: one code for each offset, in order. An offset is stored only with code none, and only one who
    /// writes the effects' records may say so.
    mutating func commit(_ request: CommitRequest, now: GroupTime) -> (codes: [ErrorCode], GroupEffects) {
        var effects = GroupEffects()
        let refusal = refusal(of: request)
        guard refusal == .none else { return (request.offsets.map { _ in refusal }, effects) }
        createSimpleGroup(request.group, now: now)
        switch groups[request.group]?.state {
        case .stable, .preparingRebalance: restartSession(of: request.memberID, in: request.group, now: now)
        case .empty, .completingRebalance, nil: break
        }
        let expire: Int64? = request.retentionMs < 0 ? nil : now.wall &+ request.retentionMs
        var codes: [ErrorCode] = []
        for one in request.offsets {
            guard (one.metadata?.utf16.count ?? 0) <= configuration.offsetMetadataMaxBytes else {
                codes.append(.offsetMetadataTooLarge)
                continue
            }
            let offset = StoredOffset(
                offset: one.offset, leaderEpoch: one.leaderEpoch, metadata: one.metadata ?? "",
                commitTimestamp: now.wall, expireTimestamp: expire, topicID: one.topicID)
            setOffset(offset, of: one.position, in: request.group)
            effects.writes.append(.offset(request.group, one.position, offset))
            codes.append(.none)
        }
        return (codes, effects)
    }

    private func refusal(of request: CommitRequest) -> ErrorCode {
        guard let group = groups[request.group] else {
            if request.generation < 0 {
                return groups.count < configuration.maximumGroups ? .none : .coordinatorNotAvailable
            }
            return request.namesMissingGroup ? .groupIdNotFound : .illegalGeneration
        }
        if request.generation < 0, group.isEmpty { return .none }
        if request.generation >= 0 || !request.memberID.isEmpty || request.instanceID != nil {
            let error = group.check(memberID: request.memberID, instanceID: request.instanceID)
            guard error == .none else { return error }
            guard request.generation == group.generation else { return .illegalGeneration }
        } else if !group.isEmpty {
            return .unknownMemberId
        }
        if case .completingRebalance = group.state { return .rebalanceInProgress }
        return .none
    }

    /// OffsetFetch for one partition; nil when the group never committed it.
    func fetchOffset(_ position: TopicPartition, of group: GroupID) -> StoredOffset? {
        offsets[group]?[position]
    }

    /// OffsetFetch for everything the group committed, in the order of topics and partitions.
    func fetchOffsets(of group: GroupID) -> [(TopicPartition, StoredOffset)] {
        (offsets[group] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// OffsetDelete: one code for all, or one for each partition in order.
    mutating func deleteOffsets(
        _ positions: [TopicPartition], of id: GroupID
    ) -> (error: ErrorCode, codes: [ErrorCode], GroupEffects) {
        var effects = GroupEffects()
        guard let group = groups[id] else { return (.groupIdNotFound, [], effects) }
        guard group.isEmpty || group.usesConsumerProtocol else { return (.nonEmptyGroup, [], effects) }
        let codes = positions.map { position -> ErrorCode in
            if !group.isEmpty, group.isSubscribed(to: position.topic) { return .groupSubscribedToTopic }
            forget(position, of: id, &effects)
            return .none
        }
        return (.none, codes, effects)
    }

    /// A topic is gone, and with it what groups committed for it.
    mutating func topicDeleted(_ topic: TopicName) -> GroupEffects {
        var effects = GroupEffects()
        for id in offsets.keys.sorted() {
            for position in (offsets[id] ?? [:]).keys.filter({ $0.topic == topic }).sorted() {
                forget(position, of: id, &effects)
            }
        }
        return effects
    }

    /// Drops offsets past their retention, then groups that have neither members nor offsets. Call it every
    /// `retentionCheckIntervalMs`.
    mutating func expire(now: GroupTime) -> GroupEffects {
        var effects = GroupEffects()
        for id in groups.keys.sorted() {
            guard let group = groups[id] else { continue }
            for (position, offset) in fetchOffsets(of: id) where isExpired(offset, of: position, in: group, now) {
                forget(position, of: id, &effects)
            }
            if group.isEmpty, group.pendingMembers.isEmpty, offsets[id] == nil {
                removeGroup(id)
                effects.writes.append(.group(id, nil))
            }
        }
        return effects
    }

    private func isExpired(
        _ offset: StoredOffset, of position: TopicPartition, in group: ClassicGroup, _ now: GroupTime
    ) -> Bool {
        let base: Int64
        if group.protocolType == nil {
            base = offset.commitTimestamp
        } else if group.isEmpty {
            // Time runs from the moment the last member left, or from a commit made since.
            base = max(group.stateTimestamp, offset.commitTimestamp)
        } else if case .stable = group.state, group.usesConsumerProtocol, !group.isSubscribed(to: position.topic) {
            base = offset.commitTimestamp
        } else {
            return false
        }
        if let expire = offset.expireTimestamp { return expire <= now.wall }
        return base &+ configuration.offsetsRetentionMs <= now.wall
    }

    private mutating func forget(_ position: TopicPartition, of group: GroupID, _ effects: inout GroupEffects) {
        guard offsets[group]?[position] != nil else { return }
        setOffset(nil, of: position, in: group)
        effects.writes.append(.offset(group, position, nil))
    }

    /// DeleteGroups for one group: its offsets go first, then the group.
    mutating func delete(_ id: GroupID) -> (ErrorCode, GroupEffects) {
        var effects = GroupEffects()
        guard let group = groups[id] else { return (.groupIdNotFound, effects) }
        guard group.isEmpty else { return (.nonEmptyGroup, effects) }
        for (position, _) in fetchOffsets(of: id) { forget(position, of: id, &effects) }
        removeGroup(id)
        effects.writes.append(.group(id, nil))
        return (.none, effects)
    }
}
