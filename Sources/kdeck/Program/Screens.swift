import Console
import Glibc

/// The console on this process's terminal.
enum Screens {
    static func requireTerminal() throws(Failure) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Failure(
                .failed, "there is no terminal to draw on; `kdeck serve` runs without one, `kdeck topics` prints a list"
            )
        }
    }

    /// Options of the commands that draw.
    static let options = [
        CommandOption("theme", nil, "NAME", "draw with this theme (`kdeck themes`)"),
        CommandOption("ascii", nil, nil, "draw with ASCII alone; so too where the locale is not UTF-8"),
    ]

    /// What config.toml says of the console, and what the command line does.
    static func settings(_ invocation: Invocation) throws(Failure) -> ConsoleSettings {
        var settings = ConsoleSettings()
        if let store = ContextStore.standard(), let text = try? Folders.read(store.path) {
            settings = ConsoleSettings(text)
        }
        if let theme = invocation["theme"] {
            let names = ThemeCatalog.fromEnvironment().names
            guard names.contains(theme) else {
                throw .unknownWord(theme, of: "--theme", among: names, list: "kdeck themes")
            }
            settings.theme = theme
        }
        if invocation.has("ascii") { settings.isASCII = true }
        return settings
    }

    /// Runs the console; gives the context that the user goes on to.
    static func run(_ app: ConsoleApp) throws(Failure) -> String? {
        switch app.run() {
        case .quit, .terminated: return nil
        case .attach(let name): return name
        case .unconnected(let error): throw Failure(error)
        case .noTerminal(let error): throw Failure(.failed, "the terminal cannot be used: \(error)")
        }
    }
}
