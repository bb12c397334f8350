import Foundation

/// A program on a terminal of its own, with what it draws and when.
final class PseudoTerminal {
    private let master: Int32
    let processID: pid_t
    /// Bytes that were drawn so far.
    private(set) var bytesRead = 0
    /// Frames of kdeck among them: each begins with the mark of a synchronized update.
    private(set) var frames = 0
    private var tail: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private static let frameBegin = Array("\u{1b}[?2026h".utf8)
    private static let frameEnd = Array("\u{1b}[?2026l".utf8)
    /// The program has closed its terminal.
    private(set) var isOver = false
    private static let home = FileManager.default.temporaryDirectory.appending(path: "kdeck-bench-home").path
    /// TIOCSPTLCK and TIOCGPTN of `asm-generic/ioctls.h`, which are macros that Swift does not import.
    private static let lock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430

    /// Starts a program on a terminal of that size; `more` is added to its environment.
    init(_ words: [String], columns: UInt16, rows: UInt16, more: [String] = []) throws {
        let slave: Int32
        (master, slave) = try Self.pair(columns: columns, rows: rows)
        defer { close(slave) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: Int32 in 0...2 { posix_spawn_file_actions_adddup2(&actions, slave, descriptor) }
        posix_spawn_file_actions_addclose(&actions, master)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        let settings =
            [
                "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=\(Self.home)",
            ] + more
        var environment: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) }
        defer { for entry in environment { free(entry) } }
        environment.append(nil)
        var process: pid_t = 0
        let code = posix_spawn(&process, words[0], &actions, nil, arguments, environment)
        guard code == 0 else { throw BenchError.failed("cannot run \(words[0]): \(String(cString: strerror(code)))") }
        processID = process
    }

    /// Both ends of a new terminal of that size.
    static func pair(columns: UInt16, rows: UInt16) throws -> (master: Int32, slave: Int32) {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var locked: Int32 = 0
        var number: Int32 = 0
        guard master >= 0, ioctl(master, lock, &locked) == 0, ioctl(master, Self.number, &number) == 0 else {
            throw BenchError.failed("no terminal: \(String(cString: strerror(errno)))")
        }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        return (master, open("/dev/pts/\(number)", O_RDWR | O_NOCTTY))
    }

    deinit {
        kill(processID, SIGTERM)
        var status: Int32 = 0
        waitpid(processID, &status, 0)
        close(master)
    }

    /// Presses keys, as the bytes that a terminal sends.
    func press(_ bytes: String) {
        let all = Array(bytes.utf8)
        _ = all.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// What was drawn within so many seconds; nil when nothing was.
    func drawn(within seconds: Double) -> String? {
        bytes(within: seconds).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The same in bytes, which cost next to nothing to read and to look through.
    private func bytes(within seconds: Double) -> [UInt8]? {
        var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, Int32((seconds * 1_000).rounded(.up))) > 0 else { return nil }
        let count = buffer.withUnsafeMutableBytes { read(master, $0.baseAddress, $0.count) }
        isOver = count < 0
        guard count > 0 else { return nil }
        bytesRead += count
        // A mark may lie across two reads.
        var all = tail
        all += buffer[..<count]
        var place = 0
        while let found = Self.find(Self.frameBegin, in: all, from: place) {
            frames += 1
            place = found
        }
        tail = Array(all.suffix(Self.frameBegin.count - 1))
        return Array(buffer[..<count])
    }

    /// Where `mark` ends in `bytes`, first from a place on.
    private static func find(_ mark: [UInt8], in bytes: [UInt8], from place: Int) -> Int? {
        bytes.withUnsafeBytes { all in
            var start = place
            while start + mark.count <= all.count {
                if all[start] == mark[0], mark.indices.allSatisfy({ all[start + $0] == mark[$0] }) {
                    return start + mark.count
                }
                start += 1
            }
            return nil
        }
    }

    /// Seconds until a frame of kdeck has come to its end that was drawn since now and holds `text`; nil when none comes.
    func timeToFrame(holding text: String = "", within seconds: Double) -> Double? {
        let begin = Machine.seconds()
        let mark = Array(text.utf8)
        var seen: [UInt8] = []
        while true {
            let left = begin + seconds - Machine.seconds()
            guard left > 0 else { return nil }
            seen += bytes(within: left) ?? []
            let now = Machine.seconds()
            guard let found = mark.isEmpty ? 0 : Self.find(mark, in: seen, from: 0) else { continue }
            if Self.find(Self.frameEnd, in: seen, from: found) != nil { return now - begin }
        }
    }

    /// Bytes of the frame that holds `text`, marks and all, of what is drawn for so long; nil when none does.
    func sizeOfFrame(holding text: String, within seconds: Double) -> Int? {
        let end = Machine.seconds() + seconds
        var seen: [UInt8] = []
        while Machine.seconds() < end { seen += bytes(within: max(0, end - Machine.seconds())) ?? [] }
        guard let found = Self.find(Array(text.utf8), in: seen, from: 0),
            let last = Self.find(Self.frameEnd, in: seen, from: found)
        else { return nil }
        var first = 0
        while let next = Self.find(Self.frameBegin, in: seen, from: first), next <= found { first = next }
        return last - first + Self.frameBegin.count
    }

    /// Takes what is drawn for so long.
    func wait(_ seconds: Double) {
        let end = Machine.seconds() + seconds
        while Machine.seconds() < end { _ = bytes(within: max(0, end - Machine.seconds())) }
    }
}
