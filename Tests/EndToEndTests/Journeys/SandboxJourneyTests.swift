import Foundation
import Testing

/// The first minutes with a Kafka of one's own, and what the screen says when that one goes and comes back.
@Suite(
    .serialized, .enabled(if: Tool.tmux.isExpected && Tool.kcat.isExpected, "needs tmux and kcat"),
    .timeLimit(.minutes(10)))
struct SandboxJourneyTests {
    /// A Kafka by one command, a record by the line that its screen shows, and one written by keys.
    @Test func aNewcomerHasAKafkaAndSeesARecordInIt() async throws {
        let folder = try TemporaryFolder()
        let editor = folder.path + "/editor"
        try """
        #!/bin/sh
        grep -q '^# A record for orders' "$1" || exit 1
        printf 'key: 4711\\n---\\n{"status":"paid"}\\n' >"$1"
        """.write(toFile: editor, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
        try await withTerminal(
            "'\(KdeckProgram.path)'", environment: ["EDITOR": editor, "VISUAL": editor]
        ) { terminal in
            var walk = Journey(terminal)
            let first = try await walk.see("A Kafka is running here.", "1 broker", "● healthy", "Talk to it", "Python")
            walk.expectAtMost(0, "J1")
            // What it says to type elsewhere works as it stands there.
            let send = try #require(first.firstMatch(of: /echo hello \| (kcat -b \S+ -P -t greetings)/)).0
            let read = try #require(first.firstMatch(of: /(kcat -b \S+ -C -t greetings -o beginning)/)).0
            let sent = try await run("/bin/bash", ["-c", String(send)])
            #expect(sent.status == 0, "\(sent.error)")
            try await walk.see("greetings", "1 topic")
            walk.expectAtMost(0, "J1")
            try await walk.press("Enter")
            try await walk.see("hello", "the newest of all partitions")
            walk.expectAtMost(1, "J3, to see")
            let back = try await run("/bin/bash", ["-c", read + " -e -q"])
            #expect(back.output == "hello\n", "\(back.error)")
            try await terminal.press("Escape")
            try await walk.see("TOPIC", "greetings")

            walk = Journey(terminal)
            try await walk.press("n")
            try await walk.see("New topic")
            try await walk.type("orders")
            try await walk.press("Enter")
            // The cursor is on what was made.
            try await walk.see("orders", "2 topics")
            walk.expectAtMost(2, "a topic by keys")
            try await walk.press("Enter")
            try await walk.see("No records here yet")
            try await walk.press("P")
            try await walk.see("⏎ send", "key 4711", "paid")
            try await walk.read()
            try await walk.press("Enter")
            try await walk.see("sent to p0@0", "4711 {\"status\":\"paid\"}")
            walk.expectAtMost(5, "a topic and a record by keys, seen")
            let address = try #require(send.firstMatch(of: /-b (\S+)/)).1
            let all = try await run(
                try Tool.kcat.required(), ["-b", String(address), "-C", "-t", "orders", "-e", "-q", "-f", "%k %s\n"])
            #expect(all.output == "4711 {\"status\":\"paid\"}\n", "\(all.error)")
            try await terminal.press("q")
            try await walk.see("shell>")
        }
    }

    /// The network to it goes away, silently and with refusals; it is killed and started again.
    @Test func theNetworkAndTheBrokerComeAndGo() async throws {
        let folder = try TemporaryFolder()
        let port = String(try FreePorts.first())
        let first = try await KdeckServe.start(data: folder.path + "/data", port: port)
        let cluster = JourneyCluster(address: first.address, folder: "", kafka: "")
        try await cluster.send(["v0", "v1"], to: "orders")
        try await cluster.playNetworkCut()
        try await withTerminal(cluster.attach) { terminal in
            let walk = Journey(terminal)
            try await walk.see("orders", "1 broker", "● healthy", "0/s live")
            first.kill()
            try await walk.see("✘ no answer for", "orders", "s ago", "Cannot reach")
            let second = try await KdeckServe.start(data: folder.path + "/data", port: port)
            try await walk.see("orders", "1 broker", "● healthy", "live")
            try await cluster.send(["v2"], to: "orders")
            try await terminal.press("Enter")
            // Nothing that was acknowledged is lost, and what comes now is there too.
            try await walk.see("v0", "v1", "v2")
            #expect(await second.stop() == 0)
        }
    }
}
