import Bytes
import KafkaLog
import KafkaWire

/// What a handler gives back: data, never a future.
enum Reply: Sendable {
    /// The answer.
    case ready(any KafkaResponse)
    /// An answer that promises something was written: built at the end of the pass, after the staged batches went to
    /// their files. The closure looks at `Partition.failure`.
    case afterFlush(@Sendable () -> any KafkaResponse)
    /// An answer that is encoded already, with its size and header.
    case encoded(EncodedResponse)
    /// The answer to a produce of one partition that went well, valid only if the batch reached the file.
    case appended(ByteSlice, ProducedPartition)
    /// No answer (acks=0).
    case silent
    /// Somebody keeps the `RequestContext` and will call `answer(_:)` on it, exactly once.
    case parked
    /// The connection is dropped.
    case close
}

extension Reply {
    /// True when the answer may take some memory until it leaves.
    var isLarge: Bool {
        switch self {
        case .ready, .afterFlush, .encoded: true
        case .appended, .silent, .parked, .close: false
        }
    }
}

/// An encoded answer: bytes, and ranges of log files that the kernel sends itself.
struct EncodedResponse: Sendable {
    /// A stretch of the answer.
    enum Part: Sendable {
        case bytes(ByteSlice)
        case file(any LogFile, position: Int, count: Int)
    }

    /// A range of a file and what follows it: what a fetch of one partition needs, without a list.
    struct Piece: Sendable {
        var file: any LogFile
        var position: Int
        var count: Int
        var tail: ByteSlice
    }

    /// What comes first; starts with the size of the frame.
    var head: ByteSlice
    /// What comes next.
    var piece: Piece?
    /// The rest, in order; empty for most.
    var rest: [Part] = []
}
