import KafkaWire
import Synchronization

/// A fetch session (KIP-227): the partitions a client keeps asking for, so that a request names only what changed and
/// an answer only what is new.
final class FetchSession: Sendable {
    let id: Int32
    /// True when its topics are named by id.
    let usesTopicIDs: Bool
    private let state: Mutex<State>

    struct State: Sendable {
        /// The epoch the next request must carry.
        var nextEpoch: Int32 = 1
        /// In the order of the answer; those that gave records go to the end, so that none starves.
        var targets: [FetchTarget]
        /// When a request last used it, monotonic milliseconds.
        var lastUsed: Int64
    }

    init(id: Int32, usesTopicIDs: Bool, targets: [FetchTarget], now: Int64) {
        self.id = id
        self.usesTopicIDs = usesTopicIDs
        state = Mutex(State(targets: targets, lastUsed: now))
    }

    func withState<R>(_ body: (inout State) -> sending R) -> sending R {
        state.withLock { body(&$0) }
    }

    /// Partitions in it, and when it was last used.
    var use: (count: Int, lastUsed: Int64) { state.withLock { ($0.targets.count, $0.lastUsed) } }
}

extension FetchSession.State {
    /// Applies an incremental request. Epochs count 1, 2, ... and wrap to 1.
    mutating func apply(changed: [FetchTarget], forgotten: Set<FetchTarget.Key>, now: Int64) {
        use(now: now)
        if !forgotten.isEmpty { targets.removeAll { forgotten.contains($0.key) } }
        guard !changed.isEmpty else { return }
        if changed.count == 1 {
            put(changed[0], at: targets.firstIndex { $0.key == changed[0].key })
            return
        }
        var places: [FetchTarget.Key: Int] = [:]
        places.reserveCapacity(targets.count)
        for (place, target) in targets.enumerated() { places[target.key] = place }
        for target in changed {
            put(target, at: places[target.key])
            if places[target.key] == nil { places[target.key] = targets.count - 1 }
        }
    }

    /// Goes on to the next epoch.
    mutating func use(now: Int64) {
        lastUsed = now
        nextEpoch = nextEpoch == Int32.max ? 1 : nextEpoch + 1
    }

    private mutating func put(_ target: FetchTarget, at place: Int?) {
        if let place {
            targets[place].update(from: target)
        } else {
            targets.append(target)
        }
    }
}

/// The sessions of a broker. A full cache makes room by dropping one unused for two minutes, or else a smaller one;
/// without room a fetch works without a session.
final class FetchSessionCache: Sendable {
    /// After this long unused a session may be dropped, in milliseconds.
    static let evictionMs: Int64 = 120_000

    private let limit: Int
    private let sessions = Mutex<[Int32: FetchSession]>([:])

    init(limit: Int) {
        self.limit = limit
    }

    /// The session of that id.
    func session(_ id: Int32) -> FetchSession? {
        sessions.withLock { $0[id] }
    }

    /// Forgets a session.
    func close(_ id: Int32) {
        sessions.withLock { $0[id] = nil }
    }

    /// Sessions kept now.
    var count: Int { sessions.withLock { $0.count } }

    /// A session for `targets`, or nil when there are none or there is no room for one.
    func open(_ targets: [FetchTarget], usesTopicIDs: Bool, chance: Chance, now: Int64) -> FetchSession? {
        sessions.withLock { sessions in
            if sessions.count >= limit {
                // The least used of the expired, else the smallest one that is smaller than this.
                let candidates = sessions.values.map { ($0.id, $0.use) }
                let victim =
                    candidates.filter { now - $0.1.lastUsed > Self.evictionMs }.min { $0.1.lastUsed < $1.1.lastUsed }
                    ?? candidates.filter { $0.1.count < targets.count }.min { $0.1.count < $1.1.count }
                guard let victim else { return nil }
                sessions[victim.0] = nil
            }
            var id: Int32
            repeat {
                id = Int32(truncatingIfNeeded: chance.bits() & 0x7fff_ffff)
            } while id == 0 || sessions[id] != nil
            let session = FetchSession(id: id, usesTopicIDs: usesTopicIDs, targets: targets, now: now)
            sessions[id] = session
            return session
        }
    }
}
