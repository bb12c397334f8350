import Foundation

/// What a console costs that shows fifty topics of Apache Kafka in which nothing happens: as it comes, asking every two
/// seconds, and as whoever wants it has it ask each second.
struct IdleBench {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func figures(on kafka: KafkaSubject) throws -> [Figure] {
        let names = (1...50).map { "idle-" + String(format: "%02d", $0) }
        try kafka.createTopics(names, partitions: 3)
        let folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("refresh = 1\n".utf8).write(to: folder.appending(path: "config.toml"))
        let words = [options.kdeck, "attach", "-b", kafka.bootstrap, "--read-only"]
        let kdeck = try PseudoTerminal(words, columns: 200, rows: 60)
        let faster = try PseudoTerminal(
            words, columns: 200, rows: 60, more: ["KDECK_CONFIG=\(folder.appending(path: "config.toml").path)"])
        var others: [(name: String, terminal: PseudoTerminal)] = []
        if let program = Kaskade.program() {
            // It does not refresh more often than every five seconds.
            let words = [program, "admin", "-b", kafka.bootstrap, "--refresh-interval", "5"]
            others.append(("kaskade", try PseudoTerminal(words, columns: 200, rows: 60)))
        }
        let all = [faster, kdeck] + others.map(\.terminal)
        // Longer than the last minute that the table shows, so that it has nothing left to fill in.
        watch(all, 70)
        let before = try all.map { (cpu: try Machine.cpuSeconds($0.processID), bytes: $0.bytesRead, frames: $0.frames) }
        let begin = Machine.seconds()
        watch(all, 60 * options.scale)
        let took = Machine.seconds() - begin
        let spent = try zip(all, before).map { (try Machine.cpuSeconds($0.processID) - $1.cpu) / took * 100 }
        let bytes = zip(all, before).map { $0.bytesRead - $1.bytes }
        let memory = try all.map { try Machine.residentMiB($0.processID) }
        func peers(_ values: [Double], _ digits: Int, _ unit: String) -> [Figure.Peer] {
            zip(others, values.dropFirst(2)).map { .init(name: $0.name, text: Figure.text($1, digits, unit)) }
        }
        return [
            .atMost(
                0.5, spent[0], "% of a core", "C6", "idle on 50 topics of Apache Kafka, refresh 1 s, \(Int(took)) s",
                digits: 2),
            .atMost(
                0.5, spent[1], "% of a core", "C6", "the same, refresh 2 s", digits: 2, peers: peers(spent, 2, "%")),
            .atMost(
                25, memory[1], "MiB", "C6", "the same, resident", detail: String(format: " (%.1f)", memory[0]),
                peers: peers(memory, 0, "MiB")),
            .atMost(
                0, Double(bytes[0] + bytes[1]), "B", "C5", "the same, bytes to the terminal", digits: 0,
                peers: peers(bytes.map(Double.init), 0, "B")),
        ]
    }

    /// Reads what all of them draw for so long.
    private func watch(_ terminals: [PseudoTerminal], _ seconds: Double) {
        let end = Machine.seconds() + seconds
        while Machine.seconds() < end {
            for terminal in terminals { while terminal.drawn(within: 0) != nil {} }
            Thread.sleep(forTimeInterval: 0.05)
        }
    }
}
