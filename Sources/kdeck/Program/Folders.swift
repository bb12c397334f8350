import Glibc
import KafkaLog
import Network

/// Folders of the user and of this run.
enum Folders {
    /// `$XDG_DATA_HOME/kdeck/sandbox`, else `~/.local/share/kdeck/sandbox`.
    static func sandboxData() throws(Failure) -> String {
        if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/kdeck/sandbox" }
        if let home = variable("HOME") { return home + "/.local/share/kdeck/sandbox" }
        throw Failure(.failed, "neither XDG_DATA_HOME nor HOME is set, so there is no place for data; give --data DIR")
    }

    /// Makes a folder for this run, and removes those that runs which were killed left behind.
    static func makeTemporary() throws(Failure) -> String {
        let base = variable("TMPDIR") ?? "/tmp"
        sweepTemporary(in: base)
        var template = Array((base + "/" + temporaryPrefix + "XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure(.failed, "no folder can be made in \(base): \(systemError()); set TMPDIR or give --data DIR")
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static let temporaryPrefix = "kdeck-sandbox-"

    /// A folder of ours whose broker's lock nobody holds belongs to a run that is gone. The lock is kept while the folder
    /// goes, and a folder without one is left alone: its broker may be just starting.
    private static func sweepTemporary(in base: String) {
        let files = POSIXFileSystem()
        for name in (try? files.list(base)) ?? [] where name.hasPrefix(temporaryPrefix) {
            let folder = base + "/" + name
            var status = stat()
            guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid() else {
                continue
            }
            let path = folder + "/.lock"
            guard let size = try? files.size(of: path), size >= 0, let lock = try? files.lock(path) else { continue }
            withExtendedLifetime(lock) { remove(folder) }
        }
    }

    /// Removes a folder that `makeTemporary` made, and all in it. Links are removed, not followed.
    static func remove(_ folder: String) {
        try? POSIXFileSystem().removeDirectory(folder)
    }

    /// `~/.local/share/…` for a path below the user's home.
    static func short(_ path: String) -> String {
        guard let home = variable("HOME"), home.count > 1, path.hasPrefix(home + "/") else { return path }
        return "~" + path.dropFirst(home.count)
    }

    /// The text of a file, of standard input for `-`. Fails with exit code 3 when there is none.
    static func read(_ path: String) throws(Failure) -> String {
        guard !path.isEmpty else { throw .usage("'' is no file; give its path, or - for standard input") }
        do throws(NetworkError) {
            return try SmallFile.read(path == "-" ? "/dev/stdin" : path).text
        } catch {
            var code = Failure.Code.failed
            if case .file(_, let errno, _) = error {
                code = errno == ENOENT ? .notFound : errno == EACCES ? .denied : .failed
            }
            throw Failure(code, error.words)
        }
    }

    /// True when something is at the path.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Makes a folder and those above it, each with `mode`. False when one cannot be made.
    static func make(_ path: String, mode: mode_t) -> Bool {
        var end = path.startIndex
        while end < path.endIndex {
            end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
            if mkdir(String(path[..<end]), mode) != 0, errno != EEXIST { return false }
        }
        return true
    }

    /// A folder of the user that a variable names; one that is no absolute path does not count (XDG).
    static func absolute(_ name: String) -> String? {
        variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    static func variable(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }

    static func systemError() -> String { String(cString: strerror(errno)) }
}

/// The clocks of the program; rooms below take time as an argument.
enum MonotonicClock {
    /// Milliseconds since some fixed moment.
    static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}

/// The time of day.
enum WallClock {
    /// Milliseconds after the epoch.
    static func milliseconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }
}
