import KafkaWire

// CreateTopics (19), versions 2-7.
// Behaviour: checked as Kafka checks (name, existence, collision, partitions, replication factor, manual assignment,
// settings), each topic by itself; all that pass are made with one durable change. validateOnly does all but that.
// Deviations: one broker: a replication factor above 1 is refused (38), and a manual assignment may only name it.

extension Engine {
    func createTopics(_ request: CreateTopicsRequest, _ context: RequestContext) -> Reply {
        var counts: [TopicName: Int] = [:]
        for topic in request.topics { counts[topic.name, default: 0] += 1 }
        var rows: [CreateTopicsResponse.CreatableTopicResult] = []
        var plans: [(row: Int, plan: TopicPlan)] = []
        var isAnswered: Set<TopicName> = []
        var planned = 0
        let isTooMany = asksForTooMuch(request)
        for topic in request.topics {
            var row = CreateTopicsResponse.CreatableTopicResult(name: topic.name)
            row.configs = []
            row.errorMessage = nil
            do throws(TopicError) {
                if isTooMany {
                    throw TopicError(.policyViolation, "Excessively large number of partitions per request.")
                }
                if counts[topic.name, default: 0] > 1 {
                    guard isAnswered.insert(topic.name).inserted else { continue }
                    throw TopicError(.invalidRequest, "Duplicate topic name.")
                }
                if topic.name == MetadataLog.name.topic {
                    throw TopicError(.invalidRequest, "Creation of internal topic \(topic.name) is prohibited.")
                }
                try check(topic.name)
                let plan = try plan(topic)
                try check(plan, alsoPlanned: planned)
                planned += Int(plan.partitions)
                plans.append((rows.count, plan))
            } catch {
                (row.errorCode, row.errorMessage) = (error.code, error.message)
            }
            rows.append(row)
        }
        let made = request.validateOnly ? [] : createTopics(plans.map(\.plan))
        for (place, entry) in plans.enumerated() {
            // Also what is only checked has an id in the answer, one that is never used.
            var id = request.validateOnly ? chance.uuid() : KafkaUUID.zero
            if !request.validateOnly {
                switch made[place] {
                case .success(let topic): id = topic.id
                case .failure(let error):
                    (rows[entry.row].errorCode, rows[entry.row].errorMessage) = (error.code, error.message)
                    continue
                }
            }
            rows[entry.row].topicId = id
            rows[entry.row].numPartitions = entry.plan.partitions
            rows[entry.row].replicationFactor = 1
            rows[entry.row].configs = topicConfigValues(entry.plan.configs).map { value in
                .init(
                    name: value.definition.name, value: value.value, readOnly: false,
                    configSource: value.source.rawValue, isSensitive: false)
            }
        }
        return .ready(CreateTopicsResponse(topics: rows))
    }

    /// As Kafka does, a request makes at most 10,000 partitions: one change of the metadata log must stay small.
    private func asksForTooMuch(_ request: CreateTopicsRequest) -> Bool {
        var total: Int64 = 0
        for topic in request.topics {
            if !topic.assignments.isEmpty {
                total += Int64(topic.assignments.count)
            } else if topic.numPartitions == -1 {
                total += Int64(configuration.defaultPartitions)
            } else {
                total += Int64(max(0, topic.numPartitions))
            }
        }
        return total > 10_000
    }

    private func plan(_ topic: CreateTopicsRequest.CreatableTopic) throws(TopicError) -> TopicPlan {
        var partitions = topic.numPartitions
        if topic.assignments.isEmpty {
            if topic.replicationFactor < -1 || topic.replicationFactor == 0 {
                throw TopicError(
                    .invalidReplicationFactor,
                    "Replication factor must be larger than 0, or -1 to use the default value.")
            }
            if topic.replicationFactor > 1 {
                let factor = topic.replicationFactor
                throw TopicError(
                    .invalidReplicationFactor,
                    "Unable to replicate the partition \(factor) time(s): The target replication factor of \(factor) "
                        + "cannot be reached because only 1 broker(s) are registered or some brokers have all their log "
                        + "directories cordoned.")
            }
            if partitions == -1 { partitions = configuration.defaultPartitions }
            if partitions <= 0 {
                throw TopicError(
                    .invalidPartitions, "Number of partitions was set to an invalid non-positive value.")
            }
        } else {
            if topic.replicationFactor != -1 {
                throw TopicError(
                    .invalidRequest,
                    "A manual partition assignment was specified, but replication factor was not set to -1.")
            }
            if partitions != -1 {
                throw TopicError(
                    .invalidRequest,
                    "A manual partition assignment was specified, but numPartitions was not set to -1.")
            }
            partitions = try checkAssignments(
                topic.assignments.map { ($0.partitionIndex, $0.brokerIds) }, from: 0)
        }
        var configs: [String: String] = [:]
        for config in topic.configs {
            guard let value = config.value else {
                throw TopicError(.invalidConfig, "Null value not supported for topic configs: \(config.name)")
            }
            configs[config.name] = value
        }
        return TopicPlan(name: topic.name, partitions: partitions, configs: configs)
    }

    /// A manual assignment: partitions from `first` on without a gap, each on this broker. Gives how many.
    func checkAssignments(
        _ assignments: [(partition: Int32, brokers: [BrokerID])], from first: Int32
    ) throws(TopicError) -> Int32 {
        var seen: Set<Int32> = []
        for (place, assignment) in assignments.sorted(by: { $0.partition < $1.partition }).enumerated() {
            guard seen.insert(assignment.partition).inserted else {
                throw TopicError(
                    .invalidReplicaAssignment,
                    "Found multiple manual partition assignments for partition \(assignment.partition)")
            }
            try checkReplicas(assignment.brokers)
            if Int64(assignment.partition) != Int64(first) + Int64(place) {
                throw TopicError(
                    .invalidReplicaAssignment,
                    "partitions should be a consecutive 0-based integer sequence")
            }
        }
        return Int32(truncatingIfNeeded: assignments.count)
    }

    /// The replicas of one partition: this broker, once.
    func checkReplicas(_ replicas: [BrokerID]) throws(TopicError) {
        if replicas.isEmpty {
            throw TopicError(
                .invalidReplicaAssignment, "The manual partition assignment includes an empty replica list.")
        }
        if let stranger = replicas.first(where: { $0 != nodeID }) {
            throw TopicError(
                .invalidReplicaAssignment,
                "The manual partition assignment includes broker \(stranger), but no such broker is registered.")
        }
        if replicas.count > 1 {
            throw TopicError(
                .invalidReplicaAssignment,
                "The manual partition assignment includes the broker \(nodeID) more than once.")
        }
    }
}
