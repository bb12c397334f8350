import Bytes
import KafkaWire

/// What a running broker took and answered, and the bytes that consumers agree on in a group.
enum LiveVectors {
    static func check(_ folder: inout VectorFolder) {
        folder.check("functions/live-frames.jsonl", frames)
        folder.check("functions/assignors.jsonl", assignor)
    }

    /// `{apiKey, version, request, response, closed}`: our codec reads both and writes them alike; what made the broker
    /// hang up has no schema here either.
    static func frames(_ line: JSONValue) throws -> String? {
        let version = Int16(truncatingIfNeeded: try VectorFolder.int(line, "version"))
        let key = APIKey(rawValue: Int16(truncatingIfNeeded: try VectorFolder.int(line, "apiKey")))
        let types = MessageVectors.types
        guard let request = types["\(key.name)Request"] as? any KafkaRequest.Type,
            let response = types["\(key.name)Response"] as? any KafkaResponse.Type
        else { return line["closed"]?.bool == true && !key.isKnown ? nil : "no API \(key.rawValue)" }
        guard request.versions.contains(version) else {
            if line["closed"]?.bool == true { return nil }
            // Only ApiVersions is answered in a version that it has not: in version 0.
            return try answer(response, 0, VectorFolder.bytes(line, "response"))
        }
        if let wrong = try ask(request, version, VectorFolder.bytes(line, "request")) { return "request: \(wrong)" }
        return try answer(response, version, VectorFolder.bytes(line, "response")).map { "response: \($0)" }
    }

    private static func ask<R: KafkaRequest>(_ type: R.Type, _ version: Int16, _ bytes: ByteSlice) throws -> String? {
        var reader = WireReader(bytes.suffix(from: 4))
        let header = try Frame.requestHeader(from: &reader)
        let body = try R(from: &reader, version: version)
        let again = try Frame.encode(
            body, version: version, correlationID: header.correlationId, clientID: header.clientId)
        return again == bytes ? nil : "writes \(Hex.encode(again))"
    }

    private static func answer<R: KafkaResponse>(
        _ type: R.Type, _ version: Int16, _ bytes: ByteSlice
    ) throws -> String? {
        var reader = WireReader(bytes.suffix(from: 4))
        let header = try Frame.responseHeader(from: &reader, answering: R.apiKey, version: version)
        let body = try R(from: &reader, version: version)
        let again = try Frame.encode(body, version: version, correlationID: header.correlationId)
        return again == bytes ? nil : "writes \(Hex.encode(again))"
    }

    /// The subscriptions and the assignment of each member as they travel: int16 version, then the message.
    static func assignor(_ line: JSONValue) throws -> String? {
        for member in line["members"]?.array ?? [] {
            for version: Int16 in 0...3 where member["subscriptionV\(version)"]?.string != nil {
                let bytes = try VectorFolder.bytes(member, "subscriptionV\(version)")
                guard bytes.integer(at: 0) == version else { return "subscription of another version" }
                let value = try ConsumerProtocolSubscription(bytes: bytes.suffix(from: 2), version: version)
                // The client sorts them before it writes.
                let wanted = (member["topics"]?.array ?? []).compactMap(\.string).sorted()
                guard value.topics.map({ "\($0)" }) == wanted else {
                    return "topics \(value.topics)"
                }
                guard try value.encoded(version: version) == bytes.suffix(from: 2) else {
                    return "subscription written"
                }
            }
        }
        for member in line["assignment"]?.array ?? [] where member["assignmentV3"]?.string != nil {
            let bytes = try VectorFolder.bytes(member, "assignmentV3")
            let value = try ConsumerProtocolAssignment(bytes: bytes.suffix(from: 2), version: 3)
            let found = value.assignedPartitions.flatMap { topic in
                topic.partitions.map { JSONValue.array([.string("\(topic.topic)"), .int(Int64($0))]) }
            }
            let expected = member["partitions"]?.array ?? []
            guard found.count == expected.count, found.allSatisfy(expected.contains) else {
                return "assignment \(found)"
            }
            guard try value.encoded(version: 3) == bytes.suffix(from: 2) else { return "assignment written" }
        }
        return nil
    }
}
