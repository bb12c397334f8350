import Bytes
import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct FetchTests {
    private func first(_ response: FetchResponse?) -> FetchResponse.PartitionData? {
        response?.responses.first?.partitions.first
    }

    @Test func aFetchWaitsForDataAndIsWokenByAnAppend() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let consumer = harness.connect()
        let request = harness.fetchRequest("orders", maxWaitMs: 500)
        #expect(try harness.send(request, version: 12, on: consumer) == nil)
        #expect(harness.engine.parkedRequests.nextDeadline == harness.clock.monotonic + 500)
        _ = try harness.produce(harness.batch(["x"]), to: "orders")
        let woken = first(try harness.answer(FetchResponse.self, version: 12, on: consumer))
        #expect(woken?.highWatermark == 1 && woken?.records?.isEmpty == false)
        #expect(harness.engine.parkedRequests.nextDeadline == nil)
    }

    @Test func aFetchInTheSamePassAsTheAppendIsAnswered() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let consumer = harness.connect()
        try harness.post(
            ProduceRequest(
                acks: 1,
                topicData: [
                    .init(name: "orders", partitionData: [.init(index: 0, records: try harness.batch(["x"]))])
                ]), version: 9)
        try harness.post(harness.fetchRequest("orders", maxWaitMs: 500), version: 12, on: consumer)
        harness.endPass()
        #expect(first(try harness.answer(FetchResponse.self, version: 12, on: consumer))?.highWatermark == 1)
    }

    @Test func aFetchWithoutDataEndsWithItsTimeAndOnlyThen() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        #expect(try harness.send(harness.fetchRequest("orders", maxWaitMs: 500), version: 12) == nil)
        harness.advance(by: 499)
        #expect(try harness.answer(FetchResponse.self, version: 12) == nil)
        harness.advance(by: 1)
        let answer = try harness.answer(FetchResponse.self, version: 12)
        #expect(first(answer)?.records == .empty && first(answer)?.highWatermark == 0)
    }

    @Test func onlyTheFirstBatchMayBeLargerThanItsLimit() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders", partitions: 2)
        let batch = try harness.batch(["x"])
        for partition in 0..<Int32(2) {
            _ = try harness.produce(harness.batch(["x"]), to: "orders", partition: partition)
        }
        var request = harness.fetchRequest("orders", maxBytes: Int32(batch.count - 1))
        request.topics[0].partitions.append(request.topics[0].partitions[0])
        request.topics[0].partitions[1].partition = 1
        let found = try harness.send(request, version: 12)?.responses.first?.partitions.map { $0.records?.count }
        #expect(found == [batch.count, 0], "a piece of a batch is of no use to anybody")
    }

    @Test func aPartitionThatIsAskedTwiceIsAnsweredOnce() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        _ = try harness.produce(harness.batch(["x"]), to: "orders")
        var request = harness.fetchRequest("orders")
        request.topics[0].partitions.append(request.topics[0].partitions[0])
        request.topics[0].partitions[1].fetchOffset = 1
        let found = try harness.send(request, version: 12)?.responses.first?.partitions
        #expect(found?.count == 1 && found?.first?.records?.isEmpty == true)
    }

    @Test func anUnknownIsolationLevelIsRefused() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        var request = harness.fetchRequest("orders")
        request.isolationLevel = 2
        let answer = try harness.send(request, version: 12)
        #expect(answer?.errorCode == .unknownServerError && first(answer)?.errorCode == .unknownServerError)
    }

    @Test func minBytesHoldsAFetchUntilEnoughCame() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let consumer = harness.connect()
        let batch = try harness.batch(["x"])
        let request = harness.fetchRequest("orders", minBytes: Int32(batch.count * 3), maxWaitMs: 5_000)
        #expect(try harness.send(request, version: 12, on: consumer) == nil)
        for round in 1...3 {
            _ = try harness.produce(harness.batch(["x"]), to: "orders")
            let answer = try harness.answer(FetchResponse.self, version: 12, on: consumer)
            #expect((answer != nil) == (round == 3))
        }
    }

    @Test func requestsBehindAParkedFetchWaitAndAreAnsweredInOrder() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        try harness.post(harness.fetchRequest("orders", maxWaitMs: 300), version: 12)
        try harness.post(MetadataRequest(topics: nil), version: 12)
        harness.endPass()
        #expect(harness.connection.waiting.count == 1)
        #expect(harness.takeFrames().isEmpty)
        harness.advance(by: 300)
        #expect(try harness.answer(FetchResponse.self, version: 12) != nil)
        #expect(try harness.answer(MetadataResponse.self, version: 12)?.topics.count == 1)
    }

    @Test func aGoneConnectionLeavesNothingParked() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let consumer = harness.connect()
        #expect(try harness.send(harness.fetchRequest("orders", maxWaitMs: 300), version: 12, on: consumer) == nil)
        harness.engine.disconnect(consumer)
        #expect(harness.engine.parkedRequests.nextDeadline == nil)
        _ = try harness.produce(harness.batch(["x"]), to: "orders")
        #expect(harness.takeFrames(of: consumer).isEmpty)
    }

    @Test func oneBatchComesEvenAboveTheLimit() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let batch = try harness.batch(["xxxxxxxxxx"])
        _ = try harness.produce(batch, to: "orders")
        _ = try harness.produce(harness.batch(["y"]), to: "orders")
        let answer = first(try harness.send(harness.fetchRequest("orders", maxBytes: 10), version: 12))
        #expect(answer?.records?.count == batch.count)
    }

    @Test func offsetsOutsideOfTheLogAreOutOfRange() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        _ = try harness.produce(harness.batch(["x"]), to: "orders")
        for offset in [Int64(-1), 2, .max] {
            let answer = first(try harness.send(harness.fetchRequest("orders", from: offset), version: 12))
            #expect(answer?.errorCode == .offsetOutOfRange && answer?.highWatermark == -1)
        }
        #expect(
            first(try harness.send(harness.fetchRequest("orders", from: 1), version: 12))?.errorCode == ErrorCode.none)
        #expect(
            first(try harness.send(harness.fetchRequest("absent"), version: 12))?.errorCode == .unknownTopicOrPartition)
    }

    @Test func topicIdsWorkFromVersion13AndUnknownOnesAreSaid() throws {
        let harness = try EngineHarness()
        let id = try #require(try harness.createTopic("orders")?.topicId)
        _ = try harness.produce(harness.batch(["x"]), to: "orders")
        for (wanted, code) in [(id, ErrorCode.none), (KafkaUUID(high: 1, low: 2), .unknownTopicId)] {
            let request = FetchRequest(
                maxBytes: 1 << 20,
                topics: [.init(topicId: wanted, partitions: [.init(partition: 0, partitionMaxBytes: 1 << 20)])])
            let response = try harness.send(request, version: 16)
            #expect(response?.responses.first?.topicId == wanted)
            #expect(first(response)?.errorCode == code)
        }
    }

    @Test func aSessionAnswersOnlyNews() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders", partitions: 3)
        _ = try harness.produce(harness.batch(["x"]), to: "orders")
        var request = FetchRequest(
            maxBytes: 1 << 20, sessionEpoch: 0,
            topics: [
                .init(
                    topic: "orders",
                    partitions: (0..<3).map { .init(partition: $0, partitionMaxBytes: 1 << 20) })
            ])
        let opened = try #require(try harness.send(request, version: 12))
        #expect(opened.sessionId != 0 && opened.responses.first?.partitions.count == 3)
        request.topics = [
            .init(topic: "orders", partitions: [.init(partition: 0, fetchOffset: 1, partitionMaxBytes: 1 << 20)])
        ]
        (request.sessionId, request.sessionEpoch) = (opened.sessionId, 1)
        #expect(try harness.send(request, version: 12)?.responses.isEmpty == true)
        _ = try harness.produce(harness.batch(["y"]), to: "orders", partition: 2)
        (request.topics, request.sessionEpoch) = ([], 2)
        let news = try #require(try harness.send(request, version: 12))
        #expect(news.responses.first?.partitions.map(\.partitionIndex) == [2])
        // A wrong epoch, an unknown session, and a close.
        #expect(try harness.send(request, version: 12)?.errorCode == .invalidFetchSessionEpoch)
        request.sessionId = opened.sessionId &+ 1
        #expect(try harness.send(request, version: 12)?.errorCode == .fetchSessionIdNotFound)
        (request.sessionId, request.sessionEpoch) = (opened.sessionId, -1)
        #expect(try harness.send(request, version: 12)?.sessionId == 0)
        #expect(harness.engine.fetchSessions.count == 0)
    }

    @Test func aFullCacheStillAnswersWithoutASession() throws {
        let harness = try EngineHarness { $0.fetchSessionSlots = 1 }
        _ = try harness.createTopic("orders")
        let request = harness.fetchRequest("orders", session: (0, 0))
        #expect(try harness.send(request, version: 12)?.sessionId != 0)
        #expect(try harness.send(request, version: 12)?.sessionId == 0)
        harness.advance(by: FetchSessionCache.evictionMs + 1)
        #expect(try harness.send(request, version: 12)?.sessionId != 0)
    }

    @Test func aDeletedTopicEndsTheWait() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let consumer = harness.connect()
        #expect(try harness.send(harness.fetchRequest("orders", maxWaitMs: 9_000), version: 12, on: consumer) == nil)
        _ = try harness.send(DeleteTopicsRequest(topics: [.init(name: "orders")]), version: 6)
        let answer = first(try harness.answer(FetchResponse.self, version: 12, on: consumer))
        #expect(answer?.errorCode == .unknownTopicOrPartition)
    }
}
