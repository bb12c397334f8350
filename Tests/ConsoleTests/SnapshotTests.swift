import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

@Suite struct SnapshotTests {
    /// A pane and the keys that lead there.
    struct Scene: Sendable, CustomTestStringConvertible {
        var name: String
        var console = ConsoleContext.sandbox
        var world: World? = .pictured
        var prepare: @Sendable (inout Script) -> Void = { _ in }
        var testDescription: String { name }
    }

    static let scenes: [Scene] = [
        Scene(name: "Topics"),
        Scene(
            name: "TopicsFilter",
            prepare: { script in
                script.press("/")
                script.type("pay")
            }),
        Scene(name: "TopicsEmpty", world: .empty),
        Scene(
            name: "TopicsConnecting", console: .attached, world: nil,
            prepare: { script in
                script.state.view.learn(
                    .failed(.unreachable(address: "kafka.example:9093", why: "connection refused")), to: .metadata,
                    at: script.state.now)
                script.wait(4_000)
            }),
        Scene(name: "TopicsReadOnly", console: .readOnly, world: .empty),
        Scene(
            name: "NewTopic",
            prepare: { script in
                script.press("n")
                script.type("payments.dlt")
            }),
        Scene(
            name: "DeleteTopic",
            prepare: { script in
                script.press("down down down down ctrl-d")
                script.wait(600)
                script.type("orders")
                script.press("enter")
            }),
        Scene(name: "Help", prepare: { $0.press("?") }),
        Scene(
            name: "Palette", world: .empty,
            prepare: { script in
                script.press(":")
                script.type("t")
            }),
        Scene(name: "Explain", prepare: { $0.press("x") }),
        Scene(name: "Groups", prepare: { $0.press("2") }),
        Scene(name: "GroupsEmpty", world: .empty, prepare: { $0.press("2") }),
        Scene(name: "GroupLag", prepare: { $0.press("2 enter") }),
        Scene(
            name: "GroupLagRebalanced",
            prepare: { script in
                script.press("2 enter")
                GroupScenes.rebalanced(&script)
            }),
        Scene(name: "GroupCopy", prepare: { $0.press("2 ctrl-n") }),
        Scene(name: "GroupDelete", prepare: { $0.press("2 down ctrl-d") }),
        Scene(name: "GroupDeleteOffsets", prepare: { $0.press("2 enter ctrl-d") }),
        Scene(name: "GroupExplain", prepare: { $0.press("2 x") }),
        Scene(name: "Reset", prepare: { ResetScenes.planned(&$0, holders: true) }),
        Scene(
            name: "ResetReady",
            prepare: { script in
                ResetScenes.planned(&script, holders: false)
                script.press("enter space")
            }),
        Scene(name: "ResetArmed", prepare: { ResetScenes.armed(&$0) }),
        Scene(name: "ResetDone", prepare: { ResetScenes.done(&$0) }),
        Scene(name: "Replication", prepare: { $0.press("3 down") }),
        Scene(name: "ReplicationBrokerGone", prepare: { ReplicationScenes.brokerGone(&$0) }),
        Scene(
            name: "TopicsMarked",
            prepare: { script in
                script.press("down space space")
                script.press("ctrl-e")
            }),
        Scene(name: "TopicsFaults", prepare: { $0.press("ctrl-z") }),
        Scene(name: "AddPartitions", prepare: { $0.press("down down +") }),
        Scene(name: "Partitions", prepare: { $0.press("down down p down down") }),
        Scene(name: "Configs", prepare: { $0.press("down down c down") }),
        Scene(
            name: "EditConfig",
            prepare: { script in
                script.press("down down c down enter ctrl-u")
                script.type("1073741824")
                script.press("enter")
                let number = script.takeJobs().last?.number ?? 0
                let change = ConfigChange.set("segment.bytes", to: "1073741824")
                script.send(.report(ValidateConfigReport(change: change, failure: nil), number: number))
            }),
        Scene(name: "Brokers", prepare: { $0.press("4") }),
        Scene(name: "ActivityEmpty", prepare: { $0.press("5") }),
        Scene(
            name: "Activity",
            prepare: { script in
                ReplicationScenes.brokerGone(&script)
                ResetScenes.done(&script)
                script.press("5")
            }),
        Scene(
            name: "DeadCluster",
            prepare: { script in
                script.state.view.learn(
                    .failed(.unreachable(address: "127.0.0.1:9092", why: "connection refused")), to: .metadata,
                    at: script.state.now)
                script.wait(21_000)
            }),
        Scene(
            name: "Frozen",
            prepare: { script in
                script.press("ctrl-s")
                script.wait(3_000)
            }),
    ]

    @Test(arguments: scenes) func aPaneLooksAsStored(_ scene: Scene) {
        for (width, height) in Snapshot.sizes {
            var script = Script(width: width, height: height, console: scene.console, world: scene.world)
            scene.prepare(&script)
            Snapshot.check(script.state, scene.name)
        }
    }

    @Test func anySizeDraws() {
        for (width, height) in [(0, 0), (1, 1), (29, 5), (30, 6), (31, 7), (40, 10), (60, 15), (500, 200)] {
            for scene in Self.scenes {
                var script = Script(width: width, height: height, console: scene.console, world: scene.world)
                scene.prepare(&script)
                let grid = render(script.state)
                #expect(grid.width == width && grid.height == height)
            }
        }
    }
}
