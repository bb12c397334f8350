import KafkaClient
import KafkaWire
import Testing

@testable import Console

/// The journeys with their keys counted: typed names and times do not count, everything else does.
@Suite struct JourneyTests {
    /// Presses and counts.
    struct Walk {
        var script: Script
        var keys = 0

        init(_ script: Script) { self.script = script }

        mutating func press(_ names: String) {
            keys += names.split(separator: " ").count
            script.press(names)
        }

        mutating func type(_ text: String) { script.type(text) }
    }

    @Test func sandboxNeedsNoKey() {
        let walk = Walk(Script(world: .empty))
        for words in [
            "A Kafka is running here", "127.0.0.1:9092", "kcat -b 127.0.0.1:9092 -P", "n   new topic", "g   start",
        ] {
            #expect(walk.script.screen.contains(words), "\(words)")
        }
        #expect(walk.keys == 0)
    }

    @Test func attachingNeedsNoKeyEither() {
        let walk = Walk(Script(console: .attached, world: .pictured))
        for words in ["ATTACHED", "kafka.example:9093", "orders", "3 brokers"] {
            #expect(walk.script.screen.contains(words), "\(words)")
        }
        #expect(walk.keys == 0)
    }

    @Test func recordsAreOneKeyAwayAndTheirTailTwo() {
        var walk = Walk(Script(world: .pictured))
        walk.press("enter")
        #expect(walk.script.state.top.pane is RecordsPane)
        #expect(walk.keys == 1)
        walk.press("f")
        #expect(walk.script.state.top.pane is RecordsPane)
        #expect(walk.keys == 2)
    }

    @Test func resettingIsThreeKeysAndTheTime() throws {
        var walk = Walk(Script(world: .pictured))
        walk.script.press("2")
        walk.press("o")
        walk.type("14:00")
        let number = try #require(walk.script.takeJobs().last?.number)
        walk.script.send(.report(PlanReport(result: .success(ResetScenes.plan(holders: false))), number: number))
        walk.script.wait(600)
        walk.press("enter enter")
        #expect(walk.script.takeJobs().last?.job is CommitResetJob)
        #expect(walk.keys == 3)
    }

    @Test func armingIsAsFewAndUndoOneMore() throws {
        var walk = Walk(Script(world: .pictured))
        walk.script.press("2")
        walk.press("o")
        walk.type("14:00")
        let number = try #require(walk.script.takeJobs().last?.number)
        walk.script.send(.report(PlanReport(result: .success(ResetScenes.plan(holders: true))), number: number))
        walk.script.wait(600)
        walk.press("enter a")
        let armed = try #require(walk.script.takeJobs().last)
        #expect(armed.job is ArmResetJob)
        #expect(walk.keys == 3)
        walk.script.send(
            .report(
                ResetReport(result: .success(ResetScenes.outcome()), isUndo: false, sameAs: ""), number: armed.number))
        walk.press("u")
        #expect(walk.script.takeJobs().last?.job is UndoResetJob)
    }

    @Test func whatHoldsAGroupUpIsTwoKeysAway() {
        var walk = Walk(Script(world: .pictured))
        walk.press("2")
        // Where there is room the preview says it already.
        #expect(walk.script.screen.contains("p0 holds 99 % of the lag"))
        walk.press("enter")
        #expect(walk.script.screen.contains("p0 holds 99 % of the lag"))
        #expect(walk.script.screen.contains("MEMBER"))
        walk.press("enter")
        #expect(walk.script.state.top.pane is RecordsPane)
        #expect(walk.keys == 3)
    }
}
