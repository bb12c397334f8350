import KafkaClient
import KafkaWire
import Testing

@testable import Console

@Suite struct ActivityTests {
    private func created(_ script: inout Script, failure: String? = nil) {
        script.press("n")
        script.type("invoices")
        script.press("enter")
        let number = script.takeJobs().last?.number ?? 0
        script.wait(12)
        var report = TopicChangeReport(
            topic: "invoices", isCreated: true, summary: "created invoices, 1 partition, RF 3",
            sameAs: "kafka-topics --create --topic invoices --partitions 1 --replication-factor 3")
        report.failure = failure
        script.send(.report(report, number: number))
        script.send(.ended(number: number))
    }

    @Test func aChangeIsNotedWhenItStartsAndWhenItEnds() throws {
        var script = Script(world: .pictured)
        script.press("n")
        script.type("invoices")
        script.press("enter")
        let running = try #require(script.state.activity.entries.first)
        #expect(running.change.what == "create invoices, 1 partition, RF 3")
        #expect(running.ending == nil)
        script.wait(5)
        script.send(.ended(number: running.number))
        #expect(script.state.activity.entries.first?.ending?.isGood == false)
    }

    @Test func whatWasRefusedIsNotedWithItsReason() throws {
        var script = Script(world: .pictured)
        created(&script, failure: "TOPIC_ALREADY_EXISTS: Topic 'invoices' already exists.")
        script.press("esc 5")
        let entry = try #require(script.state.activity.entries.first)
        #expect(
            entry.ending
                == ChangeEnding(isGood: false, sentence: "TOPIC_ALREADY_EXISTS: Topic 'invoices' already exists."))
        #expect(script.screen.contains("✘"))
        #expect(script.screen.contains("already exists"))
        #expect(script.screen.contains("kafka-topics --create --topic invoices"))
    }

    @Test func aChangeGoesOnWhenItsPaneIsLeftAndItsEndIsSaid() throws {
        var script = Script(world: .pictured)
        ResetScenes.planned(&script, holders: false)
        script.press("enter enter")
        let number = try #require(script.takeJobs().last?.number)
        script.press("esc esc")
        #expect(!script.takeEffects().contains(.stop(number: number)))
        let report = ResetReport(result: .success(ResetScenes.outcome()), isUndo: false, sameAs: "same")
        script.send(.report(report, number: number))
        #expect(script.state.notice?.text.contains("read back and equal") == true)
        #expect(script.state.activity.entries.last?.ending?.isGood == true)
    }

    @Test func undoFromActivityStartsTheJobAndMarksTheChange() throws {
        var script = Script(world: .pictured)
        ResetScenes.done(&script)
        script.press("5")
        script.press("u")
        // It asks first what stands there now: nothing can be answered before that is shown.
        let undo = UndoResetJob(outcome: ResetScenes.outcome(), undoFolder: "/tmp/undo")
        let look = try #require(script.takeJobs().last)
        #expect(look.job as? LookJob == LookJob(for: undo))
        script.wait(600)
        script.press("enter")
        #expect(script.takeJobs().isEmpty && script.screen.contains("asking the cluster what stands there now"))
        script.send(
            .report(
                LookReport(target: AnyJob(undo), result: .success(["orders-0  201,909 → 220,113"])), number: look.number
            ))
        script.press("enter")
        #expect(script.takeJobs().isEmpty && script.screen.contains("orders-0  201,909 → 220,113"))
        #expect(script.screen.contains("too early"))
        script.wait(600)
        script.press("enter")
        let started = try #require(script.takeJobs().last)
        #expect((started.job as? UndoResetJob)?.outcome == ResetScenes.outcome())
        script.send(
            .report(
                ResetReport(result: .success(ResetScenes.outcome()), isUndo: true, sameAs: ""), number: started.number))
        #expect(script.state.overlay == nil)
        #expect(script.state.activity.entries.map { $0.undoneAt != nil } == [true, false])
        script.press("end u")
        #expect(script.state.notice?.text == "it was taken back already")
    }

    @Test func `what stands in the way of taking it back is said, and nothing is sent`() throws {
        var script = Script(world: .pictured)
        ResetScenes.done(&script)
        script.press("5 u")
        let look = try #require(script.takeJobs().last)
        let target = try #require(look.job as? LookJob).target
        let why = ClientError.invalid("app-1 10.0.0.7 would have to stop first")
        script.send(.report(LookReport(target: target, result: .failure(why)), number: look.number))
        script.wait(600)
        script.press("enter")
        #expect(script.takeJobs().isEmpty && script.screen.contains("✘ not now: app-1 10.0.0.7 would have to stop"))
    }

    @Test func whatHappenedStandsBetweenTheChanges() {
        var script = Script(world: .pictured)
        ReplicationScenes.brokerGone(&script)
        script.press("1")
        script.wait(1)
        created(&script)
        script.press("5")
        #expect(script.screen.contains("broker 2 is gone"))
        #expect(script.screen.contains("create invoices"))
        script.press("m")
        #expect(!script.screen.contains("broker 2 is gone"))
        script.press("m ctrl-z")
        #expect(script.screen.contains("broker 2 is gone") && !script.screen.contains("create invoices"))
    }

    @Test func theLogIsBounded() {
        var log = ActivityLog()
        for number in 0...ActivityLog.limit {
            log.started(
                DeleteTopicsJob(targets: [TopicTarget(name: "t", id: .zero)]), number: number, at: Int64(number))
        }
        #expect(log.entries.count == ActivityLog.limit)
        #expect(log.entries.first?.number == 1)
    }

    @Test func `a command stands whole below its change, and behind a question all is faint`() {
        var script = Script(width: 80, height: 24, world: .pictured)
        created(&script)
        script.press("5")
        let flat = script.screen.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        #expect(flat.contains("--create --topic invoices --partitions 1 --replication-factor 3"))
        script.press("1 n")
        let grid = render(script.state)
        #expect(
            grid[2, 4].style.role == .faint && grid.row(8).contains { $0.cluster == "│" && $0.style.role == .border })
    }
}
