import Bytes
import Foundation
import KafkaWire

/// How soon the console is of use on a cluster of ten thousand topics with a hundred thousand partitions, and how long a
/// key takes to change the screen there, also while a hundred thousand records a second are followed.
struct ScreenBench {
    private static let topics = 10_000
    private static let partitions = 10
    private static let rate = 100_000

    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        Figure.print(try figures())
    }

    /// What was measured, over all rounds.
    private struct Looked {
        /// From the first byte of the answer to the topics on the screen, and the console's CPU from its start until then.
        var shown = Samples()
        var shownCPU = Samples()
        /// From a key to the end of its frame, in milliseconds, and what the drawing thread spent on each, in microseconds.
        var keys = Samples()
        var keyCPU = Samples()
        /// The same while a filter is typed.
        var typed = Samples()
        var typedCPU = Samples()
        /// The same while records are followed.
        var followed = Samples()
        var followCPU = Samples()
        /// What looking at the topics costs, in per cent of a core.
        var load = Samples()
        var memory = Samples()
    }

    func figures() throws -> [Figure] {
        let (decode, size) = try decoding()
        var looked = Looked()
        for _ in 0..<(options.rounds ?? 3) { try look(&looked) }
        func keyed(_ title: String, _ times: Samples, _ cpu: Samples) -> [Figure] {
            [
                .atMost(8, times.at(0.99), "ms", "C3", "\(title), p99", detail: " (\(times.values.count) keys)"),
                .atMost(
                    2, times.median, "ms", "C3", "\(title), p50",
                    detail: String(format: " (%.0f cpu-us a key)", cpu.median)),
            ]
        }
        return [
            .atMost(
                300, looked.shown.median, "ms", "C2", "answer about 100,000 partitions to topics on the screen",
                digits: 0, detail: String(format: " (most %.0f)", looked.shown.maximum)),
            .atMost(
                10, decode.median, "cpu-ms", "C2", String(format: "decoding that answer, %.2f MB", Double(size) / 1e6),
                detail: String(format: " (least %.1f)", decode.minimum)),
            Figure(
                goal: "C2", title: "CPU from the start until they are seen",
                kdeck: Figure.text(looked.shownCPU.median, 0, "ms")),
            Figure(goal: "C2", title: "looking at them", kdeck: Figure.text(looked.load.median, 1, "% of a core")),
            Figure(goal: "C2", title: "resident there", kdeck: Figure.text(looked.memory.median, 1, "MiB")),
        ] + keyed("key to frame there", looked.keys, looked.keyCPU)
            + keyed("key to frame, typing a filter there", looked.typed, looked.typedCPU)
            + keyed("key to frame there, following 100,000/s", looked.followed, looked.followCPU)
    }

    /// CPU milliseconds to read the answer about all topics into values, and its bytes.
    private func decoding() throws -> (Samples, Int) {
        let response = StandInCluster.response(about: StandInCluster.topics(Self.topics, Self.partitions), port: 9092)
        let answer = try Frame.encode(response, version: 12, correlationID: 1)
        var samples = Samples()
        for _ in 0..<20 {
            let begin = Machine.threadCPUSeconds()
            // Behind the size, the number of the request and the tags of its header.
            var reader = WireReader(answer.suffix(from: 9))
            let read = try MetadataResponse(from: &reader, version: 12)
            samples.values.append((Machine.threadCPUSeconds() - begin) * 1_000)
            guard read.topics.count == Self.topics else { throw BenchError.failed("not all topics were read") }
        }
        return (samples, answer.count)
    }

    private func look(_ looked: inout Looked) throws {
        let tail = try StandInTail(perSecond: Self.rate, partitions: Self.partitions)
        let cluster = try StandInCluster(topics: Self.topics, partitions: Self.partitions, tail: tail)
        let terminal = try PseudoTerminal(
            [options.kdeck, "attach", "-b", "127.0.0.1:\(cluster.port)", "--read-only"], columns: 120, rows: 40)
        var text = ""
        let deadline = Machine.seconds() + 20
        while !(text.contains("10,000 topics") && text.contains("topic-00000")) {
            guard Machine.seconds() < deadline else { throw BenchError.failed("no topics within 20 s:\n\(text)") }
            text += terminal.drawn(within: 1) ?? ""
        }
        guard let answered = cluster.answeredAt else { throw BenchError.failed("nobody asked for the topics") }
        looked.shown.values.append((Machine.seconds() - answered) * 1_000)
        looked.shownCPU.values.append(try Machine.cpuSeconds(terminal.processID) * 1_000)

        let moves = ["\u{1b}[B", "\u{1b}[B", "\u{1b}[6~", "\u{1b}[A", "\u{1b}[F", "\u{1b}[A", "\u{1b}[5~", "\u{1b}[H"]
        try press(moves, 340, on: terminal, &looked.keys, &looked.keyCPU)
        // Letters that leave thousands of topics, then none of them; enter would keep the filter, escape is waited for.
        try press(
            ["/", "9", "0", "\u{7f}", "7", "\u{7f}", "\u{7f}", "\r"], 200, on: terminal, &looked.typed, &looked.typedCPU
        )

        let (before, begin) = (try Machine.cpuSeconds(terminal.processID), Machine.seconds())
        terminal.wait(10)
        let spent = try Machine.cpuSeconds(terminal.processID) - before
        looked.load.values.append(spent / (Machine.seconds() - begin) * 100)
        looked.memory.values.append(try Machine.residentMiB(terminal.processID))

        for key in ["\u{1b}[H", "\r", "f"] {
            terminal.press(key)
            terminal.wait(1.5)
        }
        try FollowBench.freeze(terminal, 340, &looked.followed, &looked.followCPU)
    }

    /// Presses keys one after the other, each on a screen that is quiet: the time until the frame is there, and the
    /// CPU of the drawing thread for each.
    private func press(
        _ strokes: [String], _ count: Int, on terminal: PseudoTerminal, _ times: inout Samples, _ cpu: inout Samples
    ) throws {
        let before = try Machine.mainThreadSeconds(terminal.processID)
        for index in 0..<count {
            while terminal.drawn(within: 0.02) != nil {}
            terminal.press(strokes[index % strokes.count])
            if let seconds = terminal.timeToFrame(within: 1) { times.values.append(seconds * 1_000) }
        }
        cpu.values.append((try Machine.mainThreadSeconds(terminal.processID) - before) / Double(count) * 1e6)
    }
}
