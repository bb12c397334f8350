import Glibc

/// Why a command ends without success: one line that says what, why and what to do, and the exit code.
struct Failure: Error, Equatable {
    /// Exit codes of every command; scripts rely on the numbers.
    enum Code: Int32 {
        /// The operation failed.
        case failed = 1
        /// The command line is wrong.
        case usage = 2
        /// A topic, group or file that was named does not exist.
        case notFound = 3
        /// The cluster, or read-only mode, forbids it.
        case denied = 4
        /// No broker answered in time.
        case unreachable = 5
    }

    let code: Code
    let sentence: String

    init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    static func usage(_ sentence: String) -> Failure { Failure(.usage, sentence) }
}

/// Writes to standard error; nothing can be done when that fails.
func writeError(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
