import CVterm
import Foundation
import Synchronization
import Terminal
import Testing

/// A `CursesScreen` on a pseudo terminal with libvterm at its other end.
final class TerminalBench {
    let screen: CursesScreen
    let slave: Int32
    private let master: Int32
    private let vt: OpaquePointer
    private let reader: Reader
    private var fed = 0
    private var marks = 0

    /// Bytes as they leave, collected by a thread so that the writer never blocks.
    private final class Reader: Sendable {
        private let collected = Mutex<[UInt8]>([])
        private let arrived = DispatchSemaphore(value: 0)

        /// Reads a descriptor of its own, since a number that is closed elsewhere may soon name another terminal.
        init(_ master: Int32) {
            let descriptor = dup(master)
            Thread.detachNewThread { [self] in
                var buffer = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = read(descriptor, &buffer, buffer.count)
                    guard count > 0 else { break }
                    collected.withLock { $0 += buffer.prefix(count) }
                    arrived.signal()
                }
                close(descriptor)
            }
        }

        var bytes: [UInt8] { collected.withLock { $0 } }

        /// The bytes up to `mark`, which the caller has sent.
        func bytes(before mark: [UInt8], from start: Int) -> [UInt8] {
            while true {
                let all = bytes
                if all.count >= start + mark.count, let end = all[start...].firstRange(of: mark) {
                    collected.withLock { $0.removeSubrange(end) }
                    return Array(all[start..<end.lowerBound])
                }
                arrived.wait()
            }
        }
    }

    init(
        columns: Int, rows: Int, theme: Theme, term: String = "xterm-256color", trueColor: Bool = false,
        noColor: Bool = false, cache: String? = nil
    ) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        try #require(kd_pty(Int32(rows), Int32(columns), &master, &slave) == 0)
        (self.master, self.slave) = (master, slave)
        reader = Reader(master)
        vt = kd_vt_new(Int32(rows), Int32(columns))
        var options = CursesOptions(
            term: term, colorTerm: trueColor ? "truecolor" : "", noColor: noColor, cacheDirectory: cache)
        (options.input, options.output) = (slave, slave)
        screen = try CursesScreen.open(theme: theme, options: options)
    }

    deinit {
        screen.close()
        close(slave)
        close(master)
        kd_vt_free(vt)
    }

    /// Everything sent since the last call, which libvterm has read meanwhile.
    @discardableResult
    func drain() -> [UInt8] {
        marks += 1
        let mark = Array("<mark \(marks)>".utf8)
        #expect(write(slave, mark, mark.count) == mark.count)
        let bytes = reader.bytes(before: mark, from: fed)
        fed += bytes.count
        bytes.withUnsafeBufferPointer { kd_vt_feed(vt, $0.baseAddress, Int32($0.count)) }
        return bytes
    }

    func show(_ grid: CellGrid, cursor: (x: Int, y: Int)? = nil) -> [UInt8] {
        screen.present(grid, cursor: cursor)
        return drain()
    }

    func cell(_ x: Int, _ y: Int) -> kd_vt_cell { kd_vt_at(vt, Int32(y), Int32(x)) }

    /// What stands in a cell; a space for nothing.
    func text(_ x: Int, _ y: Int) -> [UInt32] {
        let cell = cell(x, y)
        let scalars = [
            cell.scalars.0, cell.scalars.1, cell.scalars.2, cell.scalars.3, cell.scalars.4, cell.scalars.5,
        ]
        return cell.count == 0 ? [0x20] : Array(scalars.prefix(Int(cell.count)))
    }

    var isAlternate: Bool { kd_vt_alternate(vt) != 0 }
    var isCursorVisible: Bool { kd_vt_cursor_visible(vt) != 0 }
    var mouseMode: Int { Int(kd_vt_mouse(vt)) }
    var isCooked: Bool { kd_pty_is_cooked(slave) != 0 }

    func resize(columns: Int, rows: Int) { _ = kd_pty_resize(master, Int32(rows), Int32(columns)) }
}
