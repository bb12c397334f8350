import Bytes
import KafkaClient
import KafkaWire

/// A line of the list: a record, or offsets that hold none.
enum RecordRow: Equatable, Sendable {
    case found(FoundRecord)
    case issue(ReadIssue)

    /// Bytes of a key or value that are kept.
    static let keptBytes = 1 << 20
    /// Headers that are shown; one more is kept, which says that there were more.
    static let shownHeaders = 1000

    /// What names it: its partition and first offset.
    var place: TopicPosition {
        switch self {
        case .found(let found): TopicPosition(partition: found.partition, offset: found.record.offset)
        case .issue(let issue): TopicPosition(partition: issue.partition, offset: issue.offsets.lowerBound)
        }
    }

    /// The record, if it is one.
    var record: Record? { if case .found(let found) = self { found.record } else { nil } }

    /// Bytes in memory, about.
    var weight: Int {
        guard let record else { return 64 }
        let headers = record.headers.reduce(0) { $0 + $1.key.utf8.count + ($1.value?.count ?? 0) + 32 }
        return 128 + (record.key?.count ?? 0) + (record.value?.count ?? 0) + headers
    }

    /// The same in memory of its own, so that the buffer it came in can go.
    var detached: RecordRow {
        guard case .found(var found) = self else { return self }
        found.record.key = found.record.key.map(Self.kept)
        found.record.value = found.record.value.map(Self.kept)
        found.record.headers = found.record.headers.prefix(Self.shownHeaders + 1).map {
            .init(key: $0.key, value: $0.value.map(Self.kept))
        }
        return .found(found)
    }

    private static func kept(_ bytes: ByteSlice) -> ByteSlice {
        bytes.slice(0..<min(bytes.count, keptBytes)).detached()
    }

    /// Whether key or value contain `needle` (lower case), letter case of ASCII aside; in JSON white space aside too, since
    /// the list shows it without. Looks at the first 64 KiB.
    func contains(_ needle: [UInt8]) -> Bool {
        guard let record else { return false }
        return [record.key, record.value].contains { bytes in
            bytes.map { Self.find(needle, in: $0) } ?? false
        }
    }

    private static func find(_ needle: [UInt8], in bytes: ByteSlice) -> Bool {
        bytes.withUnsafeBytes { raw in
            let text = UnsafeRawBufferPointer(rebasing: raw.prefix(1 << 16))
            if find(needle, in: text) { return true }
            guard let first = text.first, first == 0x7B || first == 0x5B else { return false }
            let tight = text.filter { !isSpace($0) }
            return tight.count < text.count && tight.withUnsafeBytes { find(needle.filter { !isSpace($0) }, in: $0) }
        }
    }

    private static func find(_ needle: [UInt8], in text: UnsafeRawBufferPointer) -> Bool {
        guard let first = needle.first else { return true }
        guard text.count >= needle.count else { return false }
        for start in 0...text.count - needle.count where lower(text[start]) == first {
            var matched = 1
            while matched < needle.count, lower(text[start + matched]) == needle[matched] { matched += 1 }
            if matched == needle.count { return true }
        }
        return false
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// Records and gaps of a page in one list: by time, a gap before the next record of its partition.
    static func rows(_ page: TopicPage) -> [RecordRow] {
        guard !page.issues.isEmpty else { return page.records.map { .found($0) } }
        var waiting = Dictionary(grouping: page.issues, by: \.partition).mapValues {
            $0.sorted { $0.offsets.lowerBound > $1.offsets.lowerBound }
        }
        var rows: [RecordRow] = []
        for found in page.records {
            while let issue = waiting[found.partition]?.last, issue.offsets.lowerBound < found.record.offset {
                rows.append(.issue(issue))
                waiting[found.partition]?.removeLast()
            }
            rows.append(.found(found))
        }
        for (_, rest) in waiting.sorted(by: { $0.key < $1.key }) { rows += rest.reversed().map { .issue($0) } }
        return rows
    }
}

/// The rows that are kept: the newest of what was read, bounded in number and in bytes, with exact counts of all of it.
struct RecordRing: Equatable, Sendable {
    /// Rows that are kept.
    static let most = 5_000
    /// Bytes that are kept.
    static let heaviest = 64 << 20

    /// In the order in which they came.
    private(set) var rows: [RecordRow] = []
    /// Records that ever came in.
    private(set) var counted = 0
    /// Rows that had to go.
    private(set) var dropped = 0
    private(set) var weight = 0
    /// Grows with every change.
    private(set) var revision = 0

    /// Appends what came; the oldest rows go when there are too many. `skipped` records came before and were not kept.
    mutating func append(_ more: [RecordRow], skipped: Int = 0) {
        revision += 1
        counted += skipped + more.count { $0.record != nil }
        dropped += skipped
        rows += more
        weight += more.reduce(0) { $0 + $1.weight }
        var cut = max(0, rows.count - Self.most)
        var lost = rows.prefix(cut).reduce(0) { $0 + $1.weight }
        while weight - lost > Self.heaviest, cut < rows.count - 1 {
            lost += rows[cut].weight
            cut += 1
        }
        rows.removeFirst(cut)
        weight -= lost
        dropped += cut
    }

    /// Compares what was done, not megabytes of records: every change of a ring gives it a new revision.
    static func == (a: RecordRing, b: RecordRing) -> Bool {
        a.revision == b.revision && a.rows.count == b.rows.count && a.counted == b.counted
    }
}
