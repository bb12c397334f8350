import Foundation

/// How fast a broker is there, and what it takes while it does nothing.
struct StartBench {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        var ready: [String: Samples] = [:]
        var cpu: [String: Samples] = [:]
        var idle: [String: Samples] = [:]
        let subjects = try options.subjects()
        for subject in subjects {
            // A JVM takes seconds and its spread is small; kdeck's start is short and wants more samples.
            let rounds = options.rounds ?? (subject is KafkaSubject ? 3 : 10)
            for round in 1...rounds {
                defer { subject.stop() }
                ready[subject.name, default: Samples()].values.append(try subject.start() * 1000)
                cpu[subject.name, default: Samples()].values
                    .append(try Machine.cpuSeconds(subject.processID) * 1000)
                if round == rounds {
                    Thread.sleep(forTimeInterval: 5)
                    idle[subject.name, default: Samples()].values.append(try Machine.residentMiB(subject.processID))
                }
            }
        }
        printTable([
            ("start to ready, ms", ready, 1), ("CPU until ready, ms (clock ticks of 10)", cpu, 0),
            ("resident when idle for 5 s, MiB", idle, 1),
        ])
        if options.only != "kafka" {
            printRow(["program, stripped, MB", String(format: "%.1f", try strippedMegabytes()), "-"])
        }
    }

    func sizeFigure() throws -> Figure {
        .atMost(15, try strippedMegabytes(), "MB", "C9", "program, stripped, static")
    }

    private func strippedMegabytes() throws -> Double {
        let stripped = FileManager.default.temporaryDirectory.appending(path: "kdeck-bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: stripped) }
        _ = try Machine.run(["strip", "-o", stripped, options.kdeck])
        let size = try FileManager.default.attributesOfItem(atPath: stripped)[.size] as? Int ?? 0
        return Double(size) / 1e6
    }
}
