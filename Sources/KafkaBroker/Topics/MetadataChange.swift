import Bytes
import KafkaWire

/// One record of the metadata log that means something to this broker. Others (of an Apache Kafka log that is opened
/// here) are passed over.
enum MetadataChange: Sendable {
    case topic(TopicRecord)
    case partition(PartitionRecord)
    case config(ConfigRecord)
    case topicRemoved(RemoveTopicRecord)
    case producerIds(ProducerIdsRecord)

    /// The bytes of the record: frame version 1, record type, version, body.
    func encoded() throws(WireError) -> ByteSlice {
        switch self {
        case .topic(let record): try Self.encode(record, type: 2, version: 0)
        case .partition(let record): try Self.encode(record, type: 3, version: 2)
        case .config(let record): try Self.encode(record, type: 4, version: 0)
        case .topicRemoved(let record): try Self.encode(record, type: 9, version: 0)
        case .producerIds(let record): try Self.encode(record, type: 15, version: 0)
        }
    }

    /// Reads a record; nil for a type that is not ours.
    init?(decoding bytes: ByteSlice) throws(WireError) {
        guard bytes.count >= 3, bytes[0] == 1, bytes[1] < 0x80, bytes[2] < 0x80 else { return nil }
        var reader = WireReader(bytes.suffix(from: 3))
        let version = Int16(bytes[2])
        switch bytes[1] {
        case 2: self = .topic(try TopicRecord(from: &reader, version: version))
        case 3: self = .partition(try PartitionRecord(from: &reader, version: version))
        case 4: self = .config(try ConfigRecord(from: &reader, version: version))
        case 9: self = .topicRemoved(try RemoveTopicRecord(from: &reader, version: version))
        case 15: self = .producerIds(try ProducerIdsRecord(from: &reader, version: version))
        default: return nil
        }
    }

    private static func encode(_ record: some WireMessage, type: UInt8, version: Int16) throws(WireError) -> ByteSlice {
        var writer = WireWriter()
        writer.integer(UInt8(1))
        writer.integer(type)
        writer.integer(UInt8(truncatingIfNeeded: version))
        try record.write(to: &writer, version: version)
        return writer.finish()
    }
}
