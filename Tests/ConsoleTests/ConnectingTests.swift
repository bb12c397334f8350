import KafkaClient
import Testing

@testable import Console

/// What stands in the panes' place until there is a cluster.
@Suite struct ConnectingTests {
    private static let console = ConsoleContext(
        badge: "prod", name: "prod", address: "kafka-1.prod.example:9093", isSandbox: false, isReadOnly: true,
        color: .red)

    private static func ladder(_ rungs: [(Rung.Step, Rung.State)], over failure: ClientError? = nil) -> Ladder {
        var ladder = Ladder()
        ladder.rungs = rungs.map { Rung(address: "kafka-1.prod.example:9093", step: $0.0, state: $0.1) }
        ladder.failure = failure
        ladder.isOver = failure != nil
        return ladder
    }

    private static let refused = ladder(
        [
            (.dns, .passed("kafka-1.prod.example:9093 is 10.0.0.1")), (.tcp, .passed("connected to 10.0.0.1:9093")),
            (.tls, .passed("TLSv1.3, CN=kafka-1.prod.example, its certificate holds for 212 days")),
            (.apiVersions, .passed("it knows 61 requests")),
            (
                .sasl,
                .failed(
                    why: "it refused the login: Authentication failed: Invalid username or password",
                    fix: "Check user, password and sasl.mechanism.")
            ), (.metadata, .waiting),
        ], over: .peer(address: "kafka-1.prod.example:9093", .credentials("x")))

    @Test(arguments: [(80, 24), (120, 40), (200, 50)])
    func `each step is seen as it is taken, with the fix where it ends`(
        width: Int, height: Int
    ) {
        var script = Script(width: width, height: height, console: Self.console)
        script.send(
            .ladder(
                Self.ladder([
                    (.dns, .passed("kafka-1.prod.example:9093 is 10.0.0.1")), (.tcp, .running), (.tls, .waiting),
                    (.apiVersions, .waiting), (.metadata, .waiting),
                ])))
        Snapshot.check(script.state, "Connecting-\(width)")
        script.send(.ladder(Self.refused))
        Snapshot.check(script.state, "ConnectingRefused-\(width)")
    }

    @Test func `the panes take the place as soon as there is a cluster, and keys do nothing before`() {
        var script = Script(console: Self.console)
        script.send(.ladder(Self.refused))
        script.press("n enter d / x")
        #expect(script.state.overlay != nil || script.screen.contains("Not connected"))
        script.press("esc")
        World.pictured.fill(&script.state.view, now: script.state.now)
        script.wait(10)
        #expect(!script.screen.contains("Not connected") && script.screen.contains("orders"))
    }

    @Test func `a broker that is not reached is said once the cluster is there`() {
        var script = Script(console: Self.console, world: .pictured)
        var ladder = Self.ladder([
            (.dns, .passed("")), (.tcp, .passed("")), (.apiVersions, .passed("")), (.metadata, .passed("")),
            (.broker(2), .failed(why: "it calls itself kafka:9092: no", fix: "rewrite")),
        ])
        ladder.isOver = true
        script.send(.ladder(ladder))
        #expect(script.screen.contains("broker 2 is not reached from here"))
    }

    @Test func aNetworkThatSwallowsEverythingIsNotCalledHealthy() {
        var script = Script(world: .pictured)
        script.wait(4_000)
        #expect(!script.screen.contains("no answer for"))
        script.wait(2_000)
        #expect(script.screen.contains("✘ no answer for 6 s"))
        script.state.view.learn(.metadata(World.pictured.metadata), to: .metadata, at: script.state.now)
        #expect(!script.screen.contains("no answer for"))
    }
}
