import Bytes
import Glibc
import Synchronization

/// A disk in memory for tests and simulations: it counts every call, fails the ones it is told to fail, and can lose
/// power at any call. It keeps apart what was written and what was made durable, so that `afterPowerCut` gives the disk
/// that the next start would find.
public final class MemoryFileSystem: FileSystem {
    /// What is left of bytes and names that were not synced when the power went.
    public enum PowerCut: Sendable {
        /// Everything stays: the process was killed, the machine went on.
        case keepEverything
        /// Everything that was not synced is gone.
        case dropUnsynced
        /// Of each file a part of the unsynced writes is there, the last of them torn; chosen by the seed.
        case tear(seed: UInt64)
    }

    private let disk: Mutex<MemoryDisk>

    /// An empty disk.
    public init() {
        disk = Mutex(MemoryDisk())
    }

    private init(_ disk: sending MemoryDisk) {
        self.disk = Mutex(disk)
    }

    /// Calls that change something, so far.
    public var changes: Int { disk.withLock { $0.changes } }

    /// Files and directories synced so far.
    public var syncs: Int { disk.withLock { $0.syncs } }

    /// Bytes in all files.
    public var usedBytes: Int { disk.withLock { $0.usedBytes } }

    /// Files that are open now.
    public var openFiles: Int { disk.withLock { $0.openFiles } }

    /// Lets the `n`-th next call of that kind (1 is the next) fail with `code`; `times` of them in a row.
    public func fail(_ operation: FileError.Operation, after n: Int = 1, code: Int32 = EIO, times: Int = 1) {
        disk.withLock { $0.faults.append(MemoryDisk.Fault(operation: operation, wait: n, code: code, times: times)) }
    }

    /// Cuts the power within the `n`-th next call that changes something: a write then leaves its first half. All calls
    /// from then on fail with EIO.
    public func cutPower(afterChanges n: Int) {
        disk.withLock { $0.powerLeft = n }
    }

    /// Bytes that all files together may hold; a write beyond it fails with ENOSPC.
    public func limitCapacity(_ bytes: Int?) {
        disk.withLock { $0.capacity = bytes }
    }

    /// The disk as the next start finds it.
    public func afterPowerCut(_ cut: PowerCut) -> MemoryFileSystem {
        disk.withLock { MemoryFileSystem($0.afterPowerCut(cut)) }
    }

    /// Overwrites or cuts bytes behind the back of everybody: a broken disk.
    public func corrupt(_ path: String, _ change: (inout [UInt8]) -> Void) {
        disk.withLock { disk in
            guard let node = disk.names[path] else { return }
            change(&disk.nodes[node].bytes)
            disk.nodes[node].durable = disk.nodes[node].bytes
            disk.nodes[node].unsynced = []
        }
    }

    /// Opens a file of its own for the caller.
    public func open(_ path: String, _ mode: OpenMode) throws(FileError) -> any LogFile {
        let node = try run { disk throws(FileError) in
            let node = try disk.open(path, mode)
            disk.openFiles += 1
            return node
        }
        return MemoryFile(owner: self, node: node, path: path)
    }

    /// Opens a file for reading; what is open already is shared.
    public func openShared(_ path: String) throws(FileError) -> any LogFile {
        try open(path, .read)
    }

    /// Drops what is held of a path.
    public func forget(_ path: String) {}

    /// Bytes in the file, or nil.
    public func size(of path: String) throws(FileError) -> Int? {
        try run { disk throws(FileError) in
            try disk.check(.stat, path)
            return disk.names[path].map { disk.nodes[$0].bytes.count }
        }
    }

    /// Names in a directory.
    public func list(_ directory: String) throws(FileError) -> [String] {
        try run { disk throws(FileError) in try disk.list(directory) }
    }

    /// Makes a directory and those above it.
    public func makeDirectory(_ path: String) throws(FileError) {
        try run { disk throws(FileError) in
            guard !disk.directories.contains(path) else { return }
            try disk.change(.makeDirectory, path)
            disk.directories.insert(path)
        }
    }

    /// Removes a file.
    public func remove(_ path: String) throws(FileError) {
        try run { disk throws(FileError) in
            guard disk.names[path] != nil else { return }
            try disk.change(.remove, path)
            disk.names[path] = nil
        }
    }

