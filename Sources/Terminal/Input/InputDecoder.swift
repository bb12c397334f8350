/// Turns the bytes a terminal sends into keys, mouse reports, pastes and focus changes. Any bytes are survived; what is
/// not understood is dropped, never handed out as keys.
///
/// Understands CSI and SS3 keys with modifiers, SGR mouse (1006), bracketed paste (2004), focus (1004), kitty's `CSI u`,
/// xterm's `modifyOtherKeys`, the Linux console's function keys. Answers to questions (DA, DECRQM, OSC, DCS) are
/// swallowed. Memory is bounded: 64 bytes of a sequence, 1 MiB of a paste.
public struct InputDecoder: Sendable {
    /// The longest paste that is handed on, in bytes; the rest of a longer one is dropped.
    public static let maximumPaste = 1 << 20
    private static let maximumSequence = 64

    private enum State: Sendable {
        case ground
        /// In an escape sequence whose bytes so far are in `pending`.
        case sequence
        /// In an OSC, DCS, APC, PM or SOS string, up to BEL or ST. `escape`: the last byte was ESC.
        case string(escape: Bool)
        /// In a CSI sequence that grew too long: dropped up to its final byte.
        case overlong
        /// Three raw bytes of a mouse report of the old kind are still to be dropped.
        case oldMouse(left: Int)
        /// In a bracketed paste.
        case paste
    }

    private var state = State.ground
    private var pending: [UInt8] = []
    private var pasted: [UInt8] = []

    /// A decoder at rest.
    public init() {}

    /// True while a lone ESC or a cut sequence waits for more: call `flushEscape` when 25 ms pass without a byte.
    public var isWaiting: Bool {
        switch state {
        case .ground: !pending.isEmpty
        case .sequence, .overlong, .oldMouse, .string: true
        case .paste: false
        }
    }

