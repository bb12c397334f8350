/// Makes a theme of the settings of its file and of those it inherits from, and says what is wrong with them.
public struct ThemeBuilder {
    private var palette: [String: Color] = [:]
    private var styles: [Role: Theme.RoleStyle] = [:]
    private var lines: [Role: Int] = [:]
    private var monochrome = false
    private var canvas: Color?
    private var findings: [ThemeFinding] = []
    private let name: String

    /// The theme `name` of `layers`, the farthest ancestor first and the file itself last, with what is to be said about
    /// the file. There is no theme when a finding is an error.
    public static func build(name: String, layers: [[ThemeEntry]]) -> (theme: Theme?, findings: [ThemeFinding]) {
        var builder = ThemeBuilder(name: name)
        // All palettes first: a theme may change colours alone, and the roles that it inherits take them.
        for layer in layers {
            builder.findings = []
            builder.definePalettes(layer)
        }
        let own = builder.findings
        for layer in layers {
            builder.findings = own
            builder.lines = [:]
            builder.setRoles(layer)
        }
        builder.check()
        let findings = builder.findings.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
        guard !findings.contains(where: { $0.gravity == .error }) else { return (nil, findings) }
        let (styles, canvas) = (builder.styles, builder.canvas ?? Color(red: 0x0D, green: 0x11, blue: 0x17))
        let theme = Theme(name: name, monochrome: builder.monochrome, canvas: canvas) { role in
            styles[role] ?? styles[.text] ?? Theme.RoleStyle()
        }
        return (theme, findings)
    }

    private init(name: String) { self.name = name }

    private mutating func definePalettes(_ layer: [ThemeEntry]) {
        var parts: [String: [ThemeEntry]] = [:]
        for entry in layer where entry.path.first == "palette" {
            if entry.path.count == 2 || entry.path.count == 3 { parts[entry.path[1], default: []].append(entry) }
        }
        for (name, entries) in parts { definePalette(name, entries) }
    }

    private mutating func setRoles(_ layer: [ThemeEntry]) {
        var replaced: Set<Role> = []
        for entry in layer where entry.path.first != "palette" { set(entry, &replaced) }
    }

    private mutating func definePalette(_ name: String, _ entries: [ThemeEntry]) {
        var color: Color?
        var ansi: Color.ANSI?
        for entry in entries {
            guard case .text(let text) = entry.value else {
                error(entry.line, "\(name) is a colour: write \"#rrggbb\"")
                continue
            }
            if entry.path.count == 2 || entry.path[2] == "rgb" {
                color = Color(text)
                if color == nil { error(entry.line, "'\(text)' is no colour: write \"#rrggbb\"") }
            } else if entry.path[2] == "ansi" {
                ansi = Self.ansi(text)
                if ansi == nil { error(entry.line, "'\(text)' is none of the sixteen: \(Self.nearestANSI(text))") }
            } else {
                error(entry.line, "a colour has rgb and ansi, not '\(entry.path[2])'")
            }
        }
        color?.ansi = ansi
        if let color { palette[name] = color }
    }

