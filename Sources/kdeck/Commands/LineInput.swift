import Bytes
import Glibc

/// The lines of standard input, of any bytes, without their ends. A last line needs no end.
struct LineInput {
    /// Longer lines are no records: a broker takes 1 MiB by default.
    static let longest = 64 << 20

    private var buffer: [UInt8] = []
    private var start = 0
    private var searched = 0
    private var isOver = false
    /// The number of the line that was read last, from 1.
    private(set) var number = 0

    /// The next line; nil at the end.
    mutating func next() throws(Failure) -> ByteSlice? {
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) { return line(to: end, next: end + 1) }
            searched = buffer.count
            if isOver {
                return start < buffer.count ? line(to: buffer.count, next: buffer.count) : nil
            }
            guard buffer.count - start <= Self.longest else {
                throw Failure(.failed, "line \(number + 1) is longer than 64 MiB")
            }
            try fill()
        }
    }

    private mutating func line(to end: Int, next: Int) -> ByteSlice {
        defer { (start, searched) = (next, next) }
        number += 1
        return buffer[start..<end].withUnsafeBytes { ByteSlice(copying: $0) }
    }

    private mutating func fill() throws(Failure) {
        buffer.removeFirst(start)
        (start, searched) = (0, buffer.count)
        var chunk = [UInt8](repeating: 0, count: 1 << 17)
        let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { return }
        guard count >= 0 else { throw Failure(.failed, "standard input cannot be read: \(Folders.systemError())") }
        isOver = count == 0
        buffer += chunk[..<count]
    }
}
