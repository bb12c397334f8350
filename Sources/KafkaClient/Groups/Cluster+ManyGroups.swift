import KafkaWire

extension Cluster {
    /// Where many groups stand, each in all partitions that it ever committed on; partitions without a commit are left out.
    ///
    /// A coordinator is asked once for all its groups (OffsetFetch 8, KIP-709); where it is older, or a group has moved, for
    /// one at a time. Each group has its own error.
    public func committedOffsets(
        of groups: [GroupID]
    ) async -> [GroupID: Result<[TopicPartition: CommittedOffset], ClientError>] {
        await perCoordinator(groups) { broker, groups in
            await result { () async throws(ClientError) in try await self.committedOffsets(of: groups, at: broker) }
        } alone: { group in
            await result { () async throws(ClientError) in try await self.committedOffsets(group, topics: nil) }
        }
    }

    private func committedOffsets(
        of groups: [GroupID], at broker: BrokerID
    ) async throws(ClientError) -> Answers<[TopicPartition: CommittedOffset]> {
        let response: OffsetFetchResponse = try await call(.broker(broker), versions: 8...9, check: { _ in nil }) { _ in
            OffsetFetchRequest(
                groups: groups.map { OffsetFetchRequest.OffsetFetchRequestGroup(groupId: $0, topics: nil) })
        }
        var found: Answers<[TopicPartition: CommittedOffset]> = [:]
        for group in response.groups where !group.errorCode.movesCoordinator {
            found[group.groupId] = Result { () throws(ClientError) in try Self.commits(of: group) }
        }
        return found
    }

    /// What was said of each group.
    typealias Answers<Value> = [GroupID: Result<Value, ClientError>]

    /// Groups that one request asks for at most: an answer stays far below what a frame may hold.
    private static var groupsAtOnce: Int { 100 }
    /// Groups that are asked for alone at a time.
    private static var width: Int { 8 }

    /// Asks each coordinator for all its groups together, and for those that it leaves out one at a time: they have moved,
    /// or it is too old. When a coordinator is not reached its groups are looked for once more, and then all fail as it did.
    /// - Parameters:
    ///   - together: asks a broker for groups of its own; one that it does not answer for is left out.
    ///   - alone: asks for one group, wherever it is.
    func perCoordinator<Value: Sendable>(
        _ groups: [GroupID],
        together: @escaping @Sendable (BrokerID, [GroupID]) async -> Result<Answers<Value>, ClientError>,
        alone: @escaping @Sendable (GroupID) async -> Result<Value, ClientError>
    ) async -> Answers<Value> {
        let wanted = Set(groups)
        var found: Answers<Value> = [:]
        for isLastRound in [false, true] where wanted.count > 1 {
            var unreached: Answers<Value> = [:]
            for (some, answer) in await askTogether(wanted.filter { found[$0] == nil }, together) {
                switch answer {
                // A broker may answer for what it was not asked.
                case .success(let answers): found.merge(answers.filter { wanted.contains($0.key) }) { $1 }
                case .failure(.unsupported): break
                case .failure(let error): for group in some { unreached[group] = .failure(error) }
                }
            }
            if unreached.isEmpty { break }
            if isLastRound { found.merge(unreached) { $1 } }
            routing.withLock { routing in for group in unreached.keys { routing.forget(.coordinator(group)) } }
        }
        await withTaskGroup(of: Answers<Value>.self) { tasks in
            var waiting = wanted.filter { found[$0] == nil }.sorted()[...]
            func start() {
                guard let group = waiting.popFirst() else { return }
                tasks.addTask { [group: await alone(group)] }
            }
            for _ in 0..<Self.width { start() }
            while let one = await tasks.next() {
                found.merge(one) { $1 }
                start()
            }
        }
        return found
    }

    private func askTogether<Value: Sendable>(
        _ groups: Set<GroupID>,
        _ together: @escaping @Sendable (BrokerID, [GroupID]) async -> Result<Answers<Value>, ClientError>
    ) async -> [(groups: [GroupID], answer: Result<Answers<Value>, ClientError>)] {
        await learnCoordinators(of: groups)
        let known = routing.withLock { routing in
            groups.compactMap { group in routing.coordinator(group).map { (broker: $0, group: group) } }
        }
        return await withTaskGroup(of: (groups: [GroupID], answer: Result<Answers<Value>, ClientError>).self) { tasks in
            for (broker, own) in Dictionary(grouping: known, by: \.broker) {
                for some in own.map(\.group).sorted().split(atMost: Self.groupsAtOnce) {
                    tasks.addTask {
                        let answer = await together(broker, some)
                        return (some, answer)
                    }
                }
            }
            return await tasks.reduce(into: []) { $0.append($1) }
        }
    }

    /// Learns who looks after groups of which that is not known, with one request for many (FindCoordinator 4, KIP-699). What
    /// it does not tell is asked for again by whoever needs it.
    private func learnCoordinators(of groups: Set<GroupID>) async {
        let unknown = routing.withLock { routing in groups.filter { routing.coordinator($0) == nil } }.sorted()
        for some in unknown.split(atMost: Self.groupsAtOnce) {
            let keys = some.map(\.rawValue)
            let response: FindCoordinatorResponse? = try? await call(
                .any, versions: 4...FindCoordinatorRequest.versions.upperBound, check: { _ in nil }
            ) { _ in FindCoordinatorRequest(keyType: 0, coordinatorKeys: keys) }
            guard let response else { return }
            routing.withLock { routing in
                for found in response.coordinators where found.errorCode == .none {
                    guard groups.contains(GroupID(found.key)) else { continue }
                    let address = HostPort(host: found.host, port: UInt16(clamping: found.port))
                    routing.learn(coordinator: found.nodeId, at: address, of: GroupID(found.key))
                }
            }
        }
    }
}

/// What came of `work`.
func result<Value>(_ work: () async throws(ClientError) -> Value) async -> Result<Value, ClientError> {
    do throws(ClientError) { return .success(try await work()) } catch { return .failure(error) }
}

extension Array {
    /// The elements in their order, at most so many in a piece.
    fileprivate func split(atMost count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
    }
}
