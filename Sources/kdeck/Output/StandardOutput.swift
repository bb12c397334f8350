import Glibc

/// Standard output, collected and written in large pieces.
struct StandardOutput: ~Copyable {
    private var buffer: [UInt8] = []
    /// True once the reader went away (`kdeck tail … | head`): the command stops and says nothing.
    private(set) var isClosed = false
    /// Why writing failed, when it is not that the reader went away.
    private var fault: String?

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

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

    /// Writes what is left. Output that is lost is a failure, but for a reader that had enough.
    mutating func finish() throws(Failure) {
        flush()
        if let fault { throw Failure(.failed, "standard output cannot be written: \(fault); the output is not whole") }
    }
}
