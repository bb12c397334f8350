import KafkaWire

// CreatePartitions (37), versions 0-3.
// Behaviour: a topic gets more partitions; the same number or fewer is 37, an unknown topic 3, a topic named twice 42.
// Deviations: a manual assignment may only name this broker.

extension Engine {
    func createPartitions(_ request: CreatePartitionsRequest, _ context: RequestContext) -> Reply {
        var counts: [TopicName: Int] = [:]
        for topic in request.topics { counts[topic.name, default: 0] += 1 }
        var rows: [CreatePartitionsResponse.CreatePartitionsTopicResult] = []
        var isAnswered: Set<TopicName> = []
        for topic in request.topics {
            guard isAnswered.insert(topic.name).inserted else { continue }
            var row = CreatePartitionsResponse.CreatePartitionsTopicResult(name: topic.name)
            do throws(TopicError) {
                if counts[topic.name, default: 0] > 1 { throw TopicError(.invalidRequest, "Duplicate topic name.") }
                try grow(topic, isOnlyChecked: request.validateOnly)
            } catch {
                (row.errorCode, row.errorMessage) = (error.code, error.message)
            }
            rows.append(row)
        }
        return .ready(CreatePartitionsResponse(results: rows))
    }

    private func grow(
        _ asked: CreatePartitionsRequest.CreatePartitionsTopic, isOnlyChecked: Bool
    ) throws(TopicError) {
        let now = clock.wall
        try administration.withLock { administration throws(TopicError) in
            guard let topic = topics.topic(named: asked.name) else {
                throw TopicError(.unknownTopicOrPartition)
            }
            let have = topic.partitions.count
            if Int(asked.count) == have {
                throw TopicError(.invalidPartitions, "Topic already has \(have) partition(s).")
            }
            if Int(asked.count) < have {
                throw TopicError(
                    .invalidPartitions,
                    "The topic \(asked.name) currently has \(have) partition(s); \(asked.count) would not be an increase."
                )
            }
            let more = Int(asked.count) - have
            if topics.partitionCount + more > configuration.maximumPartitions {
                limits.count(.partitions)
                throw TopicError(
                    .policyViolation, "This broker holds at most \(configuration.maximumPartitions) partitions.")
            }
            if let assignments = asked.assignments {
                if assignments.count != more {
                    throw TopicError(
                        .invalidReplicaAssignment,
                        "Attempted to add \(more) additional partition(s), but only \(assignments.count) "
                            + "assignment(s) were specified.")
                }
                _ = try checkAssignments(
                    assignments.enumerated().map { (Int32(have + $0.offset), $0.element.brokerIds) },
                    from: Int32(have))
            }
            if isOnlyChecked { return }
            let numbers = Int32(have)..<asked.count
            try administration.metadata.append(numbers.map { partitionRecord(topic.id, $0) }, now: now)
            var partitions = topic.partitions
            let config = logConfig(topic.overrides)
            do {
                for number in numbers {
                    partitions.append(
                        try openPartition(
                            TopicPartition(topic.name, number), topic.id, config, LogStart(isClean: true), now: now))
                }
            } catch {
                throw TopicError(.kafkaStorageError, "The new folders could not be made: \(error)")
            }
            topics.put(
                Topic(name: topic.name, id: topic.id, partitions: partitions, overrides: topic.overrides))
        }
    }
}
