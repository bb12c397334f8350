import Bytes
import KafkaLog
import KafkaWire

/// The fetch request that most consumers send most of the time: one partition, or none in a session that has one. It is
/// read where it lies and answered without the generated structs. Whatever is unusual about it, and whatever has to wait,
/// gives nil, and the whole handler takes the request from the start: nothing was changed then.
struct OnePartitionFetch {
    /// The one partition that is named.
    struct Wish {
        /// The bytes of the name; empty when the topic is named by id.
        var name = ByteSlice.empty
        var topicID = KafkaUUID.zero
        var partition: Int32 = 0
        var currentLeaderEpoch: Int32 = -1
        var fetchOffset: Int64 = 0
        var lastFetchedEpoch: Int32 = -1
        var maxBytes: Int32 = 0
    }

    let maxWaitMs: Int32
    let minBytes: Int32
    let maxBytes: Int32
    let isReadCommitted: Bool
    let sessionID: Int32
    let sessionEpoch: Int32
    /// Nil when the session's partition is wanted as before.
    let wish: Wish?

    init?(_ body: ByteSlice, version: Int16) {
        var cursor = RequestCursor(body, isFlexible: version >= 12)
        if version < 15, cursor.integer(Int32.self) != -1 { return nil }
        guard let maxWaitMs: Int32 = cursor.integer(), let minBytes: Int32 = cursor.integer(),
            let maxBytes: Int32 = cursor.integer(), let isolation: Int8 = cursor.integer(),
            isolation == 0 || isolation == 1
        else { return nil }
        (self.maxWaitMs, self.minBytes, self.maxBytes) = (maxWaitMs, minBytes, maxBytes)
        isReadCommitted = isolation == 1
        if version >= 7 {
            guard let id: Int32 = cursor.integer(), let epoch: Int32 = cursor.integer() else { return nil }
            (sessionID, sessionEpoch) = (id, epoch)
        } else {
            (sessionID, sessionEpoch) = (0, -1)
        }
        switch cursor.count() {
        case 0: wish = nil
        case 1:
            guard let one = Self.wish(&cursor, version) else { return nil }
            wish = one
        default: return nil
        }
        // Nothing is forgotten; the rack does not matter to one broker.
        if version >= 7, cursor.count() != 0 { return nil }
        if version >= 11, cursor.text() == nil { return nil }
        guard cursor.endTags(1) else { return nil }
    }

    private static func wish(_ cursor: inout RequestCursor, _ version: Int16) -> Wish? {
        var wish = Wish()
        if version >= 13 {
            guard let high: UInt64 = cursor.integer(), let low: UInt64 = cursor.integer() else { return nil }
            wish.topicID = KafkaUUID(high: high, low: low)
        } else {
            guard let name = cursor.text() else { return nil }
            wish.name = name
        }
        guard cursor.count() == 1, let partition: Int32 = cursor.integer() else { return nil }
        wish.partition = partition
        if version >= 9 {
            guard let epoch: Int32 = cursor.integer() else { return nil }
            wish.currentLeaderEpoch = epoch
        }
        guard let offset: Int64 = cursor.integer() else { return nil }
        wish.fetchOffset = offset
        if version >= 12 {
            guard let epoch: Int32 = cursor.integer() else { return nil }
            wish.lastFetchedEpoch = epoch
        }
        // The log start offset is a follower's.
        if version >= 5, cursor.integer(Int64.self) == nil { return nil }
        guard let maxBytes: Int32 = cursor.integer(), cursor.endTags(2) else { return nil }
        wish.maxBytes = maxBytes
        return wish
    }
}

extension Engine {
    /// The answer to a fetch of one partition that has what was asked for; nil when the request must be looked at as a
    /// whole.
    func fetchOne(_ body: ByteSlice, _ context: RequestContext) -> Reply? {
        guard let request = OnePartitionFetch(body, version: context.apiVersion) else { return nil }
        if request.sessionEpoch > 0 { return fetchInSession(request, context) }
        let usesTopicIDs = context.apiVersion >= 13
        guard request.sessionEpoch == -1, request.sessionID == 0, let wish = request.wish,
            let place = context.connection.place(
                name: wish.name, topicID: wish.topicID, partition: wish.partition, in: topics,
                usesTopicIDs: usesTopicIDs)
        else { return nil }
        var target = FetchTarget(topic: place.topic, topicID: place.topicID, wish, in: place.partition)
        return readNow(&target, request, context).map { .encoded($0) }
    }

    private func fetchInSession(_ request: OnePartitionFetch, _ context: RequestContext) -> Reply? {
        guard let session = fetchSessions.session(request.sessionID),
            session.usesTopicIDs == (context.apiVersion >= 13)
        else { return nil }
        return session.withState { state in
            guard state.nextEpoch == request.sessionEpoch, state.targets.count == 1, state.targets[0].found != nil
            else { return nil }
            var target = state.targets[0]
            if let wish = request.wish, !target.update(from: wish) { return nil }
            guard let answer = readNow(&target, request, context) else { return nil }
            state.targets[0] = target
            state.use(now: clock.monotonic)
            return .encoded(answer)
        }
    }

    /// Reads and encodes; nil for an error, for too little, and for what is no news.
    private func readNow(
        _ target: inout FetchTarget, _ request: OnePartitionFetch, _ context: RequestContext
    ) -> EncodedResponse? {
        let fetch = PendingFetch(
            scope: .full([], sessionID: 0), maxWaitMs: request.maxWaitMs, minBytes: request.minBytes,
            maxBytes: max(0, request.maxBytes), isReadCommitted: request.isReadCommitted, replicaID: -1,
            usesTopicIDs: context.apiVersion >= 13)
        let room = Int(min(fetch.maxBytes, configuration.fetchMaxBytes))
        let found = read(&target, for: fetch, room: room, isFirst: true, copies: false)
        guard found.error == .none, found.divergingEpoch == nil, found.records.count >= max(1, Int(request.minBytes))
        else { return nil }
        (target.toldHighWatermark, target.toldLogStartOffset) = (found.highWatermark, found.logStartOffset)
        return FetchEncoder.encode(
            one: found, sessionID: max(request.sessionID, 0), version: context.apiVersion,
            correlationID: context.correlationID)
    }
}
