import Bytes
import KafkaWire
import Testing

extension WireStruct {
    /// The bytes of a part of a message, in the plain encoding.
    fileprivate func bytes(version: Int16) throws(WireError) -> ByteSlice {
        var writer = WireWriter()
        try write(to: &writer, version: version)
        return writer.finish()
    }
}

struct WireReaderTests {
    @Test func `an array that cannot fit in the bytes left is refused before it is allocated`() {
        // MetadataRequest v1: 2^31 - 1 topics, then nothing.
        let bytes: ByteSlice = [0x7f, 0xff, 0xff, 0xff]
        #expect(throws: WireError.lengthBeyondEnd(offset: 4, length: 2_147_483_647)) {
            try MetadataRequest(bytes: bytes, version: 1)
        }
        // Compact: 2^31 - 2.
        let compact: ByteSlice = [0xff, 0xff, 0xff, 0xff, 0x07, 0x00]
        #expect(throws: WireError.self) { try MetadataRequest(bytes: compact, version: 12) }
    }

    @Test func `a count is held against the least size of an element`() throws {
        // Each topic of FetchRequest v4 takes at least 6 bytes: 11 bytes cannot hold two of them.
        var request = FetchRequest(topics: [.init(), .init()])
        let whole = try request.encoded(version: 4)
        #expect(whole.count == 21 + 12)
        for cut in 0..<whole.count {
            #expect(throws: WireError.self) { try FetchRequest(bytes: whole.slice(0..<cut), version: 4) }
        }
        request.topics[0].partitions = [.init()]
        #expect(try FetchRequest(bytes: request.encoded(version: 4), version: 4) == request)
    }

    @Test func `an unknown tag is kept and written back in order`() throws {
        var request = FetchRequest(clusterId: "c")
        request.unknownTags = UnknownTags([.init(tag: 900, content: [1, 2]), .init(tag: 7, content: .empty)])
        let bytes = try request.encoded(version: 15)
        let again = try FetchRequest(bytes: bytes, version: 15)
        #expect(again.clusterId == "c")
        #expect(again.unknownTags.fields.map(\.tag) == [7, 900])
        #expect(try again.encoded(version: 15) == bytes)
    }

    @Test func `a tagged field over 127 bytes gets a longer size`() throws {
        let request = FetchRequest(clusterId: String(repeating: "c", count: 20_000))
        #expect(try FetchRequest(bytes: request.encoded(version: 12), version: 12) == request)
    }

    @Test func `a tag whose size lies is refused`() throws {
        var bytes = try FetchRequest(clusterId: "abc").encoded(version: 12).array
        let size = bytes.count - 5
        #expect(bytes[size] == 4)
        bytes[size] = 3
        #expect(throws: WireError.tagSize(tag: 0, size: 3, read: 4)) {
            try FetchRequest(bytes: ByteSlice(bytes), version: 12)
        }
    }

    @Test func `a tag of a later version is refused as Kafka does`() throws {
        let bytes = try FetchRequest(replicaState: .init(replicaId: 3)).encoded(version: 15)
        var older = try FetchRequest().encoded(version: 12).array
        older.removeLast()
        let tagged = ByteSlice(older + [1, 1, 13] + bytes.array.suffix(13))
        #expect(throws: WireError.tagNotInVersion(tag: 1, version: 12)) {
            try FetchRequest(bytes: tagged, version: 12)
        }
    }

    @Test func `a field that the version cannot carry is refused, or dropped where Kafka drops it`() throws {
        let paged = DescribeGroupsRequest(groups: ["g"], includeAuthorizedOperations: true)
        #expect(throws: WireError.fieldNotInVersion(field: "includeAuthorizedOperations", version: 0)) {
            try paged.encoded(version: 0)
        }
        let fetch = FetchRequest(sessionId: 9)
        #expect(try FetchRequest(bytes: fetch.encoded(version: 4), version: 4).sessionId == 0)
        // In an answer a single value goes, but never a list.
        #expect(try ListOffsetsResponse.ListOffsetsPartitionResponse(leaderEpoch: 5).bytes(version: 2).count == 22)
        let batched = OffsetFetchResponse(groups: [.init(groupId: "g")])
        #expect(throws: WireError.fieldNotInVersion(field: "groups", version: 7)) { try batched.encoded(version: 7) }
        #expect(throws: WireError.nullNotWritable(field: "topics", version: 0)) {
            try MetadataRequest(topics: nil).encoded(version: 0)
        }
    }

    @Test func `a version that does not exist is named`() {
        #expect(throws: WireError.unsupportedVersion(message: "ProduceRequest", version: 2)) {
            try ProduceRequest().encoded(version: 2)
        }
        #expect(throws: WireError.unsupportedVersion(message: "ProduceRequest", version: 99)) {
            try ProduceRequest(bytes: .empty, version: 99)
        }
    }

    @Test func `a string over 32767 bytes needs a flexible version`() throws {
        let long = HeartbeatRequest(groupId: GroupID(String(repeating: "g", count: 40_000)))
        #expect(throws: WireError.tooLong(length: 40_000)) { try long.encoded(version: 0) }
        #expect(try HeartbeatRequest(bytes: long.encoded(version: 4), version: 4) == long)
    }

    @Test func `ids are equal by their bytes, not by what a reader sees`() {
        let composed = GroupID("caf\u{e9}")
        let decomposed = GroupID("cafe\u{301}")
        #expect(composed.rawValue == decomposed.rawValue)
        #expect(composed != decomposed)
        #expect(!(composed == decomposed))
        #expect(TopicName(composed.rawValue) != TopicName(decomposed.rawValue))
        #expect(TransactionalID(composed.rawValue) != TransactionalID(decomposed.rawValue))
        #expect(Set([composed, decomposed]).count == 2)
        #expect(KafkaUUID("AAAAAAAAAAAAAAAAAAAAAQ") == KafkaUUID(high: 0, low: 1))
        #expect(TopicPartition("orders", 3).description == "orders-3")
    }
}
