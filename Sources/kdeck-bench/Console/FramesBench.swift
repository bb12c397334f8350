import Foundation
import Terminal

/// What a frame costs: its bytes on the line and the CPU of the thread that draws it, at 200 by 50.
struct FramesBench {
    private static let columns = 200
    private static let rows = 50

    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func figures() throws -> [Figure] {
        try drawing() + table() + tail(columns: 80, rows: 24) + tail(columns: 200, rows: 50)
    }

    /// The drawing layer alone: a thousand frames with new numbers in one row of ten.
    private func drawing() throws -> [Figure] {
        let pair = try PseudoTerminal.pair(columns: UInt16(Self.columns), rows: UInt16(Self.rows))
        let drain = Drain(pair.master)
        var terminal = CursesOptions(
            term: "xterm-256color", colorTerm: "truecolor", noColor: false,
            cacheDirectory: FileManager.default.temporaryDirectory.path)
        (terminal.input, terminal.output) = (pair.slave, pair.slave)
        let screen = try CursesScreen.open(theme: .plainColors, options: terminal)
        defer {
            screen.close()
            close(pair.slave)
        }
        func frame(_ number: Int) {
            var grid = CellGrid(width: Self.columns, height: Self.rows)
            for y in 0..<Self.rows {
                let value = y % 10 == 3 ? 1_000_000 + number * 7_919 + y : y * 31_337
                grid.put("topic-\(y)", x: 2, y: y, style: .strong)
                for column in 1...8 { grid.put("\(value * column)", x: 22 * column, y: y, style: .number) }
            }
            screen.present(grid, cursor: nil)
        }
        frame(0)
        Thread.sleep(forTimeInterval: 0.2)
        let (bytes, cpu) = (drain.bytes, Machine.threadCPUSeconds())
        let count = 1_000
        for number in 1...count { frame(number) }
        let spent = Machine.threadCPUSeconds() - cpu
        Thread.sleep(forTimeInterval: 0.2)
        return [
            .atMost(
                0.4, spent / Double(count) * 1_000, "ms", "C4", "CPU a frame, drawing layer, 1 row in 10 changed",
                digits: 2),
            .atMost(
                1_200, Double(drain.bytes - bytes) / Double(count), "B", "C5",
                "bytes a frame, drawing layer, 8 numbers in 1 row in 10", digits: 0),
        ]
    }

    /// The topics of a cluster where one in ten gets records.
    private func table() throws -> [Figure] {
        let cluster = try StandInCluster(topics: 50, partitions: 3, movingEvery: 10)
        let terminal = try PseudoTerminal(
            [options.kdeck, "attach", "-b", "127.0.0.1:\(cluster.port)", "--read-only"], columns: UInt16(Self.columns),
            rows: UInt16(Self.rows))
        terminal.wait(5)
        let (bytes, frames) = (terminal.bytesRead, terminal.frames)
        terminal.wait(20 * options.scale)
        let drawn = Double(max(1, terminal.frames - frames))
        let size = Double(terminal.bytesRead - bytes) / drawn
        let keys = 500
        let (cpu, before) = (try Machine.mainThreadSeconds(terminal.processID), terminal.frames)
        for key in 0..<keys {
            terminal.press(key % 40 < 20 ? "j" : "k")
            terminal.wait(0.012)
        }
        let spent = (try Machine.mainThreadSeconds(terminal.processID) - cpu) / Double(max(1, terminal.frames - before))
        return [
            Figure(
                goal: "C4", title: "CPU of a key that moves the cursor, whole console",
                kdeck: Figure.text(spent * 1_000, 2, "ms")),
            .atMost(
                1_200, size, "B", "C5", "bytes a frame, topics, 1 row in 10 changed", digits: 0,
                detail: " (\(Int(drawn)) frames)"),
        ]
    }

    /// A topic that is followed while a record comes in from time to time.
    private func tail(columns: UInt16, rows: UInt16) throws -> [Figure] {
        let broker = KdeckSubject(program: options.kdeck)
        defer { broker.stop() }
        _ = try broker.start()
        let lines = try RecordSource(broker.bootstrap, topic: "tail")
        for number in 0..<200 { try lines.send(number) }
        let terminal = try PseudoTerminal(
            [options.kdeck, "attach", "-b", broker.bootstrap, "--read-only"], columns: columns, rows: rows)
        terminal.wait(1.5)
        for key in ["\r", "f"] {
            terminal.press(key)
            terminal.wait(1)
        }
        for number in 200..<280 { try lines.send(number) }
        terminal.wait(2)
        var sizes = Samples()
        let (first, begin) = (terminal.bytesRead, Machine.seconds())
        let count = Int(20 * options.scale.rounded(.up))
        for number in 280..<280 + count {
            try lines.send(number)
            // The rates of the head have frames of their own.
            guard let size = terminal.sizeOfFrame(holding: "\"id\":\(number),", within: 1) else {
                throw BenchError.failed("record \(number) was not drawn")
            }
            sizes.values.append(Double(size))
        }
        let all = Double(terminal.bytesRead - first) / (Machine.seconds() - begin)
        return [
            .atMost(
                300, sizes.median, "B", "C5", "a record that comes in, followed at \(columns)x\(rows)", digits: 0,
                detail: String(format: " (most %.0f)", sizes.maximum)),
            Figure(
                goal: "C5", title: "one each second there, rates and all", kdeck: Figure.text(all, 0, "B/s")),
        ]
    }

    /// Reads a terminal away and counts.
    private final class Drain: @unchecked Sendable {
        // Safe: under the lock.
        private let lock = NSLock()
        private var count = 0

        var bytes: Int { lock.withLock { count } }

        init(_ master: Int32) {
            Thread.detachNewThread { [self] in
                var buffer = [UInt8](repeating: 0, count: 1 << 16)
                while true {
                    let got = read(master, &buffer, buffer.count)
                    guard got > 0 else { break }
                    lock.withLock { count += got }
                }
                close(master)
            }
        }
    }
}

extension Theme {
    /// A few colours, as the console's own themes have them.
    fileprivate static let plainColors = Theme(name: "bench", canvas: Color(red: 0, green: 0, blue: 0)) { role in
        switch role {
        case .number: .init(Color(red: 0xA8, green: 0xD8, blue: 0xFF, ansi: .index(6)))
        case .strong: .init(Color(red: 0xFF, green: 0xFF, blue: 0xFF, ansi: .index(15)), on: nil, .bold)
        default: .init()
        }
    }
}
