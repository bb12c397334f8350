import Bytes
import KafkaWire

/// Checks everything that is stored: checksums, offsets, records, indexes, snapshots, checkpoints; of one partition's
/// directory or of a whole data directory, Kafka's own or ours. Changes nothing.
public final class LogVerification {
    /// One thing that is wrong.
    public struct Fault: Sendable, Equatable, CustomStringConvertible {
        /// Where.
        public let path: String
        /// What.
        public let what: String
        /// One line.
        public var description: String { "\(path): \(what)" }
    }

    /// Partitions looked at.
    public private(set) var partitions = 0
    /// Segments looked at.
    public private(set) var segments = 0
    /// Batches looked at.
    public private(set) var batches = 0
    /// Records looked at.
    public private(set) var records = 0
    /// How many faults there were.
    public private(set) var faults = 0
    private let files: any FileSystem
    private let found: (Fault) -> Void

    /// - Parameter found: called for each fault when it is found.
    public init(_ files: any FileSystem, found: @escaping (Fault) -> Void) {
        self.files = files
        self.found = found
    }

    /// Checks a directory. Fails when it cannot be listed, or holds neither segments nor partitions.
    public func verify(_ directory: String) throws(LogError) {
        let names = try inLog { () throws(FileError) in try files.list(directory) }.sorted()
        if names.contains(where: { PartitionFile($0)?.kind == .log }) { return try verifyPartition(directory) }
        let before = partitions
        for name in names {
            let inner = directory + "/" + name
            guard let content = try? PartitionFile.list(inner, files), content.contains(where: { $0.kind == .log })
            else { continue }
            try verifyPartition(inner)
        }
        guard partitions > before else {
            throw .corrupt("\(directory) holds no segments and no partitions; name a data directory or one in it")
        }
        for file in Checkpoint.OffsetFile.allCases {
            check(directory + "/" + file.rawValue) { () throws(LogError) in
                _ = try Checkpoint.readOffsets(file, in: directory, files)
            }
        }
        check(directory + "/meta.properties") { () throws(LogError) in
            if let found = try Checkpoint.readMetaProperties(in: directory, files), found["cluster.id"] == nil {
                throw .corrupt("\(directory)/meta.properties has no cluster.id")
            }
        }
    }

    private func verifyPartition(_ directory: String) throws(LogError) {
        partitions += 1
        var next: Int64 = 0
        for file in try PartitionFile.list(directory, files) {
            let path = directory + "/" + file.name
            switch file.kind {
            case .log:
                if file.baseOffset < next { fault(path, "begins before offset \(next), where the segment before ends") }
                next = max(next, try verifySegment(directory, file))
            case .index, .timeindex: break  // With their segment.
            case .txnindex, .snapshot:
                check(path) { () throws(LogError) in _ = try PartitionFileContent(path, files) }
            }
        }
        check(directory + "/leader-epoch-checkpoint") { () throws(LogError) in
            _ = try Checkpoint.readEpochs(in: directory, files)
        }
        check(directory + "/partition.metadata") { () throws(LogError) in
            _ = try Checkpoint.readTopicID(in: directory, files)
        }
    }

    /// Checks a segment and its two indexes; gives the offset behind its last record.
    private func verifySegment(_ directory: String, _ file: PartitionFile) throws(LogError) -> Int64 {
        segments += 1
        let path = directory + "/" + file.name
        let stem = directory + "/" + SegmentName.digits(file.baseOffset)
        var offsets = indexEntries(stem + ".index") { if case .offsets(let found) = $0 { found } else { nil } }
        var times = indexEntries(stem + ".timeindex") { if case .times(let found) = $0 { found } else { nil } }
        let reader = try SegmentReader(path, files)
        var next = file.baseOffset
        while let stored = try reader.next() {
            batches += 1
            guard case .success(let batch) = stored.batch, let header = batch.header else {
                if case .failure(let error) = stored.batch {
                    fault(path, "batch at byte \(stored.position) is damaged: \(error)")
                }
                continue
            }
            if header.baseOffset < next {
                fault(
                    path, "batch at byte \(stored.position) has offset \(header.baseOffset), expected \(next) or more")
            }
            verifyRecords(of: batch, path, stored.position)
            while let entry = offsets.last, entry.position <= stored.position {
                offsets.removeLast()
                if entry.position < stored.position || entry.offset != header.lastOffset {
                    fault(
                        stem + ".index", "offset \(entry.offset) is not the last of a batch at byte \(entry.position)")
                }
            }
            while let entry = times.last, entry.offset <= header.lastOffset {
                times.removeLast()
                if entry.offset < header.lastOffset || entry.timestamp != header.maxTimestamp {
                    fault(
                        stem + ".timeindex",
                        "\(entry.timestamp) is not the time of the batch that ends at \(entry.offset)")
                }
            }
            next = max(next, header.lastOffset + 1)
        }
        if reader.position < reader.size {
            fault(path, "\(reader.size - reader.position) bytes behind byte \(reader.position) are no whole batch")
        }
        if let entry = offsets.last {
            fault(stem + ".index", "byte \(entry.position) lies behind the segment's batches")
        }
        if let entry = times.last {
            fault(stem + ".timeindex", "offset \(entry.offset) lies behind the segment's batches")
        }
        return next
    }

    private func verifyRecords(of batch: RecordBatch, _ path: String, _ position: Int) {
        do {
            records += try batch.records().count
        } catch {
            fault(path, "records of the batch at byte \(position) are damaged: \(error)")
        }
    }

    /// The entries of an index, the first one last; none when there is no such file or it is broken.
    private func indexEntries<Entry>(_ path: String, _ take: (PartitionFileContent) -> [Entry]?) -> [Entry] {
        var entries: [Entry] = []
        guard (try? files.size(of: path)) ?? nil != nil else { return [] }
        check(path) { () throws(LogError) in entries = take(try PartitionFileContent(path, files)) ?? [] }
        return entries.reversed()
    }

    private func fault(_ path: String, _ what: String) {
        faults += 1
        found(Fault(path: path, what: what))
    }

    /// Runs a check of one file; what it throws is a fault.
    private func check(_ path: String, _ body: () throws(LogError) -> Void) {
        do throws(LogError) {
            try body()
        } catch {
            let words = error.description
            fault(path, words.hasPrefix(path + " ") ? String(words.dropFirst(path.count + 1)) : words)
        }
    }
}
