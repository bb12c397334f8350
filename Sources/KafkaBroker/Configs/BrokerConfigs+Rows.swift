extension BrokerConfigs {
    private static let count: ClosedRange<Int64> = 1...Int64(Int32.max)
    private static let countOrNone: ClosedRange<Int64> = 0...Int64(Int32.max)
    private static let span: ClosedRange<Int64> = 0...Int64.max

    /// Who the broker is and where it listens.
    static let nodeRows: [BrokerConfig] = [
        BrokerConfig(
            "advertised.listeners", .list, .checked(ListenerAddress.complaint),
            .property(
                read: { ListenerAddress.advertised($0) },
                write: { configuration, text in
                    let address = ListenerAddress(text)
                    configuration.advertisedHost = address?.host
                    configuration.advertisedPort = address?.port
                }), "Where clients are told to connect."),
        BrokerConfig(
            "broker.rack", .string, .any, .property(read: { $0.rack }, write: { $0.rack = $1 }),
            "The rack that clients are told."),
        BrokerConfig(
            "listeners", .list, .checked(ListenerAddress.complaint),
            .property(
                read: { "PLAINTEXT://\($0.host):\($0.port)" },
                write: { configuration, text in
                    guard let address = ListenerAddress(text) else { return }
                    configuration.host = address.host.isEmpty ? "0.0.0.0" : address.host
                    configuration.port = address.port
                }), "Where the broker listens: one address, PLAINTEXT."),
        BrokerConfig(
            "log.dirs", .string, .any,
            .property(
                read: { $0.dataDirectory.isEmpty ? nil : $0.dataDirectory }, write: { $0.dataDirectory = $1 }),
            "The data directory."),
        BrokerConfig("node.id", .int, .integers(countOrNone), .number(\.nodeID), "The number of this node."),
    ]

    /// Requests, fetches, topics made without a count.
    static let requestRows: [BrokerConfig] = [
        BrokerConfig(
            "auto.create.topics.enable", .boolean, .any, .flag(\.autoCreateTopics),
            "Whether a Metadata request that allows it creates the topics it names."),
        BrokerConfig(
            "default.replication.factor", .int, .integers(1...1), .fixed("1"),
            "Replicas of a topic made without a count; one broker keeps one."),
        BrokerConfig(
            "delete.topic.enable", .boolean, .any, .flag(\.deleteTopicEnabled), "Whether topics can be deleted."),
        BrokerConfig(
            "fetch.max.bytes", .int, .integers(1_024...Int64(Int32.max)), .number(\.fetchMaxBytes),
            "The most a fetch answer carries, in bytes."),
        BrokerConfig(
            "max.request.partition.size.limit", .int, .integers(count), .number(\.describedPartitionsLimit),
            "Partitions in one answer of DescribeTopicPartitions."),
        BrokerConfig(
            "num.partitions", .int, .integers(count), .number(\.defaultPartitions),
            "Partitions of a topic made without a count."),
    ]

    /// Groups and their offsets.
    static let groupRows: [BrokerConfig] = [
        BrokerConfig(
            "group.initial.rebalance.delay.ms", .int, .integers(countOrNone),
            .number(\.groups.initialRebalanceDelayMs),
            "How long the first rebalance of a group waits for more members (Apache Kafka: 3000)."),
        BrokerConfig(
            "group.max.session.timeout.ms", .int, .integers(countOrNone), .number(\.groups.maxSessionTimeoutMs),
            "The longest session timeout a member may ask for."),
        BrokerConfig(
            "group.max.size", .int, .integers(count), .number(\.groups.maxSize), "Members of one group at most."),
        BrokerConfig(
            "group.min.session.timeout.ms", .int, .integers(countOrNone), .number(\.groups.minSessionTimeoutMs),
            "The shortest session timeout a member may ask for."),
        BrokerConfig(
            "kdeck.max.groups", .int, .integers(count), .number(\.groups.maximumGroups),
            "Groups at most; a new one is refused."),
        BrokerConfig(
            "kdeck.max.unused.member.ids", .int, .integers(count), .number(\.groups.maximumPendingMembers),
            "Member ids of one group that were given out and not used yet; no further one is given."),
        BrokerConfig(
            "offset.metadata.max.bytes", .int, .integers(countOrNone), .number(\.groups.offsetMetadataMaxBytes),
            "The longest text a client may store with an offset."),
        BrokerConfig(
            "offsets.retention.check.interval.ms", .long, .integers(1...Int64.max),
            .number(\.groups.retentionCheckIntervalMs), "How often offsets are looked at for their age."),
        BrokerConfig(
            "offsets.retention.minutes", .int, .integers(count), .number(\.groups.offsetsRetentionMs, scale: 60_000),
            "How long the offsets of a group without members are kept."),
        BrokerConfig(
            "offsets.topic.num.partitions", .int, .integers(count), .number(\.offsetsTopicPartitions),
            "Partitions of __consumer_offsets, where the group coordinator keeps its state."),
        BrokerConfig(
            "offsets.topic.replication.factor", .short, .integers(1...1), .fixed("1"),
            "Replicas of __consumer_offsets; one broker keeps one."),
    ]

    /// What the logs of all topics go by.
    static let logRows: [BrokerConfig] = [
        BrokerConfig(
            "log.cleaner.backoff.ms", .long, .integers(1...Int64.max), .number(\.cleanerBackoffMs),
            "How often it is looked for logs to compact."),
        BrokerConfig(
            "log.cleaner.dedupe.buffer.size", .long, .integers(1...Int64.max), .number(\.cleanerDedupeBytes),
            "Memory for the keys of one round of compaction, in bytes; taken only as far as there are keys."),
        BrokerConfig(
            "log.cleaner.enable", .boolean, .any, .flag(\.cleanerEnabled), "Whether compacted topics are compacted."),
        BrokerConfig(
            "log.flush.offset.checkpoint.interval.ms", .int, .integers(countOrNone), .number(\.checkpointIntervalMs),
            "How often written data is synced and the offset files are rewritten."),
        BrokerConfig(
            "log.retention.check.interval.ms", .long, .integers(1...Int64.max), .number(\.retentionCheckIntervalMs),
            "How often logs are looked at for what is too old or too large."),
        BrokerConfig(
            "log.segment.delete.delay.ms", .long, .integers(span), .number(\.fileDeleteDelayMs),
            "How long the files of a deleted topic stay on the disk (Apache Kafka: 60000)."),
        BrokerConfig(
            "producer.id.expiration.check.interval.ms", .int, .integers(count),
            .number(\.producerExpiryCheckIntervalMs), "How often silent producers are looked for."),
        BrokerConfig(
            "producer.id.expiration.ms", .int, .integers(count), .number(\.producerIDExpirationMs),
            update: .clusterWide,
            "How long the sequence of a silent producer is remembered."),
    ]
}
