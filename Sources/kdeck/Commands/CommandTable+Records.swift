/// The commands that read and send records.
extension CommandTable {
    static let tail = Command(
        name: "tail", summary: "Print a topic's newest records and follow it.",
        details: [
            "Records of all partitions, merged by time. Joins no group. Control characters are shown as marks, "
                + "never sent to the terminal."
        ],
        operands: [CommandOperand(name: "TOPIC", about: "the topic to read")],
        options: Attached.options + [
            output, format, partitions, committed,
            CommandOption("newest", "n", "N", "begin with so many of the newest records (default 20)"),
            CommandOption("from-beginning", nil, nil, "begin with the oldest record"),
            from,
            CommandOption("max-messages", nil, "N", "stop after so many records"),
            CommandOption("exit", "e", nil, "stop at the end instead of following"),
        ],
        examples: ["kdeck tail orders -e -f '%p %o %k %s\\n'   kcat's tokens: t p o k K s S R T h"], run: Tail.run)

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
        ],
        operands: [
            CommandOperand(name: "TOPIC", about: "the topic to read"),
            CommandOperand(name: "EXPRESSION", about: "what a record must pass"),
        ],
        options: Attached.options + [
            output, format, partitions, committed, from,
            CommandOption("to", nil, "TIME", "end at the first record of this time or later"),
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

    private static let format = CommandOption(
        "format", "f", "FORMAT", "print each record by kcat's tokens instead of -o")
    private static let partitions = CommandOption("partition", nil, "P[,...]", "only these partitions")
    private static let committed = CommandOption("committed", nil, nil, "leave out what transactions did not commit")
    private static let from = CommandOption("from", nil, "TIME", "begin at 14:00, 2026-11-24 14:00, -2h ...")
}
