import KafkaWire

// OffsetForLeaderEpoch (23), versions 2-4.
// Behaviour: where an epoch ends: the current one at the log end, an older one where the next begins, one below all at
// the first start; above all or -1 gives (-1, -1) without an error.
// Deviations: none known.

extension Engine {
    func offsetForLeaderEpoch(_ request: OffsetForLeaderEpochRequest, _ context: RequestContext) -> Reply {
        var response = OffsetForLeaderEpochResponse()
        for topic in request.topics {
            let known = topics.topic(named: topic.topic)
            var answer = OffsetForLeaderEpochResponse.OffsetForLeaderTopicResult(topic: topic.topic)
            for asked in topic.partitions {
                var row = OffsetForLeaderEpochResponse.EpochEndOffset(partition: asked.partition)
                if let partition = known?.partition(asked.partition) {
                    row.errorCode = Self.checkEpoch(asked.currentLeaderEpoch, of: partition)
                    if row.errorCode == .none {
                        let found = partition.withLog { log, _, failure -> (ErrorCode, Int32, Int64) in
                            if failure != .none { return (failure, -1, -1) }
                            let (epoch, end) = log.endOffset(forEpoch: asked.leaderEpoch)
                            return (.none, epoch, end)
                        }
                        (row.errorCode, row.leaderEpoch, row.endOffset) = found
                    }
                } else {
                    row.errorCode = .unknownTopicOrPartition
                }
                answer.partitions.append(row)
            }
            response.topics.append(answer)
        }
        return .ready(response)
    }
}
