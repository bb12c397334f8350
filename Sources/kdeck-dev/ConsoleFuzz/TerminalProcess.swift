import CVterm
import Foundation

/// A program in a session of its own on a pseudo terminal, so that sizes arrive as signals and keys as from a keyboard.
final class TerminalProcess {
    let id: pid_t
    let master: Int32
    private let slave: Int32
    private let modes: termios
    private var status: Int32?

    init(_ words: [String], environment: [String: String], folder: String, columns: Int, rows: Int) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        guard kd_pty(Int32(rows), Int32(columns), &master, &slave) == 0 else { throw POSIXError(.ENXIO) }
        (self.master, self.slave) = (master, slave)
        guard let name = ttyname(slave) else { throw POSIXError(.ENXIO) }
        let path = String(cString: name)
        // No echo: while an editor has the terminal, what is typed must not come back as if the program had drawn it.
        var modes = termios()
        tcgetattr(slave, &modes)
        modes.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(slave, TCSANOW, &modes)
        self.modes = modes
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session's leader opens becomes its own.
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        // POSIX_SPAWN_SETSID of spawn.h, which is guarded by a macro of GNU's that Swift does not define.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | 0x80)
        // What it writes without being told where stays in that folder.
        let moved = ["/usr/bin/env", "-C", folder] + words
        var arguments: [UnsafeMutablePointer<CChar>?] = moved.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in arguments + variables { free(word) } }
        var process = pid_t()
        let code = posix_spawn(&process, moved[0], &actions, &attributes, &arguments, &variables)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
        id = process
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
    }

    deinit {
        if exitStatus == nil {
            kill(id, SIGKILL)
            var ignored: Int32 = 0
            waitpid(id, &ignored, 0)
        }
        close(master)
        close(slave)
    }

    /// How it ended: an exit status, or 128 and its signal; nil while it runs.
    var exitStatus: Int32? {
        if let status { return status }
        var raw: Int32 = 0
        guard waitpid(id, &raw, WNOHANG) == id else { return nil }
        status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
        return status
    }

    /// Whether the terminal's modes are what they were before the program came.
    var isAsBefore: Bool {
        var now = termios()
        return tcgetattr(slave, &now) == 0 && now.c_lflag == modes.c_lflag && now.c_iflag == modes.c_iflag
            && now.c_oflag == modes.c_oflag
    }

    func resize(columns: Int, rows: Int) { _ = kd_pty_resize(master, Int32(rows), Int32(columns)) }

    /// Memory it holds now, in MiB.
    var residentMiB: Int {
        let text = (try? String(contentsOfFile: "/proc/\(id)/statm", encoding: .utf8)) ?? ""
        return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4_096 / 1_048_576
    }

    /// Sends all of `bytes`; what is drawn meanwhile goes to `drawn`, since both sides may be full.
    func type(_ bytes: [UInt8], drawn: ([UInt8]) throws -> Void) rethrows {
        var rest = bytes[...]
        while !rest.isEmpty, exitStatus == nil {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1_000)) }
            if count > 0 { rest = rest.dropFirst(count) }
            try read(milliseconds: count > 0 ? 0 : 20, drawn)
        }
    }

    /// Gives what was drawn within that time, up to the first pause; true when there was anything.
    @discardableResult
    func read(milliseconds: Int, _ drawn: ([UInt8]) throws -> Void) rethrows -> Bool {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, Int32(milliseconds)) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var any = false
        while true {
            let count = Foundation.read(master, &buffer, buffer.count)
            guard count > 0 else { return any }
            any = true
            try drawn(Array(buffer[..<count]))
        }
    }
}
