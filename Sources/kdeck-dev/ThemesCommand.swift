import Console
import Foundation
import Terminal

/// Checks themes: those inside the binary, or files.
enum ThemesCommand {
    static func run(_ arguments: [String]) throws -> Int32 {
        var files: [(name: String, toml: [UInt8])] = []
        for path in arguments {
            let file = URL(filePath: path)
            files.append((file.deletingPathExtension().lastPathComponent, Array(try Data(contentsOf: file))))
        }
        let catalog = ThemeCatalog(userFiles: files)
        let names = files.isEmpty ? catalog.names : files.map(\.name)
        var findings = 0
        for name in names {
            for finding in catalog.check(name) {
                findings += 1
                print("\(name): \(finding)")
            }
        }
        print("\(names.count) themes with \(Role.allCases.count) roles checked, \(findings) findings")
        return findings == 0 ? 0 : 1
    }
}
