import Bytes

/// Writes Kafka's encodings into one growing buffer.
public struct WireWriter: ~Copyable {
    @usableFromInline var buffer: ByteBuffer
    /// True when lengths are compact (uvarint + 1) and structs end in tagged fields; set by each message.
    public var isFlexible: Bool = false

    /// An empty writer with room for `capacity` bytes.
    public init(capacity: Int = 256) { buffer = ByteBuffer(capacity: capacity) }

    /// Bytes written so far.
    @inlinable
    public var count: Int { buffer.count }

    /// What was written; no copy.
    public consuming func finish() -> ByteSlice { buffer.freeze() }

    /// Writes an integer, big-endian.
    @inlinable
    public mutating func integer<I: FixedWidthInteger>(_ value: I) { buffer.append(value) }

    /// Overwrites an integer that was written at `offset`: a size that is known only at the end.
    @inlinable
    public mutating func store<I: FixedWidthInteger>(_ value: I, at offset: Int) { buffer.store(value, at: offset) }

    /// Writes bytes as they are, without a length.
    @inlinable
    public mutating func raw(_ bytes: ByteSlice) { buffer.append(bytes) }

    /// Writes an unsigned variable-length integer.
    @inlinable
    public mutating func unsignedVarint(_ value: UInt32) {
        var value: UInt32 = value
        while value >= 0x80 {
            buffer.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        buffer.append(UInt8(truncatingIfNeeded: value))
    }

    @inlinable
    mutating func compactLength(_ length: Int) throws(WireError) {
        guard length < Int(Int32.max) else { throw .tooLong(length: length) }
        unsignedVarint(UInt32(truncatingIfNeeded: length &+ 1))
    }

    /// Writes the length of bytes or the count of an array.
    @inlinable
    public mutating func length(_ length: Int) throws(WireError) {
        if isFlexible { return try compactLength(length) }
        guard length <= Int(Int32.max) else { throw .tooLong(length: length) }
        buffer.append(Int32(truncatingIfNeeded: length))
    }

    /// Writes null in place of bytes or an array.
    @inlinable
    public mutating func nullLength() {
        if isFlexible { buffer.append(0 as UInt8) } else { buffer.append(-1 as Int32) }
    }

    /// Writes null in place of a string.
    @inlinable
    public mutating func nullString() {
        if isFlexible { buffer.append(0 as UInt8) } else { buffer.append(-1 as Int16) }
    }

    /// Writes a string.
    @inlinable
    public mutating func string(_ text: String) throws(WireError) {
        let length: Int = text.utf8.count
        if isFlexible {
            try compactLength(length)
        } else {
            guard length <= Int(Int16.max) else { throw .tooLong(length: length) }
            buffer.append(Int16(truncatingIfNeeded: length))
        }
        buffer.append(utf8: text)
    }

    /// Writes bytes behind their length.
    @inlinable
    public mutating func bytes(_ bytes: ByteSlice) throws(WireError) {
        try length(bytes.count)
        buffer.append(bytes)
    }
}

// MARK: Arrays and structs

extension WireWriter {
    /// Writes an array of values.
    @inlinable
    public mutating func array<T: WireValue>(_ values: [T]) throws(WireError) {
        try length(values.count)
        for value in values { try value.write(to: &self) }
    }

    /// Writes an array of structs.
    @inlinable
    public mutating func structs<T: WireStruct>(_ values: [T], version: Int16) throws(WireError) {
        try length(values.count)
        for value in values { try value.write(to: &self, version: version) }
    }

    /// Writes a value or null.
    @inlinable
    public mutating func nullable<T: WireNullable>(_ value: T?) throws(WireError) {
        if let value { try value.write(to: &self) } else { T.writeNull(to: &self) }
    }

    /// Writes an array of values or null.
    @inlinable
    public mutating func nullableArray<T: WireValue>(_ values: [T]?) throws(WireError) {
        if let values { try array(values) } else { nullLength() }
    }

    /// Writes an array of structs or null.
    @inlinable
    public mutating func nullableStructs<T: WireStruct>(_ values: [T]?, version: Int16) throws(WireError) {
        if let values { try structs(values, version: version) } else { nullLength() }
    }

