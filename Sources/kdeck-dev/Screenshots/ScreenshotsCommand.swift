import Foundation
import Terminal

/// Draws the screens of the real program, run on a pseudo terminal with its demo workload.
enum ScreenshotsCommand {
    /// A picture (without a name only a step to the next one): the keys that lead to it from the one before, and words that tell that it is there.
    private struct Scene {
        var name: String
        var keys: [String]
        var until: String
        /// Seconds it may fill up after that.
        var settles: Double
    }

    private static let scenes: [Scene] = [
        Scene(name: "", keys: [], until: "orders", settles: 25),
        Scene(name: "topics", keys: ["\u{1b}[H", "j"], until: "newest", settles: 2),
        Scene(name: "records", keys: ["\r"], until: "VALUE", settles: 1),
        Scene(name: "tail", keys: ["f"], until: "following", settles: 5),
        Scene(name: "groups", keys: ["2"], until: "GROUP", settles: 3),
        Scene(name: "lag", keys: ["\r"], until: "COMMITTED", settles: 4),
        Scene(name: "reset", keys: ["o", "-1m"], until: "NEXT RECORD", settles: 3),
        Scene(name: "replication", keys: ["\u{1b}", "\u{1b}", "3"], until: "IN SYNC", settles: 3),
    ]

    static func run(_ arguments: [String]) throws -> Int32 {
        var folder = "screenshots"
        var program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "kdeck").path
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--kdeck", let file = rest.popFirst() { program = file } else { folder = word }
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try draw(
            ["sandbox", "--ephemeral", "--port", "0"], [Scene(name: "first", keys: [], until: "ready in", settles: 1)],
            program, into: folder)
        try draw(["sandbox", "--ephemeral", "--port", "0", "--demo"], scenes, program, into: folder)
        return 0
    }

    private static func draw(_ arguments: [String], _ scenes: [Scene], _ program: String, into folder: String) throws {
        let terminal = try HostedTerminal(program: program, arguments: arguments, columns: 120, rows: 32)
        defer { terminal.end() }
        for scene in scenes {
            for keys in scene.keys {
                terminal.type(keys)
                terminal.run(seconds: 0.7) { false }
            }
            guard terminal.run(seconds: 30, until: { terminal.text.contains(scene.until) }) else {
                throw ScreenshotError(scene: scene.name, wanted: scene.until, screen: terminal.text)
            }
            terminal.run(seconds: scene.settles) { false }
            if scene.name.isEmpty { continue }
            let file = "\(folder)/\(scene.name).svg"
            let svg = SVGImage.render(terminal.painted, canvas: Color(red: 0x0D, green: 0x11, blue: 0x17))
            try svg.write(toFile: file, atomically: true, encoding: .utf8)
            print(file)
        }
    }
}

/// A scene that did not come up.
struct ScreenshotError: Error, CustomStringConvertible {
    var scene: String
    var wanted: String
    var screen: String
    var description: String { "\(scene): no \"\(wanted)\" within 30 s; the screen was\n\(screen)" }
}
