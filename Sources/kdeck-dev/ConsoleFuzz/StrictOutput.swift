/// Reads what the console writes to its terminal, byte by byte, and takes nothing but what kdeck itself has: its modes,
/// curses' moves and looks, its clipboard sequence and printable text. It keeps state between pieces.
struct StrictOutput {
    /// A byte or sequence that is not the program's own.
    struct Foreign: Error, CustomStringConvertible {
        var description: String
    }

    private enum State {
        case text
        case escape
        case control([UInt8])
        case command([UInt8])
        case charset
        /// The bytes of a character so far, and how many it has.
        case character([UInt8], count: Int)
    }

    private(set) var bytes = 0
    private(set) var sequences = 0
    private(set) var characters = 0
    /// Whether each private mode is on that was ever switched.
    private(set) var modes: [String: Bool] = [:]
    /// Pushes less pops of the keyboard's flags.
    private(set) var keyboards = 0
    private var state = State.text
    private var recent: [UInt8] = []

    /// The modes that kdeck and the terminal's description switch.
    private static let known: Set<String> = [
        "?1", "?7", "?12", "?25", "?1000", "?1002", "?1004", "?1006", "?1049", "?2004", "?2026", "4", "34",
    ]
    /// Modes that are on while the console runs and off when it has gone.
    private static let ours = ["?1000", "?1002", "?1004", "?1006", "?1049", "?2004", "?2026"]

    /// The modes that are still on; nothing after a clean end.
    var left: [String] {
        Self.ours.filter { modes[$0] == true } + (modes["?25"] == false ? ["hidden cursor"] : [])
            + (keyboards != 0 ? ["keyboard \(keyboards)"] : [])
    }

    mutating func take(_ piece: some Sequence<UInt8>) throws(Foreign) {
        for byte in piece {
            bytes += 1
            recent.append(byte)
            if recent.count > 400 { recent.removeFirst(200) }
            try take(byte)
        }
    }

    private mutating func take(_ byte: UInt8) throws(Foreign) {
        switch state {
        case .text: try begin(byte)
        case .escape:
            switch byte {
            case UInt8(ascii: "["): state = .control([])
            case UInt8(ascii: "]"): state = .command([])
            case UInt8(ascii: "("), UInt8(ascii: ")"): state = .charset
            // Keypad modes, save and restore the cursor, reverse line feed.
            case _ where "=>78M".utf8.contains(byte): finished()
            default: throw foreign("ESC and \(byte)")
            }
        case .charset:
            guard "B0".utf8.contains(byte) else { throw foreign("charset \(byte)") }
            finished()
        case .control(let before):
            if (0x20..<0x40).contains(byte) {
                guard before.count < 64 else { throw foreign("a control sequence without end") }
                state = .control(before + [byte])
            } else {
                try control(String(decoding: before, as: UTF8.self), final: byte)
                finished()
            }
        case .command(let before):
            if byte == 0x07 {
                try command(before)
                finished()
            } else {
                guard (0x20..<0x7F).contains(byte), before.count < 80_000 else {
                    throw foreign("a command with \(byte)")
                }
                state = .command(before + [byte])
            }
        case .character(let before, let count):
            guard byte & 0xC0 == 0x80 else { throw foreign("a character cut short") }
            try character(before + [byte], count)
        }
    }

    private mutating func begin(_ byte: UInt8) throws(Foreign) {
        switch byte {
        case 0x1B: state = .escape
        // Curses moves with these; the last takes back a set of characters, as screen's description has it.
        case 0x08, 0x0A, 0x0D, 0x0F: break
        case 0x20..<0x7F: characters += 1
        case 0xC2...0xDF: state = .character([byte], count: 2)
        case 0xE0...0xEF: state = .character([byte], count: 3)
        case 0xF0...0xF4: state = .character([byte], count: 4)
        default: throw foreign("byte \(String(byte, radix: 16))")
        }
    }

    private mutating func character(_ bytes: [UInt8], _ count: Int) throws(Foreign) {
        guard bytes.count == count else {
            state = .character(bytes, count: count)
            return
        }
        guard let text = String(validating: bytes, as: UTF8.self), let scalar = text.unicodeScalars.first else {
            throw foreign("no UTF-8")
        }
        if Self.speaks(scalar) { throw foreign("U+\(String(scalar.value, radix: 16))") }
        characters += 1
        state = .text
    }

    /// Characters that steer a terminal or reorder what stands beside them.
    private static func speaks(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        // The joiner and the tags of flags never get past curses' own table of clusters.
        case .format: true
        default: false
        }
    }

    private mutating func control(_ parameters: String, final: UInt8) throws(Foreign) {
        let last = Character(Unicode.Scalar(final))
        let isNumbers = parameters.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x3B }
        switch last {
        case "h", "l":
            for mode in parameters.dropFirst(parameters.hasPrefix("?") ? 1 : 0).split(separator: ";") {
                let name = (parameters.hasPrefix("?") ? "?" : "") + mode
                guard Self.known.contains(name) else { throw foreign("mode \(name)") }
                modes[name] = last == "h"
            }
        case "u":
            guard parameters == ">1" || parameters == "<" else { throw foreign("keyboard \(parameters)") }
            keyboards += parameters == "<" ? -1 : 1
        // The stack of titles, as the description's way into the alternate screen has it.
        case "t":
            guard parameters == "22;0;0" || parameters == "23;0;0" else { throw foreign("window \(parameters)") }
        case _ where "mHfABCDGdJKXPLMSTr@b".contains(last):
            guard isNumbers else { throw foreign("CSI \(parameters)\(last)") }
        default: throw foreign("CSI \(parameters)\(last)")
        }
    }

    /// Only the clipboard, only as base64.
    private func command(_ bytes: [UInt8]) throws(Foreign) {
        let text = String(decoding: bytes, as: UTF8.self)
        let isBase64 = bytes.dropFirst(5).allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || "+/=".utf8.contains($0)
        }
        guard text.hasPrefix("52;c;"), isBase64 else { throw foreign("OSC \(text.prefix(40))") }
    }

    private mutating func finished() {
        sequences += 1
        state = .text
    }

    private func foreign(_ what: String) -> Foreign {
        let shown = recent.suffix(120).map {
            (0x20..<0x7F).contains($0) ? String(Unicode.Scalar($0)) : "<\(String($0, radix: 16))>"
        }
        return Foreign(description: "\(what) after \(shown.joined())")
    }
}
