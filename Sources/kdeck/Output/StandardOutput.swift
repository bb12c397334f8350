import Glibc

/// Standard output, collected and written in large pieces.
struct StandardOutput: ~Copyable {
    private var buffer: [UInt8] = []
    /// True once the reader went away (`kdeck tail … | head`): the command stops and says nothing.
    private(set) var isClosed = false

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    mutating func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count > 65_536 { flush() }
    }

    mutating func flush() {
        var rest = buffer[...]
        while !rest.isEmpty, !isClosed {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                isClosed = true
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
