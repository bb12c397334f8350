import CVterm
import Foundation
import Terminal

/// A program on a pseudo terminal whose screen libvterm keeps.
final class HostedTerminal {
    private let master: Int32
    private let vt: OpaquePointer
    private let process = Process()
    private let columns: Int
    private let rows: Int
    private let cache: URL

    init(program: String, arguments: [String], columns: Int, rows: Int) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        guard kd_pty(Int32(rows), Int32(columns), &master, &slave) == 0 else { throw POSIXError(.ENXIO) }
        (self.master, self.columns, self.rows) = (master, columns, rows)
        vt = kd_vt_new(Int32(rows), Int32(columns))
        cache = FileManager.default.temporaryDirectory.appending(path: "kdeck-screenshots-\(UUID().uuidString)")
        let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = terminal
        process.standardOutput = terminal
        process.standardError = FileHandle.nullDevice
        var environment = ProcessInfo.processInfo.environment
        environment["TERM"] = "xterm-256color"
        environment["COLORTERM"] = "truecolor"
        environment["XDG_CACHE_HOME"] = cache.path
        environment["NO_COLOR"] = nil
        process.environment = environment
        try process.run()
    }

    /// Stops the program and waits for it.
    func end() {
        process.terminate()
        // It writes while it leaves: somebody has to read.
        run(seconds: 5) { !self.process.isRunning }
        close(master)
        kd_vt_free(vt)
        try? FileManager.default.removeItem(at: cache)
    }

    /// Sends keys.
    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Reads the program's output for so long, or until something is true; whether it was.
    @discardableResult
    func run(seconds: Double, until isDone: () -> Bool) -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while Date() < end {
            if isDone() { return true }
            var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 50) > 0 else { continue }
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return isDone() }
            kd_vt_feed(vt, buffer, Int32(count))
        }
        return isDone()
    }

    /// What stands on the screen.
    var text: String {
        painted.map { row in String(row.filter { $0.width > 0 }.map(\.cluster)) }.joined(separator: "\n")
    }

    /// The screen's cells with their look.
    var painted: [[SVGImage.Painted]] {
        (0..<rows).map { y in
            (0..<columns).map { x in
                let cell = kd_vt_at(vt, Int32(y), Int32(x))
                var scalars = String.UnicodeScalarView()
                for value in [cell.scalars.0, cell.scalars.1, cell.scalars.2].prefix(Int(cell.count)) {
                    if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
                }
                var attributes: Attributes = []
                if cell.bold != 0 { attributes.insert(.bold) }
                if cell.italic != 0 { attributes.insert(.italic) }
                if cell.underline != 0 { attributes.insert(.underline) }
                if cell.reverse != 0 { attributes.insert(.reverse) }
                let style = ResolvedStyle(
                    foreground: Self.ink(cell.foreground), background: Self.ink(cell.background), attributes: attributes
                )
                return SVGImage.Painted(String(scalars).first ?? " ", width: Int(cell.width), style: style)
            }
        }
    }

    private static func ink(_ value: Int32) -> ResolvedStyle.Ink {
        value & 0x1000000 == 0 || value < 0
            ? .standard
            : .rgb(UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255))
    }
}
