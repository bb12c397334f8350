import Foundation

/// The round trip of one produce request of 1 KiB with acks=1, nothing else in flight: what a client waits for at least.
struct LatencyBench {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        let count = max(Int(20_000 * options.scale), 100)
        let subjects = try options.subjects()
        defer { for subject in subjects { subject.stop() } }
        var half: [String: Samples] = [:]
        var most: [String: Samples] = [:]
        for subject in subjects {
            _ = try subject.start()
            let client = try RawClient(subject.bootstrap)
            try Requests.createReady("latency", on: client)
            // A JVM is fast once it has seen the same request some ten thousand times.
            try measure(subject, count)
        }
        for round in 1...(options.rounds ?? 5) {
            for subject in subjects {
                let times = try measure(subject, count).sorted()
                let (p50, p99) = (times[times.count / 2], times[times.count * 99 / 100])
                half[subject.name, default: Samples()].values.append(p50)
                most[subject.name, default: Samples()].values.append(p99)
                print(String(format: "# round %d %@: p50 %.0f us, p99 %.0f us", round, subject.name, p50, p99))
            }
        }
        print(
            "acks=1 round trip of 1 KiB, 1 in flight, \(count) requests a round, us: min / median / max of the rounds")
        printTable([("p50", half, 0), ("p99", most, 0)])
    }

    @discardableResult
    private func measure(_ subject: any Subject, _ count: Int) throws -> [Double] {
        let frame = try Requests.produce("latency", Requests.batch(1, valueBytes: 950))
        return try RawClient(subject.bootstrap).run(
            count, inFlight: 1, check: { try Requests.checkProduced($0, topic: "latency") }
        ) { _ in frame }
    }
}
