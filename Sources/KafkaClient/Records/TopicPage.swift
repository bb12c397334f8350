public import KafkaWire

/// A record and the partition it lies in.
public struct FoundRecord: Sendable, Equatable {
    /// The partition.
    public var partition: Int32
    /// The record.
    public var record: Record
    /// The batch it came in, when it is known.
    public var batch: BatchFacts?
    /// Bytes of the value on the broker, where whoever keeps this record kept only its beginning; nil where it is whole.
    public var wholeValueBytes: Int?

    /// The parts.
    public init(partition: Int32, record: Record, batch: BatchFacts? = nil) {
        self.partition = partition
        self.record = record
        self.batch = batch
    }
}

/// Where reading begins.
public enum ReadStart: Sendable, Hashable {
    /// With the first record of every partition.
    case earliest
    /// Behind the last record of every partition.
    case latest
    /// With that offset in every partition, or the nearest there is.
    case offset(Int64)
    /// With the first record of that time or later; milliseconds since 1970. Behind the last where there is none.
    case timestamp(Int64)
    /// With an offset for each partition; other partitions are not read.
    case positions([Int32: Int64])
}

/// Records of several partitions, in the order of their time; those of one partition stay in the order of their offsets.
public struct TopicPage: Sendable {
    /// The records.
    public var records: [FoundRecord] = []
    /// Records before them that were only counted, since the caller wanted no more than the newest.
    public var skipped = 0
    /// Gaps and batches that cannot be read.
    public var issues: [ReadIssue] = []
    /// The ends of transactions that were read, by partition and in order: they may decide what was open on an earlier page.
    public var markers: [Int32: [TransactionMarker]] = [:]
    /// Where this page begins in each partition: what lies before is on the page before.
    public var starts: [Int32: Int64] = [:]
    /// Where to go on in each partition.
    public var positions: [Int32: Int64] = [:]
    /// How far each partition goes: the offset behind its last visible record.
    public var ends: [Int32: Int64] = [:]
    /// Offsets behind `ends` that readers of committed records do not see yet, since a transaction is open.
    public var heldBack: [Int32: Int64] = [:]
    /// Partitions that could not be read, and why.
    public var failures: [Int32: ClientError] = [:]

    /// Nothing yet.
    public init() {}
}

/// What was read of one partition.
struct PartitionRun: Sendable {
    var partition: Int32
    var records: [Record] = []
    var batches: [BatchFacts] = []
    var skipped = 0
    var issues: [ReadIssue] = []
    var markers: [TransactionMarker] = []
    /// Where it begins.
    var start: Int64
    /// Where to go on.
    var next: Int64
    /// How far the partition goes.
    var end: Int64
    /// There is more on the side that reading goes to, and it was left for the next page.
    var isCut = false
    /// Offsets behind `end` that wait for a transaction.
    var heldBack: Int64 = 0

    /// Bytes of keys and values, about.
    var weight: Int { records.reduce(0) { $0 + 64 + ($1.key?.count ?? 0) + ($1.value?.count ?? 0) } }

    /// Puts what lies before in front.
    mutating func prepend(_ earlier: PartitionRun) {
        records = earlier.records + records
        batches = earlier.batches + batches
        issues = earlier.issues + issues
        batches.settle(with: markers)
        markers = earlier.markers + markers
        start = earlier.start
    }
}

extension TopicPage {
    /// Where a record stands in its run, and the time it is sorted by: no less than that of any before it there.
    private struct Place {
        var time: Int64
        var run: Int
        var at: Int
    }

    /// Merges runs by time, keeping each partition's order, and cuts to `limit` at the end that was not asked for. Where a run
    /// was cut, everything beyond the cut is left for the next page, so that pages read one after the other are as one.
    mutating func merge(_ runs: [PartitionRun], limit: Int, takeNewest: Bool) {
        let places = Self.places(runs)
        var taken = takeNewest ? max(0, places.count - limit)..<places.count : 0..<min(places.count, limit)
        for (index, place) in places.enumerated() where runs[place.run].isCut {
            if takeNewest, place.at == 0 {
                taken = min(max(taken.lowerBound, index), taken.upperBound)..<taken.upperBound
            } else if !takeNewest, place.at == runs[place.run].records.count - 1 {
                taken = taken.lowerBound..<max(min(taken.upperBound, index + 1), taken.lowerBound)
            }
        }
        var kept = runs.map { run in 0..<run.records.count }
        for place in places[..<taken.lowerBound] { kept[place.run] = place.at + 1..<runs[place.run].records.count }
        for place in places[taken.upperBound...].reversed() {
            kept[place.run] = kept[place.run].lowerBound..<max(kept[place.run].lowerBound, place.at)
        }
        append(places[taken], runs)
        for (run, kept) in zip(runs, kept) { note(run, kept) }
    }

    private static func places(_ runs: [PartitionRun]) -> [Place] {
        var places: [Place] = []
        places.reserveCapacity(runs.reduce(0) { $0 + $1.records.count })
        for (index, run) in runs.enumerated() {
            var time = Int64.min
            for (at, record) in run.records.enumerated() {
                time = max(time, record.timestamp)
                places.append(Place(time: time, run: index, at: at))
            }
        }
        if runs.count > 1 {
            places.sort {
                ($0.time, runs[$0.run].partition, $0.at) < ($1.time, runs[$1.run].partition, $1.at)
            }
        }
        return places
    }

    private mutating func append(_ places: ArraySlice<Place>, _ runs: [PartitionRun]) {
        records.reserveCapacity(records.count + places.count)
        // The places of a run come in the order of its records, so its batches are walked once.
        var batchAt = [Int](repeating: 0, count: runs.count)
        for place in places {
            let run = runs[place.run]
            let record = run.records[place.at]
            while batchAt[place.run] < run.batches.count, run.batches[batchAt[place.run]].lastOffset < record.offset {
                batchAt[place.run] += 1
            }
            let batch = batchAt[place.run] < run.batches.count ? run.batches[batchAt[place.run]] : nil
            records.append(FoundRecord(partition: run.partition, record: record, batch: batch))
        }
    }

    /// Where a run's part of the page begins and ends, and what lies in between.
    private mutating func note(_ run: PartitionRun, _ kept: Range<Int>) {
        let isWholeBelow = kept.lowerBound == 0
        let isWholeAbove = kept.upperBound == run.records.count
        let start = isWholeBelow ? run.start : kept.isEmpty ? run.next : run.records[kept.lowerBound].offset
        let next = isWholeAbove ? run.next : run.records[kept.upperBound].offset
        starts[run.partition] = start
        positions[run.partition] = next
        ends[run.partition] = run.end
        skipped += run.skipped
        if !run.markers.isEmpty { markers[run.partition] = run.markers.filter { $0.offset < next } }
        if run.heldBack > 0 { heldBack[run.partition] = run.heldBack }
        issues += run.issues.filter {
            $0.offsets.lowerBound >= start && ($0.offsets.upperBound <= next || isWholeAbove)
        }
    }
}
