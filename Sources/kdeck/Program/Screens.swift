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
