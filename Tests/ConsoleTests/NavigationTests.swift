import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

@Suite struct NavigationTests {
    @Test func theCursorFollowsTheTopicWhenTheOrderChanges() {
        var script = Script(world: .pictured)
        script.press("down down")
        let selected = (script.state.top.pane as? TopicsPane)?.table.selected
        #expect(selected == "orders")
        script.press("R")
        #expect((script.state.top.pane as? TopicsPane)?.table.selected == "orders")
        #expect((script.state.top.pane as? TopicsPane)?.table.index == 0)
        script.press("R")
        #expect((script.state.top.pane as? TopicsPane)?.table.selected == "orders")
        #expect((script.state.top.pane as? TopicsPane)?.table.index == 6)
    }

    @Test func theCursorTakesTheNextRowWhenItsTopicIsGone() {
        var script = Script(world: .pictured)
        script.press("down down")
        var world = World.pictured
        world.metadata.topics.removeAll { $0.name == "orders" }
        script.state.view.learn(.metadata(world.metadata), to: .metadata, at: script.state.now)
        script.wait(1)
        #expect((script.state.top.pane as? TopicsPane)?.table.selected == "payments")
        #expect(script.state.view.bounds.keys.allSatisfy { $0.topic != "orders" })
    }

    @Test func theFilterNarrowsAsOneTypesAndEscapeTakesItOff() {
        var script = Script(world: .pictured)
        script.press("/")
        script.type("pay")
        #expect(script.screen.contains("/ pay"))
        #expect(script.screen.contains("2 of 7"))
        #expect(!script.screen.contains("customers"))
        script.press("enter down")
        #expect((script.state.top.pane as? TopicsPane)?.table.selected == "payments.dlt")
        script.press("esc")
        #expect(script.screen.contains("customers"))
        #expect((script.state.top.pane as? TopicsPane)?.table.selected == "payments.dlt")
    }

    @Test func keysTypedIntoTheFilterAreNotCommands() {
        var script = Script(world: .pictured)
        script.press("/")
        script.type("nq1?:x ")
        #expect((script.state.top.pane as? TopicsPane)?.table.filter == "nq1?:x ")
        #expect(script.state.overlay == nil)
        #expect(!script.takeEffects().contains(.quit))
    }

