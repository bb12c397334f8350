import Bytes
import KafkaClient
import KafkaWire
import Terminal

/// A line for each record in kcat's tokens: `%t` topic, `%p` partition, `%o` offset, `%k` key, `%K` its length, `%s` value, `%S`
/// its length, `%R` its length as four bytes, `%T` milliseconds, `%h` headers, `%%`; `\n`, `\r`, `\t`, `\xNN`; what stands behind another backslash stands for itself.
struct RecordTemplate: Sendable {
    private enum Part: Sendable {
        case bytes([UInt8])
        case topic, partition, offset, key, keyLength, value, valueLength, valueLengthBytes, timestamp, headers
    }

    private static let tokens: [Character: Part] = [
        "t": .topic, "p": .partition, "o": .offset, "k": .key, "K": .keyLength, "s": .value, "S": .valueLength,
        "R": .valueLengthBytes, "T": .timestamp, "h": .headers, "%": .bytes([0x25]),
    ]

    private var parts: [Part] = []

    /// Fails with a sentence that names the token that is none.
    init(_ text: String) throws(Failure) {
        var rest = text[...]
        func literal(_ bytes: some Sequence<UInt8>) {
            if case .bytes(let before)? = parts.last {
                parts[parts.count - 1] = .bytes(before + bytes)
            } else {
                parts.append(.bytes(Array(bytes)))
            }
        }
        while let character = rest.popFirst() {
            switch character {
            case "%":
                guard let letter = rest.popFirst(), let part = Self.tokens[letter] else {
                    throw .usage("-f '\(Sanitizer.visible(text))': behind % belongs one of t p o k K s S R T h %")
                }
                if case .bytes(let bytes) = part { literal(bytes) } else { parts.append(part) }
            case "\\":
                switch rest.popFirst() {
                case "n": literal([0x0A])
                case "r": literal([0x0D])
                case "t": literal([0x09])
                case "\\": literal([0x5C])
                case "x":
                    // As kcat has it: all the digits there are, and of their number the last byte.
                    let digits = rest.prefix { $0.isASCII && $0.isHexDigit }
                    guard !digits.isEmpty else {
                        throw .usage("-f '\(Sanitizer.visible(text))': behind \\x belong hexadecimal digits")
                    }
                    rest = rest.dropFirst(digits.count)
                    literal([digits.suffix(2).reduce(0) { $0 << 4 | UInt8($1.hexDigitValue ?? 0) }])
                case let other: literal((other.map(String.init) ?? "\\").utf8)
                }
            default: literal(String(character).utf8)
            }
        }
    }

    /// The bytes for one record. With `isTerminal` what comes from the record goes through the sanitizer.
    func bytes(_ record: Record, _ partition: TopicPartition, isTerminal: Bool) -> [UInt8] {
        var out: [UInt8] = []
        func payload(_ bytes: ByteSlice?) {
            guard let bytes else { return }
            if isTerminal { out += Array(RecordText.visible(bytes).utf8) } else { out += bytes.array }
        }
        for part in parts {
            switch part {
            case .bytes(let bytes): out += bytes
            case .topic: out += Array(Sanitizer.visible(partition.topic.rawValue).utf8)
            case .partition: out += Array(String(partition.partition).utf8)
            case .offset: out += Array(String(record.offset).utf8)
            case .key: payload(record.key)
            case .keyLength: out += Array(String(record.key?.count ?? -1).utf8)
            case .value: payload(record.value)
            case .valueLength: out += Array(String(record.value?.count ?? -1).utf8)
            case .valueLengthBytes:
                let length = Int32(clamping: record.value?.count ?? -1)
                withUnsafeBytes(of: length.bigEndian) { out += Array($0) }
            case .timestamp: out += Array(String(record.timestamp).utf8)
            case .headers:
                for (index, header) in record.headers.enumerated() {
                    if index > 0 { out.append(0x2C) }
                    payload(ByteSlice(header.key))
                    out.append(0x3D)
                    if header.value == nil { out += Array("NULL".utf8) } else { payload(header.value) }
                }
            }
        }
        return out
    }
}
