import KafkaWire

/// Why a fetch is refused as a whole; the answer names no session.
struct FetchRefusal: Error {
    var error: ErrorCode
    /// What is said of each partition: only where old versions have no other place for the error.
    var partitions: [FetchedPartition] = []
}

extension Engine {
    /// Finds what a request asks for, with its session. (0, 0) asks for a session, (0, -1) for none, (id, -1) closes
    /// one; else the epoch must be the next one of the session.
    func begin(_ request: FetchRequest, _ context: RequestContext) -> Result<PendingFetch, FetchRefusal> {
        let usesTopicIDs = context.apiVersion >= 13
        let now = clock.monotonic
        var asked: [FetchTarget] = []
        for topic in request.topics {
            for partition in topic.partitions {
                asked.append(FetchTarget(topic: topic.topic, topicID: topic.topicId, partition))
            }
        }
        if request.isolationLevel < 0 || request.isolationLevel > 1 {
            return .failure(Self.unknownIsolation(of: asked, context.apiVersion))
        }
        let replica = context.apiVersion >= 15 ? request.replicaState.replicaId : request.replicaId
        var fetch = PendingFetch(
            scope: .full([], sessionID: 0), maxWaitMs: request.maxWaitMs, minBytes: request.minBytes,
            maxBytes: max(0, request.maxBytes), isReadCommitted: request.isolationLevel == 1,
            replicaID: replica.rawValue, usesTopicIDs: usesTopicIDs)
        if request.sessionEpoch <= 0 {
            if request.sessionId != 0 { fetchSessions.close(request.sessionId) }
            asked = Self.once(asked)
            resolve(&asked, usesTopicIDs)
            fetch.scope = .full(asked, sessionID: 0)
            if request.sessionEpoch == 0 {
                if let session = fetchSessions.open(asked, usesTopicIDs: usesTopicIDs, chance: chance, now: now) {
                    fetch.scope = .opening(session)
                } else {
                    limits.count(.fetchSessions)
                }
            }
            return .success(fetch)
        }
        guard let session = fetchSessions.session(request.sessionId) else {
            return .failure(FetchRefusal(error: .fetchSessionIdNotFound))
        }
        guard session.usesTopicIDs == usesTopicIDs else {
            return .failure(FetchRefusal(error: .fetchSessionTopicIdError))
        }
        var forgotten: Set<FetchTarget.Key> = []
        for topic in request.forgottenTopicsData {
            for partition in topic.partitions {
                forgotten.insert(
                    FetchTarget.Key(topic: topic.topic, topicID: topic.topicId, partition: partition))
            }
        }
        let isInTurn = session.withState { state in
            guard state.nextEpoch == request.sessionEpoch else { return false }
            state.apply(changed: asked, forgotten: forgotten, now: now)
            resolve(&state.targets, usesTopicIDs)
            return true
        }
        guard isInTurn else {
            return .failure(FetchRefusal(error: .invalidFetchSessionEpoch))
        }
        fetch.scope = .incremental(session)
        return .success(fetch)
    }

    /// Kafka's words for an isolation level that does not exist: an unknown error for all.
    private static func unknownIsolation(of asked: [FetchTarget], _ version: Int16) -> FetchRefusal {
        var refusal = FetchRefusal(error: .unknownServerError)
        // From version 13 on the one error on top is enough.
        guard version < 13 else { return refusal }
        refusal.partitions = asked.map { target in
            var partition = FetchedPartition(target)
            partition.error = .unknownServerError
            partition.aborted = []
            return partition
        }
        return refusal
    }

    /// Each partition once: at its first place, as it was asked for last.
    private static func once(_ asked: [FetchTarget]) -> [FetchTarget] {
        if asked.count < 2 { return asked }
        var places: [FetchTarget.Key: Int] = [:]
        var targets: [FetchTarget] = []
        targets.reserveCapacity(asked.count)
        for target in asked {
            if let place = places.updateValue(targets.count, forKey: target.key) {
                places[target.key] = place
                targets[place] = target
            } else {
                targets.append(target)
            }
        }
        return targets
    }

    private func resolve(_ targets: inout [FetchTarget], _ usesTopicIDs: Bool) {
        for place in targets.indices where targets[place].found == nil {
            let topic =
                usesTopicIDs
                ? topics.topic(id: targets[place].topicID) : topics.topic(named: targets[place].topic)
            targets[place].found = topic?.partition(targets[place].partition)
        }
    }
}
