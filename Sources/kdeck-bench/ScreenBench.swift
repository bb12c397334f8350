import Foundation

/// How soon the console is of use on a cluster of ten thousand topics with a hundred thousand partitions, and how long a
/// key takes to change the screen there.
struct ScreenBench {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        let (shown, keys, load, memory) = try measure()
        printRow(["10,000 topics, 100,000 partitions", "min / median / max"])
        printRow(["first byte of the answer to topics on the screen, ms", shown.text(0)])
        printRow(["key to frame, ms", keys.text(1)])
        printRow(["key to frame, p99, ms", String(format: "%.1f", keys.at(0.99))])
        printRow(["while it is looked at, % of a core", load.text(1)])
        printRow(["resident, MiB", memory.text(0)])
    }

    func figures() throws -> [Figure] {
        let (shown, keys, load, _) = try measure()
        return [
            .atMost(
                300, shown.median, "ms", "C2", "answer about 100,000 partitions to topics on the screen", digits: 0),
            .atMost(
                8, keys.at(0.99), "ms", "C3", "key to frame there, p99",
                detail: String(format: " (p50 %.1f)", keys.at(0.5))),
            Figure(goal: "C2", title: "looking at them", kdeck: Figure.text(load.median, 1, "% of a core")),
        ]
    }

    private func measure() throws -> (shown: Samples, keys: Samples, load: Samples, memory: Samples) {
        var shown = Samples()
        var keys = Samples()
        var load = Samples()
        var memory = Samples()
        for _ in 0..<(options.rounds ?? 3) {
            let cluster = try StandInCluster(topics: 10_000, partitions: 10)
            let terminal = try PseudoTerminal(
                [options.kdeck, "attach", "-b", "127.0.0.1:\(cluster.port)", "--read-only"], columns: 120, rows: 40)
            var text = ""
            let deadline = Machine.seconds() + 20
            while !(text.contains("10,000 topics") && text.contains("topic-00000")) {
                guard Machine.seconds() < deadline else { throw BenchError.failed("no topics within 20 s:\n\(text)") }
                text += terminal.drawn(within: 1) ?? ""
            }
            guard let answered = cluster.answeredAt else { throw BenchError.failed("nobody asked for the topics") }
            shown.values.append((Machine.seconds() - answered) * 1_000)
            keys.values += times(of: 300, on: terminal)
            let (before, begin) = (try Machine.cpuSeconds(terminal.processID), Machine.seconds())
            terminal.wait(10)
            let spent = try Machine.cpuSeconds(terminal.processID) - before
            load.values.append(spent / (Machine.seconds() - begin) * 100)
            memory.values.append(try Machine.residentMiB(terminal.processID))
        }
        return (shown, keys, load, memory)
    }

    /// Keys down, up, a page, the end and the start, and the time until the terminal gets the first byte for each.
    private func times(of count: Int, on terminal: PseudoTerminal) -> [Double] {
        let strokes = [
            "\u{1b}[B", "\u{1b}[B", "\u{1b}[6~", "\u{1b}[A", "\u{1b}[F", "\u{1b}[A", "\u{1b}[5~", "\u{1b}[H",
        ]
        var found: [Double] = []
        for index in 0..<count {
            // What is drawn without a key does not count: the screen is quiet when the key is pressed.
            while terminal.drawn(within: 0.02) != nil {}
            terminal.press(strokes[index % strokes.count])
            if let seconds = terminal.timeToDraw(within: 1) { found.append(seconds * 1_000) }
        }
        return found
    }
}
