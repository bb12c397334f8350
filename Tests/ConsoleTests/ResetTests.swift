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

    @Test func armingWaitsCommitsOnceAndIsStoppedByEscape() throws {
        var script = Script(world: .pictured)
        ResetScenes.planned(&script, holders: true)
        _ = script.takeJobs()
        script.press("enter a")
        let armed = try #require(script.takeJobs().last)
        #expect((armed.job as? ArmResetJob)?.plan == ResetScenes.plan(holders: true))
        #expect(script.screen.contains("waiting for app-1 10.0.0.7, app-2 10.0.0.8, app-3 10.0.0.9 to leave"))
        // Nothing else starts while it waits, and Activity knows of it.
        script.press("a enter tab space")
        #expect(script.takeJobs().isEmpty)
        #expect(script.state.activity.entries.last?.ending == nil)
        #expect(script.state.activity.entries.last?.change.what.hasPrefix("once nobody holds it:") == true)
        let wait = ResetWait(state: "Stable", holders: Array(ResetScenes.plan(holders: true).holders.prefix(1)))
        script.send(.report(ArmReport(wait: wait), number: armed.number))
        #expect(script.screen.contains("waiting for app-1 10.0.0.7 to leave"))
        let lost = ResetWait(state: "", holders: [], trouble: "Cannot reach 127.0.0.1:9092: connection refused")
        script.send(.report(ArmReport(wait: lost), number: armed.number))
        #expect(script.screen.contains("who holds it is not known") && !script.screen.contains("nobody holds it"))
        // It is written while another pane is looked at.
        script.press("1")
        let report = ResetReport(result: .success(ResetScenes.outcome()), isUndo: false, sameAs: "")
        script.send(.report(report, number: armed.number))
        #expect(script.state.notice?.text.contains("read back and equal") == true)
        script.press("2")
        #expect(script.screen.contains("READ BACK"))
    }

    @Test(arguments: ["esc", "q", "ctrl-c", "2"]) func noKeyDropsAnArmedResetWithoutAsking(key: String) throws {
        var script = Script(world: .pictured)
        ResetScenes.armed(&script)
        let number = try #require(script.state.activity.entries.last?.number)
        _ = script.takeEffects()
        script.press("\(key) enter")
        #expect(
            script.screen.contains("A reset is armed: \(key == "q" || key == "ctrl-c" ? "quit" : "leave") and drop it?")
        )
        #expect(!script.effects.contains(.stop(number: number)) && !script.effects.contains(.quit))
        script.press("esc")
        #expect(script.screen.contains("Armed for"))
        // An answer that could be read.
        script.press(key)
        script.wait(600)
        script.press("enter")
        let effects = script.takeEffects()
        if key == "esc" || key == "2" {
            #expect(effects.contains(.stop(number: number)))
            #expect(script.state.notice?.text == "no longer armed")
            #expect(script.state.crumbs.last != "reset")
            script.press("q")
            #expect(script.takeEffects().contains(.quit))
        } else {
            #expect(effects.contains(.quit))
        }
    }

    @Test func whatEndsWhileItIsAskedAboutTakesTheQuestionAway() throws {
        var script = Script(world: .pictured)
        ResetScenes.armed(&script)
        let number = try #require(script.state.activity.entries.last?.number)
        script.press("1 q")
        #expect(script.screen.contains("A reset is armed: quit and drop it?"))
        script.send(
            .report(
                ResetReport(result: .success(ResetScenes.outcome()), isUndo: false, sameAs: ""), number: number))
        #expect(!script.screen.contains("A reset is armed"))
        #expect(script.state.notice?.text.contains("read back and equal") == true)
    }

    @Test func whatWaitsIsSaidInFullOnASmallScreen() {
        var script = Script(width: 80, height: 24, world: .pictured)
        ResetScenes.planned(&script, holders: true)
        script.press("enter a")
        let flat = script.screen.map { "│╭╮╰╯".contains($0) || $0.isNewline ? " " : String($0) }.joined()
            .split(separator: " ").joined(separator: " ")
        #expect(flat.contains("Then it plans again and commits."), "\(flat)")
    }

    @Test func onlyWhatWaitingHelpsCanBeArmed() throws {
        for change: (inout ResetPlan) -> Void in [
            { $0.canWait = false }, { $0.refusal = nil },
            { plan in for row in plan.rows.indices { plan.rows[row].new = plan.rows[row].now } },
        ] {
            var script = Script(world: .pictured)
            script.press("2 enter o")
            script.type("14:00")
            var plan = ResetScenes.plan(holders: true)
            change(&plan)
            script.send(.report(PlanReport(result: .success(plan)), number: script.takeJobs().last?.number ?? 0))
            script.wait(600)
            script.press("enter a")
            #expect(script.takeJobs().isEmpty)
        }
    }

    @Test func whatBecameOfACommitIsComparedAsTheGroupGoesOn() {
        var script = Script(world: .pictured)
        ResetScenes.done(&script)
        let partition = TopicPartition(topic: "orders", partition: 0)
        func commit(_ offset: Int64) {
            script.wait(3_000)
            let row = CommitAndEnd(committed: offset, bounds: PartitionBounds(start: 0, end: 300_000))
            script.state.view.learn(
                .lag(["audit": [partition: row]], failures: [:]), to: .lag(["audit"]), at: script.state.now)
        }
        commit(201_909)
        #expect(script.screen.contains("✔ app-1 is back"))
        #expect(!script.screen.contains("since"))
        commit(202_500)
        #expect(script.screen.contains("✔ reads on from here, at 202,500"))
        commit(220_200)
        #expect(script.screen.contains("▲ 220,200 since: look whether it read from here"))
        script.state.view.members["audit"]?.value?.members = []
        #expect(script.screen.contains("✘ 220,200 since, from outside of the group: written over"))
    }

    @Test func commitsFromOutsideOfTheGroupAreWarnedOfBefore() {
        var script = Script(world: .pictured)
        ResetScenes.planned(&script, holders: false)
        // In the made-up world `audit` commits all the time, and this plan says that it has no members.
        #expect(script.screen.contains("Somebody commits for this group without being its member"))
    }

    @Test func whoCameAndWentSinceThePlanIsSaid() {
        var script = Script(world: .pictured)
        ResetScenes.planned(&script, holders: false)
        #expect(script.screen.contains("nobody holds it"))
        // The group is looked at again and has its three members.
        script.state.view.members["audit"]?.at = script.state.now
        #expect(script.screen.contains("3 members hold it: app-1"))
        #expect(script.screen.contains("and 2 more came since the plan was made"))
        script = Script(world: .pictured)
        ResetScenes.planned(&script, holders: true)
        #expect(script.screen.contains("3 members hold it"))
        script.state.view.members["audit"]?.value?.members = []
        script.state.view.members["audit"]?.value?.state = "Empty"
        script.state.view.members["audit"]?.at = script.state.now
        #expect(script.screen.contains("nobody holds it"))
        #expect(script.screen.contains("Nobody holds the group any more: plan again"))
    }

    @Test func aPlanIsExportedAsItStands() throws {
        var script = Script(world: .pictured)
        ResetScenes.planned(&script, holders: true)
        script.press("enter space e")
        let job = try #require(script.takeJobs().last?.job as? ExportPlanJob)
        #expect(OffsetsFile.text(of: job.plan).hasPrefix("orders,1,218001\norders,2,219555\n"))
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

    @Test func aTimeThatIsStillToComeIsSaidSo() {
        var script = Script(world: .pictured)
        script.press("2 enter o")
        script.type("2099-01-01")
        #expect(script.screen.contains("first record at or after it (still to come)"))
        var past = Script(world: .pictured)
        past.press("2 enter o")
        past.type("2026-01-01")
        #expect(past.screen.contains("first record at or after it") && !past.screen.contains("still to come"))
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

    /// In the kind beside it is input, so it must not lead to another pane from here.
    @Test func aDigitDoesNotLeaveAPlan() throws {
        var script = Script(world: .pictured)
        script.press("2 o shift-tab shift-tab")
        #expect((script.state.top.pane as? ResetPane)?.kind == .earliest)
        script.press("4")
        #expect(script.state.top.pane is ResetPane)
        #expect(script.screen.contains("▲ earliest takes no number; esc leaves the plan"))
        script.press("tab tab tab tab 7")
        let pane = try #require(script.state.top.pane as? ResetPane)
        #expect(pane.kind == .offset && pane.fields[.offset]?.text == "7")
    }

    @Test func theFootOffersNoLetterThatTheFieldTakes() {
        var script = Script(world: .pictured)
        script.press("2 o")
        script.type("14:00")
        let foot = Foot.items(script.state).map(\.words)
        for words in ["commit", "leave one out", "arm and wait", "plan again"] { #expect(!foot.contains(words)) }
        #expect(foot.contains("next kind"))
    }
}
