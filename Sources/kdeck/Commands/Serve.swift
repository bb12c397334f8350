import Glibc

/// `kdeck serve`: the broker without a screen.
enum Serve {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        if invocation.has("list-configs") { return try BrokerSettings.list() }
        Signals.block()
        let sandbox = try SandboxBroker.start(invocation, movesPort: false)
        if let remark = sandbox.remark { writeError("kdeck: \(remark)") }
        var output = StandardOutput()
        output.write("ready \(sandbox.address)\n")
        output.flush()
        let demo = DemoSwitch(sandbox.hostPort)
        if invocation.has("demo") { try demo.start() }
        _ = Signals.wait()
        demo.stop()
        sandbox.stop()
    }
}
