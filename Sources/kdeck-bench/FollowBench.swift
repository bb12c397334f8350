import Bytes
import Codecs
import Foundation
import KafkaClient
import KafkaWire

/// What following costs the console: its CPU and memory while 100,000 records of 100 B a second come into a topic, and how
/// long a key takes to the next frame meanwhile. The console runs on a pseudo terminal of 200 by 50.
struct FollowBench {
    private static let rate = 100_000
    private static let columns: UInt16 = 200
    private static let rows: UInt16 = 50

    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        let broker = KdeckSubject(program: options.kdeck)
        defer { broker.stop() }
        _ = try broker.start()
        let topic: TopicName = "follow"
        let cluster = try Cluster(ClientConfiguration(bootstrap: try HostPort.parseList(broker.bootstrap)))
        defer { cluster.close() }
        let id = try Waiting.wait { () -> KafkaUUID in
            try await cluster.createTopic(topic, partitions: 3, replicationFactor: 1)
            return try await cluster.metadata([topic]).topic(topic)?.id ?? .zero
        }
        let terminal = try BenchTerminal(
            program: options.kdeck, arguments: ["attach", "-b", broker.bootstrap], columns: Self.columns,
            rows: Self.rows)
        defer { terminal.end() }
        terminal.wait(1.5)
        for key in ["\r", "f"] {
            terminal.type(key)
            terminal.wait(1)
        }
        let load = Load(cluster, topic, id, perSecond: Self.rate)
        defer { load.stop() }
        terminal.wait(3)
        let seconds = Double(options.rounds ?? 10)
        let (cpu, sent, begin) = (try Machine.cpuSeconds(terminal.processID), load.sent, Machine.seconds())
        let bytes = terminal.bytesRead
        var latencies: [Double] = []
        while Machine.seconds() - begin < seconds {
            terminal.type(latencies.count % 2 == 0 ? "j" : "k")
            if let latency = terminal.timeToOutput(limit: 0.5) { latencies.append(latency * 1000) }
            terminal.wait(0.029)
        }
        let took = Machine.seconds() - begin
        let used = try Machine.cpuSeconds(terminal.processID) - cpu
        latencies.sort()
        func at(_ part: Double) -> String {
            latencies.isEmpty
                ? "-" : String(format: "%.1f", latencies[min(latencies.count - 1, Int(part * Double(latencies.count)))])
        }
        print(
            "follow: \(Int(Double(load.sent - sent) / took)) records of 100 B a second, \(Int(took)) s, terminal of 200x50"
        )
        printRow(["CPU of the console, % of a core", String(format: "%.1f", used / took * 100)])
        printRow(["key to the next frame, ms: p50 / p99 / most", "\(at(0.5)) / \(at(0.99)) / \(at(1))"])
        printRow([
            "bytes to the terminal, kB a second",
            String(format: "%.1f", Double(terminal.bytesRead - bytes) / took / 1000),
        ])
        printRow(["resident, MiB", String(format: "%.1f", try Machine.residentMiB(terminal.processID))])
    }

    /// Sends batches of a hundredth of a second's records until it is stopped.
    private final class Load: @unchecked Sendable {
        // Safe: under the lock.
        private let lock = NSLock()
        private var count = 0
        private var isOver = false

        init(_ cluster: Cluster, _ topic: TopicName, _ id: KafkaUUID, perSecond: Int) {
            Task {
                let begin = Machine.seconds()
                var tick = 0
                let size = perSecond / 100
                while !lock.withLock({ isOver }) {
                    let due = begin + Double(tick) / 100
                    let now = Machine.seconds()
                    if due > now { try? await Task.sleep(for: .seconds(due - now)) }
                    let partition = Int32(tick % 3)
                    var builder = RecordBatchBuilder(capacity: size * 120)
                    for index in 0..<size {
                        let number = tick * size + index
                        builder.append(
                            key: nil,
                            value: ByteSlice(
                                "{\"id\":\(number),\"status\":\"paid\",\"pad\":\"\(String(repeating: "x", count: 60))\"}"
                            ),
                            timestamp: Int64(Date().timeIntervalSince1970 * 1000))
                    }
                    guard let batch = try? builder.build() else { return }
                    _ = try? await cluster.send(
                        ProduceRequest(
                            acks: 1, timeoutMs: 30_000,
                            topicData: [
                                ProduceRequest.TopicProduceData(
                                    topicId: id,
                                    partitionData: [
                                        ProduceRequest.PartitionProduceData(index: partition, records: batch)
                                    ])
                            ]), to: .leader(TopicPartition(topic, partition)))
                    lock.withLock { count += size }
                    tick += 1
                }
            }
        }

        var sent: Int { lock.withLock { count } }
        func stop() { lock.withLock { isOver = true } }
    }
}

/// A program on a pseudo terminal of `script`, whose output is read and timed, not shown.
final class BenchTerminal {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private(set) var bytesRead = 0
    /// The program itself.
    private(set) var processID: Int32 = 0

    init(program: String, arguments: [String], columns: UInt16, rows: UInt16) throws {
        let words = ([program] + arguments).map { "'\($0)'" }.joined(separator: " ")
        process.executableURL = URL(filePath: "/usr/bin/script")
        process.arguments = ["-qfc", "stty rows \(rows) cols \(columns); echo $$ >&2; exec \(words)", "/dev/null"]
        process.standardInput = input
        process.standardOutput = output
        process.environment = ProcessInfo.processInfo.environment.merging(["TERM": "xterm-256color"]) { $1 }
        try process.run()
        // The first line is the number of the shell that became the program.
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n"), let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
            line.append(byte)
        }
        processID = Int32(String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
        guard processID > 0 else { throw BenchError.failed("there is no pseudo terminal: script said nothing") }
    }

    func type(_ keys: String) {
        try? input.fileHandleForWriting.write(contentsOf: Data(keys.utf8))
    }

    /// Reads for so long.
    func wait(_ seconds: Double) {
        let end = Machine.seconds() + seconds
        while Machine.seconds() < end { _ = readSome(until: end) }
    }

    /// Seconds until something comes; nil when nothing does.
    func timeToOutput(limit: Double) -> Double? {
        let begin = Machine.seconds()
        return readSome(until: begin + limit) ? Machine.seconds() - begin : nil
    }

    private func readSome(until end: Double) -> Bool {
        let descriptor = output.fileHandleForReading.fileDescriptor
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let left = max(0, end - Machine.seconds())
        guard poll(&ready, 1, Int32((left * 1000).rounded(.up))) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &buffer, buffer.count)
        bytesRead += max(0, count)
        return count > 0
    }

    func end() {
        kill(processID, SIGTERM)
        wait(0.5)
        process.terminate()
        process.waitUntilExit()
    }
}
