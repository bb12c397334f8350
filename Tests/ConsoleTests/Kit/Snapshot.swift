import Foundation
import Terminal
import Testing

@testable import Console

/// Stored screens: the text layer and the style layer, one file each pane and size.
enum Snapshot {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Snapshots")
    static let sizes = [(80, 24), (120, 40), (200, 50)]

    /// Compares `state` with the stored screen of that name; `KDECK_RECORD=1` writes it instead. `KDECK_SVG=FOLDER` also
    /// draws it there, for looking at.
    static func check(_ state: ConsoleState, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let grid = render(state)
        let file = folder.appending(path: "\(name)-\(state.size.width)x\(state.size.height).txt")
        let text = SnapshotText.render(grid)
        let environment = ProcessInfo.processInfo.environment
        if let path = environment["KDECK_SVG"], let theme = Optional(ThemeCatalog().theme().theme) {
            let picture = URL(filePath: path).appending(path: "\(name)-\(state.size.width)x\(state.size.height).svg")
            try? SVGImage.render(grid, theme: theme).write(to: picture, atomically: true, encoding: .utf8)
        }
        if environment["KDECK_RECORD"] == "1" {
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            #expect(throws: Never.self, sourceLocation: sourceLocation) {
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
            return
        }
        guard let stored = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record(
                "there is no \(file.lastPathComponent): run the tests with KDECK_RECORD=1 and look at it",
                sourceLocation: sourceLocation)
            return
        }
        if stored != text {
            Issue.record(
                "\(file.lastPathComponent) differs:\n\(difference(stored, text))", sourceLocation: sourceLocation)
        }
    }

    private static func difference(_ stored: String, _ now: String) -> String {
        let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
        let new = now.split(separator: "\n", omittingEmptySubsequences: false)
        var out: [String] = []
        for line in 0..<max(old.count, new.count) {
            let (a, b) = (line < old.count ? String(old[line]) : "", line < new.count ? String(new[line]) : "")
            if a != b { out.append("\(line): - \(a)\n\(line): + \(b)") }
        }
        return out.prefix(40).joined(separator: "\n")
    }
}
