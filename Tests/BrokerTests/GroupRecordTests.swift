import Bytes
import Foundation
import KafkaWire
import Testing

@testable import KafkaBroker

/// What a real coordinator wrote, and what we write.
@Suite struct GroupRecordTests {
    private struct Vector: Decodable {
        var topic: String
        var offset: Int
        var keyHex: String
        var valueHex: String?
        var keyType: String
    }

    private static let shared: URL? = {
        if let path = ProcessInfo.processInfo.environment["KDECK_SHARED"] { return URL(fileURLWithPath: path) }
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let candidate = folder.appendingPathComponent("shared")
            if FileManager.default.fileExists(atPath: candidate.appendingPathComponent("protocol").path) {
                return candidate
            }
        }
        print("skipped: no folder shared/ with the records of a real coordinator")
        return nil
    }()
    private static var hasShared: Bool { shared != nil }

    private func vectors() throws -> [Vector] {
        let file = try #require(Self.shared).appendingPathComponent("protocol/vectors/internal-topics.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { try JSONDecoder().decode(Vector.self, from: Data($0.utf8)) }
            .filter { $0.topic == "__consumer_offsets" }
    }

    @Test(.enabled(if: hasShared))
    func `records of a real coordinator are read, and written again byte for byte`() throws {
        var kept = 0
        var skipped = 0
        for vector in try vectors() {
            let key = try #require(Hex.decode(vector.keyHex))
            let value = try vector.valueHex.map { try #require(Hex.decode($0)) }
            guard let record = try GroupRecord(key: key, value: value) else {
                #expect(vector.keyType.hasPrefix("ConsumerGroup"))
                skipped += 1
                continue
            }
            let again = try record.encoded()
            #expect(again.key == key)
            #expect(again.value == value, "offset \(vector.offset) \(vector.keyType)")
            kept += 1
        }
        #expect(kept == 9)
        #expect(skipped == 9)
    }

    @Test(.enabled(if: hasShared))
    func `a log of a real coordinator replays to what it held`() throws {
        let root = try #require(Self.shared).appendingPathComponent("protocol/logdir")
        var table = GroupTable()
        let now = GroupTime(monotonic: 0, wall: 1_795_483_100_000)
        var seen = 0
        for partition in [0, 4] {
            let file = root.appendingPathComponent("__consumer_offsets-\(partition)/00000000000000000000.log")
            let bytes = ByteSlice([UInt8](try Data(contentsOf: file)))
            var replay = GroupReplay()
            let read = replay.take(bytes) { record in
                #expect(CoordinatorPartition.of(record.group.rawValue, count: 8) == Int32(partition))
                table.replay(record, now: now)
                seen += 1
            }
            #expect(read == bytes.count)
            #expect(replay.damaged == 0)
        }
        #expect(seen == 9)
        // The classic group was deleted in the end; one offset came by a committed transaction.
        #expect(table.groups["classic-group"] == nil)
        let position = TopicPartition(topic: "ref", partition: 0)
        #expect(table.fetchOffset(position, of: "txn-group")?.offset == 42)
        #expect(table.fetchOffset(position, of: "txn-group")?.metadata == "meta-é")
        #expect(table.fetchOffset(position, of: "consumer-group")?.offset == 300)
        #expect(table.fetchOffset(position, of: "consumer-group")?.topicID.description == "99VolcUITe6VW_mkZvq59A")
    }

    @Test func `every value survives being written and read`() throws {
        let position = TopicPartition(topic: "orders", partition: 7)
        let member = StoredGroup.Member(
            id: "m", instanceID: "i", clientID: "c", clientHost: "/127.0.0.1", rebalanceTimeoutMs: 1,
            sessionTimeoutMs: 2, subscription: [1, 2], assignment: [3])
        let records: [GroupRecord] = [
            .offset("g", position, StoredOffset(offset: 9, leaderEpoch: 3, metadata: "é", commitTimestamp: 5)),
            .offset("g", position, nil),
            .group(
                "g",
                StoredGroup(
                    protocolType: "consumer", generation: 4, protocolName: "range", leader: "m", stateTimestamp: 6,
                    members: [member])),
            .group("g", nil),
        ]
        var replay = GroupReplay()
        var read: [GroupRecord] = []
        let batch = try GroupRecord.batch(records, timestamp: 1)
        #expect(replay.take(batch) { read.append($0) } == batch.count)
        #expect(read == records)
    }

    @Test func `bytes that are no record are counted, never trapped on`() throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<5_000 {
            let key = ByteSlice((0..<random.below(30)).map { UInt8($0 < 2 ? random.below(4) : random.below(256)) })
            let value = ByteSlice((0..<random.below(60)).map { UInt8($0 < 2 ? random.below(5) : random.below(256)) })
            if let record = try? GroupRecord(key: key, value: value) {
                var table = GroupTable()
                table.replay(record, now: GroupTime(monotonic: 0, wall: 0))
            }
        }
        var builder = RecordBatchBuilder()
        builder.append(key: [0, 1, 0], value: [0, 4], timestamp: 1)
        builder.append(key: nil, value: [0, 4], timestamp: 1)
        var replay = GroupReplay()
        let batch = try builder.build()
        #expect(replay.take(batch) { _ in } == batch.count)
        #expect(replay.damaged == 1)
    }
}
