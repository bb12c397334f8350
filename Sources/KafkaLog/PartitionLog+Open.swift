import Bytes
import KafkaWire

extension PartitionLog {
    /// Opens the log of a directory, or makes a new one.
    ///
    /// After a clean stop the files are trusted: only the end of the newest segment is looked at. Otherwise every batch
    /// from the recovery point's segment on is checked; the first bad one ends the log: the rest of that segment is cut
    /// off and later segments are deleted. Indexes, epochs and producers are built again on the way.
    ///
    /// - Parameters:
    ///   - topicID: kept in `partition.metadata`; an existing directory with another one is refused. Zero: not known.
    ///   - recoveryPoint: everything before it is durable (`recovery-point-offset-checkpoint`), 0 when not known.
    ///   - logStartOffset: from `log-start-offset-checkpoint`; nil is the first segment's base.
    ///   - pageCacheIsWhole: the machine has run since the files were written, so that only their end may be torn.
    ///   - now: milliseconds since 1970.
    public static func open(
        directory: String, topicPartition: TopicPartition, topicID: KafkaUUID = .zero, config: LogConfig = LogConfig(),
        fileSystem: any FileSystem, cleanShutdown: Bool, recoveryPoint: Int64 = 0, logStartOffset: Int64? = nil,
        pageCacheIsWhole: Bool = false, now: Int64
    ) throws(LogError) -> PartitionLog {
        try inLog { () throws(FileError) in try fileSystem.makeDirectory(directory) }
        let id = try claim(directory, topicID, fileSystem)
        var loader = LogLoader(
            directory: directory, files: fileSystem, config: config, now: now, isCached: pageCacheIsWhole)
        try loader.load(isClean: cleanShutdown, recoveryPoint: recoveryPoint, logStartOffset: logStartOffset)
        let log = PartitionLog(
            topicPartition: topicPartition, topicID: id, directory: directory, config: config, files: fileSystem,
            segments: loader.segments, epochs: loader.epochs, ledger: loader.ledger,
            logStartOffset: loader.logStartOffset, logEndOffset: loader.logEndOffset,
            recoveryPoint: cleanShutdown ? loader.logEndOffset : min(recoveryPoint, loader.logEndOffset))
        log.snapshots = loader.snapshots
        if cleanShutdown, loader.logEndOffset > 0 { log.durableDirectoryVersion = log.directoryVersion }
        return log
    }

    private static func claim(
        _ directory: String, _ topicID: KafkaUUID, _ files: any FileSystem
    ) throws(LogError) -> KafkaUUID {
        let found: KafkaUUID?
        do throws(LogError) {
            found = try Checkpoint.readTopicID(in: directory, files)
        } catch {
            // A torn file of a start that never became durable; who asks knows the id.
            guard case .corrupt = error, topicID != .zero else { throw error }
            found = nil
        }
        if let found {
            guard topicID == .zero || topicID == found else {
                throw .inconsistentTopicID(found: found, wanted: topicID)
            }
            return found
        }
        if topicID != .zero { try Checkpoint.writeTopicID(topicID, in: directory, files) }
        return topicID
    }

    /// Ends the log's life cleanly: writes what is staged, trims the file, writes indexes, epochs and a snapshot of the
    /// producers, and makes all durable. Throws when the log has failed: then the directory must not be marked as
    /// cleanly stopped.
    ///
    /// - Parameter syncing: false when the caller makes all logs durable together (`FileSystem.syncAll`) before it relies
    ///   on any.
    public func close(syncing: Bool = true) throws(LogError) {
        try flushStaged()
        let last = active
        try orFail { () throws(FileError) in
            try last.close()
            if syncing {
                for segment in unsynced { try segment.sync() }
                try last.sync()
            }
            try saveSnapshot(durable: syncing)
            if epochs.isDirty || logEndOffset == 0 { try saveEpochs(durable: syncing) }
            if syncing { try files.syncDirectory(directory) }
        }
        unsynced = []
        durableDirectoryVersion = directoryVersion
        recoveryPoint = logEndOffset
        failure = .file(FileError(.write, directory, 9))
    }

    /// The log opened again after a failed write, so that memory and disk agree; this one is not used any more. Nothing
    /// that could be read before may be lost by it: that is looked at first, and that the directory takes writes.
    public func reopened(now: Int64) throws(LogError) -> PartitionLog {
        try inLog { () throws(FileError) in
            let probe = directory + "/probe.tmp"
            let file = try files.open(probe, .replace)
            try file.pwrite(ByteSlice([UInt8](repeating: 0, count: 64 << 10)), at: 0)
            try file.sync()
            try files.remove(probe)
        }
        try checkWritten()
        return try Self.open(
            directory: directory, topicPartition: topicPartition, topicID: topicID, config: config, fileSystem: files,
            cleanShutdown: false, recoveryPoint: recoveryPoint, logStartOffset: logStartOffset, now: now)
    }

    /// Walks what recovery would walk, up to the end that readers saw, without changing anything.
    private func checkWritten() throws(LogError) {
        for segment in segments[segmentIndex(of: recoveryPoint)...] where segment.size > 0 {
            let end = try inLog { () throws(FileError) -> Int in
                let scanner = BatchScanner(
                    try files.openShared(segment.path(.log)), limit: segment.size, chunk: 256 << 10)
                var position = 0
                while let header = try scanner.header(at: position) {
                    let size = header.sizeInBytes
                    guard try scanner.batch(at: position, size: size)?.isIntact() == true else { break }
                    position += size
                }
                return position
            }
            if end < segment.size {
                throw .corrupt("\(segment.path(.log)) is damaged at byte \(end) of \(segment.size)")
            }
        }
    }

    /// Gives back descriptor and memory of a log that has not been used for a while; the next use takes them again.
    public func releaseIdle() throws(LogError) {
        try flushStaged()
        let last = active
        try orFail { () throws(FileError) in try last.close() }
        for segment in segments { segment.unloadIndexes() }
        staged = []
        parts = []
        tail = TailHints()
    }

    /// Deletes the directory with everything in it. The log takes nothing more.
    public func delete() throws(LogError) {
        failure = failure ?? .file(FileError(.write, directory, 2))
        try inLog { () throws(FileError) in
            // Renamed first: what a crash leaves behind is recognised and removed by the next start.
            let doomed = directory + "-delete"
            try files.removeDirectory(doomed)
            try files.rename(directory, to: doomed)
            for segment in segments { files.forget(segment.path(.log)) }
            try files.removeDirectory(doomed)
        }
    }
}
