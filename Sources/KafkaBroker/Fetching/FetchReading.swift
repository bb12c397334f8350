import Bytes
import KafkaLog
import KafkaWire

/// Stored batches on their way into an answer.
enum FetchedBytes: Sendable {
    case none
    case bytes(ByteSlice)
    case file(any LogFile, position: Int, count: Int)

    /// How many bytes.
    var count: Int {
        switch self {
        case .none: 0
        case .bytes(let bytes): bytes.count
        case .file(_, _, let count): count
        }
    }
}

/// What reading all partitions of a fetch gave.
struct FetchResult {
    var partitions: [FetchedPartition]
    /// Bytes of records in it.
    var bytes: Int
    /// An error or a divergence: the answer does not wait.
    var isUrgent: Bool
}

extension Engine {
    /// Reads every target in order. The first partition with data gives a whole batch even above the limits; then
    /// each gives at most what it may and what is left.
    func read(_ targets: inout [FetchTarget], for fetch: PendingFetch) -> FetchResult {
        var result = FetchResult(partitions: [], bytes: 0, isUrgent: false)
        result.partitions.reserveCapacity(targets.count)
        let limit = Int(min(fetch.maxBytes, configuration.fetchMaxBytes))
        for place in targets.indices {
            let found = read(
                &targets[place], for: fetch, room: max(0, limit - result.bytes), isFirst: result.bytes == 0)
            result.bytes += found.records.count
            if found.error != .none || found.divergingEpoch != nil { result.isUrgent = true }
            result.partitions.append(found)
        }
        return result
    }

    /// Reads one target. Without `copies` even few bytes come as a piece of their file.
    func read(
        _ target: inout FetchTarget, for fetch: PendingFetch, room: Int, isFirst: Bool, copies: Bool = true
    ) -> FetchedPartition {
        var answer = FetchedPartition(target)
        guard let partition = find(&target, usesTopicIDs: fetch.usesTopicIDs) else {
            answer.error =
                fetch.usesTopicIDs && topics.topic(id: target.topicID) == nil
                ? .unknownTopicId : .unknownTopicOrPartition
            answer.aborted = []
            return answer
        }
        // A follower that is not in the assignment has nobody to follow here.
        if fetch.replicaID >= 0 {
            answer.error = .notLeaderOrFollower
            answer.currentLeader = (nodeID.rawValue, partition.leaderEpoch)
            return answer
        }
        // Any negative epoch is none here; elsewhere only -1 is.
        answer.error = Self.checkEpoch(max(-1, target.currentLeaderEpoch), of: partition)
        if answer.error != .none { return answer }
        let wanted = target
        partition.withLog { log, highWatermark, failure in
            guard failure == .none else {
                answer.error = failure == .kafkaStorageError ? failure : Self.unknown(fetch.usesTopicIDs)
                return
            }
            Self.read(
                wanted, fetch, log, highWatermark, room: room, isFirst: isFirst, copies: copies, into: &answer)
        }
        if answer.error == .unknownTopicOrPartition || answer.error == .unknownTopicId { target.found = nil }
        return answer
    }

    private static func read(
        _ target: FetchTarget, _ fetch: PendingFetch, _ log: PartitionLog, _ highWatermark: Int64, room: Int,
        isFirst: Bool, copies: Bool, into answer: inout FetchedPartition
    ) {
        let stable = log.lastStableOffset(highWatermark)
        let upTo = fetch.isReadCommitted ? stable : highWatermark
        if target.lastFetchedEpoch >= 0 {
            let (epoch, end) = log.endOffset(forEpoch: target.lastFetchedEpoch)
            if epoch < 0 || end < 0 || target.fetchOffset < log.logStartOffset {
                answer.error = .offsetOutOfRange
                return
            }
            if epoch < target.lastFetchedEpoch || end < target.fetchOffset {
                answer.divergingEpoch = (epoch, end)
                (answer.highWatermark, answer.lastStableOffset) = (highWatermark, stable)
                answer.logStartOffset = log.logStartOffset
                return
            }
        }
        if target.fetchOffset < log.logStartOffset || target.fetchOffset > log.logEndOffset {
            answer.error = .offsetOutOfRange
            return
        }
        (answer.highWatermark, answer.lastStableOffset) = (highWatermark, stable)
        answer.logStartOffset = log.logStartOffset
        let most = min(Int(max(0, target.maxBytes)), room)
        if fetch.isReadCommitted { answer.aborted = [] }
        guard target.fetchOffset < upTo, most > 0 || isFirst else { return }
        do {
            let read = try log.read(
                from: target.fetchOffset, maxBytes: most, upTo: upTo, atLeastOneBatch: isFirst, copies: copies)
            if fetch.isReadCommitted {
                answer.aborted = try log.abortedTransactions(from: target.fetchOffset, upTo: upTo)
            }
            switch read.content {
            case .bytes(let bytes): answer.records = bytes.isEmpty ? .none : .bytes(bytes)
            case .file(let file, let position, let count):
                answer.records = .file(file, position: position, count: count)
            }
        } catch {
            answer.error = .kafkaStorageError
            (answer.highWatermark, answer.lastStableOffset, answer.logStartOffset) = (-1, -1, -1)
        }
    }

    private func find(_ target: inout FetchTarget, usesTopicIDs: Bool) -> Partition? {
        if let known = target.found { return known }
        let topic = usesTopicIDs ? topics.topic(id: target.topicID) : topics.topic(named: target.topic)
        target.found = topic?.partition(target.partition)
        return target.found
    }

    static func unknown(_ usesTopicIDs: Bool) -> ErrorCode {
        usesTopicIDs ? .unknownTopicId : .unknownTopicOrPartition
    }

    /// Compares the leader epoch a client knows (-1: none) with the partition's.
    static func checkEpoch(_ known: Int32, of partition: Partition) -> ErrorCode {
        if known == -1 || known == partition.leaderEpoch { return .none }
        return known < partition.leaderEpoch ? .fencedLeaderEpoch : .unknownLeaderEpoch
    }
}
