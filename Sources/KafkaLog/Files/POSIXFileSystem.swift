import CLinux
import Glibc
import Synchronization

/// The machine's own files.
public final class POSIXFileSystem: FileSystem {
    private let shared: Mutex<DescriptorStore>

    /// - Parameter sharedFiles: descriptors that `openShared` keeps open at most; the one unused longest is closed.
    public init(sharedFiles: Int = 256) {
        shared = Mutex(DescriptorStore(limit: max(sharedFiles, 1)))
    }

    /// Opens a file of its own for the caller.
    public func open(_ path: String, _ mode: OpenMode) throws(FileError) -> any LogFile {
        switch mode {
        case .read: try POSIXFile(path: path, flags: O_RDONLY)
        case .write: try POSIXFile(path: path, flags: O_RDWR | O_CREAT)
        case .replace: try POSIXFile(path: path, flags: O_RDWR | O_CREAT | O_TRUNC)
        }
    }

    /// Opens a file for reading; what is open already is shared.
    public func openShared(_ path: String) throws(FileError) -> any LogFile {
        if let file = shared.withLock({ $0.find(path) }) { return file }
        let file = try POSIXFile(path: path, flags: O_RDONLY)
        shared.withLock { $0.keep(path, file) }
        return file
    }

    /// Drops what is held of a path.
    public func forget(_ path: String) {
        shared.withLock { $0.drop(path) }
    }

    /// Bytes in the file, or nil.
    public func size(of path: String) throws(FileError) -> Int? {
        var info = stat()
        if stat(path, &info) == 0 { return Int(info.st_size) }
        if errno == ENOENT || errno == ENOTDIR { return nil }
        throw FileError(.stat, path, errno)
    }

    /// Names in a directory.
    public func list(_ directory: String) throws(FileError) -> [String] {
        guard let stream = opendir(directory) else { throw FileError(.list, directory, errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Makes a directory and those above it.
    public func makeDirectory(_ path: String) throws(FileError) {
        if mkdir(path, 0o755) == 0 { return }
        let code = errno
        if code == EEXIST { return }
        let parent = Self.directory(of: path)
        guard code == ENOENT, parent != path, parent != "." else { throw FileError(.makeDirectory, path, code) }
        try makeDirectory(parent)
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError(.makeDirectory, path, errno) }
    }

    /// Removes a file.
    public func remove(_ path: String) throws(FileError) {
        forget(path)
        if unlink(path) != 0, errno != ENOENT { throw FileError(.remove, path, errno) }
    }

    /// Removes a directory with what is in it.
    public func removeDirectory(_ path: String) throws(FileError) {
        do throws(FileError) {
            for name in try list(path) {
                let inner = path + "/" + name
                if unlink(inner) == 0 || errno == ENOENT {
                    forget(inner)
                } else if errno == EISDIR || errno == EPERM {
                    try removeDirectory(inner)
                } else {
                    throw FileError(.remove, inner, errno)
                }
            }
        } catch {
            if error.isMissing { return }
            throw error
        }
        if rmdir(path) != 0, errno != ENOENT { throw FileError(.remove, path, errno) }
    }

    /// Renames a file or directory.
    public func rename(_ path: String, to newPath: String) throws(FileError) {
        forget(path)
        forget(newPath)
        if Glibc.rename(path, newPath) != 0 { throw FileError(.rename, path, errno) }
    }

    /// Makes the names in a directory durable.
    public func syncDirectory(_ path: String) throws(FileError) {
        let number = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw FileError(.open, path, errno) }
        defer { close(number) }
        while fsync(number) != 0 {
            if errno != EINTR { throw FileError(.sync, path, errno) }
        }
    }

    /// By `syncfs`.
    public func syncAll(_ directory: String) throws(FileError) {
        let number = Glibc.open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard number >= 0 else { throw FileError(.open, directory, errno) }
        defer { close(number) }
        let code = kd_sync_file_system(number)
        if code != 0 { throw FileError(.sync, directory, code) }
    }

    /// As `statvfs` says.
    public func space(of directory: String) throws(FileError) -> DiskSpace? {
        var info = statvfs()
        guard statvfs(directory, &info) == 0 else { throw FileError(.stat, directory, errno) }
        let block = UInt64(info.f_frsize)
        return DiskSpace(
            total: Int64(clamping: block.multipliedReportingOverflow(by: UInt64(info.f_blocks)).partialValue),
            usable: Int64(clamping: block.multipliedReportingOverflow(by: UInt64(info.f_bavail)).partialValue))
    }

    /// As the kernel names it.
    public var bootID: String? {
        let file = try? POSIXFile(path: "/proc/sys/kernel/random/boot_id", flags: O_RDONLY)
        guard let text = (try? file?.bytes(from: 0, count: 64))?.validText else { return nil }
        return String(text.prefix { $0 != "\n" })
    }

    /// Takes the lock of a directory, or returns nil when it is held.
    public func lock(_ path: String) throws(FileError) -> (any FileLock)? {
        let number = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard number >= 0 else { throw FileError(.open, path, errno) }
        guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(number)
            if code == EWOULDBLOCK { return nil }
            throw FileError(.lock, path, code)
        }
        return DescriptorLock(number)
    }
}

private final class DescriptorLock: FileLock {
    private let number: Int32
    init(_ number: Int32) { self.number = number }
    deinit { close(number) }
}

/// Open files by path, at most `limit`; asking for one makes it the youngest.
private struct DescriptorStore {
    private struct Slot {
        var file: POSIXFile
        var used: UInt64
    }

    private let limit: Int
    private var slots: [String: Slot] = [:]
    private var clock: UInt64 = 0

    init(limit: Int) {
        self.limit = limit
    }

    mutating func find(_ path: String) -> POSIXFile? {
        guard let place = slots.index(forKey: path) else { return nil }
        clock += 1
        slots.values[place].used = clock
        return slots.values[place].file
    }

    mutating func keep(_ path: String, _ file: POSIXFile) {
        if slots.count >= limit, let oldest = slots.min(by: { $0.value.used < $1.value.used })?.key {
            slots[oldest] = nil
        }
        clock += 1
        slots[path] = Slot(file: file, used: clock)
    }

    mutating func drop(_ path: String) {
        slots[path] = nil
    }
}
