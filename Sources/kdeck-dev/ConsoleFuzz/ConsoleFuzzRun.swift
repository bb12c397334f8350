import Bytes
import Foundation
import KafkaWire

/// Lives of the real console under hostile data and random keys, each from one seed, and what is counted over them.
final class ConsoleFuzzRun {
    /// A promise that was broken, with what leads back to it.
    struct Broken: Error, CustomStringConvertible {
        var description: String
    }

    struct Counts: Sendable {
        var lives = 0
        var readOnlyLives = 0
        var endedByKey = 0
        var inputs = 0
        var resizes = 0
        var bytes = 0
        var sequences = 0
        var characters = 0
        var requests = 0
        var changesWhileOpen = 0
        var changesWhileReadOnly = 0
        var slowestAnswer = 0.0
        var mostResident = 0
        var apis: [String: Int] = [:]
    }

    private(set) var counts = Counts()
    private let program: String
    /// A home of its own: contexts, undo files and the editor's leavings go with it.
    private let home = FileManager.default.temporaryDirectory.appending(path: "kdeck-fuzz-\(UUID().uuidString)")
    /// Longest that an answer to a new size may take; a machine under load is slow, a console that hangs is slower.
    private static let patience = 10.0

    init(program: String) { self.program = program }

    deinit { try? FileManager.default.removeItem(at: home) }

    /// Requests that leave a cluster as it is; written down here once more, so that the console's own list is checked.
    static let reading: Set<APIKey> = [
        .fetch, .listOffsets, .metadata, .offsetFetch, .findCoordinator, .describeGroups, .listGroups, .apiVersions,
        .offsetForLeaderEpoch, .describeAcls, .describeConfigs, .describeLogDirs, .listPartitionReassignments,
        .describeClientQuotas, .describeUserScramCredentials, .describeQuorum, .describeCluster, .describeProducers,
        .describeTransactions, .listTransactions, .consumerGroupDescribe, .listConfigResources,
        .describeTopicPartitions, .shareGroupDescribe, .streamsGroupDescribe, .describeShareGroupOffsets,
    ]

    /// One life of the console, `seconds` long or until a key ends it.
    func live(seed: UInt64, seconds: Double) async throws {
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        let shop = try await HostileShop.start(seed: seed)
        defer { shop.stop() }
        let answers = HostileAnswers(seed: seed)
        let proxy = try RecordingProxy(
            host: "127.0.0.1", port: UInt16(shop.broker.port),
            rewrite: { key, version, frame in answers.rewritten(key, version, frame) })
        answers.leadTo(proxy.port)
        let isReadOnly = seed % 3 != 2
        do {
            try drive(seed: seed, seconds: seconds, address: "127.0.0.1:\(proxy.port)", isReadOnly: isReadOnly)
        } catch {
            throw Broken(description: "seed \(seed)\(isReadOnly ? ", read-only" : ""): \(error)")
        }
        let passed = proxy.passed
        let changes = passed.filter { !Self.reading.contains($0.key) }
        counts.requests += passed.count
        for request in passed { counts.apis[request.key.name, default: 0] += 1 }
        counts.lives += 1
        if isReadOnly {
            counts.readOnlyLives += 1
            counts.changesWhileReadOnly += changes.count
            guard changes.isEmpty else {
                throw Broken(description: "seed \(seed): read-only, and \(Set(changes.map(\.key.name))) were sent")
            }
        } else {
            counts.changesWhileOpen += changes.count
        }
    }

