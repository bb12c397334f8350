public import Bytes

/// How the records of a batch are compressed: the low three bits of its attributes.
public enum CompressionCodec: Int8, Sendable, CaseIterable {
    case none = 0
    case gzip = 1
    case snappy = 2
    case lz4 = 3
    case zstd = 4

    /// The name that Kafka's `compression.type` uses: `none`, `gzip`, `snappy`, `lz4`, `zstd`.
    public var name: String { "\(self)" }

    /// The codec of that name, or nil.
    public init?(name: String) {
        guard let codec = CompressionCodec.allCases.first(where: { $0.name == name }) else { return nil }
        self = codec
    }

    /// Compresses as Apache's Java client does: gzip in one member, xerial-framed snappy in chunks of 32 KiB, an lz4
    /// frame of independent 64 KiB blocks, zstd at level 3. `.none` gives the bytes back.
    public func compress(_ bytes: ByteSlice) throws(CodecError) -> ByteSlice {
        switch self {
        case .none: bytes
        case .gzip: try Gzip.compress(bytes)
        case .snappy: try Snappy.compress(bytes)
        case .lz4: try LZ4.compress(bytes)
        case .zstd: try Zstd.compress(bytes)
        }
    }

    /// Inflates `bytes`; never allocates more than `limit` bytes and a buffer's slack for the result, whatever size the
    /// bytes declare, and throws `.tooLarge` beyond it. `magic` is that of the batch: magic 0 wrote a wrong checksum
    /// into lz4 headers on purpose, which is not checked then. Trailing bytes are treated as Kafka's reader does.
    public func decompress(_ bytes: ByteSlice, limit: Int, magic: Int8 = 2) throws(CodecError) -> ByteSlice {
        switch self {
        case .none:
            guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
            return bytes
        case .gzip: return try Gzip.decompress(bytes, limit: limit)
        case .snappy: return try Snappy.decompress(bytes, limit: limit)
        case .lz4: return try LZ4.decompress(bytes, limit: limit, checksHeader: magic > 0)
        case .zstd: return try Zstd.decompress(bytes, limit: limit)
        }
    }
}

/// Why bytes could not be compressed or inflated.
public enum CodecError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The bytes are not what the codec writes; `what` says where it broke.
    case corrupt(CompressionCodec, what: String)
    /// The result would be larger than the caller allows, in bytes.
    case tooLarge(limit: Int)
    /// The library had no memory for its tables.
    case noMemory(CompressionCodec)

    /// One line for people.
    public var description: String {
        switch self {
        case .corrupt(let codec, let what): "\(codec.name) data is damaged: \(what)"
        case .tooLarge(let limit): "inflates to more than the limit of \(limit) bytes"
        case .noMemory(let codec): "no memory for \(codec.name)"
        }
    }
}

/// The output of an inflater: grows in steps as bytes come, never beyond its limit.
struct BoundedOutput: ~Copyable {
    private(set) var buffer: ByteBuffer
    private let limit: Int

    /// `expected` sizes the first step, within `limit`.
    init(expected: Int, limit: Int) {
        self.limit = max(limit, 0)
        buffer = ByteBuffer(capacity: min(max(expected, 1024), 1 << 20, self.limit + 1))
    }

    /// Lets `body` write into room for the next bytes; it says how many it wrote. One byte beyond the limit is offered,
    /// so that a result of exactly the limit ends as such.
    mutating func write(
        _ body: (UnsafeMutableRawBufferPointer) throws(CodecError) -> Int
    ) throws(CodecError) {
        let room = min(max(buffer.count, 4096), 1 << 20, limit - buffer.count + 1)
        try buffer.appendUninitialized(upTo: room, body)
        if buffer.count > limit { throw .tooLarge(limit: limit) }
    }

    consuming func finish() -> ByteSlice {
        buffer.freeze()
    }
}
