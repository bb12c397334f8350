import KafkaWire

// DeleteRecords (21), versions 0-2.
// Behaviour: moves a partition's start; -1 stands for the high watermark. Beyond that or below -1 is 1, unknown 3, an
// internal topic 17, a topic that is only compacted 44. An offset before the start changes nothing.
// Deviations: none known.

extension Engine {
    func deleteRecords(_ request: DeleteRecordsRequest, _ context: RequestContext) -> Reply {
        var response = DeleteRecordsResponse()
        for topic in request.topics {
            let known = topics.topic(named: topic.name)
            var answer = DeleteRecordsResponse.DeleteRecordsTopicResult(name: topic.name)
            // A partition that comes twice is taken once, as it came last.
            var last: [Int32: Int] = [:]
            for (place, asked) in topic.partitions.enumerated() { last[asked.partitionIndex] = place }
            for (place, asked) in topic.partitions.enumerated() where last[asked.partitionIndex] == place {
                var row = DeleteRecordsResponse.DeleteRecordsPartitionResult(
                    partitionIndex: asked.partitionIndex, lowWatermark: -1)
                if Topic.isInternal(topic.name), known != nil {
                    row.errorCode = .invalidTopicException
                } else if let partition = known?.partition(asked.partitionIndex) {
                    do throws(TopicError) {
                        row.lowWatermark = try partition.deleteRecords(before: asked.offset, self)
                    } catch {
                        row.errorCode = error.code
                    }
                } else {
                    row.errorCode = .unknownTopicOrPartition
                }
                answer.partitions.append(row)
            }
            if !answer.partitions.isEmpty { response.topics.append(answer) }
        }
        return .ready(response)
    }
}
