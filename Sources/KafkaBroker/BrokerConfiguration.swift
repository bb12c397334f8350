/// What a broker is told before it starts. Values not named keep Kafka's defaults unless their comment says otherwise.
public struct BrokerConfiguration: Sendable {
    /// The folder that holds everything (Kafka's `log.dirs`); created when absent, locked while the broker runs.
    public var dataDirectory: String
    /// The address to listen on.
    public var host = "127.0.0.1"
    /// The port to listen on; 0 picks a free one.
    public var port: UInt16 = 9092
    /// The address clients are told to connect to; nil tells them `host` (or the loopback when that is a wildcard).
    public var advertisedHost: String?
    /// The port clients are told; nil tells them the one that is listened on.
    public var advertisedPort: UInt16?
    /// `node.id`.
    public var nodeID: Int32 = 1
    /// `broker.rack`.
    public var rack: String?

    /// `auto.create.topics.enable`: a Metadata request that allows it creates the topics it names.
    public var autoCreateTopics = true
    /// `delete.topic.enable`.
    public var deleteTopicEnabled = true
    /// `num.partitions`, for topics created without a count.
    public var defaultPartitions: Int32 = 1
    /// `offsets.topic.num.partitions`.
    public var offsetsTopicPartitions: Int32 = 50
    /// What the group coordinator goes by.
    var groups = GroupConfiguration()
    /// The settings that `set` was told, by their broker-wide names. Defaults of topic settings are looked up here.
    var given: [String: String] = [:]

    /// `socket.request.max.bytes`: a larger frame closes its connection.
    public var maximumFrame = 104_857_600
    /// `max.connections`: at this many a new one is closed at once.
    public var maximumConnections = 20_000
    /// `max.connections.per.ip`: at this many from one address a further one is closed at once.
    public var maximumConnectionsPerAddress = Int(Int32.max)
    /// `max.connections.per.ip.overrides`: other numbers for certain addresses.
    public var connectionsPerAddressOverrides: [String: Int] = [:]
    /// `connections.max.idle.ms`: a connection that is silent for so long, and waits for no answer, is closed. 0 or less
    /// never closes one.
    public var connectionsMaxIdleMs: Int64 = 600_000
    /// How long a client may take to finish a frame that it began.
    public var frameTimeoutMs: Int64 = 60_000
    /// `queued.max.request.bytes`, which has no bound in Kafka: memory for unfinished frames and waiting requests.
    public var maximumHeldBytes = 256 << 20
    /// `fetch.max.bytes`: the most a fetch answer carries.
    public var fetchMaxBytes: Int32 = 57_671_680
    /// `max.incremental.fetch.session.cache.slots`.
    public var fetchSessionSlots = 1_000
    /// Requests that may wait behind a parked one on a connection before its socket is no longer read.
    public var maximumQueuedRequests = 64
    /// Answers of one connection that may be in memory at a time; those of a produce that went well do not count.
    public var maximumInFlightRequests = 20
    /// What a compressed batch may inflate to where the broker looks inside.
    public var maximumInflatedBytes = 128 << 20
    /// How many partitions a broker holds in all; creating more is refused.
    public var maximumPartitions = 200_000
    /// Segments that are open for writing; beyond it the one opened longest ago is closed until it is written again.
    public var maximumOpenSegments = 4_000
    /// `log.retention.check.interval.ms`.
    public var retentionCheckIntervalMs: Int64 = 300_000
    /// `log.cleaner.enable`: whether compacted topics are compacted.
    public var cleanerEnabled = true
    /// `log.cleaner.backoff.ms`: how often it is looked for logs to compact.
    public var cleanerBackoffMs: Int64 = 15_000
    /// `log.cleaner.dedupe.buffer.size`: memory for the keys of one round, in bytes, used as far as there are keys.
    public var cleanerDedupeBytes = 128 << 20
    /// `replica.high.watermark.checkpoint.interval.ms` and its siblings: how often the checkpoint files are rewritten.
    public var checkpointIntervalMs: Int64 = 60_000
    /// `file.delete.delay.ms`: how long a deleted topic's folder (`-delete`) stays on the disk.
    public var fileDeleteDelayMs: Int64 = 0
    /// Takes one line for each thing an operator should know while the broker runs: a partition that went offline, and
    /// why; one that came back. Called on any thread.
    public var report: @Sendable (String) -> Void = { _ in }
    /// `producer.id.expiration.ms`: how long the sequence of a silent producer is kept.
    public var producerIDExpirationMs: Int64 = 86_400_000
    /// `producer.id.expiration.check.interval.ms`.
    public var producerExpiryCheckIntervalMs: Int64 = 600_000
    /// `max.request.partition.size.limit`: partitions in one answer of DescribeTopicPartitions.
    public var describedPartitionsLimit: Int32 = 2_000
    /// The seed of every random choice (ids, sessions); nil takes one from the system.
    public var seed: UInt64?

    /// Settings for a broker that keeps its data in `dataDirectory`.
    public init(dataDirectory: String) {
        self.dataDirectory = dataDirectory
        // Kafka waits 3,000; a broker for one developer does not.
        groups.initialRebalanceDelayMs = 0
    }
}
