import Bytes

/// What a read found: whole batches as they are stored, the last one perhaps cut off by the size limit.
public struct LogRead: Sendable {
    /// Where the bytes are.
    public enum Content: Sendable {
        /// In memory: small reads, and all reads where there is no descriptor.
        case bytes(ByteSlice)
        /// In a file that stays open as long as this value lives: for `sendfile`.
        case file(any LogFile, position: Int, count: Int)
    }

    /// Where the bytes are.
    public var content: Content
    /// Base offset of the first batch; the offset asked for when there is none. May lie before that offset.
    public var firstBatchOffset: Int64

    /// Bytes in all.
    public var count: Int {
        switch content {
        case .bytes(let bytes): bytes.count
        case .file(_, _, let count): count
        }
    }

    /// True when there was nothing to read.
    public var isEmpty: Bool { count == 0 }

    /// The bytes, read from the file where they are there.
    public func load() throws(LogError) -> ByteSlice {
        switch content {
        case .bytes(let bytes): bytes
        case .file(let file, let position, let count):
            try inLog { () throws(FileError) in try file.bytes(from: position, count: count) }
        }
    }
}
