import Bytes
import Terminal

/// What the bytes of a key or value look like.
enum Payload: Equatable, Sendable {
    /// There are none: `∅`.
    case null
    /// Zero bytes: `""`.
    case empty
    /// Text that starts as JSON does and is not broken as far as it was read.
    case json
    /// UTF-8 that is meant to be read.
    case text
    /// Anything else.
    case binary

    /// Bytes that are looked at to tell.
    static let glance = 4_096

    /// What `bytes` look like.
    init(_ bytes: ByteSlice?) {
        guard let bytes else {
            self = .null
            return
        }
        guard !bytes.isEmpty else {
            self = .empty
            return
        }
        guard let text = Self.text(of: bytes, limit: Self.glance) else {
            self = .binary
            return
        }
        let controls = text.utf8.count { $0 < 0x20 && ![0x09, 0x0A, 0x0D, 0x1B].contains($0) }
        if text.utf8.contains(0) || controls * 5 > text.utf8.count {
            self = .binary
            return
        }
        guard let first = text.utf8.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else {
            self = .text
            return
        }
        // Only a break right at the start says that it is something else, and the first bytes show it.
        let start = JSONTokens(Array(text.utf8.prefix(64)))
        self = (start.problem?.offset ?? 2) < 2 ? .text : .json
    }

    /// The first `limit` bytes as text; nil when they are not UTF-8. A code point that the limit cuts is left out.
    static func text(of bytes: ByteSlice, limit: Int) -> String? {
        guard bytes.count > limit else { return bytes.validText }
        for cut in 0...3 where limit > cut {
            if let text = bytes.slice(0..<limit - cut).validText { return text }
        }
        return nil
    }

    /// The bytes in one line, at most about `columns` wide; raw, so it must go through a grid.
    static func line(_ bytes: ByteSlice?, columns: Int) -> String {
        guard let bytes else { return "∅" }
        let limit = max(16, columns * 4)
        switch Payload(bytes) {
        case .null: return "∅"
        case .empty: return "\"\""
        case .json: return compact(text(of: bytes, limit: max(limit, 1024)) ?? "")
        case .text: return text(of: bytes, limit: limit) ?? ""
        case .binary:
            let shown = bytes.slice(0..<min(bytes.count, max(4, columns / 3)))
            let hex = shown.map { Self.hex($0) }.joined(separator: " ")
            return "0x" + hex + (bytes.count > shown.count ? " …" : "")
        }
    }

    /// JSON text without the space between its tokens.
    private static func compact(_ text: String) -> String {
        var output: [UInt8] = []
        var isInString = false
        var isEscaped = false
        for byte in text.utf8 {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5C {
                    isEscaped = true
                } else if byte == 0x22 {
                    isInString = false
                }
            } else {
                if [0x20, 0x09, 0x0A, 0x0D].contains(byte) { continue }
                isInString = byte == 0x22
            }
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Rows of sixteen bytes: place, hex, text.
    static func hexLines(_ bytes: ByteSlice, limit: Int = 2_000) -> [ValueLine] {
        var lines: [ValueLine] = []
        for start in stride(from: 0, to: bytes.count, by: 16) {
            guard lines.count < limit else {
                lines.append(
                    ValueLine([.init(text: "… \(Quantity.size(Int64(bytes.count - start))) more", role: .warn)]))
                break
            }
            let row = bytes.slice(start..<min(start + 16, bytes.count))
            let place = String(start, radix: 16)
            let zeros = String(repeating: "0", count: max(0, 4 - place.count))
            var hex = ""
            for (index, byte) in row.enumerated() { hex += Self.hex(byte) + (index == 7 ? "  " : " ") }
            hex += String(repeating: " ", count: max(0, 50 - hex.count))
            let text = row.map { (0x20..<0x7F).contains($0) ? String(Character(Unicode.Scalar($0))) : "·" }.joined()
            lines.append(
                ValueLine([
                    .init(text: zeros + place + "  ", role: .dim), .init(text: hex, role: .number),
                    .init(text: text, role: .text),
                ]))
        }
        return lines
    }

    /// Lines of text as they are, each cut at 4,000 characters, which is said, and folded at `columns`.
    static func textLines(_ bytes: ByteSlice, columns: Int = .max, limit: Int = 2_000) -> [ValueLine] {
        let text = bytes.withUnsafeBytes { raw in
            String(validating: raw, as: UTF8.self)
                ?? Sanitizer.visible(bytes: UnsafeRawBufferPointer(rebasing: raw.prefix(1 << 18)))
        }
        var lines = text.split(separator: "\n", maxSplits: limit, omittingEmptySubsequences: false).flatMap {
            (line) -> [ValueLine] in
            let shown = line.prefix(4_000)
            let pieces = folded(shown, columns: max(8, columns))
            guard shown.endIndex < line.endIndex else { return pieces }
            let rest = Quantity.size(Int64(line[shown.endIndex...].utf8.count))
            return pieces + [ValueLine([.init(text: "… \(rest) more of this line: e writes all of it", role: .warn)])]
        }
        if lines.count > limit {
            lines.removeSubrange((limit + 1)...)
            lines[limit] = ValueLine([.init(text: "… more lines", role: .warn)])
        }
        return lines
    }

    /// A line in pieces that fit; nothing of it is lost.
    private static func folded(_ line: Substring, columns: Int) -> [ValueLine] {
        var pieces: [ValueLine] = []
        var piece = ""
        var width = 0
        for character in line {
            let own = TextWidth.of(String(character))
            if width + own > columns {
                pieces.append(ValueLine([.init(text: piece, role: .text)]))
                (piece, width) = ("", 0)
            }
            piece.append(character)
            width += own
        }
        return pieces + [ValueLine([.init(text: piece, role: .text)])]
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
