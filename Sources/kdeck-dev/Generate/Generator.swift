import Foundation

/// Turns the schemas of a package into the Swift that is committed beside them.
struct Generator {
    /// The folder with `Package.swift`.
    let package: URL

    /// Reads all schemas, in the order of their paths.
    func schemas() throws -> [SchemaFile] {
        let root = package.appendingPathComponent("Sources/kdeck-dev/Schemas")
        guard let walk = FileManager.default.enumerator(atPath: root.path) else {
            throw SchemaError(
                file: root.path, line: 0, reason: "no such folder: run in the package, or give --package DIR")
        }
        let names = walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".schema") }.sorted()
        guard !names.isEmpty else { throw SchemaError(file: root.path, line: 0, reason: "no schemas found") }
        return try names.map { name in
            let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
            return try SchemaParser.parse(text, path: String(name.dropLast(".schema".count)))
        }
    }

    /// What the generated files should hold: path below the package -> text.
    func output() throws -> [String: String] {
        let files = try schemas()
        var output: [String: String] = [:]
        for file in files {
            output["Sources/KafkaWire/Generated/\(Self.swiftPath(file))"] = try SwiftEmitter.emit(file)
        }
        output["Sources/KafkaWire/Generated/APIKey+Names.swift"] = CatalogEmitter.apiKeys(files)
        output["Sources/kdeck-dev/Generated/MessageCatalog.swift"] = CatalogEmitter.catalogue(files)
        return output
    }

    /// `api/01-Fetch` -> `API/Fetch.swift`: the folder in camel case, the name without its number.
    static func swiftPath(_ file: SchemaFile) -> String {
        var parts = file.path.split(separator: "/").map(String.init)
        let last = parts.removeLast()
        let name = last.drop { $0.isNumber || $0 == "-" }
        let folder = parts.first.map { folder in
            folder == "api" ? "API/" : folder.split(separator: "-").map { String($0).upperCamel }.joined() + "/"
        }
        // A record and an API may share a name, and the compiler wants file names unique.
        let suffix = file.path.contains("coordinator/") ? "Record.swift" : ".swift"
        return (folder ?? "") + name.split(separator: "-").map { String($0).upperCamel }.joined() + suffix
    }

    /// Generated files on disk, as paths below the package.
    func present() -> Set<String> {
        var found: Set<String> = []
        for folder in ["Sources/KafkaWire/Generated", "Sources/kdeck-dev/Generated"] {
            let walk = FileManager.default.enumerator(atPath: package.appendingPathComponent(folder).path)
            for case let name as String in walk ?? FileManager.DirectoryEnumerator()
            where name.hasSuffix(".swift") {
                found.insert("\(folder)/\(name)")
            }
        }
        return found
    }

    /// Paths whose text differs from what the schemas say: changed, missing, or no longer wanted.
    func stale() throws -> [String] {
        let wanted = try output()
        var stale: [String] = []
        for (path, text) in wanted {
            let file = package.appendingPathComponent(path)
            if (try? String(contentsOf: file, encoding: .utf8)) != text { stale.append(path) }
        }
        stale += present().subtracting(wanted.keys)
        return stale.sorted()
    }

    /// Writes what is stale, removes what is no longer wanted; gives back how many files there are and how many changed.
    func write() throws -> (files: Int, changed: Int) {
        let wanted = try output()
        let stale = try stale()
        for path in stale {
            let file = package.appendingPathComponent(path)
            if let text = wanted[path] {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            } else {
                try FileManager.default.removeItem(at: file)
            }
        }
        return (wanted.count, stale.count)
    }
}
