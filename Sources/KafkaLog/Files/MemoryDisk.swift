import Glibc

/// The state behind `MemoryFileSystem`: files as numbered nodes, the names that lead to them, and what of both is durable.
struct MemoryDisk: Sendable {
    struct Node: Sendable {
        var bytes: [UInt8] = []
        var durable: [UInt8] = []
        /// Writes and cuts since the last sync, oldest first.
        var unsynced: [Change] = []

        mutating func write(_ new: [UInt8], at position: Int) {
            Self.apply(.write(new, position), to: &bytes)
            unsynced.append(.write(new, position))
        }

        mutating func truncate(to size: Int) {
            Self.apply(.truncate(size), to: &bytes)
            unsynced.append(.truncate(size))
        }

        static func apply(_ change: Change, to bytes: inout [UInt8]) {
            switch change {
            case .write(let new, let position):
                let end = position + new.count
                if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
                bytes.replaceSubrange(position..<end, with: new)
            case .truncate(let size):
                if size < bytes.count {
                    bytes.removeLast(bytes.count - size)
                } else {
                    bytes += [UInt8](repeating: 0, count: size - bytes.count)
                }
            }
        }
    }

    enum Change: Sendable {
        case write([UInt8], Int)
        case truncate(Int)
    }

    struct Fault: Sendable {
        var operation: FileError.Operation
        var wait: Int
        var code: Int32
        var times: Int
    }

    var nodes: [Node] = []
    var names: [String: Int] = [:]
    var durableNames: [String: Int] = [:]
    var directories: Set<String> = []
    var locks: Set<String> = []
    var faults: [Fault] = []
    var changes = 0
    var syncs = 0
    var boot = 1
    var openFiles = 0
    var powerLeft: Int?
    var isDark = false
    var capacity: Int?

    /// Fails when the power is gone or a fault is due for this kind of call.
    mutating func check(_ operation: FileError.Operation, _ path: String) throws(FileError) {
        if isDark { throw FileError(operation, path, EIO) }
        for index in faults.indices where faults[index].operation == operation && faults[index].times > 0 {
            faults[index].wait -= 1
            if faults[index].wait <= 0 {
                faults[index].times -= 1
                throw FileError(operation, path, faults[index].code)
            }
        }
    }

    /// The same for a call that changes something; counts it and may cut the power in its place.
    mutating func change(_ operation: FileError.Operation, _ path: String) throws(FileError) {
        try check(operation, path)
        changes += 1
        if let left = powerLeft {
            powerLeft = left - 1
            if left <= 1 {
                isDark = true
                throw FileError(operation, path, EIO)
            }
        }
    }

    mutating func open(_ path: String, _ mode: OpenMode) throws(FileError) -> Int {
        try check(.open, path)
        if let node = names[path] {
            if mode == .replace {
                try change(.open, path)
                nodes.append(Node())
                names[path] = nodes.count - 1
                return nodes.count - 1
            }
            return node
        }
        guard mode != .read else { throw FileError(.open, path, ENOENT) }
        try change(.open, path)
        nodes.append(Node())
        names[path] = nodes.count - 1
        return nodes.count - 1
    }

    mutating func write(_ bytes: [UInt8], to node: Int, at position: Int, _ path: String) throws(FileError) {
        let wasDark = isDark
        do throws(FileError) {
            try change(.write, path)
        } catch {
            // The power went within this very write: its first half has reached the page cache.
            if isDark, !wasDark { nodes[node].write(Array(bytes.prefix(bytes.count / 2)), at: position) }
            throw error
        }
        if let capacity {
            let used = usedBytes
            let grows = max(0, position + bytes.count - nodes[node].bytes.count)
            if used + grows > capacity {
                let room = max(0, capacity - used)
                nodes[node].write(Array(bytes.prefix(max(0, bytes.count - grows) + room)), at: position)
                throw FileError(.write, path, ENOSPC)
            }
        }
        nodes[node].write(bytes, at: position)
    }

