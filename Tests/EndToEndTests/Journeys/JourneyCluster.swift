import Foundation
import Testing

/// A cluster as a journey meets it, Apache Kafka's or kdeck's own: how each program logs in there, and what Apache's tools
/// say of it.
struct JourneyCluster {
    let address: String
    let folder: String
    let kafka: String
    /// What kcat needs to log in, `key=value`.
    var login: [String] = []
    /// Apache's tools and kdeck read `client.properties`.
    var isSecured: Bool { !login.isEmpty }

    var properties: String { folder + "/client.properties" }
    /// The first address: what kdeck calls a cluster that has no context.
    var name: String { String(address.split(separator: ",")[0]) }
    /// The command that attaches to it.
    var attach: String { "'\(KdeckProgram.path)' attach -b \(address)" + (isSecured ? " -F \(properties)" : "") }

    /// One of Apache's tools.
    func tool(_ words: [String]) async throws -> Finished {
        try await run(
            kafka,
            [words[0], "--bootstrap-server", address] + (isSecured ? ["--command-config", properties] : [])
                + words.dropFirst())
    }

    func makeTopic(_ topic: String, partitions: Int, copies: Int = 1, _ settings: [String] = []) async throws {
        let made = try await tool(
            [
                "topics", "--create", "--topic", topic, "--partitions", "\(partitions)", "--replication-factor",
                "\(copies)",
            ] + settings.flatMap { ["--config", $0] })
        #expect(made.status == 0, "\(made.output)\(made.error)")
    }

    private var kcat: [String] { ["-b", address] + login.flatMap { ["-X", $0] } }

    /// Sends lines; to one partition, or to all in turn.
    func send(_ lines: [String], to topic: String, partition: Int? = nil) async throws {
        let sent = try await run(
            try Tool.kcat.required(),
            kcat + ["-P", "-t", topic]
                + (partition.map { ["-p", "\($0)"] } ?? ["-X", "sticky.partitioning.linger.ms=0"]),
            input: lines.map { $0 + "\n" }.joined())
        #expect(sent.status == 0, "\(sent.error)")
    }

    /// Reads `count` records as a member of a group, which commits and leaves.
    func read(_ count: Int, of topic: String, as group: String) async throws {
        let read = try await run(
            try Tool.kcat.required(),
            kcat + ["-X", "auto.offset.reset=earliest", "-c", "\(count)", "-G", group, topic])
        #expect(read.lines.count == count, "\(read.error)")
    }

    /// A consumer that stays until it is stopped.
    func consumer(_ name: String, of topic: String, as group: String) throws -> LiveConsumer {
        let all = ["client.id=\(name)", "auto.offset.reset=earliest", "auto.commit.interval.ms=200"]
        return try LiveConsumer(try Tool.kcat.required(), kcat + all.flatMap { ["-X", $0] } + ["-G", group, topic])
    }

    /// What Apache's kafka-consumer-groups says that a group committed, by partition; nothing while there is no group.
    func committed(_ group: String) async throws -> [Int: Int] {
        let told = try await tool(["groups", "--describe", "--group", group, "--offsets"])
        var offsets: [Int: Int] = [:]
        for line in told.lines {
            let words = line.split(separator: " ")
            guard words.count > 3, words[0] == group, let partition = Int(words[2]), let offset = Int(words[3]) else {
                continue
            }
            offsets[partition] = offset
        }
        return offsets
    }
}

/// A member of a group that lives until it is stopped.
final class LiveConsumer {
    private let process: pid_t
    private var isRunning = true

    /// Starts it; what it prints goes to the file `output`.
    init(_ program: String, _ arguments: [String], output: String = "/dev/null") throws {
        process = try spawn(program, arguments, output: output)
    }

    /// It commits and leaves the group.
    func stop() { end(by: SIGTERM) }

    private func end(by signal: Int32) {
        guard isRunning else { return }
        isRunning = false
        kill(process, signal)
        var status: Int32 = 0
        // Leaving takes a moment; one that does not come to an end is killed.
        for _ in 0..<500 {
            if waitpid(process, &status, WNOHANG) == process { return }
            usleep(20_000)
        }
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
    }

    deinit { end(by: SIGKILL) }
}
