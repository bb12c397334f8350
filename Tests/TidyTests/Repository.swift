import Foundation

/// The source tree that the checks of this target read.
struct Repository {
    /// The folder that holds `Package.swift`.
    let root: URL

    /// The tree that this very file was compiled from.
    static let here = Repository(
        root: URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent())

    /// Names in the top folder, build products and git's own files left out.
    var topLevel: Set<String> {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
            return Set(names).subtracting([".git", ".build", "Package.resolved", ".DS_Store"])
        }
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }

    /// Every file under `folder` whose name ends in one of `extensions`, as paths from the root, sorted.
    func files(under folder: String, extensions: Set<String>) -> [String] {
        let base = root.appendingPathComponent(folder).path
        guard let walk = FileManager.default.enumerator(atPath: base) else { return [] }
        var found: [String] = []
        for case let path as String in walk where extensions.contains((path as NSString).pathExtension) {
            found.append("\(folder)/\(path)")
        }
        return found.sorted()
    }

    /// Every folder below `folder`, as paths from the root.
    func folders(under folder: String) -> [String] {
        let base = root.appendingPathComponent(folder)
        guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
        var found: [String] = []
        for case let path as String in walk {
            var isFolder: ObjCBool = false
            let full = base.appendingPathComponent(path).path
            if FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), isFolder.boolValue {
                found.append("\(folder)/\(path)")
            }
        }
        return found.sorted()
    }

    /// The Swift files of all rooms and programs.
    func sources() throws -> [SourceFile] {
        try Self.sourcesHere.get()
    }

    /// Read once for all checks.
    private static let sourcesHere = Result {
        let paths =
            here.files(under: "Sources", extensions: ["swift"]) + here.files(under: "themes", extensions: ["swift"])
        return try paths.map { try SourceFile(path: $0, text: here.text($0)) }
    }
}
