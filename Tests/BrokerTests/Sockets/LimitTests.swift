import Bytes
import Codecs
import Foundation
import KafkaBroker
import KafkaWire
import Testing

/// What one client may take of a broker, met over real sockets: the one who goes beyond is refused, the limit counts it,
/// and nobody else notices.
@Suite struct LimitTests {
    private func met(_ scratch: ScratchBroker, _ limit: BrokerLimit) -> Int {
        scratch.broker.limits.first { $0.limit == limit }?.met ?? -1
    }

    /// The same once the broker is through with what it was at: it counts a moment after it closed.
    private func metAfterwards(_ scratch: ScratchBroker, _ limit: BrokerLimit) throws -> Int {
        #expect(isAlive(try RawClient(port: scratch.broker.port)))
        return met(scratch, limit)
    }

    private func isAlive(_ client: RawClient) -> Bool {
        (try? client.ask(ApiVersionsRequest(), version: 0).errorCode) == ErrorCode.none
    }

    @Test func everyLimitHasANameAndAValue() throws {
        let scratch = try ScratchBroker()
        let limits = scratch.broker.limits
        #expect(Set(limits.map(\.limit)) == Set(BrokerLimit.allCases))
        #expect(limits.allSatisfy { $0.value > 0 && $0.met == 0 })
    }

    @Test func aConnectionTooManyIsClosedAndRoomComesBack() throws {
        let scratch = try ScratchBroker(["max.connections": 2])
        var clients = [try RawClient(port: scratch.broker.port), try RawClient(port: scratch.broker.port)]
        #expect(clients.allSatisfy(isAlive))
        #expect(try RawClient(port: scratch.broker.port).isClosedByPeer)
        #expect(met(scratch, .connections) == 1)
        #expect(clients.allSatisfy(isAlive))
        clients.removeLast().finishSending()
        // The broker sees the end of the one a moment later.
        while !isAlive(try RawClient(port: scratch.broker.port)) {}
        #expect(isAlive(clients[0]))
    }

    @Test func anAddressHasALimitOfItsOwn() throws {
        let scratch = try ScratchBroker(["max.connections.per.ip": 1])
        let first = try RawClient(port: scratch.broker.port)
        #expect(isAlive(first))
        #expect(try RawClient(port: scratch.broker.port).isClosedByPeer)
        #expect(met(scratch, .connectionsPerAddress) == 1)
        #expect(isAlive(first))
    }

    @Test func anIdleConnectionIsClosedAndAWaitingOneIsNot() throws {
        let scratch = try ScratchBroker(["connections.max.idle.ms": 1_000])
        let waiting = try RawClient(port: scratch.broker.port)
        _ = try waiting.ask(MetadataRequest(topics: [.init(name: "orders")]), version: 9)
        let fetch = FetchRequest(
            maxWaitMs: 2_500, minBytes: 1, maxBytes: 1 << 20,
            topics: [.init(topic: "orders", partitions: [.init(partition: 0, partitionMaxBytes: 1 << 20)])])
        waiting.send(try Frame.encode(fetch, version: 12, correlationID: 1, clientID: nil))
        #expect(try RawClient(port: scratch.broker.port).isClosedByPeer)
        #expect(try metAfterwards(scratch, .idle) == 1)
        #expect(waiting.readFrame() != nil)
        #expect(waiting.isClosedByPeer)
    }

