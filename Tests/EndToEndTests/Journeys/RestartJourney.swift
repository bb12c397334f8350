import Foundation
import Testing

/// What goes dark on three nodes, and what the screen says of it.
extension JourneyCluster {
    private func kill(_ node: Int) async throws {
        let killed = try await run(kafka, ["cluster", "kill", folder, "\(node)"])
        #expect(killed.status == 0, "\(killed.error)")
    }

    private func start(_ node: Int) async throws {
        let started = try await run(
            kafka, ["cluster", "up", folder, "\(node)"], environment: ["KAFKA_HEAP": "256m"])
        #expect(started.status == 0, "\(started.error)")
    }

    /// One broker dies: who is behind, why the next restart must wait, and that it need not once the broker is back.
    func playRollingRestart() async throws {
        try await withTerminal(attach) { terminal in
            var walk = Journey(terminal)
            try await walk.see("orders", "3 brokers", "● healthy")
            try await walk.press("3")
            try await walk.see("Restart next? 1 yes", "in sync end 0")
            walk.expectAtMost(1, "J8")
            try await kill(3)
            // Kafka itself takes nine seconds to believe it.
            try await walk.see(
                "2 of 3 brokers", "✘ 6 under-replicated",
                "Restart next? 1 no: orders-0 would fall to 1 in sync, needs 2",
                "3 is gone since", "✘ gone for")
            for partition in 0..<6 { try await send((0..<10).map { "v\($0)" }, to: "orders", partition: partition) }
            try await walk.see("✘ 10 behind ·")
            try await start(3)
            try await walk.see("3 brokers", "● healthy", "Restart next? 1 yes", "3 yes")
            walk.expectAtMost(1, "J8")
        }
    }

    /// All brokers die: the screen says so within seconds, keeps what it knew, and goes on alone.
    func playEverythingDown() async throws {
        try await withTerminal(attach) { terminal in
            let walk = Journey(terminal)
            // Rates are known a while after the way to each broker was tried: a broker that dies on that way is told of
            // in another sentence.
            try await walk.see("orders", "3 brokers", "● healthy", "live")
            try await terminal.wait("its rate") { Journey.flat($0).contains(/orders 6 3 [\d,]+ [\d.]+ KiB \d/) }
            for node in 1...3 { try await kill(node) }
            try await walk.see("✘ no answer for", "orders")
            // The age of what is still shown goes on counting.
            try await walk.see("s ago", "Cannot reach")
            // A node is ready once most of them vote: they start together.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for node in 1...3 { group.addTask { try await start(node) } }
                try await group.waitForAll()
            }
            try await walk.see("orders", "3 brokers", "● healthy", "live")
        }
    }

    /// The network between goes away, silently and then with refusals, and comes back.
    func playNetworkCut() async throws {
        let proxies = try await Proxies.start(before: address)
        defer { proxies.stop() }
        let folder = try TemporaryFolder()
        let config = folder.path + "/config.toml"
        try """
        [context.prod]
        bootstrap.servers = "\(address)"
        rewrite = [\(proxies.rewrites.map { "\"\($0)\"" }.joined(separator: ", "))]
        """.write(toFile: config, atomically: true, encoding: .utf8)
        try await withTerminal("'\(KdeckProgram.path)' attach -c prod", environment: ["KDECK_CONFIG": config]) {
            terminal in
            let walk = Journey(terminal)
            let brokers = address.split(separator: ",").count
            try await walk.see("orders", brokers == 1 ? "1 broker" : "\(brokers) brokers", "● healthy", "live")
            proxies.hold()
            // Nothing is refused, nothing answers: the age tells at once, the phrase once a request has timed out.
            try await walk.see("orders", "s ago")
            try await walk.see("✘ no answer for")
            proxies.release()
            try await walk.see("● healthy", "live")
            proxies.stop()
            try await walk.see("✘ no answer for", "orders")
            try await proxies.restart()
            try await walk.see("● healthy", "live")
        }
    }
}

/// A proxy of `kdeck-dev` in front of each broker.
final class Proxies {
    private let targets: [String]
    private var running: [(process: Process, place: String)] = []

    private init(_ targets: [String]) { self.targets = targets }

    /// Starts one for each address.
    static func start(before address: String) async throws -> Proxies {
        let proxies = Proxies(address.split(separator: ",").map(String.init))
        for target in proxies.targets { proxies.running.append(try await launch(target, port: "0")) }
        return proxies
    }

    /// What a context says to reach the brokers through them.
    var rewrites: [String] {
        zip(targets, running).map { target, proxy in "*:\(target.split(separator: ":")[1])=\(proxy.place)" }
    }

    /// Bytes wait, connections stay.
    func hold() { for proxy in running { kill(proxy.process.processIdentifier, SIGSTOP) } }

    /// They go on.
    func release() { for proxy in running { kill(proxy.process.processIdentifier, SIGCONT) } }

    /// Connections break and new ones are refused.
    func stop() {
        for proxy in running where proxy.process.isRunning {
            kill(proxy.process.processIdentifier, SIGKILL)
            proxy.process.waitUntilExit()
        }
    }

    /// They listen again where they did.
    func restart() async throws {
        for (index, target) in targets.enumerated() {
            let port = running[index].place.split(separator: ":")[1]
            running[index] = try await Self.launch(target, port: String(port))
        }
    }

    private static func launch(_ target: String, port: String) async throws -> (process: Process, place: String) {
        let folder = try TemporaryFolder()
        let log = folder.path + "/log"
        try #require(FileManager.default.createFile(atPath: log, contents: nil))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: KdeckProgram.developer)
        process.arguments = ["proxy", "--listen", port, target]
        process.standardOutput = FileHandle(forWritingAtPath: log)
        try process.run()
        let place = try await eventually("the proxy before \(target)") {
            let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").first { $0.hasPrefix("ready ") }?.dropFirst("ready ".count)
        }
        return (process, String(place))
    }
}
