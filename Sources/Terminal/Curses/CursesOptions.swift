import Glibc

/// What a screen needs to know of its surroundings.
public struct CursesOptions: Sendable {
    /// The name of the terminal, `TERM`.
    public var term: String
    /// `COLORTERM`: `truecolor` or `24bit` say that the terminal shows 24-bit colour.
    public var colorTerm: String
    /// No colour, whatever the terminal can: a `NO_COLOR` that is not empty.
    public var noColor: Bool
    /// Where the derived terminal description is kept; nil for nowhere, and so no 24-bit colour.
    public var cacheDirectory: String?
    /// Draw with ASCII alone.
    public var ascii: Bool
    /// The terminal says that its ground is light: the last number of `COLORFGBG` is that of white.
    public var isLight = false
    /// Reports the mouse; without it the terminal selects text by itself.
    public var mouse: Bool
    /// The descriptor keys come from, whose modes are set.
    public var input: Int32 = 0
    /// The descriptor of the terminal. Must not be set non-blocking.
    public var output: Int32 = 1

    /// Options as given.
    public init(
        term: String, colorTerm: String = "", noColor: Bool = false, cacheDirectory: String? = nil, mouse: Bool = true,
        ascii: Bool = false
    ) {
        self.term = term
        self.colorTerm = colorTerm
        self.noColor = noColor
        self.cacheDirectory = cacheDirectory
        self.mouse = mouse
        self.ascii = ascii
    }

    /// Options from the environment of this process.
    public static func fromEnvironment() -> CursesOptions {
        func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
        let home = value("HOME")
        let cache = value("XDG_CACHE_HOME")
        let base = cache.hasPrefix("/") ? cache : home.isEmpty ? nil : home + "/.cache"
        var options = CursesOptions(
            term: value("TERM"), colorTerm: value("COLORTERM"), noColor: !value("NO_COLOR").isEmpty,
            cacheDirectory: base.map { $0 + "/kdeck/terminfo" }, ascii: ASCIIFold.isWanted(value))
        options.isLight = hasLightGround(value("COLORFGBG"))
        return options
    }

    /// Whether `COLORFGBG` names a light ground: rxvt's `FOREGROUND;BACKGROUND` in numbers of the 16 colours, which konsole,
    /// iTerm and others set too; 7 and 15 are the whites.
    public static func hasLightGround(_ colors: String) -> Bool {
        let ground = colors.split(separator: ";").last
        return ground == "7" || ground == "15"
    }

    var wantsTrueColor: Bool { !noColor && (colorTerm == "truecolor" || colorTerm == "24bit") }

    /// Makes the cache folder and its parents; false when that fails.
    func makeCacheDirectory() -> Bool {
        guard let cacheDirectory else { return false }
        var path = ""
        for part in cacheDirectory.split(separator: "/") {
            path += "/" + part
            if mkdir(path, 0o700) != 0, errno != EEXIST { return false }
        }
        return true
    }
}

/// Why there is no screen.
public enum TerminalError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The descriptor is not a terminal.
    case notATerminal
    /// Terminfo describes neither this terminal nor a common one.
    case unknownTerminal(String)
    /// A screen is open already.
    case alreadyOpen

    /// What, why, what to do: one line.
    public var description: String {
        switch self {
        case .notATerminal: "the console needs a terminal; use kdeck topics, groups or tail in a pipe"
        case .unknownTerminal(let name):
            "terminal '\(name)' is not described on this machine; try TERM=xterm-256color, or kdeck topics"
        case .alreadyOpen: "a screen is open already in this process"
        }
    }
}

/// What the world wants of a screen.
public enum TerminalSignal: Equatable, Sendable {
    /// The terminal has a new size; draw again.
    case resize(width: Int, height: Int)
    /// Leave: SIGTERM, SIGHUP or SIGINT.
    case terminate
    /// Stop as after ctrl-z: call `suspend()`.
    case stop
    /// Continued after a stop from outside; the screen has been entered again, draw.
    case resumed
}
