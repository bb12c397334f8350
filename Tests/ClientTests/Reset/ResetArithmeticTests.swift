import KafkaWire
import Testing

@testable import KafkaClient

@Suite struct ResetArithmeticTests {
    static let key = TopicPartition(topic: "orders", partition: 3)

    func row(
        _ target: ResetTarget, committed: Int64? = 50, start: Int64 = 10, end: Int64 = 100, at: Int64? = nil,
        other: Int64? = nil
    ) -> ResetPlan.Row {
        let facts = PartitionFacts(committed: committed, logStart: start, logEnd: end, atMoment: at, other: other)
        return ResetArithmetic.row(Self.key, facts, target: target, moment: "14:00")
    }

    @Test func everyTargetGivesAnOffsetWithinTheLog() {
        #expect(row(.earliest).new == 10)
        #expect(row(.latest).new == 100)
        #expect(row(.time(1), at: 42).new == 42)
        #expect(row(.duration(1), at: 42).change == -8)
        #expect(row(.offset(60)).new == 60)
        #expect(row(.shift(-20)).new == 30)
        #expect(row(.positions([Self.key: 77])).new == 77)
        #expect(row(.group("other"), other: 88).new == 88)
        #expect(row(.earliest, committed: nil).change == nil)
    }

    @Test func clampingIsShownOnTheRow() {
        let high = row(.offset(101))
        #expect(high.new == 100)
        #expect(high.isClamped && high.note?.description == "101 is past the log: clamped to its end 100")
        let low = row(.shift(-41))
        #expect(low.new == 10)
        #expect(low.isClamped && low.note?.description == "9 is before the log: clamped to its start 10")
        #expect(row(.shift(.max)).new == 100)
        #expect(row(.shift(.min)).new == 10)
        #expect(!row(.offset(100)).isClamped && row(.offset(100)).note == nil)
        #expect(row(.offset(10)).note == nil)
        #expect(row(.group("g"), other: 5).new == 10)
    }

    /// What is not in the log can be neither skipped nor read twice.
    @Test func onlyOffsetsThatTheLogHasAreCounted() {
        func sentence(_ target: ResetTarget, committed: Int64) -> String {
            ResetPlan(
                group: "g", target: target, moment: nil, state: "Empty", holders: [],
                rows: [row(target, committed: committed)], refusal: nil
            ).sentence
        }
        #expect(sentence(.latest, committed: 3) == "Re-reads 0 records, skips 90 on 1 partition.")
        #expect(sentence(.earliest, committed: 3) == "Re-reads 0 records, skips 0.")
        #expect(sentence(.earliest, committed: 500) == "Re-reads 90 records on 1 partition, skips 0.")
        #expect(row(.latest, committed: 3).change == 97)
    }

