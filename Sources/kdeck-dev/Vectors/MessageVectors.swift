import Bytes
import KafkaWire

/// Messages, frames and the records of internal topics: decoded, compared with the JSON, and encoded again.
enum MessageVectors {
    static let types: [String: any WireMessage.Type] = Dictionary(
        uniqueKeysWithValues: MessageCatalog.all.map { ($0.messageName, $0) })

    static func check(_ folder: inout VectorFolder) {
        for path in folder.files(in: "messages") {
            folder.check(path, path.contains("frames") ? frame : message)
        }
        folder.check("internal-topics.jsonl", internalRecord)
    }

    private static func type(_ line: JSONValue, _ key: String = "type") throws -> any WireMessage.Type {
        guard let name = line[key]?.string, let type = types[name] else { throw VectorFolder.Missing(field: key) }
        return type
    }

    /// `{type, version, hex, json, unknownTags?}`
    static func message(_ line: JSONValue) throws -> String? {
        let type = try type(line)
        let version = Int16(truncatingIfNeeded: try VectorFolder.int(line, "version"))
        let bytes = try VectorFolder.bytes(line)
        if line["name"]?.string?.hasSuffix("/default") == true {
            let fresh = try type.init().encoded(version: version)
            guard fresh == bytes else {
                return "a fresh message is \(Hex.encode(fresh)), expected \(Hex.encode(bytes))"
            }
        }
        return try compare(type, bytes, version, line["json"] ?? .null, line["unknownTags"]?.array ?? [])
    }

    private static func compare(
        _ type: any WireMessage.Type, _ bytes: ByteSlice, _ version: Int16, _ json: JSONValue, _ tags: [JSONValue]
    ) throws -> String? {
        let value = try type.init(bytes: bytes, version: version)
        var walk = MessageWalk()
        walk.compare(value, with: json)
        if let first = walk.differences.first { return first }
        let expected = try tags.map { tag in
            MessageWalk.UnknownTag(
                path: tag["path"]?.string ?? "", tag: UInt32(truncatingIfNeeded: try VectorFolder.int(tag, "tag")),
                hex: tag["hex"]?.string ?? "")
        }
        guard Set(expected) == Set(walk.tags), expected.count == walk.tags.count else {
            return "unknown tags \(walk.tags), expected \(expected)"
        }
        let again = try value.encoded(version: version)
        return again == bytes ? nil : "encodes as \(Hex.encode(again)), expected \(Hex.encode(bytes))"
    }

    /// `{type, apiKey, version, headerVersion, correlationId, clientId, bodyOffset, hex}`
    static func frame(_ line: JSONValue) throws -> String? {
        let type = try type(line)
        let bytes = try VectorFolder.bytes(line)
        if let request = type as? any KafkaRequest.Type { return try requestFrame(request, line, bytes) }
        if let response = type as? any KafkaResponse.Type { return try responseFrame(response, line, bytes) }
        return "\(type.messageName) has no frame"
    }

    private static func requestFrame<R: KafkaRequest>(
        _ type: R.Type, _ line: JSONValue, _ bytes: ByteSlice
    ) throws -> String? {
        let version = Int16(truncatingIfNeeded: try VectorFolder.int(line, "version"))
        guard R.apiKey.rawValue == Int16(truncatingIfNeeded: try VectorFolder.int(line, "apiKey")) else {
            return "API key \(R.apiKey.rawValue)"
        }
        guard
            try VectorFolder.int(line, "headerVersion")
                == Int64(Frame.headerVersion(request: R.apiKey, version: version))
        else { return "header version" }
        var reader = WireReader(bytes.suffix(from: 4))
        let header = try Frame.requestHeader(from: &reader)
        guard Int64(header.correlationId) == line["correlationId"]?.int, header.clientId == line["clientId"]?.string
        else {
            return "header read as \(header)"
        }
        guard Int64(reader.offset + 4) == line["bodyOffset"]?.int else { return "body at \(reader.offset + 4)" }
        let body = try R(from: &reader, version: version)
        guard reader.remaining == 0 else { return "\(reader.remaining) bytes left" }
        let again = try Frame.encode(
            body, version: version, correlationID: header.correlationId, clientID: header.clientId)
        return again == bytes ? nil : "frame encodes as \(Hex.encode(again))"
    }

    private static func responseFrame<R: KafkaResponse>(
        _ type: R.Type, _ line: JSONValue, _ bytes: ByteSlice
    ) throws -> String? {
        let version = Int16(truncatingIfNeeded: try VectorFolder.int(line, "version"))
        guard
            try VectorFolder.int(line, "headerVersion")
                == Int64(Frame.headerVersion(response: R.apiKey, version: version))
        else { return "header version" }
        var reader = WireReader(bytes.suffix(from: 4))
        let header = try Frame.responseHeader(from: &reader, answering: R.apiKey, version: version)
        guard Int64(header.correlationId) == line["correlationId"]?.int else { return "header read as \(header)" }
        guard Int64(reader.offset + 4) == line["bodyOffset"]?.int else { return "body at \(reader.offset + 4)" }
        let body = try R(from: &reader, version: version)
        guard reader.remaining == 0 else { return "\(reader.remaining) bytes left" }
        let again = try Frame.encode(body, version: version, correlationID: header.correlationId)
        return again == bytes ? nil : "frame encodes as \(Hex.encode(again))"
    }

    /// `{keyType, keyHex, key, valueType, valueVersion, valueHex, value}`
    static func internalRecord(_ line: JSONValue) throws -> String? {
        let keyType = try type(line, "keyType")
        let key = try VectorFolder.bytes(line, "keyHex")
        guard let record = keyType as? any KafkaRecordMessage.Type, key.integer(at: 0) == record.recordType else {
            return "the key's record type is not that of \(keyType.messageName)"
        }
        if let wrong = try compare(keyType, key.suffix(from: 2), 0, line["key"] ?? .null, []) { return "key: \(wrong)" }
        guard line["valueHex"]?.string != nil else { return nil }
        let value = try VectorFolder.bytes(line, "valueHex")
        let version = Int16(truncatingIfNeeded: try VectorFolder.int(line, "valueVersion"))
        guard value.integer(at: 0) == version else { return "the value's version is not \(version)" }
        let valueType = try type(line, "valueType")
        return try compare(valueType, value.suffix(from: 2), version, line["value"] ?? .null, []).map { "value: \($0)" }
    }
}
