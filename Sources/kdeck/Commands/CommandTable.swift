/// Every command of the program. Parsing and `--help` read this table and nothing else.
enum CommandTable {
    static let version = "0.1.0"

    static let root = Command(
        name: "kdeck",
        summary: "A Kafka console that carries its own Kafka.",
        commands: [])
}
