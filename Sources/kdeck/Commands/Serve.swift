import Glibc
import KafkaBroker

/// `kdeck serve`: the broker without a screen.
enum Serve {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        if invocation.has("list-configs") { return try BrokerSettings.list() }
        Signals.block()
        let sandbox = try SandboxBroker.start(invocation, movesPort: false)
        if let remark = sandbox.remark { writeError("kdeck: \(remark)") }
        do throws(Failure) {
            if invocation.has("demo") { try Demo.checkTopics(at: sandbox.hostPort) }
        } catch {
            sandbox.stop()
            throw error
        }
        do throws(Failure) {
            try StandardOutput.say("ready \(sandbox.address)")
        } catch {
            sandbox.stop()
            throw error
        }
        let demo = DemoSwitch(sandbox.hostPort)
        if invocation.has("demo") { try demo.start() }
        while Signals.wait() == SIGUSR1 { report(sandbox.broker) }
        demo.stop()
        sandbox.stop()
    }

    /// Every limit of the broker, and how often a client met it, on standard error.
    private static func report(_ broker: Broker) {
        for reading in broker.limits {
            let value = reading.value >= Int(Int32.max) ? "unlimited" : "\(reading.value)"
            writeError("limit \(reading.limit.rawValue)=\(value) met=\(reading.met)")
        }
    }
}
