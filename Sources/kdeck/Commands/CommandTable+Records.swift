/// The commands that read and send records.
extension CommandTable {
    static let tail = Command(
        name: "tail", summary: "Print a topic's newest records and follow it.",
        details: [
            "Records of all partitions, merged by time. Joins no group. Control characters are shown as marks, "
                + "never sent to the terminal.",
            "It begins with the newest 20 records; -n, --from-beginning, --from or --offset say otherwise, one of them. It "
                + "goes on with what comes, until --max-messages or -e stop it: -n 3 -e prints the newest three records, "
                + "as tail and kcat do.",
            forms,
        ],
        operands: [CommandOperand(name: "TOPIC", about: "the topic to read")],
        options: Attached.options + [
            output, format, partitions, committed,
            CommandOption(
                "newest", "n", "N", "begin with the newest N records of all partitions together (default 20)"),
            CommandOption("from-beginning", nil, nil, "begin with the oldest record"),
            from,
            CommandOption("offset", nil, "N", "begin with this offset in each partition"),
            CommandOption("max-messages", nil, "N", "stop after N records; alone, N is the number of newest ones, too"),
            CommandOption("exit", "e", nil, "stop at the end there is now instead of following"),
        ],
        examples: [
            "kdeck tail orders -n 3 -e                      the newest three records, and no more",
            "kdeck tail orders --partition 2 --offset 4711 --max-messages 1",
            "kdeck tail orders -e -f '%p %o %k %s\\n'",
        ], run: Tail.run)

    static let search = Command(
        name: "search", summary: "Print the records of a topic that pass an expression.",
        details: [
            "Reads what the topic holds now, all leaders at the same time, and stops. Joins no group. Records of a "
                + "partition come in their order, others as they are found.",
            "An expression compares value, key, headers[\"name\"], partition, offset, timestamp and size, and parts of "
                + "the JSON in value and key (value.customer.country, value.lines[0].sku), by == != < <= > >=, =~ and !~ "
                + "with a regular expression, contains, startswith, endswith; joined by &&, ||, ! and parentheses. "
                + "timestamp takes 14:00, \"2026-11-24 14:00\", -2h. A word alone is looked for in key and value, letter "
                + "case aside. Numbers are exact. What is not there passes no comparison, so != is true of it.",
            forms,
        ],
        operands: [
            CommandOperand(name: "TOPIC", about: "the topic to read"),
            CommandOperand(name: "EXPRESSION", about: "what a record must pass"),
        ],
        options: Attached.options + [
            output, format, partitions, committed, from,
            CommandOption("to", nil, "TIME", "end before the first record of this time, as in --from"),
            CommandOption("limit", "n", "N", "stop after so many records"),
        ],
        examples: [
            "kdeck search orders 'value.customer.country == \"PT\" && partition == 3'",
            "kdeck search orders 'refused' -n 10 -o jsonl", "kdeck search orders 'timestamp >= -2h && key =~ \"^47\"'",
        ], run: Search.run)

    static let produce = Command(
        name: "produce", summary: "Send lines of standard input as records.",
        details: [
            "A line is a value; with --key-separator what stands before it is the key. A key's hash picks the partition, "
                + "as in Java's clients. --input jsonl takes what `-o jsonl` of tail and search printed, byte for byte: "
                + "keys, values, headers and times. The topic must exist: none is created by sending.",
            "The producer is idempotent: what is sent again after a fault is in the log once. It stops at the first "
                + "record that cannot be sent.",
        ],
        operands: [CommandOperand(name: "TOPIC", about: "the topic to send to")],
        options: Attached.options + [
            CommandOption("key-separator", "K", "TEXT", "a line is KEY, this, VALUE"),
            CommandOption("key", "k", "KEY", "this key for all records"),
            CommandOption("header", "H", "NAME=VALUE", "this header for all records; may be given several times"),
            CommandOption("null", "Z", "TEXT", "a key or value that is just this is null: a tombstone"),
            CommandOption("input", nil, "FORM", "text (a value a line) or jsonl (default text)"),
            CommandOption("keep-partitions", nil, nil, "with jsonl: send to the partition that the line names"),
            CommandOption("partition", nil, "P", "send everything to this partition"),
            CommandOption("codec", "z", "CODEC", "none, gzip, snappy, lz4 or zstd (default none)"),
            CommandOption("acks", nil, "ACKS", "all, 1 or 0: who must have a record (default all)"),
        ],
        examples: [
            "echo 4711:hello | kdeck produce greetings -K :",
            "kdeck search orders refused -o jsonl | kdeck produce refused --input jsonl",
        ], run: Produce.run)

    private static let forms =
        "In JSON and CSV, bytes that are no text stand in keyBase64 and valueBase64 instead of key and value. Null is null, "
        + "in CSV nothing; an empty text is \"\". `kdeck produce --input jsonl` takes -o jsonl back."
    private static let format = CommandOption(
        "format", "f", "FORMAT",
        "print each record so instead of -o: kcat's %t %p %o %k %K %s %S %R %T %h %% and \\n \\r \\t \\xNN")
    private static let partitions = CommandOption("partition", nil, "P[,...]", "only these partitions")
    private static let committed = CommandOption("committed", nil, nil, "leave out what transactions did not commit")
    private static let from = CommandOption(
        "from", nil, "TIME", alias: "since", "begin at 14:00, 2026-11-24 14:00, or 2h ago (2h, -2h)")
}
