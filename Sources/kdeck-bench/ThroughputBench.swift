import Foundation

/// CPU that a broker uses per million records, with Apache Kafka's own perf clients as the load. Both brokers run all the
/// time and take turns, so that what else the machine does falls on both.
struct ThroughputBench {
    enum Direction: String {
        case produce, consume
    }

    struct Case {
        var name: String
        var recordBytes: Int
        var batchBytes: Int
        var records: Int
    }

    static let cases = [
        Case(name: "100B-16K", recordBytes: 100, batchBytes: 16_384, records: 2_000_000),
        Case(name: "1K-16K", recordBytes: 1024, batchBytes: 16_384, records: 300_000),
        Case(name: "1K-single", recordBytes: 1024, batchBytes: 1200, records: 100_000),
        Case(name: "1K-1M", recordBytes: 1024, batchBytes: 1_000_000, records: 300_000),
    ]

    private let options: Options
    private let direction: Direction

    init(_ options: Options, _ direction: Direction) {
        self.options = options
        self.direction = direction
    }

    func run() throws {
        guard let kafka = options.kafka else {
            throw BenchError.failed("the load comes from Apache Kafka's perf clients: --kafka PATH")
        }
        let cases = Self.cases.filter { options.onlyCase == nil || options.onlyCase == $0.name }
        guard !cases.isEmpty else { throw BenchError.usage("no such case; there are 100B-16K 1K-16K 1K-single 1K-1M") }
        let subjects = try options.subjects()
        defer { for subject in subjects { subject.stop() } }
        for subject in subjects { _ = try subject.start() }
        var samples: [String: [String: Samples]] = [:]
        for test in cases {
            for subject in subjects { try prepare(test, subject, kafka) }
            for round in 1...(options.rounds ?? 3) {
                for subject in subjects {
                    let before = try Machine.cpuSeconds(subject.processID)
                    let records = try load(test, subject, kafka, round)
                    let used = try Machine.cpuSeconds(subject.processID) - before
                    let figure = used / Double(records) * 1e6
                    samples[test.name, default: [:]][subject.name, default: Samples()].values.append(figure)
                    print("# \(test.name) round \(round) \(subject.name): \(String(format: "%.3f", figure)) cpu-s/M")
                    fflush(nil)
                }
            }
            // The pages of a case that is done would weigh on the next one.
            for subject in subjects {
                _ = try Machine.run([
                    kafka, "topics", "--bootstrap-server", subject.bootstrap, "--delete", "--topic", test.name,
                ])
            }
        }
        print("\(direction.rawValue): broker CPU seconds per million records, min / median / max")
        printTable(
            cases.map {
                ("\($0.name): \($0.recordBytes) B records, batches of \($0.batchBytes) B", samples[$0.name] ?? [:], 3)
            })
        for subject in subjects {
            let resident = String(format: "%.1f", try Machine.residentMiB(subject.processID))
            print("\(subject.name): \(resident) MiB resident after the run")
        }
    }

    private func count(_ test: Case) -> Int { max(Int(Double(test.records) * options.scale), 1000) }

    /// Creates the topic and warms the broker, and for reading fills the topic.
    private func prepare(_ test: Case, _ subject: any Subject, _ kafka: String) throws {
        _ = try Machine.run([
            kafka, "topics", "--bootstrap-server", subject.bootstrap, "--create", "--topic", test.name,
            "--partitions", "1", "--config", "max.message.bytes=2000000",
        ])
        try produce(test, subject, kafka, direction == .produce ? count(test) / 2 : count(test))
    }

    private func load(_ test: Case, _ subject: any Subject, _ kafka: String, _ round: Int) throws -> Int {
        switch direction {
        case .produce:
            try produce(test, subject, kafka, count(test))
        case .consume:
            _ = try Machine.run([
                kafka, "perf-consume", "--topic", test.name, "--bootstrap-server", subject.bootstrap,
                "--num-records", "\(count(test))", "--timeout", "20000", "--group", "bench-\(test.name)-\(round)",
            ])
        }
        return count(test)
    }

    private func produce(_ test: Case, _ subject: any Subject, _ kafka: String, _ records: Int) throws {
        let output = try Machine.run([
            kafka, "perf-produce", "--topic", test.name, "--num-records", "\(records)", "--record-size",
            "\(test.recordBytes)", "--throughput", "-1", "--producer-props", "bootstrap.servers=\(subject.bootstrap)",
            "batch.size=\(test.batchBytes)", "linger.ms=5", "acks=1", "max.request.size=2000000",
            "buffer.memory=67108864",
        ])
        guard output.contains("\(records) records sent") else {
            throw BenchError.failed(
                "perf-produce did not send \(records) records to \(subject.name):\n\(output.suffix(600))")
        }
    }
}
