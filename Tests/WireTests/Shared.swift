import Foundation

/// Reference material beside the repository, and the package itself.
enum Shared {
    /// The folder with `Package.swift`.
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A path below `shared`, when that folder is there: named by `KDECK_SHARED`, or beside a folder above this file.
    static func path(_ below: String) -> URL? {
        let named = ProcessInfo.processInfo.environment["KDECK_SHARED"].map { URL(fileURLWithPath: $0) }
        var candidates = named.map { [$0] } ?? []
        var folder = package
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            candidates.append(folder.appendingPathComponent("shared"))
        }
        return candidates.map { $0.appendingPathComponent(below) }
            .first { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// True when `below` is there; says so when it is not.
    static func has(_ below: String) -> Bool {
        if path(below) != nil { return true }
        print("skipped: no shared/\(below) beside this repository (KDECK_SHARED names its folder)")
        return false
    }
}
