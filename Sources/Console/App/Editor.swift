import Glibc

/// The user's own editor on a text: `$VISUAL`, else `$EDITOR`, else vi, on a file that only this user can read and that is gone
/// afterwards. Blocks until the editor is left; the terminal must be free.
enum Editor {
    /// What became of the text.
    enum Outcome: Equatable, Sendable {
        case text(String)
        /// Why there is none; in words.
        case trouble(String)
    }

    static func edit(_ text: String) -> Outcome {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var path = Array((folder + "/kdeck-XXXXXX.txt").utf8CString)
        let descriptor = mkstemps(&path, 4)
        guard descriptor >= 0 else { return .trouble("no file to edit in \(folder): \(fault())") }
        defer { unlink(path) }
        let bytes = Array(text.utf8)
        let isWritten = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
        close(descriptor)
        guard isWritten else { return .trouble("the file to edit cannot be written: \(fault())") }
        if let why = run(path) { return .trouble(why) }
        return read(path)
    }

    /// Runs the editor; why it failed, or nil.
    private static func run(_ path: [CChar]) -> String? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The editor takes signals as if a shell had started it.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let words = ["sh", "-c", "exec ${VISUAL:-${EDITOR:-vi}} \"$1\"", "sh"]
        var arguments = words.map { strdup($0) } + [strdup(path), nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, "/bin/sh", nil, &attributes, &arguments, environ)
        guard code == 0 else { return "the editor cannot be started: \(String(cString: strerror(code)))" }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status == 0 ? nil : "the editor did not end well; set EDITOR to the one you like"
    }

    private static func read(_ path: [CChar]) -> Outcome {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .trouble("the edited file is gone: \(fault())") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= 16 << 20 {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        guard bytes.count <= 16 << 20, let text = String(validating: bytes, as: UTF8.self) else {
            return .trouble("the edited file is no text of at most 16 MiB")
        }
        return .text(text)
    }

    private static func fault() -> String { String(cString: strerror(errno)) }
}
