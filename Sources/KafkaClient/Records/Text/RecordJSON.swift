import Bytes
public import KafkaWire

/// A record as a JSON object: what `-o json` and `-o jsonl` print and `kdeck produce -o jsonl` reads. Nothing is lost: a key,
/// value or header that is no UTF-8 is in base64 under its name with `Base64` behind it.
public enum RecordJSON {
    /// The object on one line, without a line end.
    public static func object(_ record: Record, _ partition: TopicPartition) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(160 + (record.key?.count ?? 0) + (record.value?.count ?? 0))
        out += Array("{\"name\":".utf8)
        quote("\(partition)@\(record.offset)", &out)
        out += Array(",\"topic\":".utf8)
        quote(partition.topic.rawValue, &out)
        out += Array(
            ",\"partition\":\(partition.partition),\"offset\":\(record.offset),\"timestamp\":\(record.timestamp),".utf8)
        field("key", record.key, &out)
        out.append(0x2C)
        field("value", record.value, &out)
        out += Array(",\"headers\":[".utf8)
        for (index, header) in record.headers.enumerated() {
            out += Array(index == 0 ? "{\"name\":".utf8 : ",{\"name\":".utf8)
            quote(header.key, &out)
            out.append(0x2C)
            field("value", header.value, &out)
            out.append(0x7D)
        }
        out += [0x5D, 0x7D]
        return out
    }

    private static func field(_ name: String, _ bytes: ByteSlice?, _ out: inout [UInt8]) {
        out.append(0x22)
        out += Array(name.utf8)
        guard let bytes else {
            out += Array("\":null".utf8)
            return
        }
        if appendPlain(bytes, &out) { return }
        guard let text = bytes.validText else {
            out += Array("Base64\":\"".utf8)
            out += Array(Base64.encode(bytes).utf8)
            out.append(0x22)
            return
        }
        out += [0x22, 0x3A]
        quote(text, &out)
    }

    /// The short way for printable ASCII: the bytes as they are, with a backslash where JSON wants one. False when there is
    /// anything else in them; nothing is appended then.
    private static func appendPlain(_ bytes: ByteSlice, _ out: inout [UInt8]) -> Bool {
        bytes.withUnsafeBytes { raw in
            guard raw.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return false }
            out += [0x22, 0x3A, 0x22]
            var start = 0
            for at in 0..<raw.count where raw[at] == 0x22 || raw[at] == 0x5C {
                out.append(contentsOf: raw[start..<at])
                out.append(0x5C)
                start = at
            }
            out.append(contentsOf: raw[start...])
            out.append(0x22)
            return true
        }
    }

    private static func quote(_ text: String, _ out: inout [UInt8]) {
        out += Array(JSONQuote.quoted(text).utf8)
    }
}
