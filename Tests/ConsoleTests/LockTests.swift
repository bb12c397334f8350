import KafkaClient
import Terminal
import Testing

@testable import Console

/// A read-only session, and how it is unlocked.
@Suite struct LockTests {
    private static let console = ConsoleContext(
        badge: "prod", name: "prod", address: "kafka.prod.example:9093", isSandbox: false, isReadOnly: true, color: .red
    )

    @Test func `W and the cluster's name unlock changes for ten minutes, and the head counts down`() {
        var script = Script(console: Self.console, world: .pictured)
        #expect(script.row(0).contains("prod") && script.row(0).contains("read-only"))
        script.press("W")
        script.wait(600)
        script.type("prd")
        script.press("enter")
        #expect(script.screen.contains("that is not prod"))
        #expect(!script.takeEffects().contains(.unlock(600_000)))
        script.press("ctrl-u")
        script.type("prod")
        script.press("enter")
        #expect(script.takeEffects().contains(.unlock(600_000)))
        #expect(script.row(0).contains("unlocked 10:00") && !script.state.context.console.isReadOnly)
        script.wait(61_000)
        #expect(script.row(0).contains("unlocked 8:59"))
        script.wait(539_000)
        #expect(script.row(0).contains("read-only") && script.state.context.console.isReadOnly)
    }

    @Test func `W locks again at once`() {
        var script = Script(console: Self.console, world: .pictured)
        script.press("W")
        script.wait(600)
        script.type("prod")
        script.press("enter W")
        #expect(script.takeEffects().contains(.lock))
        #expect(script.state.context.console.isReadOnly && script.row(0).contains("read-only"))
    }

    @Test func `keys that were on their way, and a pasted name, unlock nothing`() {
        var script = Script(console: Self.console, world: .pictured)
        script.press("W")
        script.type("prod")
        script.press("enter")
        script.wait(600)
        script.send(.input(.paste("prod\n")))
        script.press("enter")
        #expect(script.state.context.console.isReadOnly)
        #expect(!script.takeEffects().contains(.unlock(600_000)))
    }

    @Test func `the badge has the context's colour in every pane`() {
        for (color, role): (ContextColor, Role) in [(.red, .badgeProd), (.green, .badgeSandbox), (.blue, .badgeDev)] {
            var console = Self.console
            console.color = color
            var script = Script(console: console, world: .pictured)
            for tab in 1...PaneCatalog.tabs.count {
                script.press("\(tab)")
                let grid = render(script.state)
                let cell = grid.row(0).first { $0.cluster == "p" && $0.style.role == role }
                #expect(cell != nil, "\(color) on tab \(tab)")
            }
        }
        #expect(
            ContextColor("#FF0000") == .red && ContextColor("#00aa55") == .green && ContextColor("orange") == .yellow)
        #expect(ContextColor("#808080") == .blue && ContextColor("#a0f") == nil && ContextColor("beige") == nil)
    }

    @Test func `another context is chosen from a list`() {
        var console = Self.console
        console.contexts = [
            ContextChoice(name: "dev", address: "localhost:9092", color: .blue),
            ContextChoice(name: "staging", address: "kafka.staging:9092"),
        ]
        var script = Script(console: console, world: .pictured)
        script.press("a")
        #expect(script.screen.contains("dev") && script.screen.contains("kafka.staging:9092"))
        script.press("down enter")
        #expect(script.takeEffects().contains(.attach("staging")))
    }
}
