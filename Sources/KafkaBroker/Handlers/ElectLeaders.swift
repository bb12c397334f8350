import KafkaWire

// ElectLeaders (43), versions 0-2.
// Behaviour: this broker leads every partition, so an election is never needed (84); all topics without a partition
// when null asks for all. A partition whose files cannot be used has nobody to elect (80, 83).
// Deviations: none known.

extension Engine {
    func electLeaders(_ request: ElectLeadersRequest, _ context: RequestContext) -> Reply {
        typealias Row = ElectLeadersResponse.ReplicaElectionResult
        let isUnknown = context.apiVersion >= 1 && request.electionType != 0 && request.electionType != 1
        guard let asked = request.topicPartitions else {
            return .ready(
                ElectLeadersResponse(
                    errorCode: isUnknown ? .invalidRequest : .none,
                    replicaElectionResults: isUnknown ? [] : topics.all.map { Row(topic: $0.name) }))
        }
        let rows = asked.map { topic in
            let known = topics.topic(named: topic.topic)
            return Row(
                topic: topic.topic,
                partitionResult: topic.partitions.map { number in
                    let (code, message) =
                        isUnknown
                        ? (.invalidRequest, "Unknown election type \(request.electionType)")
                        : elect(topic.topic, known, number, isUnclean: request.electionType == 1)
                    return .init(partitionId: number, errorCode: code, errorMessage: message)
                })
        }
        return .ready(
            ElectLeadersResponse(
                errorCode: isUnknown && !rows.isEmpty ? .invalidRequest : .none, replicaElectionResults: rows))
    }

    private func elect(
        _ name: TopicName, _ topic: Topic?, _ number: Int32, isUnclean: Bool
    ) -> (ErrorCode, String?) {
        guard let topic else { return (.unknownTopicOrPartition, "No such topic as \(name)") }
        guard let partition = topic.partition(number) else {
            return (.unknownTopicOrPartition, "No such partition as \(name)-\(number)")
        }
        if partition.failure == .none {
            return (.electionNotNeeded, "Leader election not needed for topic partition.")
        }
        return (isUnclean ? .eligibleLeadersNotAvailable : .preferredLeaderNotAvailable, nil)
    }
}
