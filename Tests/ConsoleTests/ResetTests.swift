import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

@Suite struct ResetTests {
    @Test func fourteenOClockIsThreeKeysAndTheTime() throws {
        var script = Script(world: .pictured)
        script.press("2")
        _ = script.takeEffects()
        script.press("o")
        script.type("14:00")
        let planned = try #require(script.takeJobs().last)
        let job = try #require(planned.job as? PlanResetJob)
        #expect(job.group == "audit")
        #expect(job.wish == .target(.time(Script.start - 192_402)))
        script.send(.report(PlanReport(result: .success(ResetScenes.plan(holders: false))), number: planned.number))
        script.wait(600)
        #expect(script.takeJobs().isEmpty)
        script.press("enter enter")
        let commit = try #require(script.takeJobs().last)
        #expect(
            commit.job as? CommitResetJob
                == CommitResetJob(plan: ResetScenes.plan(holders: false), undoFolder: "/tmp/undo"))
    }

    @Test func nothingIsCommittedBeforeThePlanCouldBeRead() throws {
        var script = Script(world: .pictured)
        script.press("2 o")
        script.type("14:00")
        let planned = try #require(script.takeJobs().last)
        script.send(.report(PlanReport(result: .success(ResetScenes.plan(holders: false))), number: planned.number))
        script.press("enter enter")
        #expect(script.takeJobs().isEmpty)
        #expect(script.state.notice?.text == "read the plan first")
    }

    @Test func membersThatHoldTheGroupAreNamedAndNothingIsSent() {
        var script = Script(world: .pictured)
        ResetScenes.planned(&script, holders: true)
        #expect(script.screen.contains("3 members hold it: app-1 10.0.0.7, app-2 10.0.0.8, app-3 10.0.0.9"))
        script.press("enter enter enter")
        #expect(script.takeJobs().isEmpty)
        #expect(script.state.notice?.text.contains("Kafka refuses") == true)
    }

    @Test func readOnlyPlansButNeverCommits() {
        var script = Script(console: .readOnly, world: .pictured)
        ResetScenes.planned(&script, holders: false)
        script.press("enter enter")
        #expect(script.takeJobs().isEmpty)
        #expect(script.screen.contains("read-only"))
    }

    @Test func aPartitionLeftOutIsNotWritten() throws {
        var script = Script(world: .pictured)
        ResetScenes.planned(&script, holders: false)
        script.press("enter space")
        let pane = try #require(script.state.top.pane as? ResetPane)
        #expect(pane.plan?.rows[0].isIncluded == false)
        #expect(pane.plan?.written == 3)
        script.press("enter")
        let job = try #require(script.takeJobs().last?.job as? CommitResetJob)
        #expect(job.plan.rows.filter(\.isWritten).map(\.topicPartition.partition) == [1, 2, 5])
    }

    @Test func undoBringsTheOldOffsetsBack() throws {
        var script = Script(world: .pictured)
        ResetScenes.done(&script)
        #expect(script.screen.contains("read back and equal"))
        script.press("u")
        let started = try #require(script.takeJobs().last)
        #expect((started.job as? UndoResetJob)?.outcome == ResetScenes.outcome())
        script.send(
            .report(
                ResetReport(result: .success(ResetScenes.outcome()), isUndo: true, sameAs: ""), number: started.number))
        #expect(script.screen.contains("Undone"))
        script.press("u")
        #expect(script.takeJobs().isEmpty)
    }

    @Test func aCommitThatReadsBackOtherwiseIsSaidSo() throws {
        var script = Script(world: .pictured)
        ResetScenes.planned(&script, holders: false)
        script.press("enter enter")
        let number = try #require(script.takeJobs().last?.number)
        script.send(
            .report(
                ResetReport(result: .success(ResetScenes.outcome(verified: false)), isUndo: false, sameAs: ""),
                number: number))
        #expect(script.screen.contains("someone committed meanwhile"))
    }

    @Test func everyKindSaysWhatItUnderstood() throws {
        let texts: [ResetPane.Kind: (String, PlanResetJob.Wish)] = [
            .time: ("-2h", .target(.time(Script.start - 7_200_000))),
            .duration: ("1h30m", .target(.duration(5_400_000))),
            .offset: ("1,000", .target(.offset(1_000))),
            .shift: ("-100", .target(.shift(-100))),
            .file: ("~/undo.csv", .file("~/undo.csv")),
            .group: ("billing", .target(.group("billing"))),
        ]
        for kind in ResetPane.Kind.allCases {
            var script = Script(world: .pictured)
            script.press("2 o")
            while (script.state.top.pane as? ResetPane)?.kind != kind { script.press("tab") }
            _ = script.takeJobs()
            if kind == .earliest || kind == .latest {
                script.press("tab shift-tab")
                let job = try #require(script.takeJobs().last?.job as? PlanResetJob)
                #expect(job.wish == .target(kind == .earliest ? .earliest : .latest))
                continue
            }
            let (text, wish) = try #require(texts[kind])
            script.type(text)
            let job = try #require(script.takeJobs().last?.job as? PlanResetJob, "\(kind)")
            #expect(job.wish == wish, "\(kind)")
        }
    }

    @Test func whatIsNotUnderstoodIsNotPlanned() {
        var script = Script(world: .pictured)
        script.press("2 o")
        _ = script.takeJobs()
        script.type("25:99")
        script.press("enter")
        #expect((script.state.top.pane as? ResetPane)?.isUnderstood == false)
        #expect(script.state.notice?.kind == .warn)
    }

    @Test func leavingThePaneStopsItsJobs() throws {
        var script = Script(world: .pictured)
        script.press("2 o")
        script.type("-2h")
        let number = try #require(script.takeJobs().last?.number)
        script.press("esc")
        #expect(script.takeEffects().contains(.stop(number: number)))
        script.send(.report(PlanReport(result: .success(ResetScenes.plan(holders: false))), number: number))
        #expect(script.state.crumbs == ["Groups"])
    }
}
