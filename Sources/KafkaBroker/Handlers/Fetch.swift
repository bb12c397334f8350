import Bytes
import KafkaWire

// Fetch (1), versions 4-18.
// Behaviour: sessions (KIP-227), topic ids from 13, both isolation levels, at least one batch, long poll: a fetch with
// fewer than `minBytes` waits in `ParkedRequests` until enough was appended or `maxWaitMs` is over.
// Deviations: one broker has no followers, so a request with a replica id gets NOT_LEADER_OR_FOLLOWER for each
// partition; no rack-aware reads. `minBytes` counts whole appended batches while waiting.

extension Engine {
    func fetch(_ reader: inout WireReader, _ context: RequestContext) throws(WireError) -> Reply {
        if let reply = fetchOne(reader.rest, context) { return reply }
        let request = try FetchRequest(from: &reader, version: context.apiVersion)
        switch begin(request, context) {
        case .failure(let refusal):
            return .encoded(
                FetchEncoder.encode(
                    refusal.partitions, error: refusal.error, sessionID: 0, version: context.apiVersion,
                    correlationID: context.correlationID))
        case .success(let fetch):
            return attempt(fetch, context)
        }
    }

    /// Answers now, or parks.
    private func attempt(_ fetch: PendingFetch, _ context: RequestContext) -> Reply {
        let result = evaluate(fetch)
        if fetch.maxWaitMs <= 0 || result.isUrgent || result.bytes >= max(0, Int(fetch.minBytes)) || result.isEmpty {
            return conclude(fetch, result, context)
        }
        let parked = ParkedFetch(
            context: context, fetch: fetch, deadline: clock.monotonic + Int64(fetch.maxWaitMs),
            readyBytes: Int64(result.bytes))
        var watched: [(partition: Partition, flushedBytes: Int64)] = []
        fetch.forEachTarget { target in
            guard let partition = target.found else { return }
            watched.append((partition, partition.watch(parked)))
        }
        parked.watched.withLock { $0 = watched }
        context.connection.park(parked)
        parkedRequests.add(parked)
        return .parked
    }

    /// Looks at a parked fetch again because one of its partitions took something, or its time is up.
    func reconsider(_ parked: ParkedFetch, isExpired: Bool) {
        if !isExpired {
            let fresh = parked.watched.withLock { watched in
                watched.reduce(Int64(0)) { $0 + ($1.partition.flushedBytes - $1.flushedBytes) }
            }
            let isEnded = parked.watched.withLock { $0.contains { $0.partition.failure != .none } }
            guard isEnded || parked.readyBytes + fresh >= Int64(parked.fetch.minBytes) else { return }
        }
        guard !parked.isClaimed else { return }
        let result = evaluate(parked.fetch)
        guard isExpired || result.isUrgent || result.bytes >= Int(parked.fetch.minBytes) else { return }
        guard release(parked) else { return }
        parked.context.answer(conclude(parked.fetch, result, parked.context))
        if !isExpired { parkedRequests.noteClaimed() }
    }

    /// Takes a parked fetch off all lists. True for the caller that may answer it.
    @discardableResult
    func release(_ parked: ParkedFetch) -> Bool {
        guard parked.claim() else { return false }
        let watched = parked.watched.withLock { watched in
            defer { watched = [] }
            return watched
        }
        for entry in watched { entry.partition.unwatch(parked) }
        return true
    }

    private func evaluate(_ fetch: PendingFetch) -> FetchResult {
        switch fetch.scope {
        case .full(var targets, _):
            read(&targets, for: fetch)
        case .incremental(let session), .opening(let session):
            session.withState { read(&$0.targets, for: fetch) }
        }
    }

    private func conclude(_ fetch: PendingFetch, _ result: FetchResult, _ context: RequestContext) -> Reply {
        var partitions = result.partitions
        let sessionID: Int32
        switch fetch.scope {
        case .full(_, let id):
            sessionID = id
        case .opening(let session):
            sessionID = session.id
            session.withState { $0.tell(partitions) }
        case .incremental(let session):
            sessionID = session.id
            partitions = session.withState { $0.news(partitions) }
        }
        return .encoded(
            FetchEncoder.encode(
                partitions, sessionID: sessionID, version: context.apiVersion, correlationID: context.correlationID))
    }
}

extension FetchResult {
    /// True when no partition was asked for.
    fileprivate var isEmpty: Bool { partitions.isEmpty }
}

extension PendingFetch {
    fileprivate func forEachTarget(_ body: (FetchTarget) -> Void) {
        switch scope {
        case .full(let targets, _): targets.forEach(body)
        case .incremental(let session), .opening(let session): session.withState { $0.targets }.forEach(body)
        }
    }
}

extension FetchSession.State {
    /// Remembers what an answer says; the answer has one entry for each target, in order.
    mutating func tell(_ partitions: [FetchedPartition]) {
        for (place, found) in partitions.enumerated() where place < targets.count && targets[place].key == found.key {
            targets[place].toldHighWatermark = found.highWatermark
            targets[place].toldLogStartOffset = found.logStartOffset
        }
    }

    /// Picks what the client does not know yet, remembers it as told, and moves partitions that gave records to the
    /// end so that the others come first next time.
    mutating func news(_ partitions: [FetchedPartition]) -> [FetchedPartition] {
        // A client of one partition is the common case: all or nothing is news then.
        if partitions.count == 1, targets.count == 1, targets[0].key == partitions[0].key {
            guard partitions[0].isNews(for: targets[0]) else { return [] }
            tell(partitions)
            return partitions
        }
        var news: [FetchedPartition] = []
        var gave: [Int] = []
        for (place, found) in partitions.enumerated() where place < targets.count && targets[place].key == found.key {
            guard found.isNews(for: targets[place]) else { continue }
            targets[place].toldHighWatermark = found.highWatermark
            targets[place].toldLogStartOffset = found.logStartOffset
            if found.records.count > 0 { gave.append(place) }
            news.append(found)
        }
        if gave.count < targets.count {
            let moved = gave.map { targets[$0] }
            for place in gave.reversed() { targets.remove(at: place) }
            targets.append(contentsOf: moved)
        }
        return news
    }
}

extension FetchedPartition {
    fileprivate var key: FetchTarget.Key { FetchTarget.Key(topic: topic, topicID: topicID, partition: partition) }
}
