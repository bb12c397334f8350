import KafkaClient
import Synchronization

/// Starts the demo once, from the command line or from a key.
final class DemoSwitch: Sendable {
    private let address: HostPort
    private let demo = Mutex<Demo?>(nil)

    init(_ address: HostPort) { self.address = address }

    func start() throws(Failure) {
        try demo.withLock { (demo: inout sending Demo?) throws(Failure) in
            if demo == nil { demo = try Demo.start(on: address) }
        }
    }

    func stop() {
        let running = demo.withLock { demo in
            defer { demo = nil }
            return demo
        }
        running?.stop()
    }
}
