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

    /// The record with its partition and batch, if it is one.
    var found: FoundRecord? { if case .found(let found) = self { found } else { nil } }

    /// Bytes in memory, about.
    var weight: Int {
        guard let record else { return 64 }
        let headers = record.headers.reduce(0) { $0 + $1.key.utf8.count + ($1.value?.count ?? 0) + 32 }
        return 128 + (record.key?.count ?? 0) + (record.value?.count ?? 0) + headers
    }

    /// Less of it is kept than there is: what leaves this program has to be read again.
    var isCut: Bool {
        guard let record else { return false }
        func isLong(_ bytes: ByteSlice?) -> Bool { (bytes?.count ?? 0) > Self.keptBytes }
        return isLong(record.value) || isLong(record.key) || record.headers.count > Self.shownHeaders
            || record.headers.contains { isLong($0.value) }
    }

    /// The same in memory of its own, so that the buffer it came in can go.
    var detached: RecordRow {
        guard case .found(var found) = self else { return self }
        if let count = found.record.value?.count, count > Self.keptBytes { found.wholeValueBytes = count }
        found.record.key = found.record.key.map(Self.kept)
        found.record.value = found.record.value.map(Self.kept)
        found.record.headers = found.record.headers.prefix(Self.shownHeaders + 1).map {
            .init(key: $0.key, value: $0.value.map(Self.kept))
        }
        return .found(found)
    }

    /// One byte more is kept than is shown, which says that there were more.
    private static func kept(_ bytes: ByteSlice) -> ByteSlice {
        bytes.slice(0..<min(bytes.count, keptBytes + 1)).detached()
    }

    /// The offset behind it.
    var end: Int64 {
        switch self {
        case .found(let found): found.record.offset + 1
        case .issue(let issue): issue.offsets.upperBound
        }
    }

    /// Whether it is a record that passes; looks at what is kept of key and value.
    func passes(_ query: RecordQuery) -> Bool {
        guard case .found(let found) = self else { return false }
        return query.passes(found)
    }

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
