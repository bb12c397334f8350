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
        #expect(script.row(0).contains("read-write 10:00") && !script.state.context.console.isReadOnly)
        script.wait(61_000)
        #expect(script.row(0).contains("read-write 8:59"))
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
        #expect(script.screen.contains("read the question first …"))
        script.type("prod")
        script.press("enter")
        #expect(script.screen.contains("typed too early: read the question, then type the name"))
        script.wait(600)
        // It stays said until what is typed begins like the name: what came late of a name is no name.
        #expect(script.screen.contains("typed too early"))
        script.type("od")
        #expect(script.screen.contains("typed too early"))
        script.press("ctrl-u")
        script.send(.input(.paste("prod\n")))
        #expect(script.screen.contains("a pasted name is no answer: type it"))
        script.press("enter")
        #expect(script.state.context.console.isReadOnly)
        #expect(!script.takeEffects().contains(.unlock(600_000)))
        script.type("prod")
        #expect(!script.screen.contains("too early") && !script.screen.contains("pasted"))
        script.press("enter")
        #expect(script.takeEffects().contains(.unlock(600_000)))
    }

    @Test func `a cluster that may be changed says so in every pane, in the colour of a warning`() {
        var open = Self.console
        open.isReadOnly = false
        var script = Script(width: 80, height: 24, console: open, world: .pictured)
        for tab in 1...PaneCatalog.tabs.count {
            script.press("\(tab)")
            #expect(script.row(0).contains("read-write"), "tab \(tab)")
            #expect(render(script.state).row(0).contains { $0.cluster == "w" && $0.style.role == .warn })
        }
        #expect(!Script(world: .pictured).row(0).contains("read-"))
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
        script.press("A")
        #expect(script.screen.contains("dev") && script.screen.contains("kafka.staging:9092"))
        script.press("down enter")
        #expect(script.takeEffects().contains(.attach("staging")))
    }

    @Test func `the address of a cluster is whole beside its lock at 80 columns`() {
        let console = ConsoleContext(badge: "ATTACHED", address: "127.0.0.1:23100", isSandbox: false, isReadOnly: true)
        var script = Script(width: 80, height: 24, console: console, world: .empty)
        script.press("W")
        script.wait(600)
        script.type("127.0.0.1:23100")
        script.press("enter")
        #expect(script.row(0).contains("read-write 10:00  127.0.0.1:23100  1 broker  ● healthy"))
    }
}
