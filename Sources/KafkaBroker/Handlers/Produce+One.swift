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
        var cursor = RequestCursor(body, isFlexible: version >= 9)
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
}

extension Engine {
    /// Stages the one batch and encodes its answer; nil when the request must be looked at as a whole.
    func produceOne(_ body: ByteSlice, _ context: RequestContext) -> Reply? {
        let version = context.apiVersion
        guard let request = OneBatchRequest(body, version: version),
            let place = context.connection.place(
                name: request.name, topicID: request.topicID, partition: request.partition, in: topics,
                usesTopicIDs: version >= 13),
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
