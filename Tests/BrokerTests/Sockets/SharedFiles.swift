import Foundation

/// Reference files that lie beside the checkout, in a folder called `shared`.
enum SharedFiles {
    /// The path of a file below it, or nil when this machine has none.
    static func path(_ name: String) -> String? {
        var candidates: [URL] = []
        if let folder = ProcessInfo.processInfo.environment["KDECK_SHARED"] {
            candidates.append(URL(fileURLWithPath: folder))
        }
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            candidates.append(folder.appendingPathComponent("shared"))
        }
        return candidates.map { $0.appendingPathComponent(name).path }
            .first { FileManager.default.fileExists(atPath: $0) }
    }
}
