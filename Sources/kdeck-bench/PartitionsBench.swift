import Foundation

/// What an idle partition costs: resident memory, descriptors, and the time to make, stop and start so many. 100,000 of
/// them in topics of 1,000; `--scale` multiplies the number.
struct PartitionsBench {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        let wanted = max(Int(100_000 * options.scale), 1_000) / 1_000 * 1_000
        for subject in try options.subjects() {
            defer { subject.stop() }
            _ = try subject.start()
            Thread.sleep(forTimeInterval: 1)
            let empty = try Machine.residentMiB(subject.processID)
            let client = try RawClient(subject.bootstrap)
            let begin = Machine.seconds()
            for number in 0..<wanted / 1_000 {
                try Requests.create("partitions-\(number)", partitions: 1_000, on: client)
            }
            let made = Machine.seconds() - begin
            print("\(subject.name): \(wanted) partitions")
            printRow(["made, ms each", String(format: "%.2f", made * 1e3 / Double(wanted))])
            try printCost("after making them", subject, wanted, empty)
            for isKilled in [false, true] {
                let stopping = Machine.seconds()
                let ready = try subject.restart(killing: isKilled)
                let words = isKilled ? "kill -9" : "clean stop"
                printRow(["\(words): start to ready, s", String(format: "%.2f", ready)])
                printRow([
                    "\(words): the stop, s", String(format: "%.2f", Machine.seconds() - stopping - ready),
                ])
                try printCost("after that start", subject, wanted, empty)
            }
        }
    }

    private func printCost(_ when: String, _ subject: any Subject, _ partitions: Int, _ empty: Double) throws {
        let resident = try Machine.residentMiB(subject.processID)
        let each = (resident - empty) * 1_024 / Double(partitions)
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(subject.processID)/fd").count
        printRow([
            "\(when): resident MiB; KiB each; descriptors",
            String(format: "%.1f; %.2f; %d", resident, each, open),
        ])
    }
}
