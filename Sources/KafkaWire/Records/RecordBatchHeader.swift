public import Bytes
public import Codecs

/// The 61 bytes in front of a record batch of magic 2, read without looking at the records.
///
/// Layout (KIP-98): base offset 0, length 8, leader epoch 12, magic 16, CRC-32C 17 (over byte 21 to the end), attributes
/// 21, last offset delta 23, base timestamp 27, max timestamp 35, producer id 43, producer epoch 51, base sequence 53,
/// record count 57. Offset, length and leader epoch lie before the CRC: a broker patches them without touching it.
public struct RecordBatchHeader: Sendable, Equatable {
    /// Bytes of the header.
    public static let size = 61
    /// Bytes in front of what `batchLength` counts.
    public static let lengthOverhead = 12
    /// Where the checksummed part starts.
    public static let checksumStart = 21
    /// Bytes needed to know length and magic of whatever comes next.
    public static let sizeUpToMagic = 17

    /// Offset of the first record; stays when compaction removes that record.
    public var baseOffset: Int64
    /// Bytes behind the length field.
    public var batchLength: Int32
    /// Epoch of the leader that appended it, -1 as sent by a producer.
    public var partitionLeaderEpoch: Int32
    /// Always 2 here.
    public var magic: Int8
    /// CRC-32C of everything from `checksumStart`.
    public var crc: UInt32
    /// Codec in bits 0-2, timestamp type 3, transactional 4, control 5, delete horizon 6.
    public var attributes: Int16
    /// `lastOffset - baseOffset`.
    public var lastOffsetDelta: Int32
    /// Milliseconds since the epoch; the delete horizon instead when that bit is set.
    public var baseTimestamp: Int64
    /// The greatest timestamp of the records, or the append time, in milliseconds since the epoch.
    public var maxTimestamp: Int64
    /// The idempotent producer, or `.none`.
    public var producerID: ProducerID
    /// Its epoch, or -1.
    public var producerEpoch: Int16
    /// Sequence of the first record, or -1.
    public var baseSequence: Int32
    /// Records in the batch.
    public var recordCount: Int32

    /// Reads the header at `start`. Throws `.notABatch` when the bytes left are fewer than a header, or of another magic.
    public init(from bytes: ByteSlice, at start: Int = 0) throws(RecordError) {
        guard start >= 0, bytes.count - start >= Self.size else { throw .notABatch("fewer bytes than a header") }
        func field<I: FixedWidthInteger>(_ offset: Int) -> I {
            bytes.withUnsafeBytes { I(bigEndian: $0.loadUnaligned(fromByteOffset: start + offset, as: I.self)) }
        }
        baseOffset = field(0)
        batchLength = field(8)
        partitionLeaderEpoch = field(12)
        magic = field(16)
        crc = field(17)
        attributes = field(21)
        lastOffsetDelta = field(23)
        baseTimestamp = field(27)
        maxTimestamp = field(35)
        producerID = ProducerID(rawValue: field(43))
        producerEpoch = field(51)
        baseSequence = field(53)
        recordCount = field(57)
        guard magic == 2 else { throw .notABatch("magic \(magic)") }
    }

    /// Bytes of the whole batch, header included.
    public var sizeInBytes: Int { Self.lengthOverhead + Int(batchLength) }
    /// Offset of the last record as assigned; stays when compaction removes that record.
    public var lastOffset: Int64 { baseOffset &+ Int64(lastOffsetDelta) }
    /// Sequence of the last record, -1 without a producer; wraps from 2147483647 to 0.
    public var lastSequence: Int32 { Self.sequence(baseSequence, plus: lastOffsetDelta) }
    /// The codec, or nil for the numbers 5 to 7, which nobody defined.
    public var codec: CompressionCodec? { CompressionCodec(rawValue: Int8(truncatingIfNeeded: attributes & 7)) }
    /// Whose clock the timestamps are.
    public var timestampType: TimestampType { attributes & 8 == 0 ? .createTime : .logAppendTime }
    /// Part of a transaction.
    public var isTransactional: Bool { attributes & 16 != 0 }
    /// A commit or abort marker, not data.
    public var isControl: Bool { attributes & 32 != 0 }
    /// When set, `baseTimestamp` is the time after which tombstones of the batch may go (KIP-534).
    public var hasDeleteHorizon: Bool { attributes & 64 != 0 }

    /// `base + delta` in the circle of sequence numbers; -1 stays -1.
    public static func sequence(_ base: Int32, plus delta: Int32) -> Int32 {
        guard base >= 0 else { return -1 }
        return Int32(truncatingIfNeeded: (Int64(base) + Int64(delta)) & 0x7fff_ffff)
    }

    /// Writes base offset and leader epoch into the batch at `start`, in place: neither is under the CRC.
    public static func patch(baseOffset: Int64, leaderEpoch: Int32, in bytes: ByteSlice, at start: Int = 0) {
        bytes.withUnsafeMutableBytes {
            $0.storeBytes(of: baseOffset.bigEndian, toByteOffset: start, as: Int64.self)
            $0.storeBytes(of: leaderEpoch.bigEndian, toByteOffset: start + 12, as: Int32.self)
        }
    }

    /// The CRC-32C that the batch at `start` of `bytes` should carry; `sizeInBytes` must lie within `bytes`.
    public func computedChecksum(of bytes: ByteSlice, at start: Int = 0) -> UInt32 {
        bytes.withUnsafeBytes {
            CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[start + Self.checksumStart..<start + sizeInBytes]))
        }
    }
}

/// Whose clock a record's timestamp is (KIP-32).
public enum TimestampType: Sendable, Hashable {
    /// Magic 0 has none.
    case none
    /// The producer's.
    case createTime
    /// The broker's, at the append.
    case logAppendTime
}
