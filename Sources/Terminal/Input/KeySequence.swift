/// What one whole escape sequence says.
enum KeySequence: Equatable {
    case input(Input)
    case pasteBegins
    case none

    /// The key of `ESC O` and what follows: an optional digit for modifiers and a letter.
    static func ss3(_ body: ArraySlice<UInt8>) -> Key? {
        guard let letter = body.last else { return nil }
        var modifiers: KeyModifiers = []
        if body.count == 2, let digit = body.first, let held = Self.modifiers(Int(digit) - 0x30) { modifiers = held }
        switch letter {
        case 0x4D: return Key(.enter, modifiers)
        case 0x6A...0x79:  // the keypad in application mode: j is *, p is 0
            return Key(.character(Character(Unicode.Scalar(letter - 0x40))), modifiers)
        default: return cursor(letter).map { Key($0, modifiers) }
        }
    }

    /// The meaning of `ESC [`, `body` (parameters and intermediates) and the byte `final`.
    static func csi(_ body: ArraySlice<UInt8>, final: UInt8) -> KeySequence {
        if body.first == 0x3C { return final == 0x4D || final == 0x6D ? mouse(body.dropFirst(), final) : .none }
        guard let fields = parameters(body) else { return .none }
        let first = fields.first?.first ?? 1
        let second = fields.count > 1 ? fields[1] : []
        if second.count > 1, second[1] == 3 { return .none }  // kitty: the key went up
        guard let held = modifiers(second.first ?? 1) else { return .none }
        switch final {
        case 0x49 where body.isEmpty: return .input(.focus(true))
        case 0x4F where body.isEmpty: return .input(.focus(false))
        case 0x5A: return .input(.key(Key(.tab, held.union(.shift))))
        case 0x75: return body.isEmpty ? .none : unicode(first, held)
        case 0x7E:
            if first == 200 { return .pasteBegins }
            if first == 27, fields.count == 3 { return unicode(fields[2].first ?? 0, held) }
            return numbered(first).map { .input(.key(Key($0, held))) } ?? .none
        // A cursor position report ends in R as F3 does; only F3 starts with 1 and a modifier.
        case 0x52 where !body.isEmpty && (first != 1 || fields.count != 2): return .none
        default:
            guard first == 1 else { return .none }
            return cursor(final).map { .input(.key(Key($0, held))) } ?? .none
        }
    }

    private static func mouse(_ body: ArraySlice<UInt8>, _ final: UInt8) -> KeySequence {
        guard let fields = parameters(body), fields.count == 3, let code = fields[0].first,
            let column = fields[1].first, let row = fields[2].first, column > 0, row > 0, code < 128
        else { return .none }
        var held: KeyModifiers = []
        if code & 4 != 0 { held.insert(.shift) }
        if code & 8 != 0 { held.insert(.alt) }
        if code & 16 != 0 { held.insert(.control) }
        let button: Mouse.Button? = [.left, .middle, .right, nil][code & 3]
        let action: Mouse.Action
        if code & 64 != 0 {
            guard final == 0x4D else { return .none }
            action = [.wheelUp, .wheelDown, .wheelLeft, .wheelRight][code & 3]
        } else if code & 32 != 0 {
            action = button.map { .drag($0) } ?? .move
        } else if let button {
            action = final == 0x4D ? .press(button) : .release(button)
        } else {
            return .none
        }
        return .input(.mouse(Mouse(action, x: column - 1, y: row - 1, modifiers: held)))
    }

    /// A key given by its code point or by kitty's number in the private use area.
    private static func unicode(_ value: Int, _ held: KeyModifiers) -> KeySequence {
        var held = held
        let code: Key.Code
        switch value {
        case 9: code = .tab
        case 13, 57414: code = .enter
        case 27: code = .escape
        case 8, 127: code = .backspace
        case 57376...57398: code = .function(value - 57376 + 13)
        case 57399...57408: code = .character(Character(Unicode.Scalar(UInt8(value - 57399 + 0x30))))
        case 57409...57413: code = .character([".", "/", "*", "-", "+"][value - 57409])
        case 57415: code = .character("=")
        case 57417...57426:
            let keypad: [Key.Code] = [.left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete]
            code = keypad[value - 57417]
        case 57344...63743: return .none
        case 32..<0x110000:
            guard let scalar = Unicode.Scalar(UInt32(value)), value < 0x7F || value >= 0xA0 else { return .none }
            var character = Character(scalar)
            if held.contains(.shift), !held.contains(.control), let upper = character.uppercased().first {
                character = upper
            }
            held.remove(.shift)
            code = .character(character)
        default: return .none
        }
        return .input(.key(Key(code, held)))
    }

    private static func cursor(_ letter: UInt8) -> Key.Code? {
        switch letter {
        case 0x41: .up
        case 0x42: .down
        case 0x43: .right
        case 0x44: .left
        case 0x46: .end
        case 0x48: .home
        case 0x50...0x53: .function(Int(letter) - 0x4F)
        default: nil
        }
    }

    private static func numbered(_ number: Int) -> Key.Code? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28, 29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }

    private static func modifiers(_ parameter: Int) -> KeyModifiers? {
        guard parameter >= 1, parameter <= 256 else { return nil }
        return KeyModifiers(rawValue: UInt8((parameter - 1) & 7))
    }

    /// The numbers between `;`, each with its parts between `:`; nil when anything else stands there.
    private static func parameters(_ body: ArraySlice<UInt8>) -> [[Int]]? {
        var fields: [[Int]] = []
        guard !body.isEmpty else { return fields }
        for field in body.split(separator: 0x3B, omittingEmptySubsequences: false) {
            var parts: [Int] = []
            for part in field.split(separator: 0x3A, omittingEmptySubsequences: false) {
                var number = 0
                for digit in part {
                    guard (0x30...0x39).contains(digit), number < 1_000_000 else { return nil }
                    number = number * 10 + Int(digit) - 0x30
                }
                parts.append(part.isEmpty ? 1 : number)
            }
            fields.append(parts)
        }
        return fields
    }
}