    /// Writes a struct behind its int8, or null.
    @inlinable
    public mutating func nullableStruct<T: WireStruct>(_ value: T?, version: Int16) throws(WireError) {
        guard let value else { return buffer.append(-1 as Int8) }
        buffer.append(1 as Int8)
        try value.write(to: &self, version: version)
    }

    /// Writes a struct in a tagged field behind its uvarint, or null.
    @inlinable
    public mutating func nullableTaggedStruct<T: WireStruct>(_ value: T?, version: Int16) throws(WireError) {
        guard let value else { return buffer.append(0 as UInt8) }
        buffer.append(1 as UInt8)
        try value.write(to: &self, version: version)
    }

    /// Refuses to lose a field: `isSet` says that `field` has another value than its default, and `version` has no
    /// place for it.
    @inlinable
    public func refuse(_ isSet: Bool, _ field: StaticString, _ version: Int16) throws(WireError) {
        if isSet { throw .fieldNotInVersion(field: field.description, version: version) }
    }

    /// Refuses null where `version` cannot say it.
    @inlinable
    public func refuseNull(_ isNull: Bool, _ field: StaticString, _ version: Int16) throws(WireError) {
        if isNull { throw .nullNotWritable(field: field.description, version: version) }
    }
}

// MARK: Tagged fields

extension WireWriter {
    /// Walks the tagged fields of a struct in ascending order, known and unknown ones merged.
    public struct Tags {
        @usableFromInline let unknown: [UnknownTags.Field]
        @usableFromInline var next: Int = 0

        @usableFromInline init(unknown: UnknownTags) {
            self.unknown = unknown.fields.sorted { $0.tag < $1.tag }
        }
    }

    /// Writes the tagged fields of a struct that has no known ones set.
    @inlinable
    public mutating func tags(_ unknown: UnknownTags) {
        guard isFlexible else { return }
        if unknown.isEmpty { return buffer.append(0 as UInt8) }
        var tags: Tags = beginTags(0, unknown)
        endTags(&tags)
    }

    /// Writes how many tagged fields follow: `known` of the schema and the unknown ones.
    @inlinable
    public mutating func beginTags(_ known: UInt32, _ unknown: UnknownTags) -> Tags {
        let tags = Tags(unknown: unknown)
        unsignedVarint(known &+ UInt32(truncatingIfNeeded: tags.unknown.count))
        return tags
    }

    /// Starts the known tagged field `number`, after the unknown ones below it; gives back where its content starts.
    public mutating func openTag(_ number: UInt32, _ tags: inout Tags) -> Int {
        while tags.next < tags.unknown.count, tags.unknown[tags.next].tag < number { writeUnknown(&tags) }
        unsignedVarint(number)
        buffer.append(0 as UInt8)
        return buffer.count
    }

    /// Ends the tagged field whose content starts at `start`: puts its size in front. Almost always that is one byte,
    /// for which room was left; otherwise the content moves up.
    public mutating func closeTag(_ start: Int) throws(WireError) {
        let size: Int = buffer.count - start
        guard size < Int(Int32.max) else { throw .tooLong(length: size) }
        var left = UInt32(truncatingIfNeeded: size)
        var place: Int = start - 1
        if left >= 0x80 {
            let width: Int = Varint.size(unsigned: left)
            buffer.openGap(of: width - 1, at: start)
        }
        while left >= 0x80 {
            buffer.store(UInt8(truncatingIfNeeded: left) | 0x80, at: place)
            left >>= 7
            place += 1
        }
        buffer.store(UInt8(truncatingIfNeeded: left), at: place)
    }

    /// Writes the unknown fields that are left.
    @inlinable
    public mutating func endTags(_ tags: inout Tags) {
        while tags.next < tags.unknown.count { writeUnknown(&tags) }
    }

    @usableFromInline mutating func writeUnknown(_ tags: inout Tags) {
        let field: UnknownTags.Field = tags.unknown[tags.next]
        tags.next += 1
        unsignedVarint(field.tag)
        unsignedVarint(UInt32(truncatingIfNeeded: field.content.count))
        buffer.append(field.content)
    }
}
