import Bytes
import KafkaWire

/// Reads a `.log` file batch by batch, whoever wrote it: for looking and checking, not for serving.
public final class SegmentReader {
    /// A batch and where it lies.
    public struct Stored: Sendable {
        /// First byte of the batch.
        public let position: Int
        /// Bytes of the batch; what is left of the file when its end is unknown.
        public let size: Int
        /// The batch, its checksum compared, or why it is none.
        public let batch: Result<RecordBatch, RecordError>
    }

    /// Bytes of the file when it was opened.
    public let size: Int
    /// Where the next batch begins. When `next` has given nil, what lies behind is no whole batch.
    public private(set) var position = 0
    private let file: any LogFile
    private var isStuck = false

    /// Opens the file.
    public init(_ path: String, _ files: any FileSystem) throws(LogError) {
        file = try inLog { () throws(FileError) in try files.open(path, .read) }
        let file = file
        size = try inLog { () throws(FileError) in try file.size() }
    }

    /// The next batch; nil at the end of the file or before a piece that is cut short. Where no next batch can be found,
    /// the walk ends with that error.
    public func next() throws(LogError) -> Stored? {
        let left = size - position
        guard !isStuck, left >= RecordBatchHeader.sizeUpToMagic else { return nil }
        let head = try bytes(RecordBatchHeader.sizeUpToMagic)
        let length = head.integer(at: 8, as: Int32.self) ?? 0
        let whole = RecordBatchHeader.lengthOverhead + Int(length)
        let isCut = length >= 14 && (0...2).contains(Int8(bitPattern: head[16])) && whole > left
        if isCut { return nil }
        var walk = RecordBatches(try bytes(min(max(whole, head.count), left))).makeIterator()
        guard let found = walk.next() else { return nil }
        let stored = Stored(
            position: position, size: walk.position > 0 ? found.size : left, batch: found.batch)
        // Nothing was walked: this is no batch, and where one begins again cannot be known.
        isStuck = walk.position == 0
        position += walk.position
        return stored
    }

    private func bytes(_ count: Int) throws(LogError) -> ByteSlice {
        try inLog { () throws(FileError) in try file.bytes(from: position, count: count) }
    }
}
