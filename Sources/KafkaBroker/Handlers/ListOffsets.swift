import KafkaLog
import KafkaWire

// ListOffsets (2), versions 1-11.
// Behaviour: -1 latest (high watermark, or last stable offset for read_committed), -2 earliest, -3 greatest timestamp
// (7), -4 earliest local (8), -5 latest tiered (9) and -6 earliest pending upload (11): -1/-1 without tiering; a time
// gives the first record at or after it, or -1/-1.
// Deviations: none known.

extension Engine {
    func listOffsets(_ request: ListOffsetsRequest, _ context: RequestContext) -> Reply {
        var asked: Set<TopicPartition> = []
        var twice: Set<TopicPartition> = []
        for topic in request.topics {
            for partition in topic.partitions {
                let name = TopicPartition(topic.name, partition.partitionIndex)
                if !asked.insert(name).inserted { twice.insert(name) }
            }
        }
        var response = ListOffsetsResponse()
        for topic in request.topics {
            let known = topics.topic(named: topic.name)
            var answer = ListOffsetsResponse.ListOffsetsTopicResponse(name: topic.name)
            var isTold: Set<Int32> = []
            for partition in topic.partitions {
                let isTwice = twice.contains(TopicPartition(topic.name, partition.partitionIndex))
                if isTwice, !isTold.insert(partition.partitionIndex).inserted { continue }
                var row = ListOffsetsResponse.ListOffsetsPartitionResponse(partitionIndex: partition.partitionIndex)
                if isTwice {
                    row.errorCode = .invalidRequest
                } else if let found = known?.partition(partition.partitionIndex) {
                    list(partition, of: found, request, context.apiVersion, into: &row)
                } else {
                    row.errorCode = .unknownTopicOrPartition
                }
                answer.partitions.append(row)
            }
            if !answer.partitions.isEmpty { response.topics.append(answer) }
        }
        return .ready(response)
    }

    private func list(
        _ asked: ListOffsetsRequest.ListOffsetsPartition, of partition: Partition, _ request: ListOffsetsRequest,
        _ version: Int16, into row: inout ListOffsetsResponse.ListOffsetsPartitionResponse
    ) {
        let least: Int16? =
            switch asked.timestamp {
            case -1, -2, 0...: 1
            case -3: 7
            case -4: 8
            case -5: 9
            case -6: 11
            default: nil
            }
        guard let least, version >= least else {
            row.errorCode = .unsupportedVersion
            return
        }
        guard request.isolationLevel == 0 || request.isolationLevel == 1 else {
            row.errorCode = .unknownServerError
            return
        }
        row.errorCode = Self.checkEpoch(asked.currentLeaderEpoch, of: partition)
        if row.errorCode != .none { return }
        let isCommitted = request.isolationLevel == 1
        let found = partition.withLog { log, highWatermark, failure -> (ErrorCode, OffsetAt?) in
            guard failure == .none else { return (failure, nil) }
            let end = isCommitted ? log.lastStableOffset(highWatermark) : highWatermark
            switch asked.timestamp {
            case -1: return (.none, OffsetAt(end, timestamp: -1, epoch: log.latestEpoch))
            case -2, -4:
                return (.none, OffsetAt(log.logStartOffset, timestamp: -1, epoch: log.epoch(of: log.logStartOffset)))
            case -5, -6: return (.none, nil)
            case -3:
                guard let found = try? log.maxTimestampOffset() else { return (.none, nil) }
                if found.offset >= end { return (.none, nil) }
                return (.none, OffsetAt(found.offset, timestamp: found.timestamp, epoch: found.epoch))
            default:
                guard let found = try? log.offset(forTimestamp: asked.timestamp) else { return (.none, nil) }
                if found.offset >= end { return (.none, nil) }
                return (.none, OffsetAt(found.offset, timestamp: found.timestamp, epoch: found.epoch))
            }
        }
        row.errorCode = found.0
        guard let place = found.1 else { return }
        (row.offset, row.timestamp) = (place.offset, place.timestamp)
        if version >= 4 { row.leaderEpoch = place.epoch }
    }

    private struct OffsetAt: Sendable {
        var offset: Int64
        var timestamp: Int64
        var epoch: Int32

        init(_ offset: Int64, timestamp: Int64, epoch: Int32) {
            (self.offset, self.timestamp, self.epoch) = (offset, timestamp, epoch)
        }
    }
}
