import Glibc
import Terminal

/// Standard output, collected and written in large pieces.
struct StandardOutput: ~Copyable {
    private var buffer: [UInt8] = []
    /// True once the reader went away (`kdeck tail … | head`): the command stops and says nothing.
    private(set) var isClosed = false
    /// Why writing failed, when it is not that the reader went away.
    private var fault: String?

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The columns of a line: what COLUMNS says, else the terminal, also that behind a pager, else as many as a page has.
    static var columns: Int {
        if let text = Folders.variable("COLUMNS"), let columns = Int(text), columns > 0 { return columns }
        var size = winsize()
        for stream in [STDOUT_FILENO, STDERR_FILENO]
        where ioctl(stream, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
            return Int(size.ws_col)
        }
        return 100
    }

    /// A text for people, in signs that the locale has.
    static func signs(_ text: String) -> String { isASCII ? ASCIIFold.folded(text) : text }

    private static let isASCII = ASCIIFold.isWanted { Folders.variable($0) ?? "" }

    mutating func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count > 65_536 { flush() }
    }

    mutating func write(bytes: [UInt8]) {
        buffer += bytes
        if buffer.count > 65_536 { flush() }
    }

    mutating func flush() {
        var rest = buffer[...]
        while !rest.isEmpty, !isClosed {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                if errno != EPIPE { fault = Folders.systemError() }
                isClosed = true
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes a line, and is done.
    static func say(_ line: String) throws(Failure) { try put(line + "\n") }

    /// Writes a text, and is done.
    static func put(_ text: String) throws(Failure) {
        var output = StandardOutput()
        output.write(text)
        try output.finish()
    }

    /// Writes what is left. Output that is lost is a failure, but for a reader that had enough.
    mutating func finish() throws(Failure) {
        flush()
        if let fault { throw Failure(.failed, "standard output cannot be written: \(fault); the output is not whole") }
    }
}
