import KafkaWire

// DescribeTopicPartitions (75), version 0.
// Behaviour: topics in the order of their names (all when none is named), at most `responsePartitionLimit` partitions
// (and `max.request.partition.size.limit`) in an answer, and a cursor where the next one begins. A cursor
// that points outside of the topics that are named is 42 for each.
// Deviations: none known.

extension Engine {
    func describeTopicPartitions(_ request: DescribeTopicPartitionsRequest, _ context: RequestContext) -> Reply {
        var response = DescribeTopicPartitionsResponse()
        var names = Set(request.topics.map(\.name)).sorted()
        if let cursor = request.cursor,
            cursor.partitionIndex < 0 || !(names.isEmpty || names.contains(cursor.topicName))
        {
            response.topics = request.topics.map { .init(errorCode: .invalidRequest, name: $0.name) }
            return .ready(response)
        }
        if request.topics.isEmpty { names = topics.all.map(\.name) }
        var first: Int32 = 0
        if let cursor = request.cursor {
            names.removeAll { $0 < cursor.topicName }
            if names.first == cursor.topicName { first = cursor.partitionIndex }
        }
        var room = min(max(1, request.responsePartitionLimit), configuration.describedPartitionsLimit)
        for name in names {
            guard room > 0 else {
                response.nextCursor = .init(topicName: name, partitionIndex: 0)
                break
            }
            guard let topic = topics.topic(named: name) else {
                response.topics.append(
                    .init(
                        errorCode: Topic.complaint(about: name) == nil
                            ? .unknownTopicOrPartition : .invalidTopicException, name: name,
                        topicAuthorizedOperations: Self.topicOperations))
                continue
            }
            let start = min(Int(first), topic.partitions.count)
            let end = min(topic.partitions.count, start + Int(room))
            first = 0
            var answer = DescribeTopicPartitionsResponse.DescribeTopicPartitionsResponseTopic(
                name: name, topicId: topic.id, isInternal: topic.isInternal)
            answer.topicAuthorizedOperations = Self.topicOperations
            for partition in topic.partitions[start..<end] {
                answer.partitions.append(
                    .init(
                        partitionIndex: partition.topicPartition.partition, leaderId: nodeID,
                        leaderEpoch: partition.leaderEpoch, replicaNodes: [nodeID], isrNodes: [nodeID],
                        eligibleLeaderReplicas: [], lastKnownElr: []))
            }
            response.topics.append(answer)
            room -= Int32(end - start)
            if end < topic.partitions.count {
                response.nextCursor = .init(topicName: name, partitionIndex: Int32(end))
                break
            }
        }
        return .ready(response)
    }
}
