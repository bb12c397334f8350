import Foundation

/// Start to ready on a folder with 1,000 partitions and 10 GB, after a clean stop and after `kill -9`.
struct RestartBench {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        let gigabytes = 10 * options.scale
        let partitions: Int32 = 1_000
        var clean: [String: Samples] = [:]
        var killed: [String: Samples] = [:]
        for subject in try options.subjects() {
            defer { subject.stop() }
            _ = try subject.start()
            let client = try RawClient(subject.bootstrap)
            try Requests.createReady("restart", partitions: partitions, on: client)
            let batch = try Requests.batch(64, valueBytes: 1000)
            let count = max(Int(gigabytes * 1e9 / Double(batch.count)), Int(partitions))
            let frames = try (0..<partitions).map { try Requests.produce("restart", partition: $0, batch) }
            try client.run(
                count, inFlight: 5, check: { try Requests.checkProduced($0, topic: "restart") }
            ) { frames[$0 % Int(partitions)] }
            for _ in 1...(options.rounds ?? 3) {
                clean[subject.name, default: Samples()].values.append(try subject.restart(killing: false))
                // Written to again, or there would be nothing to recover.
                try RawClient(subject.bootstrap).run(Int(partitions), inFlight: 5) { frames[$0 % Int(partitions)] }
                killed[subject.name, default: Samples()].values.append(try subject.restart(killing: true))
            }
        }
        print("\(partitions) partitions, \(String(format: "%.1f", gigabytes)) GB: start to ready, s")
        printTable([("after a clean stop", clean, 3), ("after kill -9", killed, 3)])
    }
}
