public import Bytes

/// Walks the records of a batch of magic 2 by their lengths: no allocation, nothing copied.
///
/// Where it refuses, Apache Kafka's `DefaultRecord.readFrom` does.
public struct RecordCursor {
    /// A record's place in the walked bytes. A length of -1 is null.
    public struct View {
        /// `timestamp - baseTimestamp`.
        public var timestampDelta: Int64 = 0
        /// `offset - baseOffset`.
        public var offsetDelta: Int32 = 0
        /// Where the key starts.
        public var keyStart = 0
        /// Bytes of the key, -1 for null.
        public var keyLength = -1
        /// Where the value starts.
        public var valueStart = 0
        /// Bytes of the value, -1 for null.
        public var valueLength = -1
        /// Headers of the record.
        public var headerCount: Int32 = 0
        /// Where its headers start.
        public var headersStart = 0
    }

    private let bytes: UnsafeRawBufferPointer
    /// Where the next record starts.
    public private(set) var offset: Int
    private var end: Int

    /// A cursor at `start` of `bytes`, which must stay valid while the cursor is used.
    public init(_ bytes: UnsafeRawBufferPointer, from start: Int = 0) {
        self.bytes = bytes
        offset = start
        end = bytes.count
    }

    /// True when no byte is left.
    public var isAtEnd: Bool { offset >= bytes.count }

    /// Reads the record at `offset` and moves on.
    public mutating func next() throws(RecordError) -> View {
        end = bytes.count
        let length = try varint()
        guard length >= 0, Int(length) <= bytes.count - offset else {
            throw .invalid("record length \(length) with \(bytes.count - offset) bytes left")
        }
        end = offset + Int(length)
        var view = View()
        guard length > 0 else { throw .invalid("record length 0") }
        offset += 1  // attributes: unused
        view.timestampDelta = try varlong()
        view.offsetDelta = try varint()
        (view.keyStart, view.keyLength) = try field()
        (view.valueStart, view.valueLength) = try field()
        view.headerCount = try varint()
        view.headersStart = offset
        guard view.headerCount >= 0, Int(view.headerCount) <= end - offset else {
            throw .invalid("\(view.headerCount) headers with \(end - offset) bytes left")
        }
        for _ in 0..<view.headerCount {
            guard try field().length >= 0 else { throw .invalid("header key is null") }
            _ = try field()
        }
        guard offset == end else { throw .invalid("record is \(end - offset) bytes longer than its content") }
        return view
    }

    /// The headers of a record that `next()` has checked, as slices of `owner`, which holds the walked bytes.
    public static func headers(of view: View, in owner: ByteSlice) throws(RecordError) -> [Record.Header] {
        guard view.headerCount > 0 else { return [] }
        return try owner.withUnsafeBytes { (all) throws(RecordError) in
            var cursor = RecordCursor(all, from: view.headersStart)
            var headers: [Record.Header] = []
            headers.reserveCapacity(Int(view.headerCount))
            for _ in 0..<view.headerCount {
                let key = try cursor.field()
                guard key.length >= 0 else { throw .invalid("header key is null") }
                let value = try cursor.field()
                headers.append(
                    Record.Header(
                        key: owner.slice(key.start..<key.start + key.length).text,
                        value: value.length < 0 ? nil : owner.slice(value.start..<value.start + value.length)))
            }
            return headers
        }
    }

    /// A length and that many bytes; any negative length is null.
    private mutating func field() throws(RecordError) -> (start: Int, length: Int) {
        let length = Int(try varint())
        guard length > 0 else { return (offset, length < 0 ? -1 : 0) }
        guard length <= end - offset else { throw .invalid("field of \(length) bytes with \(end - offset) left") }
        let start = offset
        offset += length
        return (start, length)
    }

    private mutating func varint() throws(RecordError) -> Int32 {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while offset < end {
            let byte = bytes[offset]
            offset &+= 1
            value |= UInt32(byte & 0x7f) &<< shift
            if byte < 0x80 { return Varint.unzigzag(value) }
            shift &+= 7
            if shift > 28 { throw .invalid("variable-length integer does not end") }
        }
        throw .invalid("cut inside of a record")
    }

    private mutating func varlong() throws(RecordError) -> Int64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < end {
            let byte = bytes[offset]
            offset &+= 1
            value |= UInt64(byte & 0x7f) &<< shift
            if byte < 0x80 { return Varint.unzigzag(value) }
            shift &+= 7
            if shift > 63 { throw .invalid("variable-length integer does not end") }
        }
        throw .invalid("cut inside of a record")
    }
}
