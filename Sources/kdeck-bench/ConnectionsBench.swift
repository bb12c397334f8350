import Foundation

/// Memory of 10,000 connections that have said hello and then nothing.
struct ConnectionsBench {
    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        let count = max(Int(10_000 * options.scale), 10)
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        guard limit.rlim_cur > count + 100 else {
            throw BenchError.failed("\(limit.rlim_cur) descriptors are too few: ulimit -n, or --scale")
        }
        var grown: [String: Samples] = [:]
        var each: [String: Samples] = [:]
        for subject in try options.subjects() {
            defer { subject.stop() }
            _ = try subject.start()
            // What the first connection brings once is not what an idle one costs.
            try hello(RawClient(subject.bootstrap))
            Thread.sleep(forTimeInterval: 2)
            let before = try Machine.residentMiB(subject.processID)
            var clients: [RawClient] = []
            for _ in 0..<count {
                let client = try RawClient(subject.bootstrap)
                try hello(client)
                clients.append(client)
            }
            Thread.sleep(forTimeInterval: 2)
            let used = try Machine.residentMiB(subject.processID) - before
            grown[subject.name, default: Samples()].values.append(used)
            each[subject.name, default: Samples()].values.append(used * 1_048_576 / Double(count))
            // Still answered, all of them: an idle connection is not a dropped one.
            for client in clients { try hello(client) }
        }
        printTable([
            ("\(count) idle connections, MiB resident", grown, 1), ("bytes each", each, 0),
        ])
    }

    private func hello(_ client: RawClient) throws {
        let frame = try Requests.apiVersions()
        try client.run(1, inFlight: 1) { _ in frame }
    }
}
