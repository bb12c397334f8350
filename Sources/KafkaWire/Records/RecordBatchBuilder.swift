public import Bytes
public import Codecs

/// Writes a record batch of magic 2. Records keep the order in which they are appended; offsets count from the base.
public struct RecordBatchBuilder: ~Copyable {
    /// Identity of an idempotent or transactional producer, and the sequence of the batch's first record.
    public struct Producer: Sendable, Equatable {
        /// As InitProducerId gave it.
        public var id: ProducerID
        /// Its epoch.
        public var epoch: Int16
        /// Sequence of the first record of the batch.
        public var baseSequence: Int32

        /// A producer's identity.
        public init(id: ProducerID, epoch: Int16, baseSequence: Int32) {
            self.id = id
            self.epoch = epoch
            self.baseSequence = baseSequence
        }
    }

    /// Offset of the first record; 0 as a producer sends it.
    public var baseOffset: Int64 = 0
    /// Epoch of the leader; -1 as a producer sends it.
    public var leaderEpoch: Int32 = -1
    private let codec: CompressionCodec
    private let timestampType: TimestampType
    private let producer: Producer?
    private let isTransactional: Bool
    private let isControl: Bool
    private var payload: ByteBuffer
    private var baseTimestamp: Int64 = -1
    private var maxTimestamp: Int64 = -1
    private var lastOffsetDelta: Int32 = -1
    private var retained: (lastOffsetDelta: Int32, maxTimestamp: Int64)?
    /// Set before the first record: the time (ms) after which tombstones of the batch may go (KIP-534). It takes the
    /// place of the base timestamp.
    public var deleteHorizon: Int64?
    /// Records so far.
    public private(set) var recordCount: Int32 = 0

    /// An empty batch. `capacity` sizes its buffer, in bytes.
    public init(
        codec: CompressionCodec = .none, timestampType: TimestampType = .createTime, producer: Producer? = nil,
        isTransactional: Bool = false, isControl: Bool = false, capacity: Int = 512
    ) {
        self.codec = codec
        self.timestampType = timestampType
        self.producer = producer
        self.isTransactional = isTransactional
        self.isControl = isControl
        payload = ByteBuffer(capacity: capacity)
    }

    /// Bytes so far, before compression, header included.
    public var sizeInBytes: Int { RecordBatchHeader.size + payload.count }

    /// Appends a record; `timestamp` in milliseconds since the epoch. `offsetDelta` is that of the record before plus one
    /// when not given.
    public mutating func append(
        key: ByteSlice?, value: ByteSlice?, headers: [Record.Header] = [], timestamp: Int64, offsetDelta: Int32? = nil
    ) {
        if recordCount == 0 { baseTimestamp = deleteHorizon ?? timestamp }
        maxTimestamp = max(maxTimestamp, timestamp)
        let delta = offsetDelta ?? lastOffsetDelta + 1
        lastOffsetDelta = max(lastOffsetDelta, delta)
        recordCount += 1
        var size = 1 + Varint.size(timestamp &- baseTimestamp) + Varint.size(Int64(delta))
        size += Self.size(of: key) + Self.size(of: value) + Varint.size(Int64(headers.count))
        for header in headers {
            let name = header.key.utf8.count
            size += Varint.size(Int64(name)) + name + Self.size(of: header.value)
        }
        Varint.append(Int64(size), to: &payload)
        payload.append(Int8(0))
        Varint.append(timestamp &- baseTimestamp, to: &payload)
        Varint.append(Int64(delta), to: &payload)
        write(key)
        write(value)
        Varint.append(Int64(headers.count), to: &payload)
        for header in headers {
            Varint.append(Int64(header.key.utf8.count), to: &payload)
            payload.append(utf8: header.key)
            write(header.value)
        }
    }

    /// Gives the header the last offset delta and max timestamp (ms) that the batch had before: compaction keeps both when
    /// it drops records, and a broker that stamps its append time sets the latter.
    public mutating func retain(lastOffsetDelta: Int32, maxTimestamp: Int64) {
        retained = (lastOffsetDelta, maxTimestamp)
    }

    /// The finished batch, compressed and with its checksum.
    public consuming func build() throws(CodecError) -> ByteSlice {
        let attributes =
            Int16(codec.rawValue) | (timestampType == .logAppendTime ? 8 : 0) | (isTransactional ? 16 : 0)
            | (isControl ? 32 : 0) | (deleteHorizon == nil ? 0 : 64)
        let header = (
            baseOffset, leaderEpoch, retained?.lastOffsetDelta ?? lastOffsetDelta, baseTimestamp,
            retained?.maxTimestamp ?? maxTimestamp, producer, recordCount
        )
        let codec = codec
        let packed = try codec.compress(payload.freeze())
        var batch = ByteBuffer(capacity: RecordBatchHeader.size + packed.count)
        batch.append(header.0)
        batch.append(Int32(RecordBatchHeader.size - RecordBatchHeader.lengthOverhead + packed.count))
        batch.append(header.1)
        batch.append(Int8(2))
        batch.append(UInt32(0))
        batch.append(attributes)
        batch.append(header.2)
        batch.append(header.3)
        batch.append(header.4)
        batch.append(header.5?.id.rawValue ?? -1)
        batch.append(header.5?.epoch ?? -1)
        batch.append(header.5?.baseSequence ?? -1)
        batch.append(header.6)
        batch.append(packed)
        let crc = batch.withUnsafeBytes {
            CRC32C.checksum(UnsafeRawBufferPointer(rebasing: $0[RecordBatchHeader.checksumStart...]))
        }
        batch.store(crc, at: 17)
        return batch.freeze()
    }

    private static func size(of bytes: ByteSlice?) -> Int {
        bytes.map { Varint.size(Int64($0.count)) + $0.count } ?? 1
    }

    private mutating func write(_ bytes: ByteSlice?) {
        guard let bytes else { return Varint.append(-1, to: &payload) }
        Varint.append(Int64(bytes.count), to: &payload)
        payload.append(bytes)
    }
}
