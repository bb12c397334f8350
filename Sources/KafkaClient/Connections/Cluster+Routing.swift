import KafkaWire
import Network

extension Cluster {
    /// What an answer says about how it went: nil or `.none` is success.
    typealias Outcome = (code: ErrorCode, message: String?)

    private static let attempts = 6
    private static let firstPause = Duration.milliseconds(50)

    /// Sends a request to `target` until it works, within the request timeout: an error code that says "elsewhere" or "in a
    /// moment" is followed by a look at the metadata and a pause. Fails with the code otherwise.
    func call<R: KafkaRequest>(
        _ target: Target, lane: Lane = .shared, timeout: Duration? = nil, versions: ClosedRange<Int16>? = nil,
        check: (R.Response) -> Outcome?, _ make: @escaping @Sendable (Int16) -> R
    ) async throws(ClientError) -> R.Response {
        guard R.apiKey.onlyReads || !changes.isLocked else { throw .readOnly(R.apiKey) }
        let patience = timeout ?? configuration.requestTimeout
        let deadline = MonotonicTime.current + patience
        var pauseSpan = Self.firstPause
        var attempt = 1
        while true {
            do throws(ClientError) {
                let response = try await once(target, lane, patience, versions ?? R.versions, make)
                guard let outcome = check(response), outcome.code != .none else { return response }
                throw .refused(outcome.code, outcome.message)
            } catch {
                guard attempt < Self.attempts, mayRepeat(error, target, onlyReads: R.apiKey.onlyReads),
                    MonotonicTime.current + pauseSpan < deadline
                else { throw error }
                routing.withLock { $0.forget(target) }
            }
            try await pause(pauseSpan)
            pauseSpan = pauseSpan * 2
            attempt += 1
        }
    }

    private func mayRepeat(_ error: ClientError, _ target: Target, onlyReads: Bool) -> Bool {
        switch error {
        // Any broker was tried already; a certain one is not to be waited for.
        case .unreachable: target.isFound
        case .lost: onlyReads && target.isFound
        case .noLeader: true
        case .broker(let code, _): code.isRetriable && code != .requestTimedOut || code == .notController
        default: false
        }
    }

    private func once<R: KafkaRequest>(
        _ target: Target, _ lane: Lane, _ timeout: Duration, _ versions: ClosedRange<Int16>,
        _ make: @escaping @Sendable (Int16) -> R
    ) async throws(ClientError) -> R.Response {
        if target == .any {
            return try await any(lane, timeout, versions, make)
        }
        let address = try await address(of: target)
        return try await exchange(
            with: address, lane: lane, timeout: timeout, versions: versions, expectsAnswer: true, make)
    }

    /// Tries one address after the other.
    private func any<R: KafkaRequest>(
        _ lane: Lane, _ timeout: Duration, _ versions: ClosedRange<Int16>, _ make: @escaping @Sendable (Int16) -> R
    ) async throws(ClientError) -> R.Response {
        var first: ClientError?
        for address in routing.withLock({ $0.candidates }) {
            do throws(ClientError) {
                let response = try await exchange(
                    with: address, lane: lane, timeout: timeout, versions: versions, expectsAnswer: true, make)
                routing.withLock { $0.lastGood = address }
                return response
            } catch {
                routing.withLock { if $0.lastGood == address { $0.lastGood = nil } }
                switch error {
                case .unreachable: first = first ?? error
                // The next broker would refuse the same login, and count it.
                case .peer(_, let trouble) where !trouble.isRefusal: first = first ?? error
                case .lost, .timedOut:
                    guard R.apiKey.onlyReads else { throw error }
                    first = first ?? error
                default: throw error
                }
            }
        }
        throw first ?? .closed
    }

    /// Where `target` listens, asking the cluster when it is not known.
    func address(of target: Target) async throws(ClientError) -> HostPort {
        switch target {
        case .any: return routing.withLock { $0.candidates[0] }
        case .broker(let id): return try await address(of: id)
        case .controller:
            if let id = routing.withLock({ $0.controller }) { return try await address(of: id) }
            _ = try await metadata([])
            guard let id = routing.withLock({ $0.controller }) else {
                throw .refused(.notController, "the cluster names no controller")
            }
            return try await address(of: id)
        case .leader(let partition):
            return try await address(of: try await leader(of: partition).broker)
        case .coordinator(let group):
            return try await address(of: try await coordinator(of: group))
        }
    }

    /// The leader of a partition. Fails with `.noLeader`, or the broker's word about the topic.
    func leader(of partition: TopicPartition) async throws(ClientError) -> Routing.Leader {
        if let known = routing.withLock({ $0.leaders[partition] }) { return known }
        let found = try await metadata([partition.topic])
        guard let topic = found.topic(partition.topic) else {
            throw .refused(.unknownTopicOrPartition, "there is no topic \(partition.topic)")
        }
        guard topic.error == .none else { throw .refused(topic.error, "topic \(partition.topic)") }
        guard topic.partitions.contains(where: { $0.index == partition.partition }) else {
            throw .refused(.unknownTopicOrPartition, "there is no partition \(partition)")
        }
        guard let leader = routing.withLock({ $0.leaders[partition] }) else { throw .noLeader(partition) }
        return leader
    }

    /// The broker that looks after a group.
    func coordinator(of group: GroupID) async throws(ClientError) -> BrokerID {
        if let known = routing.withLock({ $0.coordinator(group) }) { return known }
        let response: FindCoordinatorResponse = try await call(
            .any,
            check: { (response: FindCoordinatorResponse) in
                response.coordinators.first.map { ($0.errorCode, $0.errorMessage) }
                    ?? (response.errorCode, response.errorMessage)
            }
        ) { version in
            version >= 4
                ? FindCoordinatorRequest(keyType: 0, coordinatorKeys: [group.rawValue])
                : FindCoordinatorRequest(key: group.rawValue)
        }
        let found = response.coordinators.first
        let id = found?.nodeId ?? response.nodeId
        let address = HostPort(
            host: found?.host ?? response.host, port: UInt16(clamping: found?.port ?? response.port))
        routing.withLock { $0.learn(coordinator: id, at: address, of: group) }
        return id
    }

    private func address(of id: BrokerID) async throws(ClientError) -> HostPort {
        if let known = routing.withLock({ $0.brokers[id] }) { return known }
        _ = try await metadata([])
        guard let known = routing.withLock({ $0.brokers[id] }) else {
            throw .unreachable(address: "broker \(id)", why: "the cluster does not list it among those that are up")
        }
        return known
    }
}

extension Target {
    /// True when the broker behind it can turn out to be another one.
    fileprivate var isFound: Bool {
        switch self {
        case .any, .broker: false
        case .controller, .leader, .coordinator: true
        }
    }
}