    private mutating func set(_ entry: ThemeEntry, _ replaced: inout Set<Role>) {
        switch (entry.path.first, entry.path.count, entry.value) {
        case ("name", 1, .text), ("inherits", 1, .text): return
        case ("monochrome", 1, .flag(let flag)):
            monochrome = flag
            return
        case ("canvas", 1, .text(let text)):
            canvas = color(text, entry.line)
            return
        default: break
        }
        let property = entry.path.last ?? ""
        let roleName = entry.path.dropLast().joined(separator: ".")
        guard entry.path.count >= 2 else {
            return error(entry.line, "'\(property)' needs a look: write \(property) = { fg = \"...\" }")
        }
        guard let role = Role(rawValue: roleName) else {
            let near = Nearest.name(to: roleName, among: Role.allCases.map(\.rawValue)) ?? "text"
            let said = findings.contains { $0.message.hasPrefix("no role is called '\(roleName)'") }
            if !said { warning(entry.line, "no role is called '\(roleName)': did you mean '\(near)'?") }
            return
        }
        if replaced.insert(role).inserted {
            styles[role] = Theme.RoleStyle()
            lines[role] = entry.line
        }
        var style = styles[role] ?? Theme.RoleStyle()
        switch (property, entry.value) {
        case ("fg", .text(let text)): style.foreground = color(text, entry.line)
        case ("bg", .text(let text)): style.background = color(text, entry.line)
        case (_, .flag(let flag)):
            guard let attribute = Self.attributes[property] else { fallthrough }
            if flag { style.attributes.insert(attribute) }
        default:
            let known = ["fg", "bg"] + Self.attributes.keys.sorted()
            let near = Nearest.name(to: property, among: known) ?? "fg"
            error(
                entry.line, "'\(property)' cannot be set so: did you mean '\(near)'? (\(known.joined(separator: ", ")))"
            )
        }
        styles[role] = style
    }

    private mutating func color(_ text: String, _ line: Int) -> Color? {
        if let color = text.hasPrefix("#") ? Color(text) : palette[text] { return color }
        if text.hasPrefix("#") {
            error(line, "'\(text)' is no colour: write \"#rrggbb\"")
        } else if let near = Nearest.name(to: text, among: palette.keys.sorted()) {
            error(line, "the palette has no '\(text)': did you mean '\(near)'?")
        } else {
            error(line, "the palette has no '\(text)': add it under [palette]")
        }
        return nil
    }

    /// Roles without a look, and pairs that are hard to read.
    private mutating func check() {
        let missing = Role.allCases.filter { styles[$0] == nil }
        if !missing.isEmpty {
            let names = missing.map(\.rawValue).joined(separator: ", ")
            warning(nil, "\(missing.count) roles have no look and look like text: \(names)")
        }
        guard !monochrome, let canvas else { return }
        for role in Role.allCases {
            guard let style = styles[role], let foreground = style.foreground else { continue }
            let ground = style.background ?? canvas
            judge(role, foreground, ground, "its ground \(ground.hex)")
        }
        for (place, role) in [("selection", Role.selection), ("head", .head)] {
            guard let ground = styles[role]?.background else { continue }
            for role in [Role.text, .dim, .strong, .accent, .good, .warn, .bad, .key, .number, .string] {
                guard let style = styles[role], style.background == nil, let ink = style.foreground else { continue }
                judge(role, ink, ground, "\(place) \(ground.hex)")
            }
        }
    }

    private mutating func judge(_ role: Role, _ ink: Color, _ ground: Color, _ place: String) {
        let isLine = [Role.faint, .bar, .border, .spark].contains(role)
        let contrast = ink.contrast(to: ground)
        let limit = isLine ? 1.5 : 3.0
        guard contrast < limit else { return }
        let tenths = Int(contrast * 10)
        warning(
            lines[role],
            "\(role.rawValue) \(ink.hex) on \(place) has contrast \(tenths / 10).\(tenths % 10), less than \(isLine ? "1.5" : "3")"
        )
    }

    private mutating func error(_ line: Int?, _ message: String) { findings.append(.init(.error, line: line, message)) }
    private mutating func warning(_ line: Int?, _ message: String) {
        findings.append(.init(.warning, line: line, message))
    }

    private static func ansi(_ text: String) -> Color.ANSI? {
        switch text {
        case "standard": .standard
        case "reverse": .reverse
        default: Color.names.firstIndex(of: text).map { .index(UInt8($0)) }
        }
    }

    private static func nearestANSI(_ text: String) -> String {
        "did you mean '\(Nearest.name(to: text, among: Color.names + ["standard", "reverse"]) ?? "standard")'?"
    }

    private static let attributes: [String: Attributes] = [
        "bold": .bold, "italic": .italic, "underline": .underline, "reverse": .reverse, "faint": .dim,
    ]
}
