/// One run of one of Apache Kafka's tools, to be the same against both brokers.
struct ToolCase {
    /// The class, without `org.apache.kafka.tools.`.
    let tool: String
    /// Arguments beside the broker's address; `DIR` is a folder with the files of `ApacheToolTests`.
    let arguments: String
    /// What the tool reads.
    var input = ""
    /// Lines that may differ, as patterns, with the reason.
    var differs: [(pattern: String, reason: String)] = []
    /// Only the shape is compared: every number is masked.
    var isMeasure = false
    /// Its lines come from several threads.
    var isUnordered = false

    init(
        _ tool: String, _ arguments: String, input: String = "", isMeasure: Bool = false, isUnordered: Bool = false,
        differs: [(pattern: String, reason: String)] = []
    ) {
        (self.tool, self.arguments, self.input) = (tool, arguments, input)
        (self.differs, self.isMeasure, self.isUnordered) = (differs, isMeasure, isUnordered)
    }
}

extension ToolCase {
    static let all = topics + records + offsets + groups + configs + cluster + off + measures + ending

    private static let topics: [ToolCase] = [
        ToolCase("TopicCommand", "--create --topic orders --partitions 3"),
        ToolCase("TopicCommand", "--create --topic orders --partitions 3"),
        ToolCase("TopicCommand", "--create --topic orders --if-not-exists"),
        ToolCase("TopicCommand", "--create --topic bad/name"),
        ToolCase("TopicCommand", "--create --topic wide --replication-factor 2"),
        ToolCase("TopicCommand", "--create --topic table --config cleanup.policy=compact --config retention.ms=1000"),
        ToolCase("TopicCommand", "--create --topic odd --config no.such=1"),
        ToolCase("TopicCommand", "--create --topic placed --replica-assignment 1,1"),
        ToolCase("TopicCommand", "--create --topic elsewhere --replica-assignment 7"),
        ToolCase("TopicCommand", "--list"),
        ToolCase("TopicCommand", "--describe"),
        ToolCase("TopicCommand", "--describe --topic orders"),
        ToolCase("TopicCommand", "--describe --topic absent"),
        ToolCase("TopicCommand", "--describe --unavailable-partitions"),
        ToolCase("TopicCommand", "--describe --under-replicated-partitions"),
        ToolCase("TopicCommand", "--describe --under-min-isr-partitions"),
        ToolCase("TopicCommand", "--describe --topics-with-overrides"),
        ToolCase("TopicCommand", "--alter --topic orders --partitions 4"),
        ToolCase("TopicCommand", "--alter --topic orders --partitions 2"),
        ToolCase("TopicCommand", "--alter --topic absent --partitions 2"),
    ]

    private static let records: [ToolCase] = [
        ToolCase(
            "ConsoleProducer", "--topic orders --reader-property parse.key=true --reader-property key.separator=:",
            input: "k1:v1\nk2:v2\nk3:v3\n"),
        ToolCase(
            "ConsoleProducer", "--topic made-by-writing --compression-codec lz4", input: "one\ntwo\nthree\nfour\n"),
        ToolCase("ConsoleProducer", "--topic table", input: "no key\n"),
        ToolCase(
            "consumer.ConsoleConsumer",
            "--topic orders --from-beginning --max-messages 3 --group readers --formatter-property print.key=true "
                + "--formatter-property print.offset=true --formatter-property print.partition=true"),
        ToolCase(
            "consumer.ConsoleConsumer",
            "--topic made-by-writing --partition 0 --offset 2 --max-messages 2 --isolation-level read_committed"),
        ToolCase("VerifiableProducer", "--topic verified --max-messages 5 --acks -1", isUnordered: true),
        ToolCase(
            "VerifiableConsumer", "--topic verified --group-id verifiers --max-messages 5 --reset-policy earliest"),
        ToolCase("DeleteRecordsCommand", "--offset-json-file DIR/delete.json"),
    ]

    private static let offsets: [ToolCase] = [
        ToolCase("GetOffsetShell", "--topic orders"),
        ToolCase("GetOffsetShell", "--topic made-by-writing --time earliest"),
        ToolCase("GetOffsetShell", "--topic orders --time max-timestamp"),
        ToolCase("GetOffsetShell", "--topic orders --time earliest-local"),
        ToolCase("GetOffsetShell", "--topic orders --time latest-tiered"),
        ToolCase("GetOffsetShell", "--topic orders --time 0"),
        ToolCase("GetOffsetShell", "--topic-partitions orders:1-3,verified"),
        ToolCase("GetOffsetShell", "--topic absent"),
    ]

    private static let groups: [ToolCase] = [
        ToolCase("GroupsCommand", "--list"),
        ToolCase("consumer.group.ConsumerGroupCommand", "--list --state"),
        ToolCase("consumer.group.ConsumerGroupCommand", "--describe --group readers"),
        ToolCase("consumer.group.ConsumerGroupCommand", "--describe --group readers --state"),
        ToolCase("consumer.group.ConsumerGroupCommand", "--describe --group readers --members --verbose"),
        ToolCase("consumer.group.ConsumerGroupCommand", "--describe --group absent"),
        ToolCase(
            "consumer.group.ConsumerGroupCommand",
            "--reset-offsets --group readers --topic orders --to-earliest --dry-run"),
        ToolCase(
            "consumer.group.ConsumerGroupCommand",
            "--reset-offsets --group readers --topic orders --to-earliest --execute"),
        ToolCase(
            "consumer.group.ConsumerGroupCommand", "--reset-offsets --group readers --all-topics --shift-by 1 --execute"
        ),
        ToolCase(
            "consumer.group.ConsumerGroupCommand",
            "--reset-offsets --group readers --topic orders:0 --to-datetime 2020-01-01T00:00:00.000 --execute"),
        ToolCase("consumer.group.ConsumerGroupCommand", "--delete-offsets --group readers --topic orders"),
        ToolCase("consumer.group.ConsumerGroupCommand", "--delete --group readers"),
        ToolCase("consumer.group.ConsumerGroupCommand", "--delete --group absent"),
    ]

