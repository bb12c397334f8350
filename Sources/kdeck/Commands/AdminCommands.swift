/// The commands that look at topics, partitions, settings and brokers, and change them.
enum AdminCommands {
    private static let topic = CommandOperand(name: "TOPIC", about: "the topic")
    private static let several = CommandOperand(name: "TOPIC", about: "the topic, or several", isMany: true)
    private static let execute = CommandOption("execute", nil, nil, "do it")
    private static let listOptions =
        Attached.options + [CommandTable.output, CommandOption("internal", nil, nil, "list Kafka's own topics too")]

    static let topics = Command(
        name: "topics", summary: "List the topics, look at one, or change some.", options: listOptions,
        examples: ["kdeck topics -o wide", "kdeck topics describe orders -o json"],
        commands: [
            Command(
                name: "list", summary: "List the topics.", options: listOptions,
                examples: ["kdeck topics list --internal -o name"], run: TopicList.run),
            Command(
                name: "describe", summary: "Say what a topic is: shape, size, what differs from default.",
                operands: [several], options: Attached.options + [CommandTable.output],
                examples: ["kdeck topics describe orders"], run: TopicDescribe.run),
            Command(
                name: "create", summary: "Create a topic.", operands: [topic],
                options: Attached.options + [
                    CommandOption("partitions", nil, "N", "how many (default: the cluster's)"),
                    CommandOption("replication-factor", nil, "N", "copies of each (default: the cluster's)"),
                    CommandOption("set", nil, "NAME=VALUE", alias: "config", "a setting; may be given several times"),
                    CommandOption("validate-only", nil, nil, "only ask the cluster whether it would"),
                ],
                examples: ["kdeck topics create orders --partitions 6 --set retention.ms=604800000"],
                run: TopicChange.create),
            Command(
                name: "delete", summary: "Say what deleting a topic loses, and with --execute delete it.",
                operands: [several], options: Attached.options + [execute],
                examples: [
                    "kdeck topics delete orders --execute",
                    "kdeck topics -o name | grep ^test- | xargs kdeck topics delete --execute",
                ], run: TopicChange.delete),
            Command(
                name: "empty", summary: "Say what emptying a topic loses, and with --execute throw its records away.",
                operands: [several], options: Attached.options + [execute],
                examples: ["kdeck topics empty orders --execute"], run: TopicChange.empty),
            Command(
                name: "add-partitions", summary: "Say what more partitions change, and with --execute add them.",
                operands: [topic],
                options: Attached.options + [CommandOption("partitions", nil, "N", "how many in all"), execute],
                examples: ["kdeck topics add-partitions orders --partitions 12 --execute"],
                run: TopicChange.addPartitions),
        ], run: TopicList.run)

    static let partitions = Command(
        name: "partitions", summary: "List a topic's partitions: leader, copies, offsets, sizes.",
        operands: [several], options: Attached.options + [CommandTable.output],
        examples: ["kdeck partitions orders -o json"], run: PartitionList.run)

    static let configs = Command(
        name: "configs", summary: "List settings of a topic, broker or group; change them with --execute.",
        details: [
            "Tables show what differs from Kafka's defaults, --all shows everything, and so does every other "
                + "format. With --set or --delete the cluster is asked whether it would take the change; nothing is "
                + "done without --execute.",
            "NAME of a broker is its number, or `all` for what is set for all of them at run time.",
        ],
        operands: [
            CommandOperand(name: "KIND", about: "topic, broker or group"),
            CommandOperand(name: "NAME", about: "which one"),
        ],
        options: Attached.options + [
            CommandTable.output, CommandOption("all", nil, nil, "list defaults too"),
            CommandOption("set", nil, "NAME=VALUE", "change a setting; may be given several times"),
            CommandOption("delete", nil, "NAME", "back to what counts else; may be given several times"), execute,
        ],
        examples: [
            "kdeck configs topic orders", "kdeck configs topic orders --set retention.ms=86400000 --execute",
            "kdeck configs broker 1 --all",
        ], run: ConfigList.run)

    static let cluster = Command(
        name: "cluster", summary: "Say what the cluster is and how it is.",
        options: Attached.options + [CommandTable.output], examples: ["kdeck cluster -o json"],
        run: ClusterFacts.run)

    static let brokers = Command(
        name: "brokers", summary: "List the brokers: state, leaders, copies, disks.",
        options: Attached.options + [CommandTable.output], examples: ["kdeck brokers -o wide"], run: BrokerList.run)
}
