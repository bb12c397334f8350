extension CommandTable {
    private static let contextName = CommandOperand(name: "NAME", about: "the context's name")

    static let contexts = Command(
        name: "contexts", summary: "Name clusters and how to reach them: list, add, use, show, import, remove.",
        details: [
            "Contexts are tables [context.NAME] in $XDG_CONFIG_HOME/kdeck/config.toml (~/.config), with the keys of "
                + "Kafka's own clients. -c NAME takes one, `use` puts one in use where no cluster is named. Passwords "
                + "that are given go to files only you can read; env:NAME, file:PATH, command:WORDS and prompt: say "
                + "where one is."
        ],
        options: [output],
        examples: [
            "kdeck contexts add prod -b kafka-1:9093 -F client.properties --color red",
            "kdeck contexts import kaf                    every cluster of another tool",
            "kdeck contexts import client.properties --name prod",
            "kdeck attach -c prod",
        ],
        commands: [
            Command(
                name: "list", summary: "List them.", options: [output], examples: ["kdeck contexts list -o name"],
                run: Contexts.list),
            Command(
                name: "add", summary: "Add one to the end of config.toml.", operands: [contextName],
                options: Attached.options.filter { $0.name != "context" } + [
                    CommandOption(
                        "color", nil, "COLOR", "the colour of its badge: red, yellow, green, blue, purple, #RRGGBB"),
                    CommandOption(
                        "rewrite", nil, "FROM=TO",
                        "reach what brokers call FROM at TO, as through a tunnel: kafka-1:9092=localhost:19092, *=HOST"),
                    CommandOption("read-write", nil, nil, "let it be changed without unlocking it first"),
                ],
                examples: [
                    "kdeck contexts add prod -b kafka-1:9093 -F client.properties --color red",
                    "kdeck contexts add tunnel -b localhost:19092 --rewrite kafka-1:9092=localhost:19092",
                ], run: Contexts.add),
            Command(
                name: "use", summary: "Use one where no cluster is named.", operands: [contextName],
                examples: ["kdeck contexts use prod"], run: Contexts.use),
            Command(
                name: "show", summary: "Print one, secrets hidden.", operands: [contextName],
                examples: ["kdeck contexts show prod"], run: Contexts.show),
            Command(
                name: "import", summary: "Add the clusters of another tool's settings.",
                operands: [
                    CommandOperand(
                        name: "FILE", about: "a file, or kcat, kaf, kafkactl, ktea, yozefu, rpk for where each keeps it"
                    )
                ],
                options: [CommandOption("name", nil, "NAME", "what to call a single cluster")],
                examples: ["kdeck contexts import kaf", "kdeck contexts import client.properties --name prod"],
                run: Contexts.importOthers),
            Command(
                name: "remove", summary: "Remove one and the passwords kept for it.", operands: [contextName],
                examples: ["kdeck contexts remove prod"], run: Contexts.remove),
        ],
        run: Contexts.list)
}
