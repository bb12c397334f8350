/// The topic settings that are honoured. A setting that is not here is refused by name: none is stored to do nothing.
enum TopicConfigs {
    private static let size: ClosedRange<Int64> = 0...Int64(Int32.max)
    private static let span: ClosedRange<Int64> = 0...Int64.max
    private static let spanOrForever: ClosedRange<Int64> = -1...Int64.max

    /// In the order of their names.
    static let all: [ConfigDefinition] = [
        ConfigDefinition(
            "cleanup.policy", .list, "delete", .someOf(["compact", "delete"]), synonym: "log.cleanup.policy",
            "delete drops old segments; compact keeps the newest record of each key in closed segments."),
        ConfigDefinition(
            "compression.type", .string, "producer",
            .oneOf(["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"]), synonym: "compression.type",
            "The codec batches are stored with; producer keeps what was sent."),
        ConfigDefinition(
            "delete.retention.ms", .long, "86400000", .integers(span), synonym: "log.cleaner.delete.retention.ms",
            "How long a compacted topic keeps tombstones."),
        ConfigDefinition(
            "flush.messages", .long, "9223372036854775807", .integers(1...Int64.max),
            synonym: "log.flush.interval.messages",
            "Records that may be written and not yet durable. 1 makes every batch durable before it is acknowledged, "
                + "with one sync for all that came in together."),
        ConfigDefinition(
            "flush.ms", .long, "9223372036854775807", .integers(span), synonym: "log.flush.interval.ms",
            "How long a record may be written and not yet durable."),
        ConfigDefinition(
            "index.interval.bytes", .int, "4096", .integers(size), synonym: "log.index.interval.bytes",
            "Bytes of log for each entry of the offset index."),
        ConfigDefinition(
            "max.compaction.lag.ms", .long, "9223372036854775807", .integers(1...Int64.max),
            synonym: "log.cleaner.max.compaction.lag.ms", "The longest a record stays out of compaction."),
        ConfigDefinition(
            "max.message.bytes", .int, "1048588", .integers(size), synonym: "message.max.bytes",
            "The largest batch that is taken, in bytes."),
        ConfigDefinition(
            "message.timestamp.after.max.ms", .long, "3600000", .integers(span),
            synonym: "log.message.timestamp.after.max.ms", "How far ahead of the broker a record's time may be."),
        ConfigDefinition(
            "message.timestamp.before.max.ms", .long, "9223372036854775807", .integers(span),
            synonym: "log.message.timestamp.before.max.ms", "How far behind the broker a record's time may be."),
        ConfigDefinition(
            "message.timestamp.type", .string, "CreateTime", .oneOf(["CreateTime", "LogAppendTime"]),
            synonym: "log.message.timestamp.type", "Whose time a record carries: the producer's or the broker's."),
        ConfigDefinition(
            "min.cleanable.dirty.ratio", .double, "0.5", .decimals(0...1), synonym: "log.cleaner.min.cleanable.ratio",
            "How much of the log must be dirty before it is compacted."),
        ConfigDefinition(
            "min.compaction.lag.ms", .long, "0", .integers(span), synonym: "log.cleaner.min.compaction.lag.ms",
            "The least time a record stays as it is."),
        ConfigDefinition(
            "min.insync.replicas", .int, "1", .integers(1...Int64(Int32.max)), synonym: "min.insync.replicas",
            "Replicas that must have a record before acks=all is answered; counted up to the replication factor."),
        ConfigDefinition(
            "retention.bytes", .long, "-1", .integers(spanOrForever), synonym: "log.retention.bytes",
            "The size a partition is cut down to; -1 has no limit."),
        ConfigDefinition(
            "retention.ms", .long, "604800000", .integers(spanOrForever),
            synonyms: [
                .init(name: "log.retention.ms", scale: 1), .init(name: "log.retention.minutes", scale: 60_000),
                .init(name: "log.retention.hours", scale: 3_600_000),
            ], "How long records are kept; -1 keeps them for ever."),
        ConfigDefinition(
            "segment.bytes", .int, "1073741824", .integers(1_048_576...Int64(Int32.max)), synonym: "log.segment.bytes",
            "The size at which a segment is closed."),
        ConfigDefinition(
            "segment.index.bytes", .int, "10485760", .integers(4...Int64(Int32.max)),
            synonym: "log.index.size.max.bytes", "The largest size of an index."),
        ConfigDefinition(
            "segment.ms", .long, "604800000", .integers(1...Int64.max),
            synonyms: [.init(name: "log.roll.ms", scale: 1), .init(name: "log.roll.hours", scale: 3_600_000)],
            "The age at which a segment is closed."),
        ConfigDefinition(
            "unclean.leader.election.enable", .boolean, "false", .any, synonym: "unclean.leader.election.enable",
            "Whether a replica that is behind may lead. Without replicas there is none."),
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The setting of that name.
    static func definition(_ name: String) -> ConfigDefinition? {
        byName[name]
    }

    /// Why a setting is refused, or nil.
    static func complaint(about name: String, _ value: String?) -> String? {
        guard let definition = definition(name) else { return "Unknown topic config name: \(name)" }
        guard let value else { return "Null value not supported for topic configs: \(name)" }
        return definition.complaint(about: value)
    }
}
