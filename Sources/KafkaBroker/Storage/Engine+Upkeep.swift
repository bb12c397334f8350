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

    /// Closes everything clean and leaves the mark, unless something could not be closed. The directory is free then.
    func close() {
        flush()
        var isClean = write(facts: { $0.close() })
        administration.withLock { administration in
            if (try? administration.metadata.close()) == nil { isClean = false }
        }
        if isClean {
            try? Checkpoint.leaveCleanShutdownMark(brokerEpoch: -1, in: configuration.dataDirectory, fileSystem)
        }
        releaseDirectory()
    }

    /// Writes the offset files from what `facts` tells of each partition. True when all told and all was written; after
    /// a failure the older files stay, which are true as well and only cost a longer start.
    @discardableResult
    private func write(facts: (Partition) -> Partition.OffsetFacts?) -> Bool {
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
            try Checkpoint.writeOffsets(points, .recoveryPoint, in: directory, fileSystem)
            try Checkpoint.writeOffsets(marks, .highWatermark, in: directory, fileSystem)
            try Checkpoint.writeOffsets(starts, .logStart, in: directory, fileSystem)
        } catch {
            return false
        }
        return isWhole
    }
}
