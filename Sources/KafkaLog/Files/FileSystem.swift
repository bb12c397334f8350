import Bytes
import Glibc

/// The files a log stands on: the real ones (`POSIXFileSystem`) or a disk in memory that can fail and crash
/// (`MemoryFileSystem`). Paths are absolute or relative to the working directory; every call may be made on any thread.
public protocol FileSystem: Sendable {
    /// Opens a file of its own for the caller; it is closed when the last reference goes.
    func open(_ path: String, _ mode: OpenMode) throws(FileError) -> any LogFile
    /// Opens a file for reading behind a bounded store of descriptors: the same file asked for again costs no call.
    func openShared(_ path: String) throws(FileError) -> any LogFile
    /// Drops what `openShared` holds of a path that is about to be removed or replaced.
    func forget(_ path: String)
    /// Bytes in the file, or nil when there is none.
    func size(of path: String) throws(FileError) -> Int?
    /// Names in a directory in no order, without `.` and `..`.
    func list(_ directory: String) throws(FileError) -> [String]
    /// Makes a directory and those above it; one that exists is fine.
    func makeDirectory(_ path: String) throws(FileError)
    /// Removes a file; one that is missing is fine.
    func remove(_ path: String) throws(FileError)
    /// Removes a directory and the files in it; one that is missing is fine.
    func removeDirectory(_ path: String) throws(FileError)
    /// Renames a file or directory; a file of the new name is replaced.
    func rename(_ path: String, to newPath: String) throws(FileError)
    /// Makes the names in a directory durable.
    func syncDirectory(_ path: String) throws(FileError)
    /// Makes durable whatever was written to the file system that holds a directory: one call for thousands of files.
    func syncAll(_ directory: String) throws(FileError)
    /// Bytes of the file system that holds a directory: all, and those still to be had; nil when it does not tell.
    func space(of directory: String) throws(FileError) -> DiskSpace?
    /// Names the time since the machine was started: as long as it is the same, the page cache holds what a killed process
    /// wrote. Nil when that is not known.
    var bootID: String? { get }
    /// Takes the lock that marks a directory as in use by one process, or returns nil when another holds it.
    /// It is given back when the returned object goes.
    func lock(_ path: String) throws(FileError) -> (any FileLock)?
}

/// The room of a file system, in bytes.
public struct DiskSpace: Sendable, Equatable {
    /// All of it.
    public var total: Int64
    /// What this process may still use.
    public var usable: Int64
}

/// A lock that is held as long as the object lives.
public protocol FileLock: AnyObject, Sendable {}

/// How a file is opened.
public enum OpenMode: Sendable {
    /// It must exist; only reads.
    case read
    /// It is created when missing; reads and writes.
    case write
    /// It is created, or emptied when it exists; reads and writes.
    case replace
}

/// An open file. Reads and writes name their position; there is no cursor.
public protocol LogFile: AnyObject, Sendable {
    /// For `sendfile`; nil when there is no real file behind it.
    var descriptor: Int32? { get }
    /// Fills `buffer` from `position`; fewer bytes only at the end of the file.
    func pread(_ buffer: UnsafeMutableRawBufferPointer, at position: Int) throws(FileError) -> Int
    /// Writes all parts back to back from `position` on.
    func pwritev(_ parts: UnsafeBufferPointer<iovec>, at position: Int) throws(FileError)
    /// Cuts the file, or grows it with zeros.
    func truncate(to size: Int) throws(FileError)
    /// Gets blocks for `count` bytes from `position` on without a change of the size. Only a hint: no error but EIO.
    func allocate(from position: Int, count: Int) throws(FileError)
    /// Makes the bytes durable (`fdatasync`). After an error the bytes must be taken as lost.
    func sync() throws(FileError)
    /// Bytes in the file.
    func size() throws(FileError) -> Int
}

/// A call on a file that failed.
public struct FileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was tried.
    public enum Operation: String, Sendable, CaseIterable {
        case open, read, write, truncate, allocate, sync, list, makeDirectory, remove, rename, lock, stat
    }

    /// What was tried.
    public var operation: Operation
    /// On which path.
    public var path: String
    /// The `errno` that came back.
    public var code: Int32

    /// A failed call.
    public init(_ operation: Operation, _ path: String, _ code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// No such file or directory.
    public var isMissing: Bool { code == ENOENT }
    /// The disk (or the quota) is full.
    public var isFull: Bool { code == ENOSPC || code == EDQUOT }

    /// One line: what, where, why.
    public var description: String {
        "cannot \(operation.rawValue) \(path): \(String(cString: strerror(code)))"
    }
}

extension LogFile {
    /// Writes `bytes` from `position` on.
    public func pwrite(_ bytes: UnsafeRawBufferPointer, at position: Int) throws(FileError) {
        guard bytes.count > 0 else { return }
        var part = iovec(iov_base: UnsafeMutableRawPointer(mutating: bytes.baseAddress), iov_len: bytes.count)
        try withUnsafePointer(to: &part) { part throws(FileError) in
            try pwritev(UnsafeBufferPointer(start: part, count: 1), at: position)
        }
    }

    /// Writes `bytes` from `position` on.
    public func pwrite(_ bytes: ByteSlice, at position: Int) throws(FileError) {
        try bytes.withUnsafeBytes { bytes throws(FileError) in try pwrite(bytes, at: position) }
    }

    /// Up to `count` bytes from `position` on; fewer only at the end of the file.
    public func bytes(from position: Int, count: Int) throws(FileError) -> ByteSlice {
        var buffer = ByteBuffer(capacity: count)
        try buffer.appendUninitialized(upTo: count) { room throws(FileError) in try pread(room, at: position) }
        return buffer.freeze()
    }
}

extension FileSystem {
    /// The bytes of a whole file, or nil when there is none.
    public func readAll(_ path: String) throws(FileError) -> ByteSlice? {
        guard try size(of: path) != nil else { return nil }
        let file = try open(path, .read)
        return try file.bytes(from: 0, count: try file.size())
    }

    /// Puts `bytes` in place of a file: a reader sees the old bytes or the new ones, never a mixture. With `durable` they
    /// and the name survive a power cut once this returns (written beside it, synced, renamed, directory synced).
    public func writeAtomically(_ path: String, _ bytes: ByteSlice, durable: Bool = true) throws(FileError) {
        let temporary = path + ".tmp"
        let file = try open(temporary, .replace)
        try file.pwrite(bytes, at: 0)
        if durable { try file.sync() }
        try rename(temporary, to: path)
        if durable { try syncDirectory(Self.directory(of: path)) }
    }

    static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
