import KafkaWire

// DescribeQuorum (55), versions 0-2.
// Behaviour: this node is the only voter of `__cluster_metadata-0` and leads it; any other partition is 3.
// Deviations: the node is named with its client listener: there is no listener for controllers.

extension Engine {
    func describeQuorum(_ request: DescribeQuorumRequest, _ context: RequestContext) -> Reply {
        let end = administration.withLock { $0.metadata.logEndOffset }
        let now = clock.wall
        var isNamed = false
        var response = DescribeQuorumResponse()
        for topic in request.topics {
            var answer = DescribeQuorumResponse.TopicData(topicName: topic.topicName)
            for asked in topic.partitions {
                let name = TopicPartition(topic.topicName, asked.partitionIndex)
                guard name == MetadataLog.name else {
                    answer.partitions.append(
                        .init(
                            partitionIndex: asked.partitionIndex, errorCode: .unknownTopicOrPartition,
                            errorMessage: "This server does not host this topic-partition."))
                    continue
                }
                isNamed = true
                answer.partitions.append(
                    .init(
                        partitionIndex: asked.partitionIndex, leaderId: nodeID, leaderEpoch: 0, highWatermark: end,
                        currentVoters: [
                            .init(
                                replicaId: nodeID, logEndOffset: end, lastFetchTimestamp: now,
                                lastCaughtUpTimestamp: now)
                        ]))
            }
            response.topics.append(answer)
        }
        if isNamed, context.apiVersion >= 2 {
            let here = endpoint.withLock { $0 }
            response.nodes = [
                .init(
                    nodeId: nodeID,
                    listeners: [
                        .init(name: "PLAINTEXT", host: here.host, port: UInt16(clamping: here.port))
                    ])
            ]
        }
        return .ready(response)
    }
}
