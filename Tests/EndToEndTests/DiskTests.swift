import Foundation
import Testing

/// The real program on real disks that are full, read-only, taken or broken.
@Suite(.serialized) struct DiskTests {
    /// A small file system of its own; unmounted when the test ends. Nil where the system does not allow it.
    private final class SmallDisk {
        let path: String

        init?(megabytes: Int) async throws {
            path = FileManager.default.temporaryDirectory.appendingPathComponent("kdeck-disk-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            let mounted = try? await run(
                "/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", path])
            guard mounted?.status == 0 else {
                try? FileManager.default.removeItem(atPath: path)
                return nil
            }
        }

        func remount(_ options: String) async throws {
            let done = try await run("/usr/bin/env", ["mount", "-o", "remount,\(options)", path])
            try #require(done.status == 0, "\(done.error)")
        }

        func remove() async throws {
            let done = try await run("/usr/bin/env", ["umount", path])
            #expect(done.status == 0, "\(done.error)")
            try FileManager.default.removeItem(atPath: path)
        }
    }

    /// Sends lines and gives up after `limit` milliseconds: long where it must succeed, short where it must not.
    private func produce(
        _ lines: [String], to topic: String, _ serve: KdeckServe, limit: Int = 60_000
    ) async throws -> Finished {
        try await run(
            Tool.kcat.required(),
            ["-b", serve.address, "-P", "-t", topic, "-p", "0"]
                + ["-X", "message.timeout.ms=\(limit)", "-X", "linger.ms=0"],
            input: lines.joined(separator: "\n") + "\n")
    }

    private func consume(_ topic: String, _ serve: KdeckServe) async throws -> [String] {
        try await run(
            Tool.kcat.required(), ["-b", serve.address, "-C", "-t", topic, "-p", "0", "-o", "beginning", "-e", "-q"]
        ).lines
    }

    @Test(.enabled(if: Tool.kcat.isExpected))
    func aFullDiskRefusesAndTakesWritesAgainWhenThereIsRoom() async throws {
        guard let disk = try await SmallDisk(megabytes: 8) else { return print("disk: no mount here, not tested") }
        let serve = try await KdeckServe.start(data: disk.path + "/data")
        #expect(try await produce(["first"], to: "orders", serve).status == 0)
        let ballast = disk.path + "/ballast"
        let filled = try await run("/usr/bin/env", ["dd", "if=/dev/zero", "of=\(ballast)", "bs=64k"])
        #expect(filled.status != 0, "the disk is full now")
        let large = String(repeating: "x", count: 200_000)
        let refused = try await produce([large], to: "orders", serve, limit: 2_000)
        #expect(refused.status != 0 && !refused.error.isEmpty)
        try FileManager.default.removeItem(atPath: ballast)
        #expect(try await produce(["second"], to: "orders", serve).status == 0)
        let all = try await consume("orders", serve)
        #expect(all.first == "first" && all.contains("second"))
        #expect(await serve.stop() == 0)
        #expect(try await KdeckProgram.run("log", "verify", disk.path + "/data").status == 0)
        try await disk.remove()
    }

    @Test func aReadOnlyDiskIsOneLineAtTheStart() async throws {
        guard let disk = try await SmallDisk(megabytes: 8) else { return print("disk: no mount here, not tested") }
        try await disk.remount("ro")
        let started = try await KdeckProgram.run("serve", "--port", "0", "--data", disk.path + "/data")
        #expect(started.status == 1 && started.error.split(separator: "\n").count == 1, "\(started.error)")
        #expect(started.error.contains("Read-only file system") && started.error.contains("--data"))
        try await disk.remount("rw")
        try await disk.remove()
    }

    @Test func aSecondProcessOnTheSameFolderIsRefusedWithOneLine() async throws {
        try await withServe { serve in
            let folder = try #require(serve.folder).path + "/data"
            let second = try await KdeckProgram.run("serve", "--port", "0", "--data", folder)
            #expect(second.status == 1 && second.error.split(separator: "\n").count == 1, "\(second.error)")
            #expect(second.error.contains("in use"))
        }
    }

    /// EIO from fdatasync of one partition's file, by the kernel's own hand.
    @Test(.enabled(if: Tool.kcat.isExpected && Tool.strace.path != nil))
    func aFailedSyncStopsOnePartitionAndLosesNothingThatWasAcknowledged() async throws {
        let folder = try TemporaryFolder()
        let data = folder.path + "/data"
        let settings = ["--set", "log.flush.interval.messages=1"]
        let first = try await KdeckServe.start(data: data, arguments: settings)
        #expect(try await produce(["a", "b"], to: "broken", first).status == 0)
        #expect(try await produce(["a"], to: "other", first).status == 0)
        #expect(await first.stop() == 0)
        let serve = try await KdeckServe.start(
            data: data, arguments: settings,
            under: [
                try Tool.strace.required(), "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-P",
                data + "/broken-0/00000000000000000000.log", "-e", "inject=fdatasync:error=EIO:when=2+",
            ])
        #expect(try await produce(["c"], to: "broken", serve).status == 0)
        #expect(try await produce(["lost"], to: "broken", serve, limit: 2_000).status != 0)
        #expect(try await produce(["lost"], to: "broken", serve, limit: 2_000).status != 0)
        #expect(try await produce(["b"], to: "other", serve).status == 0)
        serve.kill()
        let again = try await KdeckServe.start(data: data, arguments: settings)
        #expect(try await consume("broken", again).prefix(3) == ["a", "b", "c"])
        #expect(try await consume("other", again) == ["a", "b"])
        #expect(await again.stop() == 0)
    }
}
