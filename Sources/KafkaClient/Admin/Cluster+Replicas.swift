import KafkaWire

/// A partition on its way to other brokers.
public struct Reassignment: Sendable, Hashable {
    /// The brokers that hold it now.
    public var replicas: [BrokerID]
    /// Those that still have to fill.
    public var adding: [BrokerID]
    /// Those that go when it is done.
    public var removing: [BrokerID]

    /// The parts.
    public init(replicas: [BrokerID], adding: [BrokerID], removing: [BrokerID]) {
        self.replicas = replicas
        self.adding = adding
        self.removing = removing
    }
}

extension Cluster {
    /// The log end offset of every copy of these partitions, asked of the brokers that hold them: what tells how far a
    /// follower is behind. A copy that cannot be asked has its own error.
    ///
    /// A client's request is answered by the leader alone; one that says it only looks (replica -2, as Kafka's own
    /// replica verification does) is answered by any copy, with the end of its log.
    public func replicaEnds(
        of copies: [BrokerID: [TopicPartition]]
    ) async -> [BrokerID: [TopicPartition: Result<Int64, ClientError>]] {
        await withTaskGroup(of: (BrokerID, [TopicPartition: Result<Int64, ClientError>]).self) { group in
            for (broker, partitions) in copies {
                group.addTask { (broker, await self.replicaEnds(of: partitions, at: broker)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func replicaEnds(
        of partitions: [TopicPartition], at broker: BrokerID
    ) async -> [TopicPartition: Result<Int64, ClientError>] {
        let request = ListOffsetsRequest(
            replicaId: BrokerID(-2), isolationLevel: 0,
            topics: Dictionary(grouping: partitions, by: \.topic).map { topic, entries in
                ListOffsetsRequest.ListOffsetsTopic(
                    name: topic,
                    partitions: entries.map {
                        ListOffsetsRequest.ListOffsetsPartition(
                            partitionIndex: $0.partition, timestamp: OffsetSpec.latest.timestamp)
                    })
            }, timeoutMs: configuration.requestTimeout.wholeMilliseconds)
        do throws(ClientError) {
            let response: ListOffsetsResponse = try await call(
                .broker(broker), versions: 1...ListOffsetsRequest.versions.upperBound, check: { _ in nil }
            ) { _ in request }
            var results: [TopicPartition: Result<Int64, ClientError>] = [:]
            for topic in response.topics {
                for partition in topic.partitions {
                    let name = TopicPartition(topic.name, partition.partitionIndex)
                    results[name] =
                        partition.errorCode == .none
                        ? .success(partition.offset) : .failure(.refused(partition.errorCode, "\(name)"))
                }
            }
            return results
        } catch {
            return Dictionary(partitions.map { ($0, .failure(error)) }, uniquingKeysWith: { $1 })
        }
    }

    /// Makes the first replica of these partitions their leader, where it is in sync and does not lead yet. Each partition
    /// has its own error; `.electionNotNeeded` is not one.
    public func electPreferredLeaders(
        _ partitions: [TopicPartition]
    ) async throws(ClientError) -> [TopicPartition: ClientError?] {
        let timeout = configuration.requestTimeout.wholeMilliseconds
        let topics = Dictionary(grouping: partitions, by: \.topic).map { topic, entries in
            ElectLeadersRequest.TopicPartitions(topic: topic, partitions: entries.map(\.partition))
        }
        let response: ElectLeadersResponse = try await call(
            .controller, check: { (response: ElectLeadersResponse) in (response.errorCode, nil) }
        ) { _ in ElectLeadersRequest(electionType: 0, topicPartitions: topics, timeoutMs: timeout) }
        var results: [TopicPartition: ClientError?] = [:]
        for topic in response.replicaElectionResults {
            for partition in topic.partitionResult {
                let name = TopicPartition(topic.topic, partition.partitionId)
                let isFine = partition.errorCode == .none || partition.errorCode == .electionNotNeeded
                results.updateValue(isFine ? nil : .refused(partition.errorCode, partition.errorMessage), forKey: name)
                routing.withLock { $0.forget(.leader(name)) }
            }
        }
        return results
    }

    /// Partitions on their way to other brokers.
    public func reassignments() async throws(ClientError) -> [TopicPartition: Reassignment] {
        let timeout = configuration.requestTimeout.wholeMilliseconds
        let response: ListPartitionReassignmentsResponse = try await call(
            .controller,
            check: { (response: ListPartitionReassignmentsResponse) in (response.errorCode, response.errorMessage) }
        ) { _ in ListPartitionReassignmentsRequest(timeoutMs: timeout, topics: nil) }
        var found: [TopicPartition: Reassignment] = [:]
        for topic in response.topics {
            for partition in topic.partitions {
                found[TopicPartition(topic.name, partition.partitionIndex)] = Reassignment(
                    replicas: partition.replicas, adding: partition.addingReplicas, removing: partition.removingReplicas
                )
            }
        }
        return found
    }
}
