import Console
import KafkaClient

/// `kdeck` and `kdeck sandbox`: the broker in this process, and the console on it.
enum Sandbox {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let settings = try Screens.settings(invocation)
        try Screens.requireTerminal()
        // The broker has stopped when another cluster is shown.
        if let next = try show(invocation, settings) { try Attach.show(try Attached.place(context: next), settings) }
    }

    private static func show(_ invocation: Invocation, _ settings: ConsoleSettings) throws(Failure) -> String? {
        let sandbox = try SandboxBroker.start(invocation, movesPort: true)
        defer { sandbox.stop() }
        if let remark = sandbox.remark { writeError("kdeck: \(remark)") }
        let cluster = try Attached.open(ClientConfiguration(bootstrap: [sandbox.hostPort]))
        defer { cluster.close() }
        let demo = DemoSwitch(sandbox.hostPort)
        defer { demo.stop() }
        if invocation.has("demo") {
            try Demo.checkTopics(at: sandbox.hostPort)
            try demo.start()
        }
        let context = ConsoleContext(
            badge: "SANDBOX", address: sandbox.address, isSandbox: true,
            dataDirectory: sandbox.isEphemeral ? nil : Folders.short(sandbox.dataDirectory), readyMs: sandbox.readyMs,
            contexts: Attached.choices(without: nil), undoDirectory: UndoFile.defaultFolder())
        let app = ConsoleApp(
            cluster: cluster, context: context, settings: settings,
            startDemo: {
                do throws(Failure) {
                    try demo.start()
                    return Notice(.good, "the demo runs: orders, payments, customers, a slow group, dead letters")
                } catch {
                    return Notice(.bad, error.sentence)
                }
            })
        return try Screens.run(app)
    }
}
