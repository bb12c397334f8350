import Foundation
import Testing

@Suite(.serialized) struct ServeTests {
    @Test func theDemoLeavesTopicsOfTheSameNameAlone() async throws {
        let folder = try TemporaryFolder()
        let own = try await KdeckServe.start(data: folder.path)
        let made = try await KdeckProgram.run("topics", "create", "orders", "-b", own.address)
        #expect(made.status == 0, "\(made.error)")
        #expect(await own.stop() == 0)
        let refused = try await KdeckProgram.run("serve", "--demo", "--port", "0", "--data", folder.path)
        #expect(refused.status == 4)
        #expect(
            refused.error.contains("your topic orders") && refused.error.contains("--ephemeral"), "\(refused.error)")
        #expect(!refused.output.contains("ready"))
        // A demo that made them itself goes on there.
        let other = try TemporaryFolder()
        let first = try await KdeckServe.start(data: other.path, arguments: ["--demo"])
        try await eventually("the demo's group") {
            try await KdeckProgram.objects("groups", "-b", first.address).contains {
                $0["name"] as? String == "warehouse"
            }
                ? true : nil
        }
        #expect(await first.stop() == 0)
        let second = try await KdeckServe.start(data: other.path, arguments: ["--demo"])
        #expect(await second.stop() == 0)
    }

    @Test func aFreePortIsPickedAndTheEndIsClean() async throws {
        try await withServe { serve in
            #expect(serve.address.hasPrefix("127.0.0.1:"))
            #expect(!serve.address.hasSuffix(":0"))
            #expect(serve.process.isRunning)
        }
    }

    @Test func aTakenPortIsOneLineWithWhatToDo() async throws {
        try await withServe { serve in
            let port = serve.address.split(separator: ":")[1]
            let second = try await KdeckProgram.run("serve", "--port", String(port), "--ephemeral")
            #expect(second.status == 1)
            #expect(second.output.isEmpty)
            #expect(second.error.split(separator: "\n").count == 1)
            #expect(second.error.contains("--port 0"), "\(second.error)")
        }
    }

    @Test func twoBrokersNeverShareOneFolder() async throws {
        try await withServe { serve in
            let folder = try #require(serve.folder?.path) + "/data"
            let second = try await KdeckProgram.run("serve", "--port", "0", "--data", folder)
            #expect(second.status == 1)
            #expect(second.error.split(separator: "\n").count == 1)
            #expect(second.error.contains("--data DIR"), "\(second.error)")
        }
    }

    @Test func itSaysWhatBoundsItsClientsWhenAsked() async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: KdeckProgram.path)
        process.arguments = ["serve", "--port", "0", "--ephemeral", "--set", "max.connections=7"]
        let (output, error) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = error
        try process.run()
        _ = try await eventually("the ready line") { output.fileHandleForReading.availableData }
        kill(process.processIdentifier, SIGUSR1)
        // They come line by line, the one that was set among them.
        var words = ""
        while !words.contains("limit max.connections=7 met=0\n") {
            let more = error.fileHandleForReading.availableData
            try #require(!more.isEmpty, "\(words)")
            words += String(decoding: more, as: UTF8.self)
        }
        #expect(process.isRunning)
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    /// Starts an ephemeral broker below `temporary` and waits until it is ready.
    func startEphemeral(in temporary: TemporaryFolder) async throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: KdeckProgram.path)
        process.arguments = ["serve", "--port", "0", "--ephemeral"]
        process.environment = ["TMPDIR": temporary.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let line = try await eventually("the ready line") { pipe.fileHandleForReading.availableData }
        #expect(String(decoding: line, as: UTF8.self).hasPrefix("ready 127.0.0.1:"))
        return process
    }

    @Test func anEphemeralBrokerLeavesNothingBehind() async throws {
        let temporary = try TemporaryFolder()
        func folders() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: temporary.path) }
        let killed = try await startEphemeral(in: temporary)
        let left = try folders()
        #expect(left.count == 1)
        kill(killed.processIdentifier, SIGKILL)
        killed.waitUntilExit()
        // What a killed run left goes when the next one starts; the folder of a living one stays.
        let living = try await startEphemeral(in: temporary)
        let second = try await startEphemeral(in: temporary)
        #expect(try folders().count == 2)
        #expect(try !folders().contains(left[0]))
        for process in [living, second] {
            process.terminate()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        #expect(try folders() == [])
    }

    @Test(.enabled(if: Tool.kcat.isExpected, "needs kcat"), arguments: [false, true])
    func recordsAndOffsetsSurviveARestart(killed: Bool) async throws {
        let kcat = try Tool.kcat.required()
        let folder = try TemporaryFolder()
        let first = try await KdeckServe.start(data: folder.path + "/data")
        let sent = try await run(
            kcat, ["-b", first.address, "-P", "-t", "kept"], input: (0..<50).map { "v\($0)\n" }.joined())
        #expect(sent.status == 0, "\(sent.error)")
        let read = try await run(
            kcat, ["-b", first.address, "-G", "keepers", "kept", "-X", "auto.offset.reset=earliest", "-c", "30"])
        #expect(read.lines.count == 30, "\(read.error)")
        let before = try await KdeckProgram.objects("groups", "-b", first.address)
        #expect(before.first?["name"] as? String == "keepers")
        #expect(before.first?["lag"] as? Int == 20)
        if killed { first.kill() } else { #expect(await first.stop() == 0) }

        let second = try await KdeckServe.start(data: folder.path + "/data")
        let all = try await run(kcat, ["-b", second.address, "-C", "-t", "kept", "-e", "-q"])
        #expect(all.lines == (0..<50).map { "v\($0)" })
        let after = try await KdeckProgram.objects("groups", "-b", second.address)
        #expect(after.first?["lag"] as? Int == 20, "the group lost its offsets")
        #expect(await second.stop() == 0)
    }
}