    @Test func aFrameThatIsNotFinishedInTimeEndsItsConnection() throws {
        let scratch = try ScratchBroker(["kdeck.frame.timeout.ms": 100])
        let slow = try RawClient(port: scratch.broker.port)
        slow.send(try #require(Hex.decode("00000100" + "0012")))
        let slower = try RawClient(port: scratch.broker.port)
        slower.send(try #require(Hex.decode("0000")))
        #expect(slow.isClosedByPeer)
        #expect(slower.isClosedByPeer)
        #expect(try metAfterwards(scratch, .frameTime) == 2)
    }

    @Test func theGreediestOfTheHalfSentFramesGoesFirst() throws {
        let scratch = try ScratchBroker(["queued.max.request.bytes": 8 << 20])
        let modest = try RawClient(port: scratch.broker.port)
        modest.send(try #require(Hex.decode("00000020" + "00120000")))
        let greedy = try RawClient(port: scratch.broker.port)
        greedy.send(try #require(Hex.decode("06400000")))
        greedy.send(ByteSlice([UInt8](repeating: 7, count: 16 << 20)))
        #expect(greedy.isClosedByPeer)
        #expect(try metAfterwards(scratch, .heldBytes) == 1)
        // The modest one may still finish: ApiVersions version 0.
        modest.send(ByteSlice([0, 0, 0, 9, 0, 18] + [UInt8](repeating: 0x61, count: 18) + [0, 0, 0, 0]))
        #expect(modest.readFrame()?.integer(at: 0, as: Int32.self) == 9)
    }

    @Test func aFrameAboveTheMaximumIsCounted() throws {
        let scratch = try ScratchBroker(["socket.request.max.bytes": 1_000])
        let client = try RawClient(port: scratch.broker.port)
        client.send(try #require(Hex.decode("000003e9")))
        #expect(client.isClosedByPeer)
        #expect(try metAfterwards(scratch, .frameSize) == 1)
    }

    @Test func aThousandRequestsAtOnceAreAnsweredInOrderWithFewInMemory() throws {
        let scratch = try ScratchBroker()
        let client = try RawClient(port: scratch.broker.port)
        for number in 0..<1_000 {
            client.send(
                try Frame.encode(
                    MetadataRequest(topics: []), version: 9, correlationID: Int32(number), clientID: nil))
        }
        for number in 0..<1_000 {
            let answer = try #require(client.readFrame())
            #expect(answer.integer(at: 0, as: Int32.self) == Int32(number))
        }
        #expect(met(scratch, .inFlight) > 0)
    }

    @Test func requestsBehindAParkedOneStopTheReadingAndAreAllAnswered() throws {
        let scratch = try ScratchBroker(["kdeck.max.queued.requests": 4])
        let client = try RawClient(port: scratch.broker.port)
        _ = try client.ask(MetadataRequest(topics: [.init(name: "orders")]), version: 9)
        let fetch = FetchRequest(
            maxWaitMs: 300, minBytes: 1, maxBytes: 1 << 20,
            topics: [.init(topic: "orders", partitions: [.init(partition: 0, partitionMaxBytes: 1 << 20)])])
        client.send(try Frame.encode(fetch, version: 12, correlationID: 0, clientID: nil))
        for number in 1...200 {
            client.send(
                try Frame.encode(
                    MetadataRequest(topics: []), version: 9, correlationID: Int32(number), clientID: nil))
        }
        for number in 0...200 {
            let answer = try #require(client.readFrame())
            #expect(answer.integer(at: 0, as: Int32.self) == Int32(number))
        }
        #expect(met(scratch, .queuedRequests) > 0)
    }

    @Test func aGroupThatIsFullTakesNobodyElse() throws {
        let scratch = try ScratchBroker(["group.max.size": 1, "kdeck.max.groups": 1])
        func join(_ group: GroupID) throws -> ErrorCode {
            let request = JoinGroupRequest(
                groupId: group, sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 10_000, protocolType: "consumer",
                protocols: [.init(name: "range")])
            return try RawClient(port: scratch.broker.port).ask(request, version: 3).errorCode
        }
        #expect(try join("readers") == .none)
        #expect(try join("readers") == .groupMaxSizeReached)
        #expect(met(scratch, .members) == 1)
        #expect(try join("others") == .groupMaxSizeReached)
        #expect(met(scratch, .groups) == 1)
    }

    @Test func aBatchThatInflatesTooFarIsRefused() throws {
        let scratch = try ScratchBroker(["kdeck.max.inflated.bytes": 1 << 20])
        let client = try RawClient(port: scratch.broker.port)
        let created = try client.ask(
            CreateTopicsRequest(
                topics: [
                    .init(
                        name: "bombs", numPartitions: 1, replicationFactor: 1,
                        configs: [.init(name: "cleanup.policy", value: "compact")])
                ], timeoutMs: 10_000), version: 5)
        #expect(created.topics.first?.errorCode == ErrorCode.none)
        func produce(_ size: Int) throws -> ErrorCode? {
            var builder = RecordBatchBuilder(codec: .gzip)
            let zeros = ByteSlice([UInt8](repeating: 0, count: size))
            builder.append(key: ByteSlice("k"), value: zeros, timestamp: 1_790_000_000_000)
            let request = ProduceRequest(
                acks: 1,
                topicData: [.init(name: "bombs", partitionData: [.init(index: 0, records: try builder.build())])])
            return try client.ask(request, version: 9).responses.first?.partitionResponses.first?.errorCode
        }
        #expect(try produce(1_000) == ErrorCode.none)
        #expect(try produce(2 << 20) == .invalidRecord)
        #expect(met(scratch, .inflatedBytes) == 1)
    }

    @Test func partitionsHaveALimit() throws {
        let scratch = try ScratchBroker(["kdeck.max.partitions": 3])
        let client = try RawClient(port: scratch.broker.port)
        let answer = try client.ask(
            CreateTopicsRequest(
                topics: [.init(name: "wide", numPartitions: 4, replicationFactor: 1)], timeoutMs: 10_000), version: 5)
        #expect(answer.topics.first?.errorCode == .policyViolation)
        #expect(met(scratch, .partitions) == 1)
    }
}