    @Test func numbersAndTabShowPanesAndEscapeComesBack() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        #expect(script.state.crumbs == ["Groups", "audit"])
        script.press("o")
        #expect(script.state.crumbs == ["Groups", "audit", "reset"])
        script.press("esc")
        #expect(script.state.crumbs == ["Groups", "audit"])
        script.press("3")
        #expect(script.state.activeTab == 2)
        for _ in 2..<script.state.tabs.count { script.press("tab") }
        #expect(script.state.activeTab == 0)
        script.press("2")
        #expect(script.state.crumbs == ["Groups", "audit"])
        script.press("esc esc")
        #expect(script.state.crumbs == ["Groups"])
    }

    @Test func theMouseChoosesTabsRowsAndKeys() {
        var script = Script(world: .pictured)
        script.send(.input(.mouse(Mouse(.press(.left), x: 14, y: 1))))
        #expect(script.state.activeTab == 1)
        script.send(.input(.mouse(Mouse(.press(.left), x: 10, y: 5))))
        #expect((script.state.top.pane as? GroupsPane)?.table.selected == "billing")
        script.send(.input(.mouse(Mouse(.press(.left), x: 10, y: 5))))
        #expect(script.state.crumbs == ["Groups", "billing"])
        script.send(.input(.mouse(Mouse(.wheelDown, x: 10, y: 10))))
        #expect((script.state.top.pane as? GroupLagPane)?.table.index == 3)
        script.send(.input(.mouse(Mouse(.press(.left), x: 2, y: 39))))
        #expect(script.state.crumbs == ["Groups", "billing", "reset"])
    }

    @Test func thePaletteFindsRunsAndCompletes() {
        var script = Script(world: .pictured)
        script.press(":")
        script.type("gro")
        script.press("enter")
        #expect(script.state.activeTab == 1)
        script.press(":")
        script.type("them")
        script.press("tab")
        script.type("mono")
        script.press("enter")
        #expect(script.takeEffects().contains(.useTheme("mono")))
        script.press(":")
        script.type("quit")
        script.press("enter")
        #expect(script.takeEffects().contains(.quit))
        script.press(":")
        script.type("nonsense")
        #expect(script.screen.contains("no such command"))
        script.press("enter")
        #expect(script.state.overlay != nil)
        script.press("esc")
        script.press(":")
        script.type("tail nonsense")
        #expect(script.screen.contains("nothing of that name"))
    }

    @Test func aPasteWithALineEndConfirmsNothing() {
        var script = Script(world: .pictured)
        script.press("n")
        script.send(.input(.paste("orders2\n")))
        #expect(script.takeJobs().isEmpty)
        #expect(script.screen.contains("orders2"))
        script.press("esc down ctrl-d")
        script.wait(600)
        script.send(.input(.paste("customers\n")))
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
    }

    @Test func freezingKeepsThePaneAsItWasAndSaysSo() {
        var script = Script(world: .pictured)
        script.press("ctrl-s")
        var world = World.pictured
        world.metadata.topics.removeAll { $0.name == "customers" }
        script.state.view.learn(.metadata(world.metadata), to: .metadata, at: script.state.now)
        script.wait(10)
        #expect(script.screen.contains("customers"))
        #expect(script.screen.contains("frozen"))
        script.press("ctrl-s")
        #expect(!script.screen.contains("customers"))
    }

    @Test func suspendAndQuitAreEffects() {
        var script = Script(console: .attached, world: .pictured)
        script.press("2")
        _ = script.takeEffects()
        script.press("Z")
        #expect(script.takeEffects() == [.suspend])
        script.press("q")
        #expect(script.takeEffects() == [.quit])
    }

    @Test func `a console with a Kafka inside is not suspended, and says why`() {
        var script = Script(world: .pictured)
        _ = script.takeEffects()
        script.press("Z")
        #expect(!script.takeEffects().contains(.suspend))
        #expect(script.state.notice?.text.contains("would stand still for its clients") == true)
    }

    @Test func `below a size that can be read it says which, and takes no key but to quit`() {
        var script = Script(console: .attached, world: .pictured)
        script.press("down ctrl-d")
        script.send(.input(.resize(width: 20, height: 5)))
        #expect(script.screen.contains("too small: 20 x 5\n") && script.screen.contains("needs 40 x 10\n"))
        #expect(script.state.cursor == nil)
        script.wait(600)
        script.type("customers")
        script.send(.input(.paste("customers")))
        script.press("enter esc 2 esc")
        #expect(script.takeJobs().isEmpty && script.state.activeTab == 0)
        guard case .dialog = script.state.overlay else {
            Issue.record("the question was left unseen")
            return
        }
        script.press("q")
        #expect(script.takeEffects().contains(.quit))
        // A question wants more room than looking around does.
        script.send(.input(.resize(width: 60, height: 15)))
        #expect(script.screen.contains("too small to change something: 60 x 15\nneeds 72 x 20\nesc leaves it"))
        script.press("q")
        #expect(!script.takeEffects().contains(.quit))
        script.send(.input(.resize(width: 72, height: 20)))
        #expect(script.screen.contains("Delete customers"))
        script.send(.input(.resize(width: 60, height: 15)))
        script.press("esc")
        #expect(script.state.overlay == nil && script.screen.contains("customers"))
    }

    @Test func `what is armed is not dropped by a key at a size where nobody is asked`() {
        var script = Script(world: .pictured)
        ResetScenes.armed(&script)
        script.send(.input(.resize(width: 39, height: 9)))
        _ = script.takeEffects()
        script.press("q ctrl-c")
        #expect(!script.takeEffects().contains(.quit) && script.screen.contains("a reset is armed"))
    }

    @Test func `a sandbox that keeps nothing says that its folder goes`() {
        let console = ConsoleContext(badge: "SANDBOX", address: "127.0.0.1:9092", isSandbox: true)
        let script = Script(console: console, world: .empty)
        #expect(script.screen.contains("in a temporary folder"))
        #expect(script.screen.contains("gone when you quit"))
    }
}
