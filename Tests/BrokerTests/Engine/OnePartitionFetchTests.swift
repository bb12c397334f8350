import Bytes
import KafkaWire
import Testing

@testable import KafkaBroker

/// The fetch that is read where it lies says what the whole handler says.
@Suite struct OnePartitionFetchTests {
    private func harness() throws -> EngineHarness {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        for value in ["one", "two", String(repeating: "x", count: 50_000)] {
            _ = try harness.produce(harness.batch([value]), to: "orders")
        }
        return harness
    }

    private func request(_ harness: EngineHarness, session: (id: Int32, epoch: Int32) = (0, -1)) throws -> FetchRequest
    {
        var request = harness.fetchRequest("orders", from: 1, maxWaitMs: 500, session: session)
        request.topics[0].topicId = try #require(harness.engine.topics.topic(named: "orders")).id
        return request
    }

    private func isOne(_ request: FetchRequest, _ version: Int16) throws -> Bool {
        OnePartitionFetch(try request.encoded(version: version), version: version) != nil
    }

    @Test(arguments: Int16(4)...18) func itAnswersAsTheWholeHandlerDoes(version: Int16) throws {
        let harness = try self.harness()
        let one = try request(harness)
        #expect(try isOne(one, version))
        // Named twice it is unusual, and yet one partition.
        var unusual = one
        unusual.topics.append(unusual.topics[0])
        #expect(try !isOne(unusual, version))
        let answer = try #require(try harness.send(one, version: version))
        #expect(answer.responses.first?.partitions.first?.records?.count ?? 0 > 50_000)
        #expect(try harness.send(unusual, version: version) == answer)
    }

    @Test(arguments: [Int16(7), 12, 13, 18]) func aSessionGoesOnBetweenBothWays(version: Int16) throws {
        let harness = try self.harness()
        let opened = try #require(try harness.send(request(harness, session: (0, 0)), version: version))
        #expect(opened.sessionId != 0)
        var next = try request(harness, session: (opened.sessionId, 1))
        next.topics[0].partitions[0].fetchOffset = 2
        #expect(try isOne(next, version))
        let second = try harness.send(next, version: version)?.responses.first?.partitions.first
        #expect(second?.records?.count ?? 0 > 50_000 && second?.highWatermark == 3)
        // The same offset as before, named no more.
        let quiet = FetchRequest(
            maxWaitMs: 500, minBytes: 1, maxBytes: 1 << 20, sessionId: opened.sessionId, sessionEpoch: 2)
        #expect(try isOne(quiet, version))
        #expect(
            try harness.send(quiet, version: version)?.responses.first?.partitions.first?.records == second?.records)
        // An epoch that was used already, and one that is out of turn.
        for epoch in [Int32(2), 4] {
            var wrong = quiet
            wrong.sessionEpoch = epoch
            #expect(try harness.send(wrong, version: version)?.errorCode == .invalidFetchSessionEpoch)
        }
        // Nothing new: it waits, and the append wakes it.
        next.sessionEpoch = 3
        next.topics[0].partitions[0].fetchOffset = 3
        let consumer = harness.connect()
        #expect(try harness.send(next, version: version, on: consumer) == nil)
        _ = try harness.produce(harness.batch(["four"]), to: "orders")
        let woken = try harness.answer(FetchResponse.self, version: version, on: consumer)
        #expect(woken?.responses.first?.partitions.first?.highWatermark == 4)
    }

    @Test func bytesThatEndEarlyAreLeftToTheWholeHandler() throws {
        let harness = try self.harness()
        for version in Int16(4)...18 {
            let body = try request(harness).encoded(version: version)
            for count in 0..<body.count { #expect(OnePartitionFetch(body.slice(0..<count), version: version) == nil) }
        }
    }
}
