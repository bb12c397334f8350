/// Keys held together with another.
public struct KeyModifiers: OptionSet, Hashable, Sendable {
    /// One bit a key, as terminals number them (xterm: the parameter minus 1).
    public let rawValue: UInt8
    /// Wraps raw bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Shift; never set on a printable character, whose upper case says it.
    public static let shift = KeyModifiers(rawValue: 1)
    /// Alt, also Option or Meta.
    public static let alt = KeyModifiers(rawValue: 2)
    /// Control.
    public static let control = KeyModifiers(rawValue: 4)
}

/// One key press.
public struct Key: Hashable, Sendable {
    /// What was pressed.
    public enum Code: Hashable, Sendable {
        /// A printable character, the space included.
        case character(Character)
        case enter, escape, tab, backspace, delete, insert, up, down, left, right, home, end, pageUp, pageDown
        /// F1 to F35.
        case function(Int)
    }

    /// What was pressed.
    public var code: Code
    /// What was held.
    public var modifiers: KeyModifiers

    /// A key press.
    public init(_ code: Code, _ modifiers: KeyModifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    /// The press of a printable character.
    public init(_ character: Character) { self.init(.character(character)) }

    /// The typed character when nothing but shift was held: what goes into a text field.
    public var text: Character? {
        if case .character(let character) = code, modifiers.isEmpty { character } else { nil }
    }

    /// The name used in binding tables and help: `ctrl-d`, `enter`, `G`, `alt-f5`, `space`.
    public var name: String {
        var prefix = modifiers.contains(.control) ? "ctrl-" : ""
        if modifiers.contains(.alt) { prefix += "alt-" }
        if modifiers.contains(.shift) { prefix += "shift-" }
        switch code {
        case .character(" "): return prefix + "space"
        case .character(let character): return prefix + String(character)
        case .function(let number): return prefix + "f\(number)"
        default: return prefix + (Self.names.first { $0.code == code }?.name ?? "?")
        }
    }

    /// The key of such a name; nil when it names none.
    public init?(_ name: String) {
        var rest = Substring(name)
        var modifiers: KeyModifiers = []
        for (prefix, modifier) in [("ctrl-", KeyModifiers.control), ("alt-", .alt), ("shift-", .shift)]
        where rest.hasPrefix(prefix) && rest.count > prefix.count {
            modifiers.insert(modifier)
            rest = rest.dropFirst(prefix.count)
        }
        if rest == "space" {
            self.init(.character(" "), modifiers)
        } else if rest.count == 1, let character = rest.first, TextWidth.of(character) > 0 {
            self.init(.character(character), modifiers)
        } else if let named = Self.names.first(where: { $0.name == rest }) {
            self.init(named.code, modifiers)
        } else if rest.first == "f", let number = Int(rest.dropFirst()), (1...35).contains(number) {
            self.init(.function(number), modifiers)
        } else {
            return nil
        }
    }

    private static let names: [(code: Code, name: String)] = [
        (.enter, "enter"), (.escape, "esc"), (.tab, "tab"), (.backspace, "backspace"), (.delete, "delete"),
        (.insert, "insert"), (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"), (.home, "home"),
        (.end, "end"), (.pageUp, "pgup"), (.pageDown, "pgdn"),
    ]
}

extension Key: CustomStringConvertible {
    /// The same as `name`.
    public var description: String { name }
}
