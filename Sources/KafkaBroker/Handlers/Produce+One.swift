import Bytes
import KafkaWire

/// The produce request that most clients send most of the time: one batch for one partition. It is read where it lies
/// and answered without the generated structs, which cost a dozen allocations. Whatever is unusual about it gives nil,
/// and the whole handler takes the request from the start: nothing was changed then.
struct OneBatchRequest {
    let acks: Int16
    /// The bytes of the name; empty when the topic is named by id.
    let name: ByteSlice
    let topicID: KafkaUUID
    let partition: Int32
    let records: ByteSlice

    init?(_ body: ByteSlice, version: Int16) {
        var cursor = Cursor(source: body, isFlexible: version >= 9)
        // No transactional id: null.
        guard cursor.isNull(), let acks = cursor.integer(Int16.self), cursor.integer(Int32.self) != nil,
            cursor.count() == 1
        else { return nil }
        if version >= 13 {
            guard let high = cursor.integer(UInt64.self), let low = cursor.integer(UInt64.self) else { return nil }
            (name, topicID) = (.empty, KafkaUUID(high: high, low: low))
        } else {
            guard let text = cursor.text() else { return nil }
            (name, topicID) = (text, .zero)
        }
        guard cursor.count() == 1, let partition = cursor.integer(Int32.self), let records = cursor.bytes(),
            cursor.endTags(3)
        else { return nil }
        (self.acks, self.partition, self.records) = (acks, partition, records)
        // A plain batch of magic 2, not transactional; zstd only where it may come.
        guard acks == 1 || acks == -1, records.count >= 61, records[16] == 2, records[22] & 0x10 == 0,
            version >= 7 || records[22] & 7 != 4
        else { return nil }
    }

    /// Reads the few encodings that occur, without an error to throw.
    private struct Cursor {
        let source: ByteSlice
        let isFlexible: Bool
        var offset = 0

        mutating func integer<I: FixedWidthInteger>(_ type: I.Type) -> I? {
            guard let value = source.integer(at: offset, as: I.self) else { return nil }
            offset += MemoryLayout<I>.size
            return value
        }

        /// A uvarint below 2^31.
        mutating func unsigned() -> Int? {
            var value = 0
            for shift in stride(from: 0, through: 28, by: 7) {
                guard let byte = integer(UInt8.self) else { return nil }
                value |= Int(byte & 0x7f) << shift
                if byte < 0x80 { return value <= Int(Int32.max) ? value : nil }
            }
            return nil
        }

        mutating func isNull() -> Bool {
            isFlexible ? unsigned() == 0 : integer(Int16.self) == -1
        }

        mutating func count() -> Int? {
            if isFlexible { return unsigned().map { $0 - 1 } }
            return integer(Int32.self).map { Int($0) }
        }

        mutating func take(_ count: Int) -> ByteSlice? {
            guard count >= 0, count <= source.count - offset else { return nil }
            defer { offset += count }
            return source.slice(offset..<offset + count)
        }

        mutating func text() -> ByteSlice? {
            if isFlexible { return unsigned().flatMap { take($0 - 1) } }
            return integer(Int16.self).flatMap { take(Int($0)) }
        }

        mutating func bytes() -> ByteSlice? {
            if isFlexible { return unsigned().flatMap { take($0 - 1) } }
            return integer(Int32.self).flatMap { take(Int($0)) }
        }

        /// True when `levels` structs end here without a tagged field.
        mutating func endTags(_ levels: Int) -> Bool {
            guard isFlexible else { return true }
            for _ in 0..<levels where integer(UInt8.self) != 0 { return false }
            return true
        }
    }
}

extension Engine {
    /// Stages the one batch and encodes its answer; nil when the request must be looked at as a whole.
    func produceOne(_ body: ByteSlice, _ context: RequestContext) -> Reply? {
        let version = context.apiVersion
        guard let request = OneBatchRequest(body, version: version),
            let place = context.connection.place(of: request, in: topics, version: version),
            place.partition.failure == .none,
            let result = try? place.partition.append(request.records, origin: .client, engine: self)
        else { return nil }
        let isFlexible = version >= 9
        var frame = ByteBuffer(capacity: 96 + request.name.count)
        frame.append(Int32(0))
        frame.append(context.correlationID)
        if isFlexible {
            frame.append(UInt8(0))
            frame.append(UInt8(2))
        } else {
            frame.append(Int32(1))
        }
        if version >= 13 {
            frame.append(request.topicID.high)
            frame.append(request.topicID.low)
        } else {
            Self.appendName(request.name, isFlexible, to: &frame)
        }
        if isFlexible { frame.append(UInt8(2)) } else { frame.append(Int32(1)) }
        frame.append(request.partition)
        frame.append(Int16(0))
        frame.append(result.baseOffset)
        frame.append(result.logAppendTime)
        if version >= 5 { frame.append(result.logStartOffset) }
        if version >= 8 {
            // No record errors, no message.
            if isFlexible {
                frame.append(UInt8(1))
                frame.append(UInt8(0))
            } else {
                frame.append(Int32(0))
                frame.append(Int16(-1))
            }
        }
        if isFlexible { frame.append(UInt16(0)) }
        frame.append(Int32(0))
        if isFlexible { frame.append(UInt8(0)) }
        frame.store(Int32(frame.count - 4), at: 0)
        return .appended(frame.freeze(), place)
    }

    private static func appendName(_ name: ByteSlice, _ isFlexible: Bool, to frame: inout ByteBuffer) {
        if isFlexible {
            var length = name.count + 1
            while length >= 0x80 {
                frame.append(UInt8(truncatingIfNeeded: length) | 0x80)
                length >>= 7
            }
            frame.append(UInt8(length))
        } else {
            frame.append(Int16(name.count))
        }
        frame.append(name)
    }
}
