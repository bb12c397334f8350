/// One setting of a theme file, flattened: `bad.fg = "red"` has the path `bad`, `fg`.
public struct ThemeEntry: Equatable, Sendable {
    /// What is set.
    public enum Value: Equatable, Sendable {
        case text(String)
        case flag(Bool)
        /// A number, a date or a list, which no setting takes.
        case other
    }

    /// The keys from the root on.
    public var path: [String]
    /// What is set.
    public var value: Value
    /// The line in the file, from 1.
    public var line: Int

    /// A setting.
    public init(_ path: [String], _ value: Value, line: Int) {
        self.path = path
        self.value = value
        self.line = line
    }
}

/// Something a theme file should have otherwise.
public struct ThemeFinding: Equatable, Sendable, CustomStringConvertible {
    /// Whether the theme can be used all the same.
    public enum Gravity: Equatable, Sendable { case error, warning }

    /// How bad it is.
    public var gravity: Gravity
    /// The line in the file, from 1; nil when it is about the whole file.
    public var line: Int?
    /// What is wrong and what to do.
    public var message: String

    /// A finding.
    public init(_ gravity: Gravity, line: Int?, _ message: String) {
        self.gravity = gravity
        self.line = line
        self.message = message
    }

    /// `error: line 12: …`.
    public var description: String {
        (gravity == .error ? "error: " : "warning: ") + (line.map { "line \($0): " } ?? "") + message
    }
}
