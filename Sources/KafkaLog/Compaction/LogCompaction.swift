import Bytes
import KafkaWire

/// One round of compaction of one log, in steps of bounded work (Kafka's `Cleaner`): first the newest offsets of the keys
/// in the dirty part, then every segment up to there is written again without what they make old. Holds no lock; the log
/// takes the result with `replace`.
public final class LogCompaction {
    /// What a step led to.
    public enum Progress: Sendable {
        /// There is more to do.
        case working
        /// A group of segments was written; `PartitionLog.replace` must take it before the next step.
        case written(CleanedGroup)
        /// The log is clean up to the offset.
        case finished(Summary)
    }

    /// What a round did.
    public struct Summary: Sendable, Equatable {
        /// The next round begins here (`cleaner-offset-checkpoint`).
        public var cleanedTo: Int64
        /// Records looked at.
        public var recordsRead = 0
        /// Those that stayed.
        public var recordsKept = 0
    }

    private enum Phase {
        case mapping(source: Int)
        case cleaning(group: Int, source: Int)
        case done
    }

    private let plan: CompactionPlan
    private let hash: KeyHash
    private var keys: KeyOffsets
    /// Of the dirty part, while the keys are mapped.
    private var mapped: CleanedTransactions
    /// Behind the last offset that was mapped.
    private var end: Int64
    /// The same, or the end of the last segment when all was mapped.
    private var cleanedTo: Int64
    private var filter: BatchFilter?
    private var groups: [Range<Int>] = []
    private var output: CleanedSegment?
    private var phase = Phase.mapping(source: 0)
    private var scanner: BatchScanner?
    private var position = 0

    /// - Parameters:
    ///   - secret: of this process; see `KeyHash`.
    ///   - keyBytes: memory for the keys (`log.cleaner.dedupe.buffer.size`). When they do not fit, the round ends early.
    public init(_ plan: CompactionPlan, secret: (UInt64, UInt64), keyBytes: Int) {
        self.plan = plan
        hash = KeyHash(secret: secret)
        keys = KeyOffsets(bytes: keyBytes)
        mapped = CleanedTransactions(plan.aborted, from: plan.firstDirtyOffset)
        end = plan.firstDirtyOffset
        cleanedTo = end
    }

    /// The log that is compacted.
    public var topicPartition: TopicPartition { plan.topicPartition }

    /// Works on about so many bytes. An error ends the round; the log is as it was.
    public func step(bytes: Int) throws(LogError) -> Progress {
        var left = bytes
        while left > 0 {
            switch phase {
            case .mapping(let source): try map(source, &left)
            case .cleaning(let group, let source):
                if let written = try clean(group, source, &left) { return .written(written) }
            case .done:
                return .finished(
                    Summary(
                        cleanedTo: cleanedTo, recordsRead: filter?.recordsRead ?? 0,
                        recordsKept: filter?.recordsKept ?? 0))
            }
        }
        return .working
    }

    // MARK: Keys

    private func map(_ source: Int, _ left: inout Int) throws(LogError) {
        guard source < plan.sources.count else {
            cleanedTo = plan.sources.last?.endOffset ?? end
            return beginCleaning()
        }
        guard plan.sources[source].endOffset > plan.firstDirtyOffset else {
            phase = .mapping(source: source + 1)
            return
        }
        while left > 0 {
            guard let (batch, size) = try next(in: source) else {
                phase = .mapping(source: source + 1)
                return
            }
            left -= size
            position += size
            if batch.lastOffset < plan.firstDirtyOffset { continue }
            guard try take(batch, size) else { return beginCleaning() }
            end = batch.lastOffset + 1
            cleanedTo = end
        }
    }

