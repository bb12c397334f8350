import Console
import KafkaClient

/// `kdeck attach`: the console on a cluster that runs elsewhere.
enum Attach {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        guard Attached.isNamed(invocation) else {
            throw .usage(
                "say where: `kdeck attach -b HOST:PORT` or `-c CONTEXT`; `kdeck` alone starts a Kafka of its own")
        }
        let settings = try Screens.settings(invocation)
        try Screens.requireTerminal()
        var place = try Attached.place(invocation)
        if invocation.has("read-only") { place.isReadOnly = true }
        if invocation.has("read-write") { place.isReadOnly = false }
        try show(place, settings)
    }

    /// Shows a cluster, and those that the user goes on to.
    static func show(_ first: Attached.Place, _ settings: ConsoleSettings) throws(Failure) {
        var place = first
        while let next = try showOne(place, settings) { place = try Attached.place(context: next) }
    }

    private static func showOne(_ place: Attached.Place, _ settings: ConsoleSettings) throws(Failure) -> String? {
        var configuration = place.configuration
        // A cluster that runs elsewhere may be somebody's: changes are locked unless its context says otherwise.
        configuration.isReadOnly = place.isReadOnly ?? true
        let cluster = try Attached.open(configuration)
        defer { cluster.close() }
        let address = configuration.bootstrap.map(\.description).joined(separator: ",")
        let context = ConsoleContext(
            badge: place.name ?? "ATTACHED", name: place.name ?? configuration.bootstrap[0].description,
            address: address, isSandbox: false, isReadOnly: configuration.isReadOnly, color: place.color,
            contexts: Attached.choices(without: place.name), undoDirectory: UndoFile.defaultFolder())
        return try Screens.run(ConsoleApp(cluster: cluster, context: context, settings: settings))
    }
}
