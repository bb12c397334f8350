import Bytes
import KafkaLog

extension LogRead {
    /// The batches in memory, read from the file when they are a range of it: for replaying, not for answering.
    func loaded() throws(FileError) -> ByteSlice {
        switch self {
        case .bytes(let bytes): bytes
        case .file(let file, let position, let count): try file.bytes(from: position, count: count)
        }
    }
}
