import Bytes
import KafkaLog
import KafkaWire
import Synchronization

@testable import KafkaBroker

/// Clocks that stand still until a test moves them.
final class ManualClock: BrokerClock {
    private let time = Mutex<Int64>(0)
    /// A day in 2026.
    static let epoch: Int64 = 1_790_000_000_000

    var wall: Int64 { Self.epoch + monotonic }
    var monotonic: Int64 { time.withLock { $0 } }

    func advance(by milliseconds: Int64) {
        time.withLock { $0 += milliseconds }
    }
}

/// An engine in memory and in virtual time, without sockets.
final class EngineHarness {
    let clock = ManualClock()
    private(set) var files: MemoryFileSystem
    private(set) var engine: Engine
    private(set) var pass = LoopPass()
    private(set) var connection: Connection
    /// Frames that left, and whether the connection was closed, by connection.
    private var sent: [UInt64: [ByteSlice]] = [:]
    private(set) var closed: Set<UInt64> = []
    private var nextCorrelation: Int32 = 1
    private var life: UInt64 = 0
    private let configure: (inout BrokerConfiguration) -> Void

    init(
        files: MemoryFileSystem = MemoryFileSystem(),
        _ configure: @escaping (inout BrokerConfiguration) -> Void = { _ in }
    ) throws {
        self.files = files
        self.configure = configure
        engine = try Self.open(files, clock, configure)
        connection = engine.connect(host: "127.0.0.1", pass: pass)
    }

    private static func open(
        _ files: MemoryFileSystem, _ clock: ManualClock, _ configure: (inout BrokerConfiguration) -> Void,
        life: UInt64 = 0
    ) throws -> Engine {
        var configuration = BrokerConfiguration(dataDirectory: "/data")
        configure(&configuration)
        return try Engine.open(configuration, clock: clock, fileSystem: files, seed: 7 + life) { $0() }
    }

    /// Another client.
    func connect() -> Connection {
        engine.connect(host: "127.0.0.1", pass: pass)
    }

    /// Stops (clean, or as a kill -9 or a power cut does) and starts again on what the disk holds.
    func restart(_ how: MemoryFileSystem.PowerCut? = nil) throws {
        if let how {
            files = files.afterPowerCut(how)
        } else {
            engine.close()
            files = files.afterPowerCut(.keepEverything)
        }
        pass = LoopPass()
        // Another life draws other ids: the ones of the first are in use.
        life += 1
        engine = try Self.open(files, clock, configure, life: life)
        connection = engine.connect(host: "127.0.0.1", pass: pass)
    }

    /// Hands in a whole frame without its size.
    func receive(_ frame: ByteSlice, on other: Connection? = nil) {
        engine.receive(frame, on: other ?? connection)
    }

    func endPass() {
        engine.endPass(pass) { connection, outgoing in
            switch outgoing {
            case .frame(let response): sent[connection.id, default: []].append(Self.flatten(response))
            case .close:
                closed.insert(connection.id)
                engine.disconnect(connection)
            }
        }
    }

    /// Moves the clock and does what is due.
    func advance(by milliseconds: Int64) {
        clock.advance(by: milliseconds)
        engine.advance(to: clock.monotonic)
        endPass()
    }

    /// The frames a connection got since the last call, without their sizes.
    func takeFrames(of other: Connection? = nil) -> [ByteSlice] {
        sent.removeValue(forKey: (other ?? connection).id) ?? []
    }

    /// Hands in a request without ending the pass.
    func post<R: KafkaRequest>(_ request: R, version: Int16, on other: Connection? = nil) throws {
        nextCorrelation += 1
        let frame = try Frame.encode(request, version: version, correlationID: nextCorrelation, clientID: "test")
        receive(frame.suffix(from: 4), on: other)
    }

    /// The next answer of a connection; nil when none has left.
    func answer<R: KafkaResponse>(
        _ type: R.Type, version: Int16, on other: Connection? = nil
    ) throws -> R? {
        let id = (other ?? connection).id
        guard var frames = sent[id], !frames.isEmpty else { return nil }
        let frame = frames.removeFirst()
        sent[id] = frames
        var reader = WireReader(frame)
        _ = try reader.take(4)
        if Frame.headerVersion(response: R.apiKey, version: version) >= 1 { _ = try reader.take(1) }
        return try R(bytes: reader.rest, version: version)
    }

