import Configuration
import Terminal
import Themes

/// The themes at hand: those inside the binary and those of the user, by name.
public struct ThemeCatalog: Sendable {
    /// The theme used when nothing else is asked for, or when what is asked for is broken.
    public static let defaultName = "default-dark"
    /// The theme used instead on a terminal that says it is light.
    public static let lightName = "default-light"
    /// The theme used where there is no colour.
    public static let colorlessName = "mono"

    /// Names in the order of a chooser; a user's theme replaces the embedded one of its name.
    public let names: [String]
    private let files: [String: [UInt8]]
    /// The names that the user's own files have.
    public let ownNames: Set<String>

    /// The embedded themes and `userFiles` (name without `.toml`, content).
    public init(userFiles: [(name: String, toml: [UInt8])] = []) {
        var names: [String] = []
        var files: [String: [UInt8]] = [:]
        for file in Themes.embedded + userFiles where files.updateValue(file.toml, forKey: file.name) == nil {
            names.append(file.name)
        }
        self.names = names
        self.files = files
        ownNames = Set(userFiles.map(\.name))
    }

    /// The theme `name` for a terminal with `depth` colours. Never fails: a theme that is unknown or broken gives the
    /// default one and a message that says why.
    public func theme(_ name: String = defaultName, depth: ColorDepth = .trueColor) -> (theme: Theme, message: String?)
    {
        let wanted = depth == .none ? Self.colorlessName : name
        let (found, findings) = build(wanted)
        if var theme = found {
            theme.depth = depth
            return (theme, nil)
        }
        let why = findings.first { $0.gravity == .error }.map { ($0.line.map { "line \($0): " } ?? "") + $0.message }
        var theme = build(Self.defaultName).theme ?? Self.plain
        theme.depth = depth
        return (theme, "theme \(wanted) not used, \(theme.name) instead: \(why ?? "it is broken")")
    }

    /// Everything to be said about the theme `name`: errors, unknown and missing roles, low contrast.
    public func check(_ name: String) -> [ThemeFinding] { build(name).findings }

    private func build(_ name: String) -> (theme: Theme?, findings: [ThemeFinding]) {
        var layers: [[ThemeEntry]] = []
        var next: String? = name
        var line: Int?
        var seen: [String] = []
        while let current = next {
            guard let file = files[current] else {
                let near = Nearest.name(to: current, among: names).map { "did you mean '\($0)'?" }
                let known = near ?? "there are " + names.joined(separator: ", ")
                return (nil, [ThemeFinding(.error, line: line, "no theme is called '\(current)': \(known)")])
            }
            guard !seen.contains(current), seen.count < 16 else {
                let circle = (seen + [current]).joined(separator: " → ")
                return (nil, [ThemeFinding(.error, line: line, "themes inherit in a circle: \(circle)")])
            }
            seen.append(current)
            do throws(DocumentError) {
                let entries = Self.flatten(try TOMLDocument(file).entries)
                let parent = entries.first { $0.path == ["inherits"] }
                layers.insert(entries, at: 0)
                next = nil
                if let parent, case .text(let inherited) = parent.value { (next, line) = (inherited, parent.line) }
            } catch {
                let place = seen.count > 1 ? "\(current), line \(error.line): " : ""
                return (nil, [ThemeFinding(.error, line: seen.count > 1 ? line : error.line, place + error.message)])
            }
        }
        return ThemeBuilder.build(name: name, layers: layers)
    }

    private static func flatten(_ entries: [TOMLEntry], under path: [String] = []) -> [ThemeEntry] {
        var flat: [ThemeEntry] = []
        for entry in entries {
            let here = path + [entry.key]
            switch entry.node.value {
            // Deeper than any setting: nothing to read there.
            case .table(let inner) where here.count < 5: flat += flatten(inner, under: here)
            case .string(let text): flat.append(ThemeEntry(here, .text(text), line: entry.node.line))
            case .boolean(let flag): flat.append(ThemeEntry(here, .flag(flag), line: entry.node.line))
            default: flat.append(ThemeEntry(here, .other, line: entry.node.line))
            }
        }
        return flat
    }

    private static let plain = Theme(
        name: "plain", monochrome: true, canvas: Color(red: 0, green: 0, blue: 0)
    ) { role in
        Theme.RoleStyle(nil, on: nil, role == .selection || role == .tab ? .reverse : [])
    }
}