    var usedBytes: Int { Set(names.values).reduce(0) { $0 + nodes[$1].bytes.count } }

    mutating func list(_ directory: String) throws(FileError) -> [String] {
        try check(.list, directory)
        guard directories.contains(directory) else { throw FileError(.list, directory, ENOENT) }
        let prefix = directory + "/"
        var found: [String] = []
        for path in names.keys.sorted() + directories.sorted() where path.hasPrefix(prefix) {
            let name = String(path.dropFirst(prefix.count))
            if !name.contains("/") { found.append(name) }
        }
        return found
    }

    mutating func rename(_ path: String, to newPath: String) throws(FileError) {
        try change(.rename, path)
        if let node = names.removeValue(forKey: path) {
            names[newPath] = node
            return
        }
        guard directories.contains(path) else { throw FileError(.rename, path, ENOENT) }
        for (name, node) in names where name.hasPrefix(path + "/") {
            names[name] = nil
            names[newPath + name.dropFirst(path.count)] = node
        }
        directories = Set(directories.map { $0 == path ? newPath : $0 })
        // A renamed directory takes its durable names along.
        for (name, node) in durableNames where name.hasPrefix(path + "/") {
            durableNames[name] = nil
            durableNames[newPath + name.dropFirst(path.count)] = node
        }
    }

    mutating func syncNames(of directory: String) {
        let prefix = directory + "/"
        for name in durableNames.keys where name.hasPrefix(prefix) && names[name] == nil { durableNames[name] = nil }
        for (name, node) in names where name.hasPrefix(prefix) && !name.dropFirst(prefix.count).contains("/") {
            durableNames[name] = node
        }
    }

    mutating func syncEverything() {
        for number in nodes.indices {
            nodes[number].durable = nodes[number].bytes
            nodes[number].unsynced = []
        }
        durableNames = names
    }

    func afterPowerCut(_ cut: MemoryFileSystem.PowerCut) -> MemoryDisk {
        var fresh = MemoryDisk()
        fresh.directories = directories
        if case .keepEverything = cut { fresh.boot = boot } else { fresh.boot = boot + 1 }
        var random: UInt64
        let found: [String: Int]
        switch cut {
        case .keepEverything: (found, random) = (names, 0)
        case .dropUnsynced: (found, random) = (durableNames, 0)
        case .tear(let seed): (found, random) = (names, seed | 1)
        }
        for (name, number) in found.sorted(by: { $0.key < $1.key }) {
            let node = nodes[number]
            let bytes: [UInt8]
            switch cut {
            case .keepEverything: bytes = node.bytes
            case .dropUnsynced: bytes = node.durable
            case .tear: bytes = Self.torn(node, &random)
            }
            fresh.nodes.append(Node(bytes: bytes, durable: bytes))
            fresh.names[name] = fresh.nodes.count - 1
            fresh.durableNames[name] = fresh.nodes.count - 1
        }
        return fresh
    }

    private static func torn(_ node: Node, _ random: inout UInt64) -> [UInt8] {
        func next(below limit: Int) -> Int {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return Int(random % UInt64(max(limit, 1)))
        }
        var bytes = node.durable
        let whole = next(below: node.unsynced.count + 1)
        for change in node.unsynced.prefix(whole) { Node.apply(change, to: &bytes) }
        if whole < node.unsynced.count {
            switch node.unsynced[whole] {
            case .write(let new, let position):
                var part = Array(new.prefix(next(below: new.count + 1)))
                // Blocks that never reached the disk read as zeros.
                if part.count > 1, next(below: 3) == 0 {
                    let start = next(below: part.count)
                    for index in start..<part.count { part[index] = 0 }
                }
                Node.apply(.write(part, position), to: &bytes)
            case .truncate(let size): Node.apply(.truncate(size), to: &bytes)
            }
        }
        return bytes
    }
}
