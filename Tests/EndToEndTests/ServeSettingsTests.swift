import Foundation
import Testing

@Suite(.serialized) struct ServeSettingsTests {
    private func file(_ name: String, _ text: String, in folder: TemporaryFolder) throws -> String {
        let path = folder.path + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test(arguments: [
        ("server.properties", "log.dirs=DIR/data\nlisteners = PLAINTEXT://127.0.0.1:0\nlog.retention.hours=3\n"),
        ("server.toml", "[log]\ndirs = \"DIR/data\"\nretention.hours = 3\n[listeners]\n"),
    ])
    func settingsComeFromAFileAndTheCommandLine(name: String, text: String) async throws {
        let folder = try TemporaryFolder()
        let body = text.replacingOccurrences(of: "DIR", with: folder.path)
            .replacingOccurrences(of: "[listeners]\n", with: "")
        let path = try file(name, body, in: folder)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: KdeckProgram.path)
        process.arguments = [
            "serve", "--config", path, "--port", "0", "--set", "node.id=5", "--set", "num.partitions=4",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let line = try await eventually("the ready line") { pipe.fileHandleForReading.availableData }
        #expect(String(decoding: line, as: UTF8.self).hasPrefix("ready 127.0.0.1:"))
        let meta = try String(contentsOfFile: folder.path + "/data/meta.properties", encoding: .utf8)
        #expect(meta.contains("node.id=5"))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func everyWrongSettingIsNamedInOneLine() async throws {
        let folder = try TemporaryFolder()
        let path = try file("server.properties", "# old\nnum.partition=3\nzookeeper.connect=x\n", in: folder)
        let refused = try await KdeckProgram.run(
            "serve", "--ephemeral", "--config", path, "--set", "num.partitions=many", "--set", "node.id=1")
        #expect(refused.status == 2)
        #expect(
            refused.error
                == "kdeck: \(path) line 2: there is no broker setting num.partition here; did you mean num.partitions?; "
                + "\(path) line 3: there is no broker setting zookeeper.connect here; "
                + "--set: Invalid value many for configuration num.partitions: Not a number of type INT; "
                + "`kdeck serve --list-configs` lists what there is\n")
        #expect(try await KdeckProgram.run("serve", "--set", "x").status == 2)
        #expect(try await KdeckProgram.run("serve", "--config", folder.path + "/none").status == 3)
    }

    @Test func theSettingsAreListed() async throws {
        let listed = try await KdeckProgram.run("serve", "--list-configs")
        #expect(listed.status == 0)
        #expect(listed.lines.contains("log.retention.hours=168"))
        #expect(listed.lines.contains("num.partitions=1"))
        #expect(listed.lines.count > 80)
    }
}
