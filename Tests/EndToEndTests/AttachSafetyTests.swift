import Foundation
import Testing

/// The attached console in a real terminal: the way to the cluster, the lock of changes, and what leaves on the wire.
@Suite(.serialized, .enabled(if: Tool.tmux.isExpected, "needs tmux")) struct AttachSafetyTests {
    private let kdeck = "'\(KdeckProgram.path)'"

    @Test func theWayIsShownWhereItEndsAndTheReasonIsLeftBehind() async throws {
        try await withTerminal("\(kdeck) attach -b 127.0.0.1:1; echo status $?") { terminal in
            try await terminal.wait("the end of the way, why it ends and what comes next") { screen in
                ["✔ DNS", "✘ TCP", "Nothing listens there", "tries again by itself"].allSatisfy(screen.contains)
            }
            try await terminal.press("q")
            try await terminal.wait("the reason") { $0.contains("status 5") && $0.contains("connection refused") }
        }
    }

    @Test func theScreenGoesOnAloneWhenTheClusterComesUp() async throws {
        let folder = try TemporaryFolder()
        let port = String(try FreePorts.first())
        try await withTerminal("\(kdeck) attach -b 127.0.0.1:\(port)") { terminal in
            try await terminal.wait("the end of the way") { $0.contains("✘ TCP") }
            let serve = try await KdeckServe.start(data: folder.path + "/data", port: port)
            try await terminal.wait("the cluster") { $0.contains("no topics yet") && $0.contains("read-only") }
            #expect(await serve.stop() == 0)
        }
    }

    @Test func changesAreLockedUntilTheNameIsTyped() async throws {
        try await withServe { serve in
            try await withTerminal("\(kdeck) attach -b \(serve.address)") { terminal in
                try await terminal.wait("the cluster") { $0.contains("no topics yet") && $0.contains("read-only") }
                try await terminal.press("W")
                try await terminal.wait("the question") { $0.contains("Unlock") }
                try await Task.sleep(for: .milliseconds(700))
                try await terminal.type(serve.address + "\n")
                try await terminal.wait("the countdown") { $0.contains("read-write 9:") }
                try await terminal.press("n")
                try await terminal.type("made\n")
                try await terminal.wait("the topic") { $0.contains("1 topic") }
                try await terminal.press("W")
                try await terminal.wait("the lock") { $0.contains("read-only") }
            }
            #expect(
                try await KdeckProgram.objects("topics", "-b", serve.address).map { $0["name"] as? String } == ["made"])
        }
    }

    /// Keys of a seed for some seconds against a broker behind a recording proxy: nothing that changes it passes.
    @Test func noKeyLetsAChangePassWhileItIsReadOnly() async throws {
        let reading: Set<String> = [
            "Fetch", "ListOffsets", "Metadata", "OffsetFetch", "FindCoordinator", "DescribeGroups", "ListGroups",
            "ApiVersions", "OffsetForLeaderEpoch", "DescribeAcls", "DescribeConfigs", "DescribeLogDirs",
            "ListPartitionReassignments", "DescribeClientQuotas", "DescribeUserScramCredentials", "DescribeQuorum",
            "DescribeCluster", "DescribeProducers", "DescribeTransactions", "ListTransactions",
            "ConsumerGroupDescribe", "ListConfigResources", "DescribeTopicPartitions", "ShareGroupDescribe",
            "StreamsGroupDescribe", "DescribeShareGroupOffsets",
        ]
        try await withServe(["--demo"]) { serve in
            let folder = try TemporaryFolder()
            let log = folder.path + "/log"
            let proxy = URL(fileURLWithPath: KdeckProgram.path).deletingLastPathComponent().path + "/kdeck-dev"
            let port = try #require(serve.address.split(separator: ":").last.map(String.init))
            // The broker names its own address, which is rewritten to the proxy's.
            try await withTerminal("'\(proxy)' proxy \(serve.address) > \(log)") { _ in
                let line = try await eventually("the proxy") {
                    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
                    return text.hasPrefix("ready ") ? text.split(separator: "\n").first.map(String.init) : nil
                }
                let place = String(line.dropFirst("ready ".count))
                let config = folder.path + "/config.toml"
                try """
                [context.prod]
                bootstrap.servers = "127.0.0.1:\(port)"
                rewrite = ["*:\(port)=\(place)"]
                """.write(toFile: config, atomically: true, encoding: .utf8)
                try await withTerminal(
                    "\(kdeck) attach -c prod", environment: ["KDECK_CONFIG": config]
                ) { terminal in
                    try await terminal.wait("the topics") { $0.contains("orders") && $0.contains("read-only") }
                    let keys =
                        ["Enter", "Escape", "Tab", "Up", "Down", "Left", "Right", "Home", "End", "Space", "C-d", "C-l"]
                        + "abcdefghijklmnoprstuvxyzABCDEFGHIJKLMNOPRSTUVWXY0123456789:/?@-.".map(String.init)
                    var seed: UInt64 = 7
                    for _ in 0..<300 {
                        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        let key = keys[Int(seed >> 33) % keys.count]
                        try await terminal.press(key == "Escape" ? "Escape" : key)
                        // Not out of the program, as Z, which suspends it, and not away from the cluster.
                        if key == ":" || key == "A" || key == "W" { try await terminal.press("Escape") }
                    }
                    for _ in 0..<3 { try await terminal.press("Escape") }
                    try await terminal.wait("the console still") { $0.contains("kdeck") && $0.contains("read-only") }
                }
                let names = Set(
                    try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").dropFirst().compactMap {
                        $0.split(separator: " ").first.map(String.init)
                    })
                #expect(names.subtracting(reading).isEmpty, "\(names.subtracting(reading).sorted())")
                #expect(names.contains("Fetch") || names.contains("ListOffsets"))
            }
        }
    }

    @Test func doctorNamesEachStepAndTheBrokerThatIsNotReached() async throws {
        try await withServe { serve in
            let good = try await KdeckProgram.run("doctor", "-b", serve.address)
            #expect(good.status == 0, "\(good.error)")
            for step in ["✔ DNS", "✔ TCP", "✔ ApiVersions", "✔ Metadata", "✔ broker 1"] {
                #expect(good.output.contains(step), "\(good.output)")
            }
            let rows = try await KdeckProgram.objects("doctor", "-b", serve.address)
            #expect(rows.map { $0["state"] as? String } == Array(repeating: "passed", count: 5))
        }
        let bad = try await KdeckProgram.run("doctor", "-b", "127.0.0.1:1")
        #expect(bad.status == 5 && bad.output.contains("✘ TCP") && bad.output.contains("Nothing listens there"))
        #expect(bad.error.split(separator: "\n").count == 1)
    }
}
