import Bytes
import KafkaWire
import Network

extension Cluster {
    /// The largest single batch that is asked for when a smaller limit gives none.
    private static let largestBatch = 256 << 20

    /// Records of one partition from an offset on, about `maxBytes` of them but at least one batch. Waits up to `maxWait`
    /// when there are none yet. Fails with `.offsetOutOfRange` for an offset the log does not have. With `showsAborted` the
    /// records of transactions that were given up are there, too, each batch with its outcome.
    public func fetchRecords(
        _ position: TopicPartition, from offset: Int64, maxBytes: Int = 1 << 20, maxWait: Duration = .zero,
        isolation: Isolation = .readUncommitted, showsAborted: Bool = false
    ) async throws(ClientError) -> FetchedRecords {
        var limit = maxBytes
        var attempt = 1
        var span = Duration.milliseconds(50)
        while true {
            let error: ClientError
            do throws(ClientError) {
                let leader = try await leader(of: position).broker
                let answers = try await fetch(
                    [position: offset], at: leader, maxBytes: limit, maxWait: maxWait, isolation,
                    showsAborted: showsAborted, lane: maxWait == .zero ? .shared : .fetch)
                guard let answer = answers[position] else { throw .decode(.fetch, "\(position) is missing") }
                let fetched = try answer.get()
                guard fetched.needs > 0 else { return fetched.records }
                // Brokers older than 0.10.1 cut a batch that is larger than the limit.
                guard limit < Self.largestBatch else {
                    throw .decode(.fetch, "a batch of \(fetched.needs) bytes at offset \(offset)")
                }
                limit = min(Self.largestBatch, max(limit * 4, fetched.needs))
                continue
            } catch let failure {
                error = failure
            }
            guard attempt < 5, error.meansElsewhere else { throw error }
            routing.withLock { $0.forget(.leader(position)) }
            try await pause(span)
            span = span * 2
            attempt += 1
        }
    }

    /// What a fetch gave of a partition, and the bytes its first batch needs when the limit cut it (0: it did not).
    struct PartitionAnswer: Sendable {
        var records: FetchedRecords
        var needs: Int
    }

    /// One Fetch request to one broker for some of its partitions; of each only the newest `keep` records are decoded.
    func fetch(
        _ positions: [TopicPartition: Int64], at broker: BrokerID, maxBytes: Int, maxWait: Duration,
        _ isolation: Isolation, showsAborted: Bool = false, lane: Lane, keep: Int = .max
    ) async throws(ClientError) -> [TopicPartition: Result<PartitionAnswer, ClientError>] {
        let rows = try await fetchRows(
            positions, at: broker, maxBytes: maxBytes, partitionBytes: maxBytes, maxWait: maxWait, isolation, lane: lane
        )
        return rows.reduce(into: [:]) { answers, row in
            guard let offset = positions[row.key] else { return }
            answers[row.key] = Self.read(
                row.value, row.key, from: offset, isolation, showsAborted: showsAborted, keep: keep)
        }
    }

    /// The same as the broker gives it: whole batches in bytes, undecoded. `maxBytes` bounds the answer and `partitionBytes`
    /// each partition in it, but the first batch of an answer comes whatever its size.
    func fetchRows(
        _ positions: [TopicPartition: Int64], at broker: BrokerID, maxBytes: Int, partitionBytes: Int,
        maxWait: Duration, _ isolation: Isolation, lane: Lane
    ) async throws(ClientError) -> [TopicPartition: FetchResponse.PartitionData] {
        var ids: [TopicName: KafkaUUID] = [:]
        for topic in Set(positions.keys.map(\.topic)) { ids[topic] = try await topicID(of: topic) }
        let names = Dictionary(ids.map { ($1, $0) }, uniquingKeysWith: { $1 })
        let hasIDs = Set(positions.keys.map(\.topic)).allSatisfy { ids[$0] != nil }
        let address = try await address(of: .broker(broker))
        let byTopic = Dictionary(grouping: positions, by: \.key.topic)
        let size = Int32(clamping: maxBytes)
        let each = Int32(clamping: partitionBytes)
        let wait = maxWait.wholeMilliseconds
        let identities = ids
        let response: FetchResponse = try await exchange(
            with: address, lane: lane, timeout: configuration.requestTimeout + maxWait,
            versions: 4...(hasIDs ? 18 : 12),
            expectsAnswer: true
        ) { version in
            FetchRequest(
                maxWaitMs: wait, minBytes: 1, maxBytes: size, isolationLevel: isolation.rawValue,
                topics: byTopic.map { topic, entries in
                    FetchRequest.FetchTopic(
                        topic: version <= 12 ? topic : "", topicId: version >= 13 ? identities[topic] ?? .zero : .zero,
                        partitions: entries.map {
                            FetchRequest.FetchPartition(
                                partition: $0.key.partition, fetchOffset: $0.value, partitionMaxBytes: each)
                        })
                })
        }
        guard response.errorCode == .none else { throw .refused(response.errorCode, nil) }
        var rows: [TopicPartition: FetchResponse.PartitionData] = [:]
        for topic in response.responses {
            let name = topic.topicId == .zero ? topic.topic : names[topic.topicId] ?? ""
            for row in topic.partitions { rows[TopicPartition(name, row.partitionIndex)] = row }
        }
        return rows
    }

    private static func read(
        _ row: FetchResponse.PartitionData, _ partition: TopicPartition, from offset: Int64, _ isolation: Isolation,
        showsAborted: Bool, keep: Int
    ) -> Result<PartitionAnswer, ClientError> {
        guard row.errorCode == .none else {
            let words = row.errorCode == .offsetOutOfRange ? "\(partition) has no offset \(offset)" : "\(partition)"
            return .failure(.refused(row.errorCode, words))
        }
        let bytes = row.records ?? .empty
        var walk = BatchWalk(
            partition: partition.partition, from: offset, isolation: isolation, showsAborted: showsAborted,
            aborted: (row.abortedTransactions ?? []).map { ($0.producerId, $0.firstOffset) })
        walk.walk(bytes, keep: keep)
        var needs = 0
        if walk.next == offset, bytes.count > 12, let length: Int32 = bytes.integer(at: 8), length > 0,
            Int(length) + 12 > bytes.count
        {
            needs = Int(length) + 12
        }
        let records = FetchedRecords(
            records: walk.records, batches: walk.batches, skipped: walk.skipped, issues: walk.issues,
            markers: walk.markers, highWatermark: row.highWatermark,
            lastStableOffset: row.lastStableOffset < 0 ? row.highWatermark : row.lastStableOffset,
            logStartOffset: row.logStartOffset, nextOffset: walk.next)
        return .success(PartitionAnswer(records: records, needs: needs))
    }
}
