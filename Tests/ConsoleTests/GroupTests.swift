import KafkaClient
import KafkaWire
import Testing

@testable import Console

@Suite struct GroupTests {
    private func view() -> ClusterView {
        var view = ClusterView()
        World.pictured.fill(&view, now: Script.start)
        return view
    }

    @Test func nothingZeroAndUnknownAreThreeThings() {
        var script = Script(world: .pictured)
        script.press("2")
        #expect(script.screen.contains("18,216"))
        let rows = script.screen.split(separator: "\n").map(String.init)
        let billing = rows.first { $0.contains("billing") } ?? ""
        let replay = rows.first { $0.contains("replay") } ?? ""
        #expect(billing.split(separator: " ").contains("0"))
        #expect(replay.split(separator: " ").contains("–"))
        script.state.view.lags["replay"] = nil
        script.state.view.learn(.lag([:], failures: ["replay": "denied"]), to: .lag(["replay"]), at: script.state.now)
        #expect(
            (script.screen.split(separator: "\n").map(String.init).first { $0.contains("replay") } ?? "").contains(
                "unknown"))
    }

    @Test func lagNeverLooksNegative() {
        #expect(CommitAndEnd(committed: 12, bounds: PartitionBounds(start: 0, end: 10)).lag == 0)
        #expect(CommitAndEnd(committed: nil, bounds: PartitionBounds(start: 0, end: 10)).lag == nil)
        #expect(CommitAndEnd(committed: 3, bounds: nil).lag == nil)
    }

    @Test func behindInTimeIsTheAgeOfTheFirstUnreadRecord() {
        let view = view()
        let key = TopicPartition(topic: "orders", partition: 0)
        #expect(view.behind("audit", key, now: Script.start) == .time(41_000))
        #expect(
            view.behind("audit", TopicPartition(topic: "orders", partition: 3), now: Script.start)
                == ClusterView.Behind.none)
        #expect(view.behind("audit", TopicPartition(topic: "orders", partition: 5), now: Script.start) == nil)
        var unseen = view
        unseen.firstUnread = [:]
        #expect(unseen.behind("audit", key, now: Script.start) == .moreThan(60_000))
    }

    @Test func theDiagnosisNamesThePartitionThatHoldsTheLagWithItsNumbers() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        #expect(script.screen.contains("▲ p0 holds 99 % of the lag"))
        #expect(script.screen.contains("Its owner is app-1."))
    }

    @Test func aGroupThatIsOnlySlowIsSaidSoWithItsNumbers() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        // The lag is spread over all of its partitions, and each of them moves.
        for partition in script.state.view.lags["audit"]?.value?.rows.keys.map(\.self) ?? [] {
            script.state.view.lags["audit"]?.value?.rows[partition] = CommitAndEnd(
                committed: 100, bounds: PartitionBounds(start: 0, end: 5_000))
        }
        #expect(script.screen.contains("▲ Too slow: 963/s come in, 674/s are read by 2 members; 4 more could read."))
        let known = script.state.view
        script.state.view.metadata.failingSince = script.state.now
        #expect(!script.screen.contains("Too slow") && !script.screen.contains("grows by"), "told of a dead cluster")
        script.state.view = known
        for partition in script.state.view.ends.keys { script.state.view.ends[partition] = History() }
        for partition in script.state.view.lags["audit"]?.value?.rows.keys.map(\.self) ?? [] {
            script.state.view.ends[partition]?.add(5_000, at: script.state.now - 10_000)
            script.state.view.ends[partition]?.add(5_000, at: script.state.now)
        }
        #expect(script.screen.contains("▲ It catches up: 0/s come in, 674/s are read by 2 members; done in"))
        script.state.view = known
        let reader = script.state.view.members["audit"]?.value?.members.first
        script.state.view.members["audit"]?.value?.members = (0..<6).compactMap { _ in reader }
        #expect(script.screen.contains("are read by 6 members, all there can be: make them faster."))
    }

    /// Commits of `audit` for `seconds`, so many records a second on each of these partitions of `orders`.
    private func commit(_ rates: [Int32: Int64], from offset: Int64, seconds: Int64, _ script: inout Script) {
        for second in 1...seconds {
            script.wait(1_000)
            var rows: [TopicPartition: CommitAndEnd] = [:]
            for (partition, rate) in rates {
                rows[TopicPartition("orders", partition)] = CommitAndEnd(
                    committed: offset + rate * second,
                    bounds: PartitionBounds(start: 0, end: 230_000 + (script.state.now - Script.start) / 5))
            }
            script.state.view.learn(.lag(["audit": rows], failures: [:]), to: .lag(["audit"]), at: script.state.now)
        }
    }

    @Test func aPartitionThatMovedAndThenStandsIsTheNews() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        script.state.view.lags["audit"] = nil
        commit([0: 50], from: 200_000, seconds: 10, &script)
        #expect(!script.screen.contains("stands at offset"))
        commit([0: 0], from: 200_500, seconds: 35, &script)
        #expect(script.screen.contains("p0 stands at offset 200,500 for 35 s while records come in; no other"))
    }

    @Test func whatWasNeverSeenToMoveStandsLongerThanAnybodyLooked() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        script.state.view.lags["audit"] = nil
        commit([0: 0], from: 200_500, seconds: 12, &script)
        // A member that commits nothing is no matter of shares or of speed.
        #expect(!script.screen.contains("of the lag") && !script.screen.contains("Too slow"))
        commit([0: 0], from: 200_500, seconds: 30, &script)
        #expect(script.screen.contains("p0 stands at offset 200,500 for over 41 s while records come in; no other"))
    }

    @Test func aGroupNobodyReadsIsSaidSo() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        script.state.view.members["audit"]?.value?.members = []
        script.state.view.lags["audit"]?.value?.commits = [:]
        #expect(script.screen.contains("Nobody reads: the group has no members and is 18,216 records behind."))
    }

    @Test func aCommitPastTheEndAsksWhetherTheTopicIsNew() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        let key = TopicPartition(topic: "orders", partition: 2)
        script.state.view.lags["audit"]?.value?.rows[key] = CommitAndEnd(
            committed: 999, bounds: PartitionBounds(start: 0, end: 10))
        script.wait(1)
        #expect(script.screen.contains("p2 committed 999 is past the end 10: was the topic created again?"))
    }

    @Test func aLagWithoutARecordInItIsSaidSo() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        #expect(
            script.screen.contains(
                "p4 7 behind: 0 readable (5 aborted, 2 markers); a reader of committed records is up to date"))
        let key = TopicPartition(topic: "orders", partition: 4)
        let rows = [key: CommitAndEnd(committed: 219_004, bounds: PartitionBounds(start: 0, end: 219_011))]
        script.state.view.lags["audit"]?.value?.rows = rows
        #expect(script.screen.contains("▲ 7 offsets behind, and not one record among them"))
        script.state.view.readable["audit"] = [key: ReadableLag(records: 0, open: 7)]
        #expect(script.screen.contains("7 offsets stand behind an open transaction"))
    }

    @Test func commitsOfStrangersAreTheNews() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        script.state.view.members["audit"]?.value?.members = []
        #expect(script.screen.contains("though nobody is a member (assign): a reset would be"))
    }

    @Test func aGroupIsDeletedOnlyOnceItsNameIsTyped() throws {
        var script = Script(world: .pictured)
        script.press("2 down ctrl-d")
        _ = script.takeJobs()
        script.wait(600)
        let name = try #require(script.state.top.pane as? GroupsPane).table.selected ?? ""
        #expect(name == "billing" || name == "replay")
        script.press("enter")
        script.type("audi")
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
        script.press("ctrl-u")
        script.type(name)
        script.press("enter")
        let started = try #require(script.takeJobs().last)
        #expect((started.job as? DeleteGroupJob)?.group.rawValue == name)
        let removal = GroupRemoval(
            group: GroupID(name), offsets: [TopicPartition("payments", 0): CommittedOffset(offset: 7)])
        script.send(
            .report(GroupChangeReport(removal, "deleted \(name)", sameAs: "x"), number: started.number))
        #expect(script.state.overlay == nil)
        #expect(script.state.notice?.text == "deleted \(name)")
        #expect(
            script.state.activity.entries.last?.ending?.undo == AnyJob(RestoreOffsetsJob(removal: removal)))
    }

    @Test func aGroupWithMembersIsNotDeletedAndSaysWhy() {
        var script = Script(world: .pictured)
        script.press("2 ctrl-d")
        #expect(script.state.overlay == nil)
        #expect(script.state.notice?.text == "3 members of audit must stop before it can be deleted")
    }

    @Test func offsetsOfATopicAreDeletedWithAllTheirPartitions() throws {
        var script = Script(world: .pictured)
        script.press("2 enter ctrl-d")
        script.wait(600)
        script.type("orders")
        script.press("enter")
        let job = try #require(script.takeJobs().last?.job as? DeleteOffsetsJob)
        #expect(job.group == "audit" && job.topic == "orders" && job.partitions == [0, 1, 2, 3, 4])
    }

    @Test func copyingLeadsToThePlanOfTheOtherGroup() throws {
        var script = Script(world: .pictured)
        script.press("2 ctrl-n")
        script.type("fresh")
        script.press("enter")
        let job = try #require(script.takeJobs().last?.job as? PlanResetJob)
        #expect(job.group == "fresh" && job.wish == .target(.group("audit")) && job.mayCreate)
        #expect(script.screen.contains("Copy offsets to fresh"))
        var again = Script(world: .pictured)
        again.press("2 ctrl-n")
        again.type("audit")
        again.press("enter")
        #expect(again.screen.contains("that is the group itself"))
        #expect(again.takeJobs().isEmpty)
    }

    @Test func skippingMovesOnePartitionByOneRecord() throws {
        var script = Script(world: .pictured)
        script.press("2 enter s")
        let started = try #require(script.takeJobs().last)
        let job = try #require(started.job as? PlanResetJob)
        #expect(job.wish == .target(.shift(1)) && job.topics == ["orders"])
        var plan = ResetScenes.plan(holders: false, target: .shift(1))
        for index in plan.rows.indices { plan.rows[index].new = plan.rows[index].now.map { $0 + 1 } }
        script.send(.report(PlanReport(result: .success(plan)), number: started.number))
        script.wait(600)
        script.press("enter")
        let commit = try #require(script.takeJobs().last?.job as? CommitResetJob)
        #expect(commit.plan.rows.filter(\.isWritten).map(\.topicPartition.partition) == [0])
    }

    @Test func whoReadsWhatIsAGridAndWhatNobodyReadsIsNamed() {
        var script = Script(width: 120, height: 40, world: .pictured)
        script.press("2 enter")
        let rows = script.screen.split(separator: "\n").map(String.init)
        func cells(_ name: String) -> String? {
            rows.first { $0.hasPrefix("  \(name) ") && !$0.contains("orders ") }?.split(separator: " ").dropFirst()
                .first { $0.count == 6 }.map(String.init)
        }
        #expect(cells("app-1") == "■■····" && cells("app-3") == "······")
        #expect(rows.contains { $0.hasPrefix("  nobody") && $0.contains("     ✘  1 partition without a reader") })
        // A topic that no member wants has no reader for a good reason.
        let strict = AssignmentGrid(
            [GroupMemberInfo(id: "m", assignment: [TopicPartition("orders", 0)], topics: ["payments"])], [],
            stills: [:], script.state.view)
        #expect(strict.unowned.allSatisfy { $0.topic == "payments" } && strict.unowned.count == 6)
    }

    @Test func aShareGroupIsLookedAtAndItsOffsetsAreNotMoved() {
        var script = Script(world: .pictured)
        script.press("2")
        let list = (script.state.view.groups.value ?? []).map { group in
            var group = group
            if group.id == "audit" { group.type = "share" }
            return group
        }
        script.state.view.learn(.groups(list), to: .groups, at: script.state.now)
        script.press("o")
        #expect(script.screen.contains("a share group has no commits"))
        script.press("enter s")
        #expect(script.screen.contains("a share group has no commits"))
        // What the broker counts is believed: records are finished out of order.
        #expect(CommitAndEnd(committed: 0, bounds: PartitionBounds(start: 0, end: 10), toldLag: 3).lag == 3)
    }

    @Test func membersThatComeAndGoAreRemembered() {
        var script = Script(world: .pictured)
        script.press("2 enter")
        GroupScenes.rebalanced(&script)
        let told = script.state.view.rebalances["audit"]?.map(\.text) ?? []
        #expect(told.first == "Stable → PreparingRebalance")
        #expect(
            told.last == "generation 15   - app-1 10.0.0.7 left   2 partitions moved   PreparingRebalance → Stable")
    }

    @Test func whatHappenedBeforeItLookedIsReadOnDemand() throws {
        var script = Script(width: 120, height: 50, world: .pictured)
        script.press("2 enter")
        #expect(script.screen.contains("r reads earlier ones from the group's log"))
        script.press("r")
        let job = try #require(script.takeJobs().last)
        #expect(job.job as? GroupHistoryJob == GroupHistoryJob(group: "audit"))
        func snapshot(_ ago: Int64, _ generation: Int32, _ names: [String]) -> GroupSnapshot {
            GroupSnapshot(
                time: Script.start - ago,
                group: GroupDescription(
                    id: "audit", state: "Stable", generation: generation,
                    members: names.map { GroupMemberInfo(id: $0, clientID: $0) }))
        }
        let history = GroupHistory(
            snapshots: [snapshot(3_600_000, 12, ["app-1"]), snapshot(1_800_000, 13, ["app-1", "app-2"])],
            partition: TopicPartition("__consumer_offsets", 3), since: Script.start - 7_200_000, isWhole: false)
        script.send(.report(GroupHistoryReport(result: .success(history)), number: job.number))
        #expect(script.screen.contains("generation 12   1 member, Stable"))
        #expect(script.screen.contains("generation 13   + app-2 joined"))
        #expect(script.screen.contains("as far as __consumer_offsets-3 was read back"))
        script.send(.report(GroupHistoryReport(result: .failure(.closed)), number: job.number))
        #expect(script.screen.contains("earlier ones cannot be read"))
    }

    @Test func drainTimeIsLagByWhatIsWonEachSecond() {
        let pace = GroupPace("audit", view())
        #expect(pace.lag == 18_216)
        let (rateIn, rateOut) = (pace.rateIn ?? 0, pace.rateOut ?? 0)
        #expect(rateOut > 0 && rateIn > 0)
        if rateOut > rateIn {
            #expect(pace.drains == Int64(18_216 / (rateOut - rateIn) * 1000))
        } else {
            #expect(pace.drains == nil && pace.growth != nil)
        }
    }

    @Test func restartingIsUnsafeWhenItBreaksMinimumInSync() {
        var script = Script(world: .pictured)
        script.press("3")
        func verdict(_ broker: BrokerID) -> RestartAdvice.Verdict? {
            (script.state.top.pane as? ReplicationPane)?.advice.verdicts.first { $0.broker == broker }?.verdict
        }
        #expect(verdict(1) == .unsafe("shipments-0 would have no leader"))
        #expect(verdict(2) == .unsafe("shipments-4 would fall to 1 in sync, needs 2"))
        var world = World.pictured
        for topic in world.metadata.topics.indices {
            for partition in world.metadata.topics[topic].partitions.indices {
                world.metadata.topics[topic].partitions[partition].inSync =
                    world.metadata.topics[topic].partitions[partition].replicas
            }
        }
        script.state.view.learn(.metadata(world.metadata), to: .metadata, at: script.state.now)
        script.wait(1)
        #expect(verdict(1) == .safe)
        // What a topic needs is not told: that is no yes.
        script.state.view.learn(.minInSync([:]), to: .minInSync, at: script.state.now)
        script.wait(1)
        #expect(verdict(1) == .unknown)
    }

    /// The cluster lists a killed broker for nine seconds more; until then a refused connection is all that tells.
    @Test func aSilentBrokerIsNotCountedOnAlthoughTheClusterListsIt() {
        var script = Script(world: .pictured)
        script.press("3")
        var whole = World.pictured.metadata
        for topic in whole.topics.indices {
            for partition in whole.topics[topic].partitions.indices {
                whole.topics[topic].partitions[partition].inSync = whole.topics[topic].partitions[partition].replicas
            }
        }
        func told(silent: [BrokerID: String]) -> [RestartAdvice.Verdict?] {
            script.state.view.learn(.metadata(whole, silent: silent), to: .metadata, at: script.state.now)
            script.wait(1)
            let verdicts = (script.state.top.pane as? ReplicationPane)?.advice.verdicts ?? []
            return (1...3).map { (id: Int32) in verdicts.first { $0.broker == BrokerID(rawValue: id) }?.verdict }
        }
        #expect(told(silent: [:]) == [.safe, .safe, .safe])
        let lost = told(silent: [2: "connection refused"])
        #expect(lost[1] == .silent)
        guard case .unsafe? = lost[0], case .unsafe? = lost[2] else {
            Issue.record("nobody may follow a broker that does not answer: \(lost)")
            return
        }
        #expect(script.row(0).contains("✘ broker 2 does not answer"))
        #expect(script.screen.contains("✘ no answer for"))
        #expect(script.state.view.happenings.last?.text == "broker 2 does not answer: connection refused")
        script.press("4")
        #expect(script.screen.contains("✘ silent for"))
        script.press("3")
        #expect(told(silent: [:]) == [.safe, .safe, .safe])
        #expect(script.state.view.happenings.last?.text == "broker 2 answers again")
    }

    @Test func whatHappenedIsToldFromOneAnswerToTheNext() {
        var script = Script(world: .pictured)
        ReplicationScenes.brokerGone(&script)
        let told = script.state.view.happenings.map(\.text)
        #expect(told.contains("broker 2 is gone"))
        #expect(told.contains { $0.contains("led by broker 2 moved") })
        #expect(script.row(0).contains("2 of 3 brokers"))
    }
}