    /// Takes the next bytes and returns what they complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
        var output: [Input] = []
        for byte in bytes { take(byte, &output) }
        return output
    }

    /// Nothing came for 25 ms: a lone ESC was the escape key, `ESC [` and `ESC O` were alt with that key, and a
    /// sequence that stopped in its middle is dropped.
    public mutating func flushEscape() -> [Input] {
        guard isWaiting else { return [] }
        defer {
            state = .ground
            pending.removeAll(keepingCapacity: true)
        }
        guard case .sequence = state else { return [] }
        if pending.count == 1 { return [.key(Key(.escape))] }
        if pending.count == 2 { return [.key(Key(.character(Character(Unicode.Scalar(pending[1]))), .alt))] }
        return []
    }

    private mutating func take(_ byte: UInt8, _ output: inout [Input]) {
        switch state {
        case .ground: ground(byte, &output)
        case .sequence: sequence(byte, &output)
        case .overlong:
            if byte == 0x1B { begin() } else if (0x40...0x7E).contains(byte) { state = .ground }
        case .oldMouse(let left):
            state = left > 1 ? .oldMouse(left: left - 1) : .ground
        case .string(let escape):
            if byte == 0x07 || (escape && byte == 0x5C) {
                state = .ground
            } else if escape {
                begin()
                sequence(byte, &output)
            } else {
                state = .string(escape: byte == 0x1B)
            }
        case .paste: paste(byte, &output)
        }
    }

    private mutating func begin() {
        state = .sequence
        pending = [0x1B]
    }

    private mutating func ground(_ byte: UInt8, _ output: inout [Input]) {
        if !pending.isEmpty {  // inside a UTF-8 character
            if byte & 0xC0 == 0x80 {
                pending.append(byte)
                if pending.count == Self.length(pending[0]) { character(&output) }
                return
            }
            pending.removeAll(keepingCapacity: true)
        }
        switch byte {
        case 0x1B: begin()
        case 0x20..<0x7F: output.append(.key(Key(Character(Unicode.Scalar(byte)))))
        case 0xC2...0xF4: pending.append(byte)
        default: if let key = Self.control(byte) { output.append(.key(key)) }
        }
    }

    private mutating func character(_ output: inout [Input]) {
        defer { pending.removeAll(keepingCapacity: true) }
        guard let text = String(validating: pending, as: UTF8.self), let scalar = text.unicodeScalars.first,
            scalar.value >= 0xA0
        else { return }
        output.append(.key(Key(Character(scalar))))
    }

    private mutating func sequence(_ byte: UInt8, _ output: inout [Input]) {
        if byte == 0x1B {
            // The escape key, or a sequence that was cut, and then another sequence.
            if pending.count == 1 { output.append(.key(Key(.escape))) }
            return begin()
        }
        pending.append(byte)
        if pending.count == 2 {
            switch byte {
            case 0x5B, 0x4F: return
            case 0x5D, 0x50, 0x58, 0x5E, 0x5F:
                state = .string(escape: false)
                return
            default:
                finish()
                if (0x20..<0x7F).contains(byte) {
                    output.append(.key(Key(.character(Character(Unicode.Scalar(byte))), .alt)))
                } else if var key = Self.control(byte) {
                    key.modifiers.insert(.alt)
                    output.append(.key(key))
                } else if byte >= 0x80 {
                    ground(byte, &output)
                }
                return
            }
        }
        if pending[1] == 0x4F {
            let key = KeySequence.ss3(pending.dropFirst(2))
            if (0x30...0x39).contains(byte), pending.count < 4 { return }
            finish()
            if let key { output.append(.key(key)) }
            return
        }
        csi(byte, &output)
    }

    private mutating func csi(_ byte: UInt8, _ output: inout [Input]) {
        if pending.count == 3, byte == 0x5B { return }  // the Linux console's ESC [ [ A
        if pending.count == 4, pending[2] == 0x5B {
            finish()
            if (0x41...0x45).contains(byte) { output.append(.key(Key(.function(Int(byte) - 0x40)))) }
            return
        }
        if byte < 0x20 || byte >= 0x7F {  // no sequence holds this: what was begun is dropped, a key stays a key
            finish()
            if byte < 0x7F, let key = Self.control(byte) { output.append(.key(key)) }
            return
        }
        if byte < 0x40 {
            if pending.count >= Self.maximumSequence {
                pending.removeAll(keepingCapacity: true)
                state = .overlong
            }
            return
        }
        let body = pending[2..<pending.count - 1]
        if byte == 0x4D, body.isEmpty {
            finish()
            state = .oldMouse(left: 3)
            return
        }
        let event = KeySequence.csi(body, final: byte)
        finish()
        switch event {
        case .pasteBegins: state = .paste
        case .input(let input): output.append(input)
        case .none: break
        }
    }

    private mutating func paste(_ byte: UInt8, _ output: inout [Input]) {
        let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
        if byte == end[pending.count] {
            pending.append(byte)
            guard pending.count == end.count else { return }
            output.append(.paste(Self.pastedText(pasted)))
            pasted.removeAll()
            return finish()
        }
        let room = max(0, Self.maximumPaste - pasted.count)
        pasted.append(contentsOf: pending.prefix(room))
        pending.removeAll(keepingCapacity: true)
        if byte == 0x1B { return pending.append(byte) }
        if pasted.count < Self.maximumPaste { pasted.append(byte) }
    }

    private mutating func finish() {
        state = .ground
        pending.removeAll(keepingCapacity: true)
    }

    private static func pastedText(_ bytes: [UInt8]) -> String {
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count)
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D {
                lines.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                lines.append(byte)
            }
            previous = byte
        }
        return String(decoding: lines, as: UTF8.self)
    }

    private static func length(_ first: UInt8) -> Int { first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    private static func control(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x00: Key(.character(" "), .control)
        case 0x08, 0x7F: Key(.backspace)
        case 0x09: Key(.tab)
        case 0x0D: Key(.enter)
        case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(byte + 0x60))), .control)
        case 0x1C...0x1F: Key(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
        default: nil
        }
    }
}
