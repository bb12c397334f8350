import Foundation

/// Broker CPU of one request, by the raw client: no client library adds its own batching, so the size is exact. These are
/// the shapes of the floor programs in `shared/limits`, which print the same unit.
struct RequestsBench {
    private struct Case {
        var name: String
        var bytes: Int
        var inFlight: Int
        var connections: Int
        var isFetch: Bool
        var total: Int
    }

    private static let cases = [
        Case(name: "produce-1K-1", bytes: 1_024, inFlight: 1, connections: 1, isFetch: false, total: 40_000),
        Case(name: "produce-1K-5", bytes: 1_024, inFlight: 5, connections: 1, isFetch: false, total: 100_000),
        Case(name: "produce-1K-5-8c", bytes: 1_024, inFlight: 5, connections: 8, isFetch: false, total: 160_000),
        Case(name: "produce-16K-5", bytes: 16_384, inFlight: 5, connections: 1, isFetch: false, total: 40_000),
        Case(name: "produce-16K-5-8c", bytes: 16_384, inFlight: 5, connections: 8, isFetch: false, total: 40_000),
        Case(name: "produce-64K-5", bytes: 65_536, inFlight: 5, connections: 1, isFetch: false, total: 10_000),
        Case(name: "produce-1M-5", bytes: 1_000_000, inFlight: 5, connections: 1, isFetch: false, total: 800),
        Case(name: "fetch-16K-2", bytes: 16_384, inFlight: 2, connections: 1, isFetch: true, total: 40_000),
        Case(name: "fetch-64K-2", bytes: 65_536, inFlight: 2, connections: 1, isFetch: true, total: 10_000),
        Case(name: "fetch-1M-2", bytes: 1_000_000, inFlight: 2, connections: 1, isFetch: true, total: 1_000),
    ]

    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        let cases = Self.cases.filter { options.onlyCase == nil || $0.name.hasPrefix(options.onlyCase ?? "") }
        guard !cases.isEmpty else {
            let names = Self.cases.map(\.name).joined(separator: " ")
            throw BenchError.usage("no such case; there are \(names)")
        }
        let subjects = try options.subjects()
        defer { for subject in subjects { subject.stop() } }
        for subject in subjects { _ = try subject.start() }
        var rows: [(String, [String: Samples], Int)] = []
        for test in cases {
            var samples: [String: Samples] = [:]
            for subject in subjects { _ = try load(test, subject, round: 0) }
            for round in 1...(options.rounds ?? 3) {
                for subject in subjects {
                    samples[subject.name, default: Samples()].values.append(try load(test, subject, round: round))
                }
            }
            rows.append((test.name, samples, 1))
        }
        print("broker CPU us a request (clock ticks of 10 ms over all of them): min / median / max")
        printTable(rows)
    }

    /// One round; CPU microseconds a request.
    private func load(_ test: Case, _ subject: any Subject, round: Int) throws -> Double {
        let topic = "\(test.name)-\(round)"
        let records = max(test.bytes / 1_024, 1)
        let batch = try Requests.batch(records, valueBytes: min(test.bytes - 80, 1_010))
        let count = max(Int(Double(test.total) * options.scale), 100) / test.connections
        try Requests.createReady(topic, configs: ["max.message.bytes": "2000000"], on: RawClient(subject.bootstrap))
        let produce = try Requests.produce(topic, batch)
        if test.isFetch {
            try RawClient(subject.bootstrap).run(min(count, 2_000), inFlight: 5) { _ in produce }
        }
        let bootstrap = subject.bootstrap
        let before = try Machine.cpuSeconds(subject.processID)
        try withThreads(test.connections) {
            let client = try RawClient(bootstrap)
            if test.isFetch {
                try client.run(count, inFlight: test.inFlight) {
                    try Requests.fetch(topic, offset: Int64($0 % min(count, 2_000) * records), bytes: batch.count)
                }
            } else {
                try client.run(
                    count, inFlight: test.inFlight, check: { try Requests.checkProduced($0, topic: topic) }
                ) { _ in produce }
            }
        }
        let used = try Machine.cpuSeconds(subject.processID) - before
        try Requests.delete(topic, on: RawClient(subject.bootstrap))
        return used / Double(count * test.connections) * 1e6
    }

    private func withThreads(_ count: Int, _ body: @escaping @Sendable () throws -> Void) throws {
        if count == 1 { return try body() }
        let group = DispatchGroup()
        let failures = Failures()
        for _ in 0..<count {
            DispatchQueue.global().async(group: group) {
                do { try body() } catch { failures.add(error) }
            }
        }
        group.wait()
        if let first = failures.first { throw first }
    }
}

/// The first error of several threads.
private final class Failures: @unchecked Sendable {
    // Every access is under the lock.
    private let lock = NSLock()
    private var error: (any Error)?

    func add(_ error: any Error) {
        lock.withLock { self.error = self.error ?? error }
    }

    var first: (any Error)? { lock.withLock { error } }
}
