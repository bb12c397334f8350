import Bytes
import Codecs
import Foundation
import KafkaClient
import KafkaWire

/// What following costs the console: its CPU and memory while 100,000 records of 100 B a second come into a topic, and how
/// long a key takes to its frame meanwhile. The console runs on a pseudo terminal of 200 by 50.
struct FollowBench {
    private static let rate = 100_000
    private static let columns: UInt16 = 200
    private static let rows: UInt16 = 50

    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        for subject in try options.subjects() {
            defer { subject.stop() }
            _ = try subject.start()
            print("follow: records of 100 B on \(subject.name), terminal of \(Self.columns)x\(Self.rows)")
            Figure.print(try figures(on: subject))
        }
    }

    func figures(on broker: any Subject) throws -> [Figure] {
        let topic: TopicName = "follow"
        let cluster = try Cluster(ClientConfiguration(bootstrap: try HostPort.parseList(broker.bootstrap)))
        defer { cluster.close() }
        let id = try Waiting.wait { () -> KafkaUUID in
            try await cluster.createTopic(topic, partitions: 3, replicationFactor: 1)
            return try await cluster.metadata([topic]).topic(topic)?.id ?? .zero
        }
        let terminal = try PseudoTerminal(
            [options.kdeck, "attach", "-b", broker.bootstrap, "--read-only"], columns: Self.columns, rows: Self.rows)
        terminal.wait(1.5)
        // The filter makes the topic the one under the cursor; one without records is followed as soon as it is opened.
        for key in ["/", topic.rawValue, "\r", "\r"] {
            terminal.press(key)
            terminal.wait(0.7)
        }
        let load = Load(cluster, topic, id, perSecond: Self.rate)
        defer { load.stop() }
        terminal.wait(3)
        let seconds = Double(options.rounds ?? 10)
        let (cpu, sent, begin) = (try Machine.cpuSeconds(terminal.processID), load.sent, Machine.seconds())
        let (bytes, frames) = (terminal.bytesRead, terminal.frames)
        terminal.wait(seconds)
        let took = Machine.seconds() - begin
        let used = (try Machine.cpuSeconds(terminal.processID) - cpu) / took * 100
        let rate = Double(load.sent - sent) / took
        let line = Double(terminal.bytesRead - bytes) / took / 1_000
        let drawn = Double(terminal.frames - frames) / took
        var (latencies, keyCPU) = (Samples(), Samples())
        try Self.freeze(terminal, 300, &latencies, &keyCPU)
        let kcat = try follow(broker, topic, for: 5)
        load.stop()
        terminal.wait(2)
        let lost = try ends(of: topic, cluster) - (try counted(on: terminal))
        let memory = try Machine.residentMiB(terminal.processID)
        return [
            .atLeast(0.95 * Double(Self.rate), rate, "records/s", "C8", "followed on \(broker.name)", digits: 0),
            .atMost(
                15, used, "% of a core", "C8", "the console's CPU meanwhile",
                detail: String(format: " (%.0f frames/s)", drawn),
                peers: [.init(name: "kcat to /dev/null", text: Figure.text(kcat, 1, "%"))]),
            .atMost(
                8, latencies.at(0.99), "ms", "C3", "key to frame meanwhile, p99",
                detail: String(format: " (p50 %.1f, %.0f cpu-us a key)", latencies.median, keyCPU.median)),
            .atMost(0, Double(abs(lost)), "records", "C8", "counts against the end offsets", digits: 0, detail: " off"),
            Figure(goal: "C8", title: "bytes to the terminal", kdeck: Figure.text(line, 1, "kB/s")),
            Figure(goal: "C8", title: "resident, following", kdeck: Figure.text(memory, 1, "MiB")),
        ]
    }

    /// Freezes and lets go a topic that is followed, each press at another moment between two frames: milliseconds until the
    /// frame is there that says so, and microseconds of the drawing thread for each key, with what came in meanwhile.
    static func freeze(_ terminal: PseudoTerminal, _ count: Int, _ times: inout Samples, _ cpu: inout Samples) throws {
        let before = try Machine.mainThreadSeconds(terminal.processID)
        for press in 0..<count {
            terminal.wait(0.02 + Double(press * 37 % 40) / 1_000)
            terminal.press(" ")
            // Frames of records that come in go on meanwhile: the word tells them from the answer.
            let word = press % 2 == 0 ? "frozen" : "following"
            guard let seconds = terminal.timeToFrame(holding: word, within: 1) else {
                throw BenchError.failed("no frame said \(word) within a second")
            }
            times.values.append(seconds * 1_000)
        }
        cpu.values.append((try Machine.mainThreadSeconds(terminal.processID) - before) / Double(count) * 1e6)
    }

    /// CPU of kcat that reads the same, in per cent of a core.
    private func follow(_ broker: any Subject, _ topic: TopicName, for seconds: Double) throws -> Double {
        let words = "exec kcat -C -q -u -b \(broker.bootstrap) -t \(topic) -o end > /dev/null 2>&1"
        let kcat = try PseudoTerminal(["/bin/sh", "-c", words], columns: 80, rows: 24)
        kcat.wait(2)
        let (cpu, begin) = (try Machine.cpuSeconds(kcat.processID), Machine.seconds())
        kcat.wait(seconds)
        return (try Machine.cpuSeconds(kcat.processID) - cpu) / (Machine.seconds() - begin) * 100
    }

    /// What the screen says it has counted, drawn anew so that the words stand in a row.
    private func counted(on terminal: PseudoTerminal) throws -> Int64 {
        terminal.press("\u{c}")
        var text = ""
        let deadline = Machine.seconds() + 5
        while Machine.seconds() < deadline {
            text += terminal.drawn(within: 0.5) ?? ""
            if let found = text.matches(of: /([0-9,]+) counted, 0 behind/).last {
                return Int64(found.1.filter { $0 != "," }) ?? -1
            }
        }
        throw BenchError.failed("the screen does not say how many it counted, and that it is not behind")
    }

    private func ends(of topic: TopicName, _ cluster: Cluster) throws -> Int64 {
        try Waiting.wait {
            let wanted = (0..<3).map { (TopicPartition(topic, Int32($0)), OffsetSpec.latest) }
            let listed = await cluster.listOffsets(Dictionary(uniqueKeysWithValues: wanted))
            return try listed.values.reduce(0) { try $0 + $1.get().offset }
        }
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
