import Bytes
import Codecs
import Foundation
import KafkaWire
import Testing

@testable import KafkaLog

/// A log on a disk of its own and what a test does to it again and again.
struct LogFixture {
    static let now: Int64 = 1_700_000_000_000
    static let topicID = KafkaUUID(high: 7, low: 9)

    var files: any FileSystem
    var directory: String
    var config = LogConfig()
    var now = LogFixture.now

    init(_ files: any FileSystem = MemoryFileSystem(), directory: String = "/data/orders-0") {
        self.files = files
        self.directory = directory
    }

    func open(clean: Bool = true, recoveryPoint: Int64 = 0, logStart: Int64? = nil) throws -> PartitionLog {
        try PartitionLog.open(
            directory: directory, topicPartition: TopicPartition(topic: "orders", partition: 0),
            topicID: Self.topicID, config: config, fileSystem: files, cleanShutdown: clean,
            recoveryPoint: recoveryPoint, logStartOffset: logStart, now: now)
    }

    /// Appends and writes; gives back what the log said.
    @discardableResult
    func append(
        _ batch: ByteSlice, to log: PartitionLog, epoch: Int32 = 0, origin: AppendOrigin = .client
    ) throws -> AppendResult {
        let result = try log.append(batch, leaderEpoch: epoch, origin: origin, now: now)
        try log.flushStaged()
        return result
    }
}

/// A batch as a producer sends it.
func batch(
    _ values: [String], key: String? = "k", timestamp: Int64 = LogFixture.now, codec: CompressionCodec = .none,
    producer: (Int64, Int16, Int32)? = nil, transactional: Bool = false
) throws -> ByteSlice {
    var builder = RecordBatchBuilder(
        codec: codec,
        producer: producer.map {
            RecordBatchBuilder.Producer(id: ProducerID($0.0), epoch: $0.1, baseSequence: $0.2)
        }, isTransactional: transactional)
    for (index, value) in values.enumerated() {
        builder.append(
            key: key.map { ByteSlice($0) }, value: ByteSlice(value), timestamp: timestamp + Int64(index))
    }
    return try builder.build()
}

/// The marker that ends a transaction, as a coordinator writes it.
func marker(commits: Bool, producer: Int64, epoch: Int16) throws -> ByteSlice {
    var builder = RecordBatchBuilder(
        producer: RecordBatchBuilder.Producer(id: ProducerID(producer), epoch: epoch, baseSequence: -1),
        isTransactional: true, isControl: true)
    builder.append(
        key: ByteSlice([0, 0, 0, commits ? 1 : 0]), value: ByteSlice([0, 0, 0, 0, 0, 3]), timestamp: LogFixture.now)
    return try builder.build()
}

/// Everything in the log as (offset, value); checks each batch on the way.
func contents(of log: PartitionLog, maxBytes: Int = 1 << 20) throws -> [(offset: Int64, value: String)] {
    var found: [(offset: Int64, value: String)] = []
    var next = log.logStartOffset
    while next < log.flushedEndOffset {
        let read = try log.read(from: next, maxBytes: maxBytes, upTo: log.flushedEndOffset, atLeastOneBatch: true)
        let before = next
        for element in RecordBatches(try read.load()) {
            let batch = try element.batch.get()
            for record in try batch.records() where record.offset >= log.logStartOffset && record.offset >= next {
                found.append((record.offset, record.value?.text ?? ""))
            }
            next = try #require(batch.header).lastOffset + 1
        }
        if next == before { break }
    }
    return found
}

/// The folder `shared` beside the project or above it, or what `KDECK_SHARED` names.
let sharedFolder: String? = {
    if let named = ProcessInfo.processInfo.environment["KDECK_SHARED"] { return named }
    var folder = URL(filePath: #filePath)
    while folder.path != "/" {
        folder.deleteLastPathComponent()
        let candidate = folder.appending(path: "shared")
        if FileManager.default.fileExists(atPath: candidate.appending(path: "protocol").path) { return candidate.path }
    }
    print("LogTests: there is no folder shared; tests against Apache Kafka's own files are skipped")
    return nil
}()

/// A folder that is removed when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "kdeck-log-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
