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

    static func run(_ app: ConsoleApp) throws(Failure) {
        switch app.run() {
        case .quit, .terminated: break
        case .noTerminal(let error): throw Failure(.failed, "the terminal cannot be used: \(error)")
        }
    }
}
