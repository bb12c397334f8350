import KafkaLog
import KafkaWire

/// `kdeck log dump`.
enum LogDump {
    /// Which lines are asked for.
    private struct Wish {
        var wantsRecords: Bool
        var from: Int64
        var most: Int
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let path = path(invocation)
        let wish = Wish(
            wantsRecords: invocation.has("records"), from: try number(invocation, "from") ?? 0,
            most: Int(clamping: try number(invocation, "max-count") ?? Int64.max))
        let listing = try reading { () throws(LogError) in try self.listing(path, wish, POSIXFileSystem()) }
        try listing.print(as: format)
    }

    /// The file or directory that was named, without a slash at its end.
    static func path(_ invocation: Invocation) -> String {
        var path = invocation.operands[0]
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    /// Turns what the files say into what the command says.
    static func reading<R>(_ body: () throws(LogError) -> R) throws(Failure) -> R {
        do throws(LogError) {
            return try body()
        } catch {
            if case .file(let missing) = error, missing.isMissing { throw Failure(.notFound, "\(error)") }
            throw Failure(.failed, "\(error)")
        }
    }

    private static func number(_ invocation: Invocation, _ option: String) throws(Failure) -> Int64? {
        guard let text = invocation[option] else { return nil }
        guard let number = Int64(text), number >= 0 else {
            throw .usage("--\(option) \(text) is no number; give one from 0 on")
        }
        return number
    }

    private static func listing(_ path: String, _ wish: Wish, _ files: POSIXFileSystem) throws(LogError) -> Listing {
        var segments: [String] = []
        if let file = PartitionFile(path) {
            guard file.kind == .log else {
                return LogListing.of(try PartitionFileContent(path, files), most: wish.most)
            }
            segments = [path]
        } else {
            let found = try PartitionFile.list(path, files).filter { $0.kind == .log }
            guard !found.isEmpty else {
                throw .corrupt("\(path) holds no segments; name a segment or the directory of a partition")
            }
            // The segment before the first one that begins later may hold the offset.
            let first = found.lastIndex { $0.baseOffset <= wish.from } ?? 0
            segments = found[first...].map { path + "/" + $0.name }
        }
        return wish.wantsRecords
            ? LogListing.of(try records(segments, wish, files)) : LogListing.of(try batches(segments, wish, files))
    }

    private static func batches(
        _ segments: [String], _ wish: Wish, _ files: POSIXFileSystem
    ) throws(LogError) -> [LogListing.Batch] {
        var found: [LogListing.Batch] = []
        try walk(segments, wish, files) { segment, stored in
            found.append(LogListing.Batch(segment: segment, stored: stored))
            return found.count
        }
        return found
    }

    private static func records(
        _ segments: [String], _ wish: Wish, _ files: POSIXFileSystem
    ) throws(LogError) -> [LogListing.Line] {
        var found: [LogListing.Line] = []
        try walk(segments, wish, files) { (segment: String, stored: SegmentReader.Stored) throws(LogError) -> Int in
            do {
                let batch = try stored.batch.get()
                for record in try batch.records() where found.count < wish.most && record.offset >= wish.from {
                    found.append(LogListing.Line(record: record, isControl: batch.isControl))
                }
            } catch {
                throw .corrupt(
                    "the batch in \(segment) at byte \(stored.position) cannot be read: \(error); "
                        + "`kdeck log verify` finds all such")
            }
            return found.count
        }
        return found
    }

    /// Gives the batches from the offset that was asked for on, until so many lines are there as `take` says that it has.
    private static func walk(
        _ segments: [String], _ wish: Wish, _ files: POSIXFileSystem,
        _ take: (String, SegmentReader.Stored) throws(LogError) -> Int
    ) throws(LogError) {
        var count = 0
        for path in segments {
            let reader = try SegmentReader(path, files)
            while count < wish.most, let stored = try reader.next() {
                if case .success(let batch) = stored.batch, batch.lastOffset < wish.from { continue }
                count = try take(name(path), stored)
            }
        }
    }

    private static func name(_ path: String) -> String {
        String(path[(path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) } ?? path.startIndex)...])
    }
}