    private func drive(seed: UInt64, seconds: Double, address: String, isReadOnly: Bool) throws {
        var keys = RandomKeys(chance: SplitMix64(seed: seed))
        var (width, height) = (120, 40)
        let terminal = try TerminalProcess(
            [program, "attach", "-b", address, isReadOnly ? "--read-only" : "--read-write"],
            environment: environment(seed), folder: home.path, columns: width, rows: height)
        var output = StrictOutput()
        defer {
            counts.bytes += output.bytes
            counts.sequences += output.sequences
            counts.characters += output.characters
        }
        func take(_ bytes: [UInt8]) throws { try output.take(bytes) }
        let end = Date(timeIntervalSinceNow: seconds)
        var turn = 0
        while Date() < end, terminal.exitStatus == nil {
            turn += 1
            if turn % 25 == 1 {
                let new = (1 + keys.chance.below(210), 1 + keys.chance.below(60))
                (width, height) = new == (width, height) ? (80, 24) : new
                try resized(terminal, width, height, take)
            }
            // Half of the lives end by a signal.
            let mayEnd = seed % 2 == 0 && Date() > end.addingTimeInterval(-seconds / 4)
            try terminal.type(keys.next(width: width, height: height, mayEnd: mayEnd), drawn: take)
            counts.inputs += 1
            try terminal.read(milliseconds: keys.chance.below(30), take)
            counts.mostResident = max(counts.mostResident, terminal.residentMiB)
        }
        try finish(terminal, &keys, take)
        guard output.left.isEmpty, terminal.isAsBefore else {
            throw Broken(
                description: "the terminal is left with \(output.left)\(terminal.isAsBefore ? "" : ", other modes")")
        }
    }

    /// A new size has to be drawn, whatever the console is busy with.
    private func resized(
        _ terminal: TerminalProcess, _ width: Int, _ height: Int, _ take: ([UInt8]) throws -> Void
    ) throws {
        // What comes anyway must not be taken for the answer.
        while try terminal.read(milliseconds: 30, take) {}
        terminal.resize(columns: width, rows: height)
        counts.resizes += 1
        let start = Date()
        while try !terminal.read(milliseconds: 100, take) {
            if terminal.exitStatus != nil { return }
            guard -start.timeIntervalSinceNow < Self.patience else {
                throw Broken(description: "nothing was drawn within \(Self.patience) s of \(width)x\(height)")
            }
        }
        counts.slowestAnswer = max(counts.slowestAnswer, -start.timeIntervalSinceNow)
    }

    /// Ends the console in one of the ways there are, and looks how it went.
    private func finish(
        _ terminal: TerminalProcess, _ keys: inout RandomKeys, _ take: ([UInt8]) throws -> Void
    ) throws {
        var signal: Int32 = 0
        if terminal.exitStatus != nil {
            counts.endedByKey += 1
        } else {
            let signals = [SIGTERM, SIGHUP, SIGINT]
            signal = signals[keys.chance.below(signals.count)]
            kill(terminal.id, signal)
        }
        let start = Date()
        while terminal.exitStatus == nil {
            try terminal.read(milliseconds: 20, take)
            guard -start.timeIntervalSinceNow < Self.patience else {
                throw Broken(description: "it did not end within \(Self.patience) s of signal \(signal)")
            }
        }
        while try terminal.read(milliseconds: 20, take) {}
        let status = terminal.exitStatus ?? -1
        guard [0, 130, 128 + signal].contains(status) else {
            throw Broken(description: "it ended with status \(status) after signal \(signal)")
        }
    }

    private func environment(_ seed: UInt64) -> [String: String] {
        var variables = [
            "PATH": "/usr/bin:/bin", "HOME": home.path, "TZ": "UTC", "LC_ALL": "C.UTF-8", "EDITOR": "true",
            // Set it to `enable=yes,output-to=FOLDER` to see where a life ended.
            "SWIFT_BACKTRACE": ProcessInfo.processInfo.environment["SWIFT_BACKTRACE"] ?? "enable=no",
        ]
        variables["TERM"] = ["xterm-256color", "xterm", "xterm-16color", "screen-256color"][Int(seed / 3 % 4)]
        if seed % 2 == 0 { variables["COLORTERM"] = "truecolor" }
        if seed % 7 == 0 { variables["NO_COLOR"] = "1" }
        // A locale that is not UTF-8 has everything drawn in ASCII.
        if seed % 5 == 0 { variables["LC_ALL"] = "C" }
        return variables
    }
}
