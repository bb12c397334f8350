import Foundation

/// One Swift file, seen twice: as written, and with comments and string contents blanked so that a pattern finds code.
struct SourceFile {
    let path: String
    let lines: [String]
    let code: [String]
    /// The same as `code`, in one piece: a pattern is looked for once a file, not once a line.
    let blanked: String
    /// Modules named by the import lines, submodules and access words dropped.
    let imports: [String]

    init(path: String, text: String) {
        self.path = path
        lines = text.components(separatedBy: "\n")
        blanked = SourceFile.blank(text)
        code = blanked.components(separatedBy: "\n")
        imports = code.compactMap(SourceFile.module(imported:))
    }

    /// `Sources/KafkaWire/Frame.swift` lives in `KafkaWire`; the themes folder is the target `Themes`.
    var target: String {
        let parts = path.split(separator: "/")
        return parts[0] == "themes" ? "Themes" : String(parts[1])
    }

    var isGenerated: Bool { path.contains("/Generated/") }

    /// The module that an import line names, or nil for any other line.
    private static func module(imported line: String) -> String? {
        guard line.utf8.count < 200, line.contains("import") else { return nil }
        let match = line.firstMatch(
            of:
                /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|internal|package|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|typealias)\s+)?([\w-]+)/
        )
        return match.map { String($0.1) }
    }

    /// A rule may be broken where a comment on the same line or just above says why.
    func isExplained(at index: Int) -> Bool {
        if lines[index].contains("//") { return true }
        var above = index - 1
        while above >= 0, lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") { above -= 1 }
        return above >= 0 && lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("//")
    }

    /// Replaces comments and the inside of string literals by spaces; line breaks stay.
    private static func blank(_ text: String) -> String {
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        out.reserveCapacity(bytes.count)
        var index = 0
        var comment = 0
        var inLine = false
        var quote = 0  // 0 none, 1 "…", 3 """…"""
        func at(_ offset: Int, _ character: UInt8) -> Bool {
            index + offset < bytes.count && bytes[index + offset] == character
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\n") {
                inLine = false
                if quote == 1 { quote = 0 }
                out.append(byte)
                index += 1
            } else if inLine {
                out.append(32)
                index += 1
            } else if comment > 0 {
                if at(0, UInt8(ascii: "/")), at(1, UInt8(ascii: "*")) {
                    comment += 1
                } else if at(0, UInt8(ascii: "*")), at(1, UInt8(ascii: "/")) {
                    comment -= 1
                } else {
                    out.append(32)
                    index += 1
                    continue
                }
                out += [32, 32]
                index += 2
            } else if quote > 0 {
                if byte == UInt8(ascii: "\\"), index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "\n") {
                    out += [32, 32]
                    index += 2
                } else if quote == 3, at(0, UInt8(ascii: "\"")), at(1, UInt8(ascii: "\"")), at(2, UInt8(ascii: "\"")) {
                    quote = 0
                    out += Array("\"\"\"".utf8)
                    index += 3
                } else if quote == 1, byte == UInt8(ascii: "\"") {
                    quote = 0
                    out.append(byte)
                    index += 1
                } else {
                    out.append(32)
                    index += 1
                }
            } else if at(0, UInt8(ascii: "/")), at(1, UInt8(ascii: "/")) {
                inLine = true
            } else if at(0, UInt8(ascii: "/")), at(1, UInt8(ascii: "*")) {
                comment = 1
                out += [32, 32]
                index += 2
            } else if at(0, UInt8(ascii: "\"")), at(1, UInt8(ascii: "\"")), at(2, UInt8(ascii: "\"")) {
                quote = 3
                out += Array("\"\"\"".utf8)
                index += 3
            } else {
                if byte == UInt8(ascii: "\"") { quote = 1 }
                out.append(byte)
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
