import Configuration
import Terminal

/// What config.toml says of the console: `theme`, `ascii`, `mouse`, `refresh`, and `[keys]`. Other tables belong to others.
public struct ConsoleSettings: Equatable, Sendable {
    /// The theme to start with.
    public var theme: String?
    /// Draw with ASCII alone; nil leaves it to the locale.
    public var isASCII: Bool?
    /// Report the mouse; nil for yes.
    public var mouse: Bool?
    /// Seconds between an answer and the next question, of what is asked most often; nil for two.
    public var refresh: Int?
    /// Seconds that ``refresh`` may have.
    static let refreshes = 1...10
    /// One line for each thing that was not taken.
    public private(set) var problems: [String] = []
    var keys = KeyMap()

    /// Nothing but what is built in.
    public init() {}

    /// Reads a file's text; what cannot be read is named in ``problems`` and the rest still counts.
    public init(_ text: String) {
        let document: TOMLDocument
        do throws(DocumentError) {
            document = try TOMLDocument(text)
        } catch {
            problems.append(error.description)
            return
        }
        var wishes: [KeyMap.Wish] = []
        for entry in document.entries {
            switch (entry.key, entry.node.value) {
            case ("theme", .string(let name)): theme = name
            case ("ascii", .boolean(let flag)): isASCII = flag
            case ("mouse", .boolean(let flag)): mouse = flag
            case ("refresh", .integer(let seconds)) where Self.refreshes.contains(Int(clamping: seconds)):
                refresh = Int(seconds)
            case ("refresh", _):
                problems.append("line \(entry.node.line): refresh takes seconds, from 1 to 10")
            case ("theme", _), ("ascii", _), ("mouse", _):
                problems.append(
                    "line \(entry.node.line): \(entry.key) takes \(entry.key == "theme" ? "a name" : "true or false")")
            case ("keys", .table(let scopes)): wishes += self.wishes(scopes)
            case ("keys", _):
                problems.append("line \(entry.node.line): write [keys.PANE] and under it COMMAND = \"key\"")
            default: break
            }
        }
        let (map, refused) = KeyMap.applying(wishes)
        keys = map
        problems += refused
    }

    private mutating func wishes(_ scopes: [TOMLEntry]) -> [KeyMap.Wish] {
        var wishes: [KeyMap.Wish] = []
        for scope in scopes {
            guard case .table(let commands) = scope.node.value else {
                problems.append("line \(scope.node.line): write [keys.PANE] and under it \(scope.key) = \"key\"")
                continue
            }
            for command in commands {
                guard case .string(let keys) = command.node.value else {
                    problems.append("line \(command.node.line): \(command.key) takes the name of a key")
                    continue
                }
                wishes.append(
                    KeyMap.Wish(scope: scope.key, command: command.key, keys: keys, line: command.node.line))
            }
        }
        return wishes
    }
}