    /// Notes the keys of a batch; false when there is no room for them.
    private func take(_ batch: BatchView, _ size: Int) throws(LogError) -> Bool {
        if batch.isControl {
            _ = mapped.marker(batch, commits: ControlMarker(batch.payload(size: size))?.commits)
            return true
        }
        if mapped.isAborted(batch) || batch.count <= 0 { return true }
        // One batch alone is taken always: its own size bounds it, and the round must get on.
        if keys.count > 0, keys.count + Int(batch.count) > keys.limit { return false }
        let payload = try BatchFilter.plain(batch, size: size, limit: plan.config.maxInflatedBytes, plan)
        try payload.withUnsafeBytes { bytes throws(LogError) in
            var cursor = RecordCursor(bytes)
            for _ in 0..<batch.count {
                let record = try BatchFilter.next(&cursor, plan)
                let offset = batch.baseOffset &+ Int64(record.offsetDelta)
                guard record.keyLength >= 0, offset >= plan.firstDirtyOffset else { continue }
                let place = record.keyStart..<record.keyStart + record.keyLength
                keys.put(hash(UnsafeRawBufferPointer(rebasing: bytes[place])), offset)
            }
        }
        return true
    }

    private func beginCleaning() {
        scanner = nil
        groups = plan.groups(upTo: end)
        filter = BatchFilter(plan: plan, hash: hash, keys: keys, end: end)
        keys = KeyOffsets(bytes: 0)
        phase = groups.isEmpty ? .done : .cleaning(group: 0, source: groups[0].lowerBound)
    }

    // MARK: Writing

    private func clean(_ group: Int, _ source: Int, _ left: inout Int) throws(LogError) -> CleanedGroup? {
        let sources = plan.sources[groups[group]]
        if output == nil {
            output = try CleanedSegment(
                plan, baseOffset: plan.sources[sources.startIndex].baseOffset,
                created: sources.map(\.created).max() ?? plan.now)
        }
        while left > 0 {
            guard let (batch, size) = try next(in: source) else { break }
            left -= size
            position += size
            try write(batch, size)
        }
        guard left > 0 else { return nil }
        if source + 1 < sources.endIndex {
            phase = .cleaning(group: group, source: source + 1)
            return nil
        }
        guard let written = output else { return nil }
        try written.append(filter?.keptAborted ?? [])
        filter?.keptAborted = []
        try written.commit()
        output = nil
        phase = group + 1 < groups.count ? .cleaning(group: group + 1, source: groups[group + 1].lowerBound) : .done
        return CleanedGroup(
            replaces: sources.map(\.baseOffset), size: written.size,
            created: sources.map(\.created).max() ?? plan.now)
    }

    private func write(_ batch: BatchView, _ size: Int) throws(LogError) {
        switch try filter?.outcome(batch, size: size) {
        case .whole: try output?.append(batch, batch.whole(size: size))
        case .rewritten(let bytes):
            try bytes.withUnsafeBytes { bytes throws(LogError) in
                if let base = bytes.baseAddress { try output?.append(BatchView(base), bytes) }
            }
        case .gone, nil: break
        }
    }

    // MARK: Reading

    /// The batch at `position` of a source, whole and checked; nil at its end.
    private func next(in source: Int) throws(LogError) -> (BatchView, Int)? {
        let source = plan.sources[source]
        let path = plan.directory + "/" + SegmentName.name(source.baseOffset, .log)
        let scanner: BatchScanner
        if let open = self.scanner {
            scanner = open
        } else {
            let file = try inLog { () throws(FileError) in try plan.files.open(path, .read) }
            scanner = BatchScanner(file, limit: source.size, chunk: 256 << 10)
            self.scanner = scanner
            position = 0
        }
        guard position < source.size else {
            self.scanner = nil
            return nil
        }
        let found = try inLog { () throws(FileError) -> (BatchView, Int)? in
            guard let size = try scanner.header(at: position)?.sizeInBytes,
                let batch = try scanner.batch(at: position, size: size), batch.isIntact()
            else { return nil }
            return (batch, size)
        }
        if let found { return found }
        throw .corrupt("\(path) is damaged at byte \(position), so it cannot be compacted")
    }
}
