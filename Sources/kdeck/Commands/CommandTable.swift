/// Every command of the program. Parsing and `--help` read this table and nothing else.
enum CommandTable {
    static let version = "0.1.0"

    static let root = Command(
        name: "kdeck",
        summary: "A Kafka console that carries its own Kafka.",
        details: [
            "Without a command: starts a Kafka in this process, keeps its data in $XDG_DATA_HOME/kdeck/sandbox "
                + "(~/.local/share) and shows it. Any Kafka client can use it meanwhile."
        ],
        options: brokerOptions + [demo] + Screens.options, shared: Attached.options + [output],
        examples: [
            "kdeck                                  a Kafka, and a look at it",
            "kdeck attach -b kafka.example:9092     a look at a Kafka that runs elsewhere",
            "kdeck tail orders -b localhost:9092 | head",
            "kdeck search orders 'value.total > 50'  records that pass an expression",
        ],
        commands: [
            Command(
                name: "sandbox", summary: "Start a Kafka in this process and show it.",
                options: brokerOptions + [demo] + Screens.options,
                examples: ["kdeck sandbox --demo", "kdeck sandbox --ephemeral --set num.partitions=3"],
                run: Sandbox.run),
            Command(
                name: "serve", summary: "Start a Kafka without a screen.",
                details: [
                    "Prints one line `ready HOST:PORT` to standard output when it accepts clients. SIGTERM and ^C stop "
                        + "it cleanly.",
                    "Settings have Kafka's dotted names. A FILE that ends in .toml is TOML, any other holds lines "
                        + "key=value. --set counts more than the file. A name that is unknown here is refused.",
                ],
                options: brokerOptions + [
                    demo, CommandOption("list-configs", nil, nil, "list the settings with their defaults, and stop"),
                ],
                examples: ["kdeck serve --port 0 --ephemeral --set log.retention.hours=1"], run: Serve.run),
            Command(
                name: "attach", summary: "Show a Kafka that runs elsewhere.",
                details: [
                    "Looking never joins a group, commits an offset or creates a topic. Changes are locked until W and "
                        + "the cluster's name unlock them for ten minutes."
                ],
                options: Attached.options + [
                    CommandOption("read-only", nil, nil, "lock changes whatever the context says"),
                    CommandOption("read-write", nil, nil, "allow changes without unlocking them first"),
                ] + Screens.options,
                examples: [
                    "kdeck attach -b kafka.example:9093 -F client.properties", "kdeck attach -c prod --read-only",
                ], run: Attach.run),
            contexts,
            Command(
                name: "doctor", summary: "Try the way to a cluster step by step, and say what to do where it ends.",
                details: [
                    "DNS, TCP, TLS, ApiVersions, SASL, Metadata, then every broker at the address it gives. Exit code "
                        + "0 when all are reached."
                ],
                options: Attached.options + [output], examples: ["kdeck doctor -c prod"], run: Doctor.run),
            AdminCommands.cluster, AdminCommands.brokers, AdminCommands.topics, AdminCommands.partitions, groups,
            AdminCommands.configs, tail, search, produce, LogCommands.command, ThemeCommands.command, completion,
            manual,
        ],
        run: Sandbox.run)

    static let output = CommandOption(
        "output", "o", "FORMAT", "table, wide, json (an array of objects), jsonl (one a line), csv or name")
    static let demo = CommandOption(
        "demo", nil, nil, "run a workload on it: orders, payments, a slow group, a compacted table, dead letters")

    static let brokerOptions = [
        CommandOption("port", "p", "P", "listen on this port, 0 picks a free one (default 9092)"),
        CommandOption("host", nil, "ADDRESS", "listen on this address (default 127.0.0.1, this machine only)"),
        CommandOption("data", nil, "DIR", "keep the data here"),
        CommandOption("ephemeral", nil, nil, "keep the data only while it runs"),
        CommandOption("config", nil, "FILE", "read broker settings from FILE"),
        CommandOption("set", nil, "KEY=VALUE", "set a broker setting; may be given several times"),
    ]
}
