import Bytes
import Foundation
import KafkaBroker
import KafkaWire
import Testing

/// Whole brokers over sockets: start, stop, crash.
@Suite struct BrokerLifeTests {
    private func batch(_ value: String) throws -> ByteSlice {
        var builder = RecordBatchBuilder()
        builder.append(key: nil, value: ByteSlice(value), timestamp: 1_790_000_000_000)
        return try builder.build()
    }

    private func produce(_ client: RawClient, _ values: [String]) throws -> Int64? {
        let request = ProduceRequest(
            acks: 1,
            topicData: [
                .init(name: "orders", partitionData: [.init(index: 0, records: try batch(values.joined()))])
            ])
        return try client.ask(request, version: 12).responses.first?.partitionResponses.first?.baseOffset
    }

    private func end(_ client: RawClient) throws -> Int64? {
        let request = ListOffsetsRequest(
            replicaId: -1, topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, timestamp: -1)])])
        return try client.ask(request, version: 7).topics.first?.partitions.first?.offset
    }

    @Test func everythingIsThereAfterACleanStop() throws {
        let scratch = try ScratchBroker()
        let first = try RawClient(port: scratch.broker.port)
        _ = try first.ask(MetadataRequest(topics: [.init(name: "orders")]), version: 9)
        for number in 0..<10 { #expect(try produce(first, ["\(number)"]) == Int64(number)) }
        let cluster = scratch.broker.clusterID
        try scratch.restart()
        #expect(first.isClosedByPeer)
        #expect(scratch.broker.clusterID == cluster)
        let second = try RawClient(port: scratch.broker.port)
        #expect(try end(second) == 10)
        #expect(try produce(second, ["more"]) == 10)
    }

    @Test func aCopyTakenWhileOpenStartsWithAllThatWasAcknowledged() throws {
        let scratch = try ScratchBroker()
        let client = try RawClient(port: scratch.broker.port)
        _ = try client.ask(MetadataRequest(topics: [.init(name: "orders")]), version: 9)
        for number in 0..<50 { _ = try produce(client, [String(repeating: "x", count: number * 100)]) }
        // What a kill -9 leaves: the files as they are at this moment.
        let copy = scratch.directory + "-copy"
        try FileManager.default.copyItem(atPath: scratch.directory, toPath: copy)
        let again = try ScratchBroker(directory: copy)
        let other = try RawClient(port: again.broker.port)
        #expect(try end(other) == 50)
        #expect(try produce(other, ["more"]) == 50)
    }

    @Test func aSecondBrokerOnTheSameFolderIsRefusedInOneLine() throws {
        let scratch = try ScratchBroker()
        let error = #expect(throws: BrokerError.self) { try ScratchBroker(directory: scratch.directory) }
        #expect(error?.kind == .directoryInUse)
        #expect(error?.description.contains(scratch.directory) == true)
        #expect(error?.description.contains("\n") == false)
    }

    @Test func aTakenPortIsRefusedInOneLine() throws {
        let scratch = try ScratchBroker()
        let folder = scratch.directory + "-other"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var configuration = BrokerConfiguration(dataDirectory: folder)
        configuration.port = UInt16(scratch.broker.port)
        let error = #expect(throws: BrokerError.self) { try Broker.start(configuration) }
        #expect(error?.kind == .addressUnusable)
        #expect(error?.description.contains("--port") == true)
    }

    @Test func aFolderOfAnotherNodeIsRefused() throws {
        let scratch = try ScratchBroker()
        scratch.broker.stop()
        var configuration = BrokerConfiguration(dataDirectory: scratch.directory)
        configuration.port = 0
        configuration.nodeID = 2
        let error = #expect(throws: BrokerError.self) { try Broker.start(configuration) }
        #expect(error?.kind == .directoryUnusable)
    }

    @Test func aLongFetchIsAnsweredFromTheFile() throws {
        let scratch = try ScratchBroker()
        let client = try RawClient(port: scratch.broker.port)
        _ = try client.ask(MetadataRequest(topics: [.init(name: "orders")]), version: 9)
        let values = (0..<20).map { String(repeating: Character(UnicodeScalar(UInt8(97 + $0))), count: 40_000) }
        for value in values { _ = try produce(client, [value]) }
        let request = FetchRequest(
            maxBytes: 50 << 20,
            topics: [.init(topic: "orders", partitions: [.init(partition: 0, partitionMaxBytes: 50 << 20)])])
        let answer = try client.ask(request, version: 12)
        let records = try #require(answer.responses.first?.partitions.first?.records)
        var seen: [String] = []
        for element in RecordBatches(records) {
            for record in try element.batch.get().records() { seen.append(record.value?.text ?? "") }
        }
        #expect(seen == values)
    }

    @Test func aShortFetchIsReadIntoItsAnswer() throws {
        let scratch = try ScratchBroker()
        let client = try RawClient(port: scratch.broker.port)
        _ = try client.ask(MetadataRequest(topics: [.init(name: "orders")]), version: 9)
        for value in ["a", "b", "c"] { _ = try produce(client, [value]) }
        for version in Int16(4)...12 {
            let request = FetchRequest(
                maxBytes: 1 << 20,
                topics: [
                    .init(
                        topic: "orders",
                        partitions: [.init(partition: 0, fetchOffset: 1, partitionMaxBytes: 1 << 20)])
                ])
            let answer = try client.ask(request, version: version)
            let records = try #require(answer.responses.first?.partitions.first?.records)
            let values = try RecordBatches(records).flatMap { try $0.batch.get().records().map { $0.value?.text } }
            #expect(values == ["b", "c"])
        }
    }
}
