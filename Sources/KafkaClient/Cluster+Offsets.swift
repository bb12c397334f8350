import KafkaWire

extension Cluster {
    private static let rounds = 4

    /// The offsets that `wanted` names, asked of the leaders. A partition that cannot be told has its
    /// own error. Fails for every partition when the cluster is not reached at all.
    public func listOffsets(
        _ wanted: [TopicPartition: OffsetSpec], isolation: Isolation = .readUncommitted
    ) async -> [TopicPartition: Result<ListedOffset, ClientError>] {
        var results: [TopicPartition: Result<ListedOffset, ClientError>] = [:]
        var left = wanted
        for round in 1...Self.rounds {
            let (placed, lost) = await byLeader(Array(left.keys))
            for (partition, error) in lost { results[partition] = .failure(error) }
            await withTaskGroup(of: [TopicPartition: Result<ListedOffset, ClientError>].self) { group in
                for (broker, partitions) in placed {
                    let asked = left.filter { partitions.contains($0.key) }
                    // Brokers before 3.0 do not know the greatest timestamp: asked apart, it costs only its own answer.
                    for part in [
                        asked.filter { $0.value != .maxTimestamp }, asked.filter { $0.value == .maxTimestamp },
                    ]
                    where !part.isEmpty {
                        group.addTask { await self.listOffsets(part, at: broker, isolation) }
                    }
                }
                for await some in group { results.merge(some) { $1 } }
            }
            left = left.filter { partition, _ in
                guard case .failure(let error)? = results[partition] else { return false }
                return error.meansElsewhere
            }
            guard !left.isEmpty, round < Self.rounds else { break }
            for partition in left.keys { routing.withLock { $0.forget(.leader(partition)) } }
            do { try await pause(.milliseconds(50 << round)) } catch { break }
        }
        return results
    }

    private func listOffsets(
        _ wanted: [TopicPartition: OffsetSpec], at broker: BrokerID, _ isolation: Isolation
    ) async -> [TopicPartition: Result<ListedOffset, ClientError>] {
        let request = ListOffsetsRequest(
            replicaId: .none, isolationLevel: isolation.rawValue,
            topics: Dictionary(grouping: wanted, by: \.key.topic).map { topic, entries in
                ListOffsetsRequest.ListOffsetsTopic(
                    name: topic,
                    partitions: entries.map {
                        ListOffsetsRequest.ListOffsetsPartition(
                            partitionIndex: $0.key.partition, timestamp: $0.value.timestamp)
                    })
            }, timeoutMs: configuration.requestTimeout.wholeMilliseconds)
        let needsMaximum = wanted.values.contains(.maxTimestamp)
        let lowest: Int16 = needsMaximum ? 7 : isolation == .readCommitted ? 2 : 1
        do throws(ClientError) {
            let response: ListOffsetsResponse = try await call(
                .broker(broker), versions: lowest...ListOffsetsRequest.versions.upperBound, check: { _ in nil }
            ) { _ in request }
            var results: [TopicPartition: Result<ListedOffset, ClientError>] = [:]
            for topic in response.topics {
                for partition in topic.partitions {
                    let name = TopicPartition(topic.name, partition.partitionIndex)
                    results[name] =
                        partition.errorCode == .none
                        ? .success(
                            ListedOffset(
                                offset: partition.offset, timestamp: partition.timestamp,
                                leaderEpoch: partition.leaderEpoch))
                        : .failure(.refused(partition.errorCode, "\(name)"))
                }
            }
            return results
        } catch {
            return wanted.mapValues { _ in .failure(error) }
        }
    }

    /// Partitions by their leader; those without one have the reason.
    func byLeader(
        _ partitions: [TopicPartition]
    ) async -> (placed: [BrokerID: Set<TopicPartition>], lost: [TopicPartition: ClientError]) {
        let unknown = routing.withLock { routing in partitions.filter { routing.leaders[$0] == nil } }
        var found: [TopicName: TopicInfo] = [:]
        if !unknown.isEmpty {
            do throws(ClientError) {
                let metadata = try await metadata(Array(Set(unknown.map(\.topic))))
                for topic in metadata.topics { found[topic.name] = topic }
            } catch {
                let known = routing.withLock { routing in partitions.filter { routing.leaders[$0] != nil } }
                let (placed, _) = place(known)
                return (placed, Dictionary(unknown.map { ($0, error) }, uniquingKeysWith: { $1 }))
            }
        }
        let (placed, homeless) = place(partitions)
        var lost: [TopicPartition: ClientError] = [:]
        for partition in homeless {
            let topic = found[partition.topic]
            if let topic, topic.error != .none {
                lost[partition] = .refused(topic.error, "topic \(partition.topic)")
            } else if topic?.partitions.contains(where: { $0.index == partition.partition }) == true {
                lost[partition] = .noLeader(partition)
            } else {
                lost[partition] = .refused(.unknownTopicOrPartition, "there is no partition \(partition)")
            }
        }
        return (placed, lost)
    }

    private func place(_ partitions: [TopicPartition]) -> ([BrokerID: Set<TopicPartition>], [TopicPartition]) {
        var placed: [BrokerID: Set<TopicPartition>] = [:]
        var homeless: [TopicPartition] = []
        routing.withLock { routing in
            for partition in partitions {
                if let leader = routing.leaders[partition] {
                    placed[leader.broker, default: []].insert(partition)
                } else {
                    homeless.append(partition)
                }
            }
        }
        return (placed, homeless)
    }
}

extension ClientError {
    /// True when another broker may know better, or the same one in a moment.
    var meansElsewhere: Bool {
        switch self {
        case .broker(let code, _): code.isRetriable && code != .unknownTopicOrPartition
        case .unreachable, .lost, .noLeader: true
        default: false
        }
    }

    /// True when reading on may work in a while: an election takes as long as brokers wait for one that is silent.
    var mayPass: Bool {
        if case .timedOut = self { return true }
        return meansElsewhere
    }
}

extension Cluster {
    /// How long a reader that has begun waits for a partition whose leader went: Kafka notices a dead broker after 9 seconds.
    static let patience = Duration.seconds(30)
}
