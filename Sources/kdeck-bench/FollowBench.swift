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
        let terminal = try PseudoTerminal(
            [options.kdeck, "attach", "-b", broker.bootstrap], columns: Self.columns, rows: Self.rows)
        terminal.wait(1.5)
        for key in ["\r", "f"] {
            terminal.press(key)
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
            terminal.press(latencies.count % 2 == 0 ? "j" : "k")
            if let latency = terminal.timeToDraw(within: 0.5) { latencies.append(latency * 1000) }
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