    /// Sends a request and gives its answer; nil while it is parked, or when the connection was closed.
    func send<R: KafkaRequest>(
        _ request: R, version: Int16, on other: Connection? = nil
    ) throws -> R.Response? {
        try post(request, version: version, on: other)
        endPass()
        return try answer(R.Response.self, version: version, on: other)
    }

    private static func flatten(_ response: EncodedResponse) -> ByteSlice {
        var whole = ByteBuffer()
        whole.append(response.head)
        if let piece = response.piece {
            if let bytes = try? piece.file.bytes(from: piece.position, count: piece.count) { whole.append(bytes) }
            whole.append(piece.tail)
        }
        for part in response.rest {
            switch part {
            case .bytes(let bytes): whole.append(bytes)
            case .file(let file, let position, let count):
                if let bytes = try? file.bytes(from: position, count: count) { whole.append(bytes) }
            }
        }
        let bytes = whole.freeze()
        precondition(bytes.integer(at: 0, as: Int32.self) == Int32(bytes.count - 4), "size of the frame is wrong")
        return bytes.suffix(from: 4)
    }
}

extension EngineHarness {
    /// Makes a topic.
    func createTopic(
        _ name: TopicName, partitions: Int32 = 1, configs: [String: String] = [:]
    ) throws -> CreateTopicsResponse.CreatableTopicResult? {
        let request = CreateTopicsRequest(topics: [
            .init(
                name: name, numPartitions: partitions, replicationFactor: 1,
                configs: configs.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) })
        ])
        return try send(request, version: 7)?.topics.first
    }

    /// A batch of values.
    func batch(
        _ values: [String], producer: RecordBatchBuilder.Producer? = nil, timestamp: Int64 = ManualClock.epoch
    ) throws -> ByteSlice {
        var builder = RecordBatchBuilder(producer: producer)
        for value in values { builder.append(key: nil, value: ByteSlice(value), timestamp: timestamp) }
        return try builder.build()
    }

    /// Produces one batch by name.
    func produce(
        _ records: ByteSlice?, to topic: TopicName, partition: Int32 = 0, acks: Int16 = -1, version: Int16 = 12,
        on other: Connection? = nil
    ) throws -> ProduceResponse.PartitionProduceResponse? {
        let request = ProduceRequest(
            acks: acks, timeoutMs: 1_000,
            topicData: [.init(name: topic, partitionData: [.init(index: partition, records: records)])])
        return try send(request, version: version, on: other)?.responses.first?.partitionResponses.first
    }

    /// A fetch of one partition by name.
    func fetchRequest(
        _ topic: TopicName, partition: Int32 = 0, from offset: Int64 = 0, maxBytes: Int32 = 1 << 20,
        minBytes: Int32 = 1, maxWaitMs: Int32 = 0, session: (id: Int32, epoch: Int32) = (0, -1)
    ) -> FetchRequest {
        FetchRequest(
            maxWaitMs: maxWaitMs, minBytes: minBytes, maxBytes: 50 << 20, sessionId: session.id,
            sessionEpoch: session.epoch,
            topics: [
                .init(
                    topic: topic,
                    partitions: [.init(partition: partition, fetchOffset: offset, partitionMaxBytes: maxBytes)])
            ])
    }

    /// The values of all records of a partition, in order.
    func values(of topic: TopicName, partition: Int32 = 0) throws -> [String] {
        var values: [String] = []
        var offset: Int64 = 0
        while true {
            let response = try send(fetchRequest(topic, partition: partition, from: offset), version: 12)
            guard let found = response?.responses.first?.partitions.first, found.errorCode == .none,
                let records = found.records, !records.isEmpty
            else { return values }
            for element in RecordBatches(records) {
                let batch = try element.batch.get()
                for record in try batch.records() where record.offset >= offset {
                    values.append(record.value?.text ?? "")
                }
                offset = batch.lastOffset + 1
            }
        }
    }
}
