/// How segments are replaced by a compacted one, so that a crash at any moment leaves the old ones or the new one: Kafka's
/// `.cleaned` -> `.swap` -> rename. The new files are written as `.cleaned` and synced, then renamed to `.swap`, the
/// `.log` last: from then on the swap is decided, and a start finishes it. The replaced segments go before the `.swap`
/// files take their final names, the `.log` last again.
enum SegmentSwap {
    static let cleaned = ".cleaned"
    static let swap = ".swap"
    static let deleted = ".deleted"

    /// Whether a file is what a crash left of a swap or a deletion.
    static func isUnfinished(_ name: String) -> Bool {
        name.hasSuffix(cleaned) || name.hasSuffix(swap) || name.hasSuffix(deleted)
    }

    /// A segment's files in the order in which they are renamed.
    static let order: [SegmentName.Suffix] = [.index, .timeindex, .txnindex, .log]

    /// Renames those files of a segment that are there.
    static func rename(
        _ baseOffset: Int64, from old: String, to new: String, in directory: String, _ files: any FileSystem
    ) throws(FileError) {
        for suffix in order {
            let path = directory + "/" + SegmentName.name(baseOffset, suffix)
            if try files.size(of: path + old) != nil { try files.rename(path + old, to: path + new) }
        }
    }

    /// Removes a segment's files of that ending; those that are missing are fine.
    static func remove(
        _ baseOffset: Int64, _ ending: String, in directory: String, _ files: any FileSystem
    ) throws(FileError) {
        for suffix in order {
            try files.remove(directory + "/" + SegmentName.name(baseOffset, suffix) + ending)
        }
    }

    /// At start: removes what was not decided, finishes what was.
    static func finish(in directory: String, _ files: any FileSystem) throws(FileError) {
        var decided: [Int64] = []
        var bases: [Int64] = []
        var undecided: [String] = []
        for name in try files.list(directory) {
            if let (base, suffix) = SegmentName.parse(name) {
                if suffix == .log { bases.append(base) }
            } else if name.hasSuffix(cleaned) || name.hasSuffix(deleted) {
                try files.remove(directory + "/" + name)
            } else if name.hasSuffix(swap), let (base, suffix) = SegmentName.parse(String(name.dropLast(swap.count))) {
                if suffix == .log { decided.append(base) } else { undecided.append(name) }
            }
        }
        for name in undecided where !decided.contains(where: { name.hasPrefix(SegmentName.digits($0) + ".") }) {
            try files.remove(directory + "/" + name)
        }
        for base in decided.sorted() {
            let end = try endOffset(of: directory + "/" + SegmentName.name(base, .log) + swap, files) ?? base
            for old in bases where old > base && old < end { try remove(old, "", in: directory, files) }
            try files.syncDirectory(directory)
            try rename(base, from: swap, to: "", in: directory, files)
            try files.syncDirectory(directory)
        }
    }

    /// Where the batches of a file end; nil for an empty one.
    private static func endOffset(of path: String, _ files: any FileSystem) throws(FileError) -> Int64? {
        let size = try files.size(of: path) ?? 0
        let scanner = BatchScanner(try files.open(path, .read), limit: size, chunk: 64 << 10)
        var position = 0
        var end: Int64?
        while let batch = try scanner.header(at: position) {
            end = batch.lastOffset + 1
            position += batch.sizeInBytes
        }
        return end
    }
}
