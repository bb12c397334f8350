import Configuration
import Terminal

/// Makes a theme of a base16 scheme or of a skin of k9s: a palette over the roles of the default theme. Colours that would be
/// hard to read on their ground are moved towards white or black until they are not.
public enum ThemeImport {
    /// Why a file is no theme; one line.
    public struct Failure: Error, Equatable, Sendable {
        /// The line.
        public var sentence: String
    }

    /// The TOML text of a theme called `name`.
    public static func toml(_ text: String, name: String) throws(Failure) -> String {
        let root: YAMLValue
        do throws(DocumentError) {
            root = try YAMLDocument(Array(withoutAnchors(text).utf8)).root
        } catch {
            throw Failure(sentence: error.description)
        }
        if let skin = root["k9s"] { return try write(skinColors(skin), name, "a skin of k9s") }
        let scheme = root["palette"] ?? root
        guard scheme["base00"] != nil else {
            throw Failure(sentence: "it has neither base00 to base0F (base16) nor k9s: (a skin)")
        }
        return try write(try schemeColors(scheme), name, "a base16 scheme")
    }

    /// Skins of k9s name their colours once, `foreground: &foreground "#f8f8f2"`, and use them as `*foreground`. Only scalars
    /// are named so, which is what makes this safe: a line is a line.
    static func withoutAnchors(_ text: String) -> String {
        var named: [Substring: Substring] = [:]
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstIndex(of: ":") else {
                lines.append(String(line))
                continue
            }
            let head = line[...colon]
            let rest = line[line.index(after: colon)...].drop { $0 == " " }
            let word = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
            if rest.first == "&" {
                let value = rest.dropFirst(1 + word.count).drop { $0 == " " }
                named[word] = value
                lines.append(head + " " + value)
            } else if rest.first == "*", let value = named[word] {
                lines.append(head + " " + value)
            } else {
                lines.append(String(line))
            }
        }
        return lines.joined(separator: "\n")
    }

    /// What the palettes of both kinds say.
    struct Colors {
        var ground, raised, selection, faint, dim, text, strong: Color
        var cyan, blue, green, yellow, red, violet: Color
    }

    private static func schemeColors(_ scheme: YAMLValue) throws(Failure) -> Colors {
        func slot(_ name: String) throws(Failure) -> Color {
            guard let text = scheme[name]?.text, let color = color(text) else {
                throw Failure(sentence: "\(name) is missing or no colour; write \"#rrggbb\"")
            }
            return color
        }
        return Colors(
            ground: try slot("base00"), raised: try slot("base01"), selection: try slot("base02"),
            faint: try slot("base03"), dim: try slot("base04"), text: try slot("base05"), strong: try slot("base07"),
            cyan: try slot("base0C"), blue: try slot("base0D"), green: try slot("base0B"), yellow: try slot("base0A"),
            red: try slot("base08"), violet: try slot("base0E"))
    }

    private static func skinColors(_ skin: YAMLValue) -> Colors {
        func pick(_ paths: String..., or fallback: String) -> Color {
            for path in paths {
                let value = path.split(separator: ".").reduce(Optional(skin)) { $0?[String($1)] }
                if let color = value?.text.flatMap(color) { return color }
            }
            return Color(fallback) ?? Color(red: 0, green: 0, blue: 0)
        }
        let ground = pick("body.bgColor", or: "#0d1117")
        let text = pick("body.fgColor", or: "#d5dae3")
        return Colors(
            ground: ground, raised: ground.mixed(with: text, 0.1),
            selection: pick("views.table.cursorBgColor", or: "#2a3b57").mixed(with: ground, 0.65),
            faint: ground.mixed(with: text, 0.3), dim: text.mixed(with: ground, 0.35), text: text,
            strong: pick("views.table.cursorFgColor", or: "#f2f5fa"),
            cyan: pick("frame.title.highlightColor", "frame.border.focusColor", or: "#5ccfe6"),
            blue: pick("frame.menu.keyColor", "frame.menu.fgColor", or: "#6cb6ff"),
            green: pick("frame.status.addColor", "frame.status.newColor", or: "#7fd88f"),
            yellow: pick("frame.status.modifyColor", "frame.status.highlightColor", or: "#f5c451"),
            red: pick("frame.status.errorColor", or: "#ff7b72"),
            violet: pick("views.yaml.keyColor", "frame.status.killColor", or: "#c8a6ff"))
    }

    private static func write(_ colors: Colors, _ name: String, _ source: String) throws(Failure) -> String {
        let isDark = colors.ground.contrast(to: white) >= colors.ground.contrast(to: black)
        let grounds = [colors.ground, colors.raised, colors.selection]
        // A selection or head on which nothing can be read is drawn back to the ground.
        func ink(_ color: Color, _ limit: Double = 3.1) -> Color {
            color.readable(on: grounds, limit, towards: isDark ? white : black)
        }
        func line(_ color: Color) -> Color { color.readable(on: [colors.ground], 1.7, towards: isDark ? white : black) }
        let strong = ink(colors.strong, 4.5)
        var rows: [(String, Color, String)] = [
            (isDark ? "ink" : "paper", colors.ground, isDark ? "black" : "bright-white"),
            (isDark ? "slate" : "mist", colors.raised, "standard"),
            (isDark ? "navy" : "ice", colors.selection, "reverse"),
            ("faint", line(colors.faint), "bright-black"), ("dim", ink(colors.dim), "bright-black"),
            ("text", ink(colors.text, 4.5), "standard"),
            (isDark ? "white" : "black", strong, isDark ? "bright-white" : "black"), ("cyan", ink(colors.cyan), "cyan"),
            ("haze", isDark ? ink(colors.cyan.mixed(with: colors.dim, 0.3)) : line(colors.cyan), "cyan"),
            ("steel", isDark ? line(colors.blue.mixed(with: colors.ground, 0.35)) : ink(colors.blue), "blue"),
            ("blue", ink(colors.blue), "blue"), ("green", ink(colors.green), "green"),
            ("leaf", ink(colors.green.mixed(with: strong, 0.2)), "green"), ("yellow", ink(colors.yellow), "yellow"),
            ("red", ink(colors.red), "red"), ("violet", ink(colors.violet), "magenta"),
        ]
        if isDark {
            let ground = colors.red.mixed(with: black, 0.4).readable(on: [strong], 4, towards: black)
            rows += [("sky", ink(colors.cyan.mixed(with: strong, 0.35)), "cyan"), ("crimson", ground, "red")]
        } else {
            rows.append(("gold", colors.yellow.readable(on: [strong], 4, towards: white), "yellow"))
        }
        var out =
            "# Imported from \(source); colours that were hard to read are moved towards \(isDark ? "white" : "black").\n"
        out += "name = \"\(name)\"\ninherits = \"\(isDark ? "default-dark" : "default-light")\"\n\n[palette]\n"
        for (name, color, ansi) in rows { out += "\(name) = { rgb = \"\(color.hex)\", ansi = \"\(ansi)\" }\n" }
        return out
    }

    private static let white = Color(red: 255, green: 255, blue: 255)
    private static let black = Color(red: 0, green: 0, blue: 0)

    /// `#rrggbb`, `rrggbb` as base16 writes it, or a name that skins use; nil for `default` and what is unknown.
    static func color(_ text: String) -> Color? {
        if let color = Color(text.hasPrefix("#") ? text : "#" + text) { return color }
        return names[text.lowercased()].flatMap { Color($0) }
    }

    /// The names of the web's colours that skins of k9s are written with.
    private static let names = [
        "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff",
        "yellow": "#ffff00", "aqua": "#00ffff", "cyan": "#00ffff", "fuchsia": "#ff00ff", "magenta": "#ff00ff",
        "gray": "#808080", "grey": "#808080", "orange": "#ffa500", "orangered": "#ff4500", "dodgerblue": "#1e90ff",
        "lightskyblue": "#87cefa", "steelblue": "#4682b4", "cadetblue": "#5f9ea0", "navajowhite": "#ffdead",
        "papayawhip": "#ffefd5", "slategray": "#708090", "lightslategray": "#778899", "mediumpurple": "#9370db",
        "lawngreen": "#7cfc00", "palegreen": "#98fb98", "seagreen": "#2e8b57", "indianred": "#cd5c5c",
        "deepskyblue": "#00bfff", "darkgoldenrod": "#b8860b", "greenyellow": "#adff2f", "darkorange": "#ff8c00",
        "lightgray": "#d3d3d3", "silver": "#c0c0c0", "lime": "#00ff00", "teal": "#008080", "navy": "#000080",
        "purple": "#800080", "maroon": "#800000", "olive": "#808000", "royalblue": "#4169e1", "antiquewhite": "#faebd7",
    ]
}

extension Color {
    /// This colour with a share of another in it.
    func mixed(with other: Color, _ share: Double) -> Color {
        func part(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8(clamping: Int((Double(a) + (Double(b) - Double(a)) * share).rounded()))
        }
        return Color(
            red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
    }

    /// The nearest mixture with `target` that has a contrast of `limit` to every ground; `target` when none has.
    func readable(on grounds: [Color], _ limit: Double, towards target: Color) -> Color {
        for step in 0...50 {
            let color = mixed(with: target, Double(step) / 50)
            if grounds.allSatisfy({ color.contrast(to: $0) >= limit }) { return color }
        }
        return target
    }
}
