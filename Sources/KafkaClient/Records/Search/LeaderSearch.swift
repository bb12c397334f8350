import Bytes
import KafkaWire

/// The part of a search that one broker answers.
struct LeaderSearch {
    typealias Rows = [TopicPartition: FetchResponse.PartitionData]

    let search: TopicSearch
    let ledger: SearchLedger
    let broker: BrokerID
    let lane: Lane
    /// Bytes that are asked for at a time.
    private var fetchBytes = 8 << 20
    private static let largestFetch = 256 << 20

    init(search: TopicSearch, ledger: SearchLedger, broker: BrokerID, lane: Lane) {
        self.search = search
        self.ledger = ledger
        self.broker = broker
        self.lane = lane
    }

    /// Reads until nothing is left here; the error when something broke on the way.
    mutating func run(_ start: [TopicPartition: Int64]) async -> ClientError? {
        var positions = start
        var waiting: Task<Result<Rows, ClientError>, Never>?
        defer { waiting?.cancel() }
        while !positions.isEmpty, !Task.isCancelled {
            let fetching = waiting ?? fetch(positions)
            let answer = await withTaskCancellationHandler {
                await fetching.value
            } onCancel: {
                fetching.cancel()
            }
            let rows: Rows
            switch answer {
            case .success(let got): rows = got
            case .failure(let error):
                forget(positions.keys)
                return error
            }
            // While this answer is searched the next one comes, if the headers alone tell where it begins.
            let ends = await ledger.progress.ends
            let ahead = ahead(of: positions, in: rows, ends)
            waiting = ahead.flatMap { $0.isEmpty ? nil : fetch($0) }
            let (next, wantsMore, error) = await take(rows, positions, ends)
            if let error { return error }
            guard wantsMore else { return nil }
            if let ahead, ahead != next {
                waiting?.cancel()
                waiting = nil
            }
            if next == positions { fetchBytes = min(fetchBytes * 4, Self.largestFetch) }
            positions = next
        }
        return nil
    }

    private func forget(_ names: some Sequence<TopicPartition>) {
        search.reader.cluster.routing.withLock { for name in names { $0.forget(.leader(name)) } }
    }

    private func fetch(_ positions: [TopicPartition: Int64]) -> Task<Result<Rows, ClientError>, Never> {
        let (reader, broker, lane, size) = (search.reader, broker, lane, fetchBytes)
        return Task {
            do throws(ClientError) {
                return .success(
                    try await reader.cluster.fetchRows(
                        positions, at: broker, maxBytes: size, partitionBytes: max(1 << 20, size / positions.count),
                        maxWait: .zero, reader.isolation, lane: lane))
            } catch {
                return .failure(error)
            }
        }
    }

    /// Where the partitions stand behind this answer, told by its headers; nil when one of them cannot be told.
    private func ahead(
        of positions: [TopicPartition: Int64], in rows: Rows, _ ends: [Int32: Int64]
    ) -> [TopicPartition: Int64]? {
        var ahead: [TopicPartition: Int64] = [:]
        for (name, position) in positions {
            guard let row = rows[name], row.errorCode == .none, let bytes = row.records, !bytes.isEmpty,
                let next = Self.next(behind: bytes), next > position
            else { return nil }
            if next < ends[name.partition] ?? 0 { ahead[name] = next }
        }
        return ahead
    }

    /// The offset behind the last whole batch.
    private static func next(behind bytes: ByteSlice) -> Int64? {
        var position = 0
        var next: Int64?
        do {
            while let size = try RecordBatches.sizeOfNext(in: bytes, at: position) {
                guard let base: Int64 = bytes.integer(at: position), let magic: Int8 = bytes.integer(at: position + 16)
                else { return nil }
                let delta: Int32 = magic == 2 ? bytes.integer(at: position + 23) ?? -1 : 0
                guard base >= 0, delta >= 0 else { return nil }
                next = base &+ Int64(delta) &+ 1
                position += size
            }
        } catch {
            return nil
        }
        return next
    }

    /// Searches an answer, its partitions at the same time. Gives where to go on, whether more is wanted, and what broke.
    private func take(
        _ rows: Rows, _ positions: [TopicPartition: Int64], _ ends: [Int32: Int64]
    ) async -> (next: [TopicPartition: Int64], wantsMore: Bool, error: ClientError?) {
        var next = positions
        var broken: ClientError?
        var wantsMore = true
        await withTaskGroup(of: (TopicPartition, Int64, Bool).self) { group in
            for (name, row) in rows {
                guard let from = positions[name], let end = ends[name.partition], from < end else { continue }
                guard row.errorCode == .none else {
                    broken = await take(row, name, at: from, &next) ?? broken
                    continue
                }
                let bytes = row.records ?? .empty
                if bytes.isEmpty {
                    // The end is known to be there, unless the log was cut meanwhile.
                    if row.highWatermark <= from {
                        next[name] = nil
                        await ledger.skip(to: end, in: name.partition)
                    }
                    continue
                }
                let scan = BatchScan(
                    bytes, search.query, partition: name.partition, offsets: from..<end,
                    isolation: search.reader.isolation,
                    aborted: (row.abortedTransactions ?? []).map { (producer: $0.producerId, first: $0.firstOffset) })
                let ledger = ledger
                group.addTask { await Self.run(scan, of: name, ledger) }
            }
            for await (name, position, goesOn) in group {
                next[name] = position < ends[name.partition] ?? 0 ? position : nil
                wantsMore = wantsMore && goesOn
            }
        }
        return (next, wantsMore, broken)
    }

    /// Searches one partition's answer and hands over what was found as it goes. Gives where to go on, and whether more is
    /// wanted.
    private static func run(
        _ scan: BatchScan, of name: TopicPartition, _ ledger: SearchLedger
    ) async -> (TopicPartition, Int64, Bool) {
        var scan = scan
        var isAtEnd = false
        var goesOn = true
        while !isAtEnd, goesOn {
            isAtEnd = scan.scan()
            goesOn = await ledger.add(scan, of: name.partition)
            scan.clear()
        }
        return (name, scan.next, goesOn)
    }

    /// Takes an error of one partition: gives it back when the partition may be read elsewhere or later.
    private func take(
        _ row: FetchResponse.PartitionData, _ name: TopicPartition, at offset: Int64,
        _ next: inout [TopicPartition: Int64]
    ) async -> ClientError? {
        let error = ClientError.refused(row.errorCode, "\(name)")
        if row.errorCode == .offsetOutOfRange {
            let first = try? await search.reader.cluster.listOffsets([name: .earliest])[name]?.get().offset
            guard let first, first > offset else {
                await ledger.fail(error, name.partition)
                next[name] = nil
                return nil
            }
            await ledger.skip(to: first, in: name.partition)
            next[name] = first
            return nil
        }
        if error.meansElsewhere {
            forget([name])
            return error
        }
        await ledger.fail(error, name.partition)
        next[name] = nil
        return nil
    }
}
