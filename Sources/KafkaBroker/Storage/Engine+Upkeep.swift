import KafkaLog
import KafkaWire

extension Engine {
    /// Plans the work that comes round: retention, checkpoints.
    func startUpkeep() {
        planRetention()
        planCheckpoints()
        planProducerExpiry()
        planCleaning()
    }

    private func planRetention() {
        timers.schedule(at: clock.monotonic + configuration.retentionCheckIntervalMs) { engine in
            // On the other thread: unlinking a gigabyte takes its time. Each partition is locked for its own files only.
            engine.background { engine.applyRetention() }
            engine.planRetention()
        }
    }

    private func planCheckpoints() {
        timers.schedule(at: clock.monotonic + configuration.checkpointIntervalMs) { engine in
            engine.background { engine.writeCheckpoints() }
            engine.planCheckpoints()
        }
    }

    /// Has the starts of logs written soon: deleted records do not come back after a crash. Those deleted within a second
    /// are written together.
    func planStartCheckpoint() {
        guard startCheckpoint.exchange(true, ordering: .relaxed) == false else { return }
        timers.schedule(at: clock.monotonic + 1_000) { engine in
            engine.startCheckpoint.store(false, ordering: .relaxed)
            engine.background { engine.writeStarts() }
        }
    }

    private func writeStarts() {
        var starts: [TopicPartition: Int64] = [:]
        for topic in topics.all {
            for partition in topic.partitions where partition.logStartOffset > 0 {
                starts[partition.topicPartition] = partition.logStartOffset
            }
        }
        // Should it fail, the file stays as it was until the next checkpoint.
        try? Checkpoint.writeOffsets(starts, .logStart, in: configuration.dataDirectory, fileSystem)
    }

    /// Drops the segments that time and size say. Gives how many.
    @discardableResult
    func applyRetention() -> Int {
        let now = clock.wall
        var dropped = 0
        for topic in topics.all {
            for partition in topic.partitions { dropped += partition.applyRetention(now: now, self) }
        }
        return dropped
    }

    /// Syncs what was written since the last time and writes the offset files. After a crash only what lies behind the
    /// recovery points is walked.
    func writeCheckpoints() {
        write(facts: { $0.checkpoint(self) })
    }

    /// Logs that a stop syncs one by one; more are synced together with whatever else the file system holds.
    private static let closedOneByOne = 16

    /// Closes everything clean and leaves the mark, unless something could not be closed. The directory is free then.
    func close() {
        flush()
        // Many logs are made durable by one call instead of a few each.
        let changed = topics.all.reduce(0) { $0 + $1.partitions.count { !$0.isUnchanged } }
        let isTogether = changed > Self.closedOneByOne
        var isClean = write(facts: { $0.close(syncing: !isTogether) }) { () throws(FileError) in
            if isTogether { try fileSystem.syncAll(configuration.dataDirectory) }
        }
        administration.withLock { administration in
            if (try? administration.metadata.close()) == nil { isClean = false }
        }
        if isClean {
            try? Checkpoint.leaveCleanShutdownMark(brokerEpoch: -1, in: configuration.dataDirectory, fileSystem)
        }
        releaseDirectory()
    }

    /// Writes the offset files from what `facts` tells of each partition, once `settle` has made it true. True when all
    /// told and all was written; after a failure the older files stay, which are true as well and only cost a longer
    /// start.
    @discardableResult
    private func write(
        facts: (Partition) -> Partition.OffsetFacts?, settle: () throws(FileError) -> Void = {}
    ) -> Bool {
        var points: [TopicPartition: Int64] = [:]
        var marks: [TopicPartition: Int64] = [:]
        var starts: [TopicPartition: Int64] = [:]
        var isWhole = true
        for topic in topics.all {
            for partition in topic.partitions {
                guard let facts = facts(partition) else {
                    isWhole = false
                    continue
                }
                points[partition.topicPartition] = facts.recoveryPoint
                marks[partition.topicPartition] = facts.highWatermark
                if facts.logStartOffset > 0 { starts[partition.topicPartition] = facts.logStartOffset }
            }
        }
        let directory = configuration.dataDirectory
        do {
            try settle()
            try Checkpoint.writeOffsets(points, .recoveryPoint, in: directory, fileSystem)
            try Checkpoint.writeOffsets(marks, .highWatermark, in: directory, fileSystem)
            try Checkpoint.writeOffsets(starts, .logStart, in: directory, fileSystem)
        } catch {
            return false
        }
        return isWhole
    }
}