    @Test func rowsThatCannotMoveSayWhy() {
        #expect(row(.shift(1), committed: nil).new == nil)
        #expect(row(.shift(1), committed: nil).note?.description == "no commit to shift: left alone")
        #expect(row(.group("g")).note?.description == "g has no commit here: left alone")
        #expect(row(.time(1)).note?.description == "no record since 14:00: goes to the end")
        #expect(row(.time(1), committed: 100).note?.description == "no record since 14:00: stays at the end")
        #expect(row(.time(1), at: 50).note?.description == "already there")
        #expect(row(.latest, committed: 5).note?.description == "committed 5 is no longer in the log")
        #expect(
            row(.latest, committed: 1_500).note?.description
                == "committed 1,500 is past the end: was the topic created again?")
    }

    @Test func totalsCountOnlyRowsThatAreWritten() {
        var plan = ResetPlan(
            group: "billing", target: .earliest, moment: nil, state: "Empty", holders: [],
            rows: [
                row(.earliest), row(.latest), row(.latest, committed: 100), row(.earliest, committed: nil),
                row(.shift(1), committed: nil),
            ], refusal: nil)
        #expect(plan.reRead == 40)
        #expect(plan.skipped == 50)
        #expect(plan.started == 1)
        #expect(plan.written == 3)
        #expect(
            plan.sentence == "Re-reads 40 records on 1 partition, skips 50 on 1 partition, starts 1 that had no commit."
        )
        #expect(plan.canExecute)
        plan.rows[0].isIncluded = false
        #expect(plan.reRead == 0)
        plan.refusal = "no"
        #expect(!plan.canExecute)
        plan.rows = [row(.latest, committed: 100)]
        #expect(plan.sentence == "Nothing changes: every partition is already there.")
    }

    @Test func theCommandOfApacheKafkaMeansTheSame() {
        var plan = ResetPlan(
            group: "it's", target: .time(1_795_534_200_000), moment: nil, state: "Empty", holders: [],
            rows: [row(.earliest), row(.earliest)], refusal: nil)
        plan.rows[1].topicPartition.partition = 4
        #expect(
            plan.equivalentCommand == "kafka-consumer-groups --reset-offsets --group 'it'\\''s' --topic orders "
                + "--to-datetime 2026-11-24T15:30:00.000Z --execute")
        plan.rows[1].isIncluded = false
        plan.target = .shift(-5)
        #expect(
            plan.equivalentCommand == "kafka-consumer-groups --reset-offsets --group 'it'\\''s' --topic orders:3 "
                + "--shift-by -5 --execute")
    }

    @Test func whoHoldsTheGroupIsNamed() {
        func member(_ name: String) -> GroupMemberInfo {
            GroupMemberInfo(id: name + "-1", instanceID: nil, clientID: name, host: "/10.0.0.7", assignment: [])
        }
        #expect(ResetArithmetic.refusal(state: "Empty", type: "classic", holders: []) == nil)
        #expect(ResetArithmetic.refusal(state: "Dead", type: "classic", holders: []) == nil)
        let one = ResetArithmetic.refusal(state: "Stable", type: "consumer", holders: [member("app")])
        #expect(one == "Kafka refuses while 1 member holds the group: app 10.0.0.7. Stop it, then plan again.")
        let many = ResetArithmetic.refusal(state: "Stable", type: "classic", holders: ["a", "b", "c", "d"].map(member))
        #expect(many?.contains("4 members hold the group: a 10.0.0.7, b 10.0.0.7, c 10.0.0.7 and 1 more.") == true)
        #expect(ResetArithmetic.refusal(state: "PreparingRebalance", type: "classic", holders: []) != nil)
        #expect(ResetArithmetic.refusal(state: "Empty", type: "share", holders: [])?.contains("share group") == true)
        let connect = ResetArithmetic.refusal(state: "Empty", type: "", protocolType: "connect", holders: [])
        #expect(connect?.contains("Connect") == true)
    }

    @Test func anEpochThatThePartitionHasNotReachedMeansAnotherTopicUnderTheName() {
        var facts = PartitionFacts(committed: 50, logStart: 0, logEnd: 100)
        facts.committedEpoch = 7
        facts.leaderEpoch = 2
        let row = ResetArithmetic.row(Self.key, facts, target: .latest, moment: nil)
        #expect(row.note?.description.contains("created again") == true)
        facts.leaderEpoch = 7
        #expect(ResetArithmetic.row(Self.key, facts, target: .latest, moment: nil).note == nil)
        facts.leaderEpoch = -1
        #expect(ResetArithmetic.row(Self.key, facts, target: .latest, moment: nil).note == nil)
    }

    @Test func whoCameBackMeanwhileIsNamed() {
        let member = GroupMemberInfo(id: "app-1-x", clientID: "app-1", host: "/10.0.0.7")
        var outcome = ResetOutcome(
            group: "billing",
            rows: [ResetOutcome.Row(topicPartition: Self.key, old: nil, new: 5, readBack: 5, error: .none)])
        #expect(outcome.sentence == "Moved billing on 1 partition, read back and equal.")
        outcome.returned = [member]
        #expect(outcome.sentence.hasSuffix("app-1 10.0.0.7 came back meanwhile: look whether it goes on from there."))
    }

    @Test func aStreamsApplicationIsCautioned() {
        #expect(ResetPlan.caution("shop", topics: ["orders", "shop-by-country-repartition"]) != nil)
        #expect(ResetPlan.caution("shop", topics: ["shop-orders", "other-x-changelog"]) == nil)
    }

    @Test func offsetsFilesReadBackAsWritten() throws {
        let text = OffsetsFile.text([
            (Self.key, 42), (TopicPartition(topic: "orders", partition: 4), nil),
            (TopicPartition(topic: "a.b_c-d", partition: 0), 0),
        ])
        let read = try OffsetsFile.parse(text)
        #expect(read == [Self.key: 42, TopicPartition(topic: "a.b_c-d", partition: 0): 0])
        #expect(try OffsetsFile.parse("\"orders\", 3 ,7\r\n\n# x\n") == [Self.key: 7])
        for bad in [
            "", "orders,3", "orders,3,-1", "orders,-3,1", "orders,x,1", ",1,1", "orders,3,1\norders,3,2", "a,1,2,3",
        ] {
            #expect(throws: OffsetsFileError.self) { try OffsetsFile.parse(bad) }
        }
    }
}
