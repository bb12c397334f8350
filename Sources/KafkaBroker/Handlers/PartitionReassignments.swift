import KafkaWire

// AlterPartitionReassignments (45), versions 0-1, and ListPartitionReassignments (46), version 0.
// Behaviour: the only assignment there can be is the one there is, so it is done at once; another broker is 39, taking
// back what was never begun 85, what is unknown 3. Nothing is ever under way.
// Deviations: none known.

extension Engine {
    func alterPartitionReassignments(
        _ request: AlterPartitionReassignmentsRequest, _ context: RequestContext
    ) -> Reply {
        var response = AlterPartitionReassignmentsResponse()
        response.allowReplicationFactorChange = request.allowReplicationFactorChange
        response.errorMessage = request.topics.isEmpty ? "" : nil
        for topic in request.topics {
            var answer = AlterPartitionReassignmentsResponse.ReassignableTopicResponse(name: topic.name)
            for asked in topic.partitions {
                var row = AlterPartitionReassignmentsResponse.ReassignablePartitionResponse(
                    partitionIndex: asked.partitionIndex, errorMessage: nil)
                do throws(TopicError) {
                    try reassign(topic.name, asked)
                } catch {
                    (row.errorCode, row.errorMessage) = (error.code, error.message)
                }
                answer.partitions.append(row)
            }
            response.responses.append(answer)
        }
        return .ready(response)
    }

    private func reassign(
        _ name: TopicName, _ asked: AlterPartitionReassignmentsRequest.ReassignablePartition
    ) throws(TopicError) {
        guard let topic = topics.topic(named: name) else {
            throw TopicError(.unknownTopicOrPartition, "Unable to find a topic named \(name).")
        }
        guard topic.partition(asked.partitionIndex) != nil else {
            throw TopicError(
                .unknownTopicOrPartition, "Unable to find partition \(name):\(asked.partitionIndex).")
        }
        guard let replicas = asked.replicas else { throw TopicError(.noReassignmentInProgress) }
        try checkReplicas(replicas)
    }

    func listPartitionReassignments(
        _ request: ListPartitionReassignmentsRequest, _ context: RequestContext
    ) -> Reply {
        .ready(ListPartitionReassignmentsResponse(errorMessage: nil))
    }
}
