import Console
import KafkaClient

/// `kdeck attach`: the console on a cluster that runs elsewhere.
enum Attach {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        guard Attached.isNamed(invocation) else {
            throw .usage(
                "say where: `kdeck attach -b HOST:PORT` or `-c CONTEXT`; `kdeck` alone starts a Kafka of its own")
        }
        try Screens.requireTerminal()
        let place = try Attached.place(invocation)
        var configuration = place.configuration
        configuration.isReadOnly = place.isReadOnly ?? invocation.has("read-only")
        let cluster = try Attached.open(configuration)
        defer { cluster.close() }
        // A wrong address is a line here, not an empty screen. Later losses are the console's to show.
        try waitFor { () async throws(Failure) in
            _ = try await Attached.asked { () async throws(ClientError) in try await cluster.metadata([]) }
        }
        let context = ConsoleContext(
            badge: place.name ?? "ATTACHED", address: configuration.bootstrap.map(\.description).joined(separator: ","),
            isSandbox: false,
            isReadOnly: configuration.isReadOnly, color: place.color, undoDirectory: UndoFile.defaultFolder())
        try Screens.run(ConsoleApp(cluster: cluster, context: context))
    }
}
