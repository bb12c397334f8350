import Bytes
import KafkaWire
import Network

/// A batch that was taken out of the line: sent, or to be sent again.
struct FlyingBatch: Sendable {
    let records: [Producer.Pending]
    let deadline: MonotonicTime
    /// As it was built; nil when it has to be built anew, with the sequence that is due then.
    var bytes: ByteSlice?
    var flight: Result<Flight<ProduceRequest>, ClientError> = .failure(.closed)
}

extension Producer {
    /// Batches of a partition that are on their way at a time: as many as a broker remembers the sequences of.
    private static let window = 5

    /// Sends what is lined up for a partition until nothing is.
    func drain(_ target: TopicPartition) async {
        var flying: [FlyingBatch] = []
        var pause = Duration.milliseconds(50)
        while true {
            while flying.count < (isIdempotent ? Self.window : 1), let records = take(target, isLast: flying.isEmpty) {
                var batch = FlyingBatch(records: records, deadline: .current + Self.deliveryTimeout)
                await launch(&batch, to: target)
                flying.append(batch)
            }
            guard let first = flying.first else { return }
            switch await outcome(of: first, at: target) {
            case .success(let offset):
                finish(first.records, of: target, .success(offset))
                flying.removeFirst()
                pause = .milliseconds(50)
            case .failure(let error):
                flying = await settle(flying, error, at: target, pause)
                for index in flying.indices { await launch(&flying[index], to: target) }
                pause = min(pause * 2, .seconds(1))
            }
        }
    }

    /// The first of these batches failed: waits for the others, ends those that are over, and gives back in their order what
    /// is to be sent again.
    private func settle(
        _ flying: [FlyingBatch], _ error: ClientError, at target: TopicPartition, _ pause: Duration
    ) async -> [FlyingBatch] {
        var again: [FlyingBatch] = []
        var hasHole = false
        for (index, batch) in flying.enumerated() {
            let result = index == 0 ? .failure(error) : await outcome(of: batch, at: target)
            switch result {
            case .success(let offset): finish(batch.records, of: target, .success(offset))
            case .failure(let error):
                // What comes behind a batch that is missing is out of order; that is no fault of its own.
                let isBehind = index > 0 && isOutOfOrder(error) && (hasHole || !again.isEmpty)
                if isBehind || mayRepeat(error), MonotonicTime.current + pause < batch.deadline {
                    again.append(batch)
                } else {
                    finish(batch.records, of: target, .failure(error))
                    hasHole = true
                }
            }
        }
        if hasHole, isIdempotent {
            // The sequences that were lost leave a hole: what is left is sent by a new identity.
            forgetIdentity()
            for index in again.indices { again[index].bytes = nil }
        }
        guard !again.isEmpty else { return [] }
        cluster.routing.withLock { $0.forget(.leader(target)) }
        do throws(ClientError) {
            try await cluster.pause(pause)
            return again
        } catch {
            for batch in again { finish(batch.records, of: target, .failure(error)) }
            return []
        }
    }

    private func isOutOfOrder(_ error: ClientError) -> Bool {
        guard case .broker(let code, _) = error else { return false }
        return code == .outOfOrderSequenceNumber || code == .unknownProducerId || code == .invalidProducerEpoch
    }

    private func mayRepeat(_ error: ClientError) -> Bool {
        switch error {
        case .unreachable, .noLeader: true
        // The batch may be in the log already: only a broker that knows its sequence can tell.
        case .lost, .timedOut: isIdempotent
        case .broker(let code, _): code.isRetriable && code != .unknownTopicOrPartition
        default: false
        }
    }

    // MARK: One batch

    /// Sends a batch on its way.
    private func launch(_ batch: inout FlyingBatch, to target: TopicPartition) async {
        do throws(ClientError) {
            if batch.bytes == nil {
                let (identity, sequence) = try await reserve(Int32(clamping: batch.records.count), target)
                batch.bytes = try build(batch.records, identity, sequence)
            }
            batch.flight = .success(try await produce(batch.bytes ?? .empty, to: target))
        } catch {
            batch.flight = .failure(error)
        }
    }

    private func produce(_ bytes: ByteSlice, to target: TopicPartition) async throws(ClientError) -> Flight<
        ProduceRequest
    > {
        let id = try await cluster.topicID(of: target.topic)
        let leader = try await cluster.leader(of: target)
        let address = try await cluster.address(of: .broker(leader.broker))
        let timeout = cluster.configuration.requestTimeout
        let acks = acks.rawValue
        return try cluster.submit(
            to: address, lane: lane, timeout: timeout + .seconds(5), versions: 3...(id == nil ? 12 : 13),
            expectsAnswer: acks != 0
        ) { version in
            ProduceRequest(
                acks: acks, timeoutMs: timeout.wholeMilliseconds,
                topicData: [
                    ProduceRequest.TopicProduceData(
                        name: version <= 12 ? target.topic : "", topicId: version >= 13 ? id ?? .zero : .zero,
                        partitionData: [
                            ProduceRequest.PartitionProduceData(index: target.partition, records: bytes)
                        ])
                ])
        }
    }

    /// The offset of a batch's first record; -1 when nobody tells.
    private func outcome(of batch: FlyingBatch, at target: TopicPartition) async -> Result<Int64, ClientError> {
        do throws(ClientError) {
            let response = try await batch.flight.get().answer()
            if acks == .none { return .success(-1) }
            guard let row = response.responses.first?.partitionResponses.first else {
                throw .decode(.produce, "\(target) is missing")
            }
            switch row.errorCode {
            case .none: return .success(row.baseOffset)
            case .duplicateSequenceNumber: return .success(-1)
            case let code: throw .refused(code, row.errorMessage ?? "\(target)")
            }
        } catch {
            return .failure(error)
        }
    }

    private func build(
        _ records: [Pending], _ identity: ProducerIdentity?, _ sequence: Int32
    ) throws(ClientError) -> ByteSlice {
        var builder = RecordBatchBuilder(
            codec: codec,
            producer: identity.map {
                RecordBatchBuilder.Producer(id: $0.id, epoch: $0.epoch, baseSequence: sequence)
            }, capacity: 4_096)
        for record in records {
            builder.append(key: record.key, value: record.value, headers: record.headers, timestamp: record.timestamp)
        }
        do {
            return try builder.build()
        } catch {
            throw .unwritable(.produce, "\(error)")
        }
    }
}
