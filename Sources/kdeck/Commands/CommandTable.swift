/// Every command of the program. Parsing and `--help` read this table and nothing else.
enum CommandTable {
    static let version = "0.1.0"

    static let root = Command(
        name: "kdeck",
        summary: "A Kafka console that carries its own Kafka.",
        commands: [
            Command(
                name: "serve", summary: "Start a Kafka without a screen.",
                details: [
                    "Prints one line `ready HOST:PORT` to standard output when it accepts clients. SIGTERM and ^C stop "
                        + "it cleanly."
                ],
                options: brokerOptions, run: Serve.run)
        ])

    static let brokerOptions = [
        CommandOption("port", "p", "P", "listen on this port, 0 picks a free one (default 9092)"),
        CommandOption("host", nil, "ADDRESS", "listen on this address (default 127.0.0.1, this machine only)"),
        CommandOption("data", nil, "DIR", "keep the data here"),
        CommandOption("ephemeral", nil, nil, "keep the data only while it runs"),
    ]
}
