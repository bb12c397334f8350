import Console
import KafkaClient

/// `kdeck attach`: the console on a cluster that runs elsewhere.
enum Attach {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        guard invocation.has("bootstrap") else {
            throw .usage("say where: `kdeck attach -b HOST:PORT`; `kdeck` alone starts a Kafka of its own")
        }
        try Screens.requireTerminal()
        let isReadOnly = invocation.has("read-only")
        let addresses = try Attached.addresses(invocation)
        let cluster = try Attached.open(ClientConfiguration(bootstrap: addresses, isReadOnly: isReadOnly))
        defer { cluster.close() }
        // A wrong address is a line here, not an empty screen. Later losses are the console's to show.
        try waitFor { () async throws(Failure) in
            _ = try await Attached.asked { () async throws(ClientError) in try await cluster.metadata([]) }
        }
        let context = ConsoleContext(
            badge: "ATTACHED", address: addresses.map(\.description).joined(separator: ","), isSandbox: false,
            isReadOnly: isReadOnly, undoDirectory: UndoFile.defaultFolder())
        try Screens.run(ConsoleApp(cluster: cluster, context: context))
    }
}
