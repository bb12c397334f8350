import KafkaWire

/// Why a fetch is refused as a whole.
struct FetchRefusal: Error {
    var error: ErrorCode
    var sessionID: Int32
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
        let replica = context.apiVersion >= 15 ? request.replicaState.replicaId : request.replicaId
        var fetch = PendingFetch(
            scope: .full([], sessionID: 0), maxWaitMs: request.maxWaitMs, minBytes: request.minBytes,
            maxBytes: max(0, request.maxBytes), isReadCommitted: request.isolationLevel == 1,
            replicaID: replica.rawValue, usesTopicIDs: usesTopicIDs)
        if request.sessionEpoch <= 0 {
            if request.sessionId != 0 { fetchSessions.close(request.sessionId) }
            resolve(&asked, usesTopicIDs)
            fetch.scope = .full(asked, sessionID: 0)
            if request.sessionEpoch == 0,
                let session = fetchSessions.open(asked, usesTopicIDs: usesTopicIDs, chance: chance, now: now)
            {
                fetch.scope = .opening(session)
            }
            return .success(fetch)
        }
        guard let session = fetchSessions.session(request.sessionId) else {
            return .failure(FetchRefusal(error: .fetchSessionIdNotFound, sessionID: 0))
        }
        guard session.usesTopicIDs == usesTopicIDs else {
            return .failure(FetchRefusal(error: .fetchSessionTopicIdError, sessionID: request.sessionId))
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
            return .failure(FetchRefusal(error: .invalidFetchSessionEpoch, sessionID: request.sessionId))
        }
        fetch.scope = .incremental(session)
        return .success(fetch)
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
