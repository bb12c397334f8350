import Foundation

/// Heap allocations of kdeck for one produce and one fetch request, counted by `shared/limits/mallocs.c`.
struct AllocationsBench {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        guard let kafka = options.kafka else {
            throw BenchError.failed("the counter is limits/mallocs.c beside Apache Kafka: --kafka PATH")
        }
        let source = URL(filePath: kafka).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "limits/mallocs.c").path
        let folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let library = folder.appending(path: "mallocs.so").path
        let counts = folder.appending(path: "counts").path
        _ = try Machine.run(["cc", "-O2", "-w", "-shared", "-fPIC", "-o", library, source])
        let subject = KdeckSubject(
            program: options.kdeck, environment: ["MALLOCS_OUT": counts, "LD_PRELOAD": library])
        defer { subject.stop() }
        _ = try subject.start()
        let client = try RawClient(subject.bootstrap)
        try Requests.createReady("allocations", on: client)
        let batch = try Requests.batch(16, valueBytes: 1000)
        let produce = try Requests.produce("allocations", batch)
        let count = max(Int(100_000 * options.scale), 1_000)
        for inFlight in [1, 5] {
            try row("produce, \(inFlight) in flight", subject, counts, count) { count in
                try client.run(count, inFlight: inFlight) { _ in produce }
            }
        }
        for (name, bytes) in [("16 KiB", batch.count), ("64 KiB", batch.count * 4)] {
            for session in [false, true] {
                let fetcher = try session ? FetchSessionLoad("allocations", bytes: bytes, on: client) : nil
                try row("fetch of \(name)\(session ? ", in a session" : "")", subject, counts, count) { count in
                    try client.run(count, inFlight: 1) { number in
                        if let fetcher { return try fetcher.request(number) }
                        return try Requests.fetch(
                            "allocations", offset: Int64(number % 10_000 * 16), bytes: bytes)
                    }
                }
            }
        }
    }

    private func row(
        _ title: String, _ subject: KdeckSubject, _ counts: String, _ count: Int, _ load: (Int) throws -> Void
    ) throws {
        try load(2_000)
        let before = try allocations(subject, counts)
        try load(count)
        let made = try allocations(subject, counts) - before
        printRow([title, String(format: "%.2f allocations", Double(made) / Double(count))])
    }

    /// Allocations so far: the counter appends a line at each signal.
    private func allocations(_ subject: KdeckSubject, _ path: String) throws -> Int {
        let before = (try? String(contentsOfFile: path, encoding: .utf8).count) ?? 0
        kill(subject.processID, SIGUSR2)
        for _ in 0..<200 {
            Thread.sleep(forTimeInterval: 0.01)
            guard let text = try? String(contentsOfFile: path, encoding: .utf8), text.count > before else { continue }
            let words = text.split(separator: "\n").last?.split(separator: " ") ?? []
            if let first = words.first, let count = Int(first) { return count }
        }
        throw BenchError.failed("the counter did not answer")
    }
}