    private static let configs: [ToolCase] = [
        config("--describe --entity-type topics --entity-name table"),
        config(
            "--describe --entity-type topics --entity-name table --all",
            differs: [
                ("^  (remote|local)[.]", "there is no tiered storage"),
                ("^  (leader|follower)[.]replication[.]throttled", "nothing is ever replicated"),
                ("^  compression[.][a-z0-9]+[.]level", "a codec is used at its own level"),
                ("^  (preallocate|segment[.]jitter[.]ms|file[.]delete[.]delay[.]ms)=", "not honoured, so not listed"),
                ("^  flush[.]ms=", "log.flush.interval.ms has a default here, none there"),
            ]),
        config(
            "--alter --entity-type topics --entity-name table --add-config segment.ms=5000,cleanup.policy=[compact,delete]"
        ),
        config("--describe --entity-type topics --entity-name table"),
        config("--alter --entity-type topics --entity-name table --delete-config segment.ms"),
        config("--alter --entity-type topics --entity-name table --add-config segment.ms=soon"),
        config("--alter --entity-type topics --entity-name absent --add-config segment.ms=5"),
        config("--alter --entity-type brokers --entity-name 1 --add-config log.retention.ms=5000000"),
        config("--describe --entity-type brokers --entity-name 1"),
        config("--alter --entity-type brokers --entity-default --add-config message.max.bytes=2000000"),
        config("--describe --entity-type brokers --entity-default"),
        config("--describe --entity-type topics --entity-name orders"),
        config("--alter --entity-type brokers --entity-default --delete-config message.max.bytes"),
        config("--alter --entity-type brokers --entity-name 1 --delete-config log.retention.ms"),
        config("--alter --entity-type brokers --entity-name 1 --add-config num.partitions=7"),
        config("--describe --entity-type users"),
        config("--describe --entity-type clients"),
        config("--describe --entity-type client-metrics"),
        config("--describe --entity-type groups"),
        ToolCase("ClientMetricsCommand", "--list"),
    ]

    private static func config(
        _ arguments: String, differs: [(pattern: String, reason: String)] = []
    ) -> ToolCase {
        ToolCase("kafka.admin.ConfigCommand", arguments, differs: differs)
    }

    private static let cluster: [ToolCase] = [
        ToolCase("LogDirsCommand", "--describe --topic-list orders,made-by-writing"),
        ToolCase(
            "BrokerApiVersionsCommand", "",
            differs: [
                (
                    "Txn|WriteTxnMarkers|ConsumerGroup(Heartbeat|Describe)|Share|Streams|Raft|UnregisterBroker|AlterClientQuotas"
                        + "|AlterUserScram", "what is not answered, with the reasons that the README lists"
                )
            ]),
        ToolCase("FeatureCommand", "describe", differs: [("^Feature:", "no feature has levels here")]),
        ToolCase("LeaderElectionCommand", "--election-type preferred --all-topic-partitions"),
        ToolCase("LeaderElectionCommand", "--election-type preferred --topic orders --partition 0"),
        ToolCase("LeaderElectionCommand", "--election-type unclean --topic absent --partition 0"),
        reassign("--generate --topics-to-move-json-file DIR/topics.json --broker-list 1"),
        reassign("--execute --reassignment-json-file DIR/move.json"),
        reassign("--verify --reassignment-json-file DIR/move.json"),
        reassign("--execute --reassignment-json-file DIR/far.json"),
        reassign("--list"),
        reassign("--cancel --reassignment-json-file DIR/move.json"),
        ToolCase("ClusterTool", "cluster-id"),
        ToolCase("ClusterTool", "list-endpoints"),
        ToolCase(
            "MetadataQuorumCommand", "describe --status",
            differs: [
                ("^(LeaderEpoch|HighWatermark):", "the log is another"),
                ("^CurrentVoters:", "there is no listener for controllers"),
            ]),
        ToolCase("MetadataQuorumCommand", "describe --replication", isMeasure: true),
    ]

    private static func reassign(_ arguments: String) -> ToolCase {
        ToolCase("reassign.ReassignPartitionsCommand", arguments)
    }

    private static let off: [ToolCase] = [
        ToolCase("TransactionsCommand", "list"),
        ToolCase(
            "TransactionsCommand", "describe-producers --topic orders --partition 0", isMeasure: true),
        ToolCase("TransactionsCommand", "describe --transactional-id absent"),
        ToolCase("TransactionsCommand", "find-hanging --topic orders"),
        ToolCase("AclCommand", "--list"),
        ToolCase("AclCommand", "--add --allow-principal User:x --operation Read --topic orders"),
    ]

    private static let measures: [ToolCase] = [
        ToolCase(
            "EndToEndLatency", "--topic latency --num-records 20 --producer-acks all --record-size 100",
            isMeasure: true),
        ToolCase(
            "ProducerPerformance",
            "--topic perf --num-records 100 --record-size 100 --throughput -1 --producer-props acks=all",
            isMeasure: true),
        ToolCase("ConsumerPerformance", "--topic perf --num-records 100", isMeasure: true),
    ]

    private static let ending: [ToolCase] = [
        ToolCase("TopicCommand", "--delete --topic made-by-writing"),
        ToolCase("TopicCommand", "--delete --topic absent"),
        ToolCase("TopicCommand", "--list", differs: [("^__transaction_state$", "there are no transactions")]),
    ]
}
