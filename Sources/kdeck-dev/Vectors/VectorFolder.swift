import Bytes
import Codecs
import Foundation

/// A folder of golden vectors, and what came of checking it.
struct VectorFolder {
    let root: URL
    private(set) var passed = 0
    private(set) var failed = 0
    /// What was checked: name of the part, passed, failed.
    private(set) var parts: [(name: String, passed: Int, failed: Int)] = []
    /// The first failures, for people.
    private(set) var failures: [String] = []

    init(_ root: URL) { self.root = root }

    /// The names of the files in a folder below the root, in order.
    func files(in folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        return (names ?? []).sorted().map { "\(folder)/\($0)" }
    }

    /// One file's lines of JSON; `.gz` is inflated by our own codec.
    func lines(of path: String) throws -> [JSONValue] {
        let data = try Data(contentsOf: root.appendingPathComponent(path))
        var bytes = data.withUnsafeBytes { ByteSlice(copying: $0) }
        if path.hasSuffix(".gz") { bytes = try CompressionCodec.gzip.decompress(bytes, limit: 1 << 30) }
        return try bytes.array.split(separator: UInt8(ascii: "\n")).map { try JSONValue($0) }
    }

    /// Checks the lines of one file; `check` gives back what is wrong, or nil.
    mutating func check(_ path: String, _ check: (JSONValue) throws -> String?) {
        // Packed or not: the same lines.
        let plain = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
        guard
            let path = [plain, plain + ".gz"].first(where: {
                FileManager.default.fileExists(atPath: root.appendingPathComponent($0).path)
            })
        else { return }
        let before = (passed, failed)
        do {
            for line in try lines(of: path) {
                do {
                    if let wrong = try check(line) { fail(path, line, wrong) } else { passed += 1 }
                } catch {
                    fail(path, line, "\(error)")
                }
            }
        } catch {
            failed += 1
            failures.append("\(path): \(error)")
        }
        parts.append((path, passed - before.0, failed - before.1))
    }

    private mutating func fail(_ path: String, _ line: JSONValue, _ what: String) {
        failed += 1
        let name = line["name"]?.string ?? line["hex"]?.string ?? "?"
        failures.append("\(path) \(name.prefix(60)): \(what.prefix(300))")
    }

    /// The bytes of a field in hex.
    static func bytes(_ line: JSONValue, _ key: String = "hex") throws -> ByteSlice {
        guard let text = line[key]?.string, let bytes = Hex.decode(text) else { throw Missing(field: key) }
        return bytes
    }

    static func int(_ line: JSONValue, _ key: String) throws -> Int64 {
        guard let number = line[key]?.int else { throw Missing(field: key) }
        return number
    }

    /// A vector without a field that it should have.
    struct Missing: Error { var field: String }
}
