import Bytes
import KafkaWire
import Testing

@testable import KafkaClient

@Suite struct GroupHistoryTests {
    @Test func `a classic group's generations are read one by one, and other groups' are not`() throws {
        var reader = GroupLogReader("billing")
        reader.take(try classic("billing", 1, ["a"], at: 10))
        reader.take(try classic("audit", 9, ["x"], at: 11))
        reader.take(try classic("billing", 2, ["a", "b"], at: 12))
        // Written again unchanged: no news.
        reader.take(try classic("billing", 2, ["a", "b"], at: 13))
        reader.take(try record(GroupMetadataKey(group: "billing"), GroupMetadataValue?.none, 3, at: 14))
        // What is no record of a coordinator tells nothing.
        reader.take(Record(offset: 0, timestamp: 15, key: [0], value: nil))
        reader.take(Record(offset: 0, timestamp: 15, key: nil, value: [1, 2]))
        #expect(reader.snapshots.map(\.time) == [10, 12, 14])
        #expect(reader.snapshots.map(\.group.generation) == [1, 2, nil])
        #expect(reader.snapshots.map { $0.group.members.map(\.id) } == [["a"], ["a", "b"], []])
        #expect(reader.snapshots.last?.group.state == "removed")
    }

    @Test func `members of the newer protocol come and go with the epoch that follows them`() throws {
        var reader = GroupLogReader("new")
        func member(_ id: String) -> ConsumerGroupMemberMetadataKey {
            ConsumerGroupMemberMetadataKey(groupId: "new", memberId: id)
        }
        let value = ConsumerGroupMemberMetadataValue(
            instanceId: nil, rackId: nil, clientId: "app", clientHost: "/10.0.0.7", subscribedTopicNames: ["orders"],
            subscribedTopicRegex: nil, serverAssignor: nil, classicMemberMetadata: nil)
        let key = ConsumerGroupMetadataKey(groupId: "new")
        reader.take(try record(member("m1"), value, 0, at: 1))
        reader.take(try record(key, ConsumerGroupMetadataValue(epoch: 1), 0, at: 2))
        reader.take(try record(member("m2"), value, 0, at: 3))
        reader.take(try record(key, ConsumerGroupMetadataValue(epoch: 2), 0, at: 4))
        reader.take(try record(member("m1"), ConsumerGroupMemberMetadataValue?.none, 0, at: 5))
        reader.take(try record(key, ConsumerGroupMetadataValue(epoch: 3), 0, at: 6))
        #expect(reader.snapshots.map { $0.group.members.map(\.id) } == [["m1"], ["m1", "m2"], ["m2"]])
        #expect(reader.snapshots.map(\.group.generation) == [1, 2, 3])
        #expect(reader.snapshots.first?.group.members.first?.topics == ["orders"])
    }

    private func classic(_ group: String, _ generation: Int32, _ members: [String], at time: Int64) throws -> Record {
        let value = GroupMetadataValue(
            protocolType: "consumer", generation: generation, protocol: "range", leader: members.first,
            currentStateTimestamp: time,
            members: members.map { GroupMetadataValue.MemberMetadata(memberId: $0, clientId: $0, clientHost: "/h") })
        return try record(GroupMetadataKey(group: group), value, 3, at: time)
    }

    private func record<K: KafkaRecordMessage, V: KafkaRecordMessage>(
        _ key: K, _ value: V?, _ version: Int16, at time: Int64
    ) throws -> Record {
        var keyBytes = WireWriter()
        keyBytes.integer(K.recordType)
        try key.write(to: &keyBytes, version: 0)
        var bytes: ByteSlice?
        if let value {
            var writer = WireWriter()
            writer.integer(version)
            try value.write(to: &writer, version: version)
            bytes = writer.finish()
        }
        return Record(offset: 0, timestamp: time, key: keyBytes.finish(), value: bytes)
    }
}