    /// Removes a directory with what is in it.
    public func removeDirectory(_ path: String) throws(FileError) {
        try run { disk throws(FileError) in
            try disk.change(.remove, path)
            for name in disk.names.keys where name.hasPrefix(path + "/") { disk.names[name] = nil }
            disk.directories = disk.directories.filter { $0 != path && !$0.hasPrefix(path + "/") }
        }
    }

    /// Renames a file or directory.
    public func rename(_ path: String, to newPath: String) throws(FileError) {
        try run { disk throws(FileError) in try disk.rename(path, to: newPath) }
    }

    /// Makes the names in a directory durable.
    public func syncDirectory(_ path: String) throws(FileError) {
        try run { disk throws(FileError) in
            try disk.change(.sync, path)
            disk.syncs += 1
            disk.syncNames(of: path)
        }
    }

    /// Makes all bytes and names durable.
    public func syncAll(_ directory: String) throws(FileError) {
        try run { disk throws(FileError) in
            try disk.change(.sync, directory)
            disk.syncs += 1
            disk.syncEverything()
        }
    }

    /// The capacity and what is left of it, when there is one.
    public func space(of directory: String) throws(FileError) -> DiskSpace? {
        disk.withLock { disk in
            guard let capacity = disk.capacity else { return nil }
            return DiskSpace(total: Int64(capacity), usable: Int64(max(0, capacity - disk.usedBytes)))
        }
    }

    /// Counts the power cuts.
    public var bootID: String? { disk.withLock { "boot \($0.boot)" } }

    /// Takes the lock of a directory, or returns nil when it is held.
    public func lock(_ path: String) throws(FileError) -> (any FileLock)? {
        let taken = disk.withLock { $0.locks.insert(path).inserted }
        return taken ? MemoryLock(owner: self, path: path) : nil
    }

    fileprivate func unlock(_ path: String) {
        disk.withLock { _ = $0.locks.remove(path) }
    }

    fileprivate func closed() {
        disk.withLock { $0.openFiles -= 1 }
    }

    fileprivate func run<R: Sendable>(_ body: (inout MemoryDisk) throws(FileError) -> R) throws(FileError) -> R {
        let result: Result<R, FileError> = disk.withLock { disk in
            do throws(FileError) {
                return .success(try body(&disk))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}

private final class MemoryLock: FileLock {
    private let owner: MemoryFileSystem
    private let path: String

    init(owner: MemoryFileSystem, path: String) {
        self.owner = owner
        self.path = path
    }

    deinit { owner.unlock(path) }
}

private final class MemoryFile: LogFile {
    private let owner: MemoryFileSystem
    private let node: Int
    private let path: String

    init(owner: MemoryFileSystem, node: Int, path: String) {
        self.owner = owner
        self.node = node
        self.path = path
    }

    deinit { owner.closed() }

    var descriptor: Int32? { nil }

    func pread(_ buffer: UnsafeMutableRawBufferPointer, at position: Int) throws(FileError) -> Int {
        let bytes = try owner.run { disk throws(FileError) in
            try disk.check(.read, path)
            let bytes = disk.nodes[node].bytes
            let start = min(position, bytes.count)
            return Array(bytes[start..<min(start + buffer.count, bytes.count)])
        }
        buffer.copyBytes(from: bytes)
        return bytes.count
    }

    func pwritev(_ parts: UnsafeBufferPointer<iovec>, at position: Int) throws(FileError) {
        var bytes: [UInt8] = []
        for part in parts { bytes += UnsafeRawBufferPointer(start: part.iov_base, count: part.iov_len) }
        let all = bytes
        try owner.run { disk throws(FileError) in try disk.write(all, to: node, at: position, path) }
    }

    func truncate(to size: Int) throws(FileError) {
        try owner.run { disk throws(FileError) in
            try disk.change(.truncate, path)
            disk.nodes[node].truncate(to: size)
        }
    }

    func allocate(from position: Int, count: Int) throws(FileError) {
        try owner.run { disk throws(FileError) in try disk.check(.allocate, path) }
    }

    func sync() throws(FileError) {
        try owner.run { disk throws(FileError) in
            try disk.change(.sync, path)
            disk.syncs += 1
            disk.nodes[node].durable = disk.nodes[node].bytes
            disk.nodes[node].unsynced = []
        }
    }

    func size() throws(FileError) -> Int {
        try owner.run { disk throws(FileError) in disk.nodes[node].bytes.count }
    }
}
