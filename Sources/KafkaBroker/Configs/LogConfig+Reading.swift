import Codecs
import KafkaLog

extension LogConfig {
    /// The settings of a log from the values of the topic settings, which were checked when they were set.
    init(reading text: (String) -> String, _ number: (String) -> Int64) {
        self.init()
        cleanupPolicy = []
        for word in text("cleanup.policy").split(separator: ",").map({ String($0).trimmed }) {
            if word == "delete" { cleanupPolicy.insert(.delete) }
            if word == "compact" { cleanupPolicy.insert(.compact) }
        }
        compressionType =
            switch text("compression.type") {
            case "uncompressed": .codec(.none)
            case "gzip": .codec(.gzip)
            case "snappy": .codec(.snappy)
            case "lz4": .codec(.lz4)
            case "zstd": .codec(.zstd)
            default: .producer
            }
        timestampType = text("message.timestamp.type") == "LogAppendTime" ? .logAppendTime : .createTime
        flushMessages = number("flush.messages")
        flushMs = number("flush.ms")
        indexIntervalBytes = Int(number("index.interval.bytes"))
        maxMessageBytes = Int(number("max.message.bytes"))
        timestampAfterMaxMs = number("message.timestamp.after.max.ms")
        timestampBeforeMaxMs = number("message.timestamp.before.max.ms")
        deleteRetentionMs = number("delete.retention.ms")
        minCompactionLagMs = number("min.compaction.lag.ms")
        maxCompactionLagMs = number("max.compaction.lag.ms")
        minCleanableRatio = Double(text("min.cleanable.dirty.ratio").trimmed) ?? minCleanableRatio
        retentionBytes = number("retention.bytes")
        retentionMs = number("retention.ms")
        segmentBytes = Int(number("segment.bytes"))
        segmentIndexBytes = Int(number("segment.index.bytes"))
        segmentMs = number("segment.ms")
    }
}
