import Bytes
import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct ProduceTests {
    @Test func recordsComeBackInOrder() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let first = try harness.produce(harness.batch(["a", "b"]), to: "orders")
        let second = try harness.produce(harness.batch(["c"]), to: "orders")
        #expect(first?.errorCode == ErrorCode.none && first?.baseOffset == 0)
        #expect(second?.baseOffset == 2 && second?.logStartOffset == 0 && second?.logAppendTimeMs == -1)
        #expect(try harness.values(of: "orders") == ["a", "b", "c"])
    }

    @Test func whatIsWrongIsAnsweredWithKafkasCodes() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        _ = try harness.createTopic("keyed", configs: ["cleanup.policy": "compact"])
        _ = try harness.createTopic("small", configs: ["max.message.bytes": "100"])
        let good = try harness.batch(["x"])
        func code(_ records: ByteSlice?, _ topic: TopicName = "orders", partition: Int32 = 0, acks: Int16 = 1) throws
            -> ErrorCode?
        {
            try harness.produce(records, to: topic, partition: partition, acks: acks)?.errorCode
        }
        var broken = good.array
        broken[broken.count - 1] ^= 1
        var two = good.array
        two += good.array
        #expect(try code(good, "absent") == .unknownTopicOrPartition)
        #expect(try code(good, partition: -1) == .unknownTopicOrPartition)
        #expect(try code(good, partition: 1) == .unknownTopicOrPartition)
        #expect(try code(good, acks: 2) == .invalidRequiredAcks)
        #expect(try code(nil) == .invalidRecord)
        #expect(try code(.empty) == .invalidRecord)
        #expect(try code(ByteSlice(two)) == .invalidRecord)
        #expect(try code(ByteSlice(broken)) == .corruptMessage)
        #expect(try code(good, "keyed") == .invalidRecord)
        #expect(try code(try harness.batch([String(repeating: "y", count: 200)]), "small") == .messageTooLarge)
        #expect(
            try code(try harness.batch(["z"], timestamp: ManualClock.epoch + 7_200_000)) == .invalidTimestamp)
        #expect(try harness.values(of: "orders") == [])
        #expect(try code(good) == ErrorCode.none)
    }

    @Test func aPartitionThatComesTwiceIsWrittenOnce() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let twice = try ["old", "new"].map {
            ProduceRequest.PartitionProduceData(index: 0, records: try harness.batch([$0]))
        }
        let request = ProduceRequest(
            acks: 1, topicData: [.init(name: "orders", partitionData: twice), .init(name: "orders")])
        let answer = try harness.send(request, version: 12)
        #expect(answer?.responses.map(\.partitionResponses.count) == [1])
        #expect(try harness.values(of: "orders") == ["new"])
    }

    @Test func theInternalTopicIsClosedToClients() throws {
        let harness = try EngineHarness()
        _ = try harness.engine.internalTopic("__consumer_offsets")
        #expect(
            try harness.produce(harness.batch(["x"]), to: "__consumer_offsets")?.errorCode == .invalidTopicException)
    }

    @Test func acksZeroIsSilentAndAnErrorClosesTheConnection() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        #expect(try harness.produce(harness.batch(["x"]), to: "orders", acks: 0) == nil)
        #expect(harness.closed.isEmpty)
        #expect(try harness.values(of: "orders") == ["x"])
        let other = harness.connect()
        #expect(try harness.produce(harness.batch(["x"]), to: "absent", acks: 0, on: other) == nil)
        #expect(harness.closed == [other.id])
    }

    @Test func aDuplicateGetsTheOffsetOfTheOriginal() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let id = try #require(try harness.send(InitProducerIdRequest(transactionalId: nil), version: 5)?.producerId)
        func send(_ sequence: Int32) throws -> ProduceResponse.PartitionProduceResponse? {
            try harness.produce(
                harness.batch(["v\(sequence)"], producer: .init(id: id, epoch: 0, baseSequence: sequence)),
                to: "orders")
        }
        #expect(try send(0)?.baseOffset == 0)
        #expect(try send(1)?.baseOffset == 1)
        #expect(try send(0)?.baseOffset == 0)
        #expect(try send(3)?.errorCode == .outOfOrderSequenceNumber)
        try harness.restart(.keepEverything)
        #expect(try send(1)?.baseOffset == 1)
        #expect(try send(2)?.baseOffset == 2)
        #expect(try harness.values(of: "orders") == ["v0", "v1", "v2"])
    }

    @Test func aPartitionThatNobodyWritesToKeepsNoFileOpen() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let before = harness.files.openFiles
        _ = try harness.produce(harness.batch(["a"]), to: "orders")
        #expect(harness.files.openFiles == before + 1)
        harness.engine.writeCheckpoints()
        #expect(harness.files.openFiles == before + 1)
        harness.engine.writeCheckpoints()
        #expect(harness.files.openFiles == before)
        #expect(try harness.produce(harness.batch(["b"]), to: "orders")?.baseOffset == 1)
        #expect(try harness.values(of: "orders") == ["a", "b"])
    }

    @Test func producerIdsAreNeverGivenTwice() throws {
        let harness = try EngineHarness()
        var seen: Set<Int64> = []
        for round in 0..<4 {
            for _ in 0..<600 {
                let answer = try harness.send(InitProducerIdRequest(transactionalId: nil), version: 4)
                #expect(answer?.producerEpoch == 0)
                let isNew = seen.insert(answer?.producerId.rawValue ?? -1).inserted
                #expect(isNew)
            }
            try harness.restart(round.isMultiple(of: 2) ? .keepEverything : nil)
        }
        #expect(seen.count == 2_400)
        let refused = try harness.send(InitProducerIdRequest(transactionalId: "tx"), version: 5)
        #expect(refused?.errorCode == .unsupportedVersion)
    }

    @Test func aFailedWriteIsNotAcknowledgedAndTakesThePartitionOffline() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders", partitions: 2)
        _ = try harness.produce(harness.batch(["kept"]), to: "orders")
        harness.files.fail(.write, after: 1, times: 1)
        #expect(try harness.produce(harness.batch(["lost"]), to: "orders")?.errorCode == .kafkaStorageError)
        #expect(try harness.produce(harness.batch(["later"]), to: "orders")?.errorCode == .kafkaStorageError)
        #expect(try harness.produce(harness.batch(["other"]), to: "orders", partition: 1)?.errorCode == ErrorCode.none)
        try harness.restart(.keepEverything)
        #expect(try harness.values(of: "orders") == ["kept"])
        #expect(try harness.produce(harness.batch(["again"]), to: "orders")?.errorCode == ErrorCode.none)
    }

    @Test func batchesOfOnePassAreWrittenTogetherAndAnsweredInOrder() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        _ = try harness.produce(harness.batch(["0"]), to: "orders")
        let before = harness.files.changes
        for number in 1...5 {
            try harness.post(
                ProduceRequest(
                    acks: 1,
                    topicData: [
                        .init(
                            name: "orders",
                            partitionData: [.init(index: 0, records: try harness.batch(["\(number)"]))])
                    ]), version: 9)
        }
        harness.endPass()
        #expect(harness.files.changes == before + 1)
        for number in 1...5 {
            let answer = try harness.answer(ProduceResponse.self, version: 9)
            #expect(answer?.responses.first?.partitionResponses.first?.baseOffset == Int64(number))
        }
    }
}
