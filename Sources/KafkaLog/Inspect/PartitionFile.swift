import KafkaWire

/// A file of a partition's directory, by its name.
public struct PartitionFile: Sendable, Equatable {
    /// What is in it.
    public enum Kind: String, Sendable, CaseIterable {
        case log, index, timeindex, txnindex, snapshot
    }

    /// What is in it.
    public let kind: Kind
    /// The first offset that it may hold; of a snapshot, the offset behind the last one it knows.
    public let baseOffset: Int64

    /// What a name says, with or without folders before it; nil for another kind of file.
    public init?(_ path: String) {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path[...]
        guard let (offset, suffix) = SegmentName.parse(String(name)), let kind = Kind(rawValue: suffix.rawValue) else {
            return nil
        }
        self.kind = kind
        baseOffset = offset
    }

    /// Its name.
    public var name: String { SegmentName.digits(baseOffset) + "." + kind.rawValue }

    /// The segments, indexes and snapshots in a directory, by base offset.
    public static func list(_ directory: String, _ files: any FileSystem) throws(LogError) -> [PartitionFile] {
        let names = try inLog { () throws(FileError) in try files.list(directory) }
        return names.compactMap { PartitionFile($0) }.sorted {
            ($0.baseOffset, $0.kind.rawValue) < ($1.baseOffset, $1.kind.rawValue)
        }
    }
}

/// What the small files beside a segment say, read whole.
public enum PartitionFileContent: Sendable {
    /// `.index`: the last offset of a batch and where that batch begins.
    case offsets([(offset: Int64, position: Int)])
    /// `.timeindex`: the greatest timestamp (ms) so far and the last offset of its batch.
    case times([(timestamp: Int64, offset: Int64)])
    /// `.txnindex`: aborted transactions.
    case aborted([(producerID: Int64, firstOffset: Int64, lastOffset: Int64, lastStableOffset: Int64)])
    /// `.snapshot`: producers.
    case producers([ActiveProducer])

    /// Reads a file that is no segment. Fails with one line when its bytes are not what its name says.
    public init(_ path: String, _ files: any FileSystem) throws(LogError) {
        let bytes = try inLog { () throws(FileError) in try files.readAll(path) }
        guard let bytes else { throw .corrupt("\(path) is not there") }
        guard let file = PartitionFile(path) else {
            throw .corrupt("\(path) is no .index, .timeindex, .txnindex or .snapshot")
        }
        let base = file.baseOffset
        switch file.kind {
        case .index:
            guard let index = OffsetIndex(bytes, segmentSize: Int(UInt32.max)) else {
                throw .corrupt("\(path) is not an offset index: its entries do not grow, or one is cut")
            }
            self = .offsets(
                index.entries.map { (base + Int64($0 >> 32), Int(UInt32(truncatingIfNeeded: $0))) })
        case .timeindex:
            guard let index = TimeIndex(bytes) else {
                throw .corrupt("\(path) is not a time index: its entries do not grow, or one is cut")
            }
            self = .times(index.entries.map { ($0.timestamp, base + Int64($0.relativeOffset)) })
        case .txnindex:
            let entries = TransactionIndex.decode(bytes)
            guard entries.count * TransactionIndex.entrySize == bytes.count else {
                throw .corrupt("\(path) is not an index of aborted transactions: entry \(entries.count) is none")
            }
            self = .aborted(
                entries.map { ($0.producerID, $0.firstOffset, $0.lastOffset, $0.lastStableOffset) })
        case .snapshot:
            guard let ledger = ProducerSnapshot.decode(bytes, at: base) else {
                throw .corrupt("\(path) is not a snapshot of producers: its checksum or its size is wrong")
            }
            self = .producers(ledger.active)
        case .log: throw .corrupt("\(path) is a segment")
        }
    }
}
