/// `kdeck log`: what lies in the directories of a broker, Kafka's own or ours.
enum LogCommands {
    static let command = Command(
        name: "log", summary: "Look into the files of a broker, or check them.",
        details: ["Reads files, asks no broker and changes nothing."], shared: [CommandTable.output],
        examples: ["kdeck log verify ~/.local/share/kdeck/sandbox"], commands: [dump, verify])

    private static let dump = Command(
        name: "dump", summary: "Print the batches or records of a segment, or the entries of an index or a snapshot.",
        details: [
            "PATH is a .log, .index, .timeindex, .txnindex or .snapshot, or the directory of a partition: then all of "
                + "its segments, in order. Control characters are shown as marks, never sent to the terminal."
        ],
        operands: [CommandOperand(name: "PATH", about: "the file or directory to read")],
        options: [
            CommandTable.output,
            CommandOption("records", "r", nil, "print the records instead of the batches that hold them"),
            CommandOption("from", nil, "OFFSET", "begin with the batch that holds this offset"),
            CommandOption("max-count", nil, "N", "stop after so many lines"),
        ],
        examples: ["kdeck log dump ~/.local/share/kdeck/sandbox/orders-0 -r --max-count 10"], run: LogDump.run)

    private static let verify = Command(
        name: "verify", summary: "Check every checksum, record and index of a data directory, or of one partition.",
        details: [
            "Prints a line for each fault and fails when there is one. Check the files of a broker that is stopped: one "
                + "that runs may be in the midst of a batch."
        ],
        operands: [CommandOperand(name: "DIR", about: "a data directory, or the directory of a partition in one")],
        examples: ["kdeck log verify /var/lib/kafka"], run: LogVerify.run)
}
