/// The commands that read records.
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

    private static let format = CommandOption(
        "format", "f", "FORMAT", "print each record by kcat's tokens instead of -o")
    private static let partitions = CommandOption("partition", nil, "P[,...]", "only these partitions")
    private static let committed = CommandOption("committed", nil, nil, "leave out what transactions did not commit")
    private static let from = CommandOption("from", nil, "TIME", "begin at 14:00, 2026-11-24 14:00, -2h ...")
}
