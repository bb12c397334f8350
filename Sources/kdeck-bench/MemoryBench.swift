import Foundation

/// Resident memory: idle, and after 2 GB went in and out again.
struct MemoryBench {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        var idle: [String: Samples] = [:]
        var after: [String: Samples] = [:]
        for subject in try options.subjects() {
            defer { subject.stop() }
            _ = try subject.start()
            Thread.sleep(forTimeInterval: 5)
            idle[subject.name, default: Samples()].values.append(try Machine.residentMiB(subject.processID))
            let client = try RawClient(subject.bootstrap)
            try Requests.createReady("memory", on: client)
            let batch = try Requests.batch(16, valueBytes: 1000)
            let count = max(Int(2e9 / Double(batch.count) * options.scale), 100)
            let produce = try Requests.produce("memory", batch)
            try client.run(
                count, inFlight: 5, check: { try Requests.checkProduced($0, topic: "memory") }
            ) { _ in produce }
            try client.run(count / 64, inFlight: 2) {
                try Requests.fetch("memory", offset: Int64($0 * 64 * 16), bytes: batch.count * 64)
            }
            Thread.sleep(forTimeInterval: 1)
            after[subject.name, default: Samples()].values.append(try Machine.residentMiB(subject.processID))
        }
        printTable([
            ("resident when idle for 5 s, MiB", idle, 1),
            ("resident after \(String(format: "%.1f", 2 * options.scale)) GB in and out, MiB", after, 1),
        ])
    }
}
