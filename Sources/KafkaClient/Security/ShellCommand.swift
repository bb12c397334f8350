import Glibc

/// Why a command gave nothing.
public enum ShellError: Error, Sendable, Hashable {
    /// It could not be started, or its output not be read; the system's word.
    case system(String)
    /// It ended with another status than 0; the command itself may hold a secret and is not repeated.
    case status(Int32)
    /// It printed nothing, or more than 64 KiB.
    case output(String)
    /// It ran for more than half a minute.
    case tooLong

    /// A phrase without a full stop.
    public var sentence: String {
        switch self {
        case .system(let words): "the command cannot be run: \(words)"
        case .status(let status): "the command failed with status \(status)"
        case .output(let words): "the command \(words)"
        case .tooLong: "the command did not end within 30 s"
        }
    }
}

/// Runs the user's own commands for secrets.
public enum ShellCommand {
    private static let longest = 64 * 1_024
    private static let patience: Int64 = 30

    /// What `command` prints, without white space around it. It runs in the shell, with this program's terminal and
    /// environment, and takes at most 30 s. Blocks.
    public static func output(of command: String) throws(ShellError) -> String {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(systemWord()) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let process: pid_t
        do throws(ShellError) {
            process = try start(command, output: ends[1])
        } catch {
            close(ends[1])
            throw error
        }
        close(ends[1])
        let bytes: [UInt8]
        do throws(ShellError) {
            bytes = try read(ends[0])
        } catch {
            kill(process, SIGKILL)
            _ = wait(for: process)
            throw error
        }
        let status = wait(for: process)
        guard status == 0 else { throw .status(status) }
        let text = String(decoding: bytes, as: UTF8.self)
        let trimmed = text.drop { $0.isWhitespace }
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { throw .output("printed nothing") }
        return String(trimmed[...last])
    }

    private static func start(_ command: String, output: Int32) throws(ShellError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        // This program blocks signals in its threads; a child must not inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("sh"), strdup("-c"), strdup(command), nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let status = posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, environ)
        guard status == 0 else { throw .system(String(cString: strerror(status))) }
        return process
    }

    private static func read(_ descriptor: Int32) throws(ShellError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4_096)
        let end = SystemClock.seconds() + patience
        while true {
            var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = end - SystemClock.seconds()
            guard left > 0 else { throw .tooLong }
            let ready = Glibc.poll(&poll, 1, Int32(left * 1_000))
            if ready < 0, errno == EINTR { continue }
            guard ready >= 0 else { throw .system(systemWord()) }
            guard ready > 0 else { continue }
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(systemWord()) }
            if count == 0 { return bytes }
            bytes += piece[..<count]
            guard bytes.count <= longest else { throw .output("printed more than 64 KiB") }
        }
    }

    /// The exit status, or 128 and the signal, as a shell says it.
    private static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    }

    private static func systemWord() -> String { String(cString: strerror(errno)) }
}
