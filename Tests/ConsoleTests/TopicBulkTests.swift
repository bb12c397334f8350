import KafkaClient
import KafkaWire
import Testing

@testable import Console

@Suite struct TopicBulkTests {
    @Test func marksAreDeletedTogetherAfterOneQuestionThatListsThem() throws {
        var script = Script(world: .pictured)
        script.press("space space ctrl-d")
        #expect(script.screen.contains("audit.changelog: ≤ 1,000 records"))
        #expect(script.screen.contains("customers: ≤ 40,912 records"))
        script.wait(600)
        script.type("delete 2")
        script.press("enter")
        let job = try #require(script.takeJobs().last?.job as? DeleteTopicsJob)
        #expect(job.targets.map(\.name) == ["audit.changelog", "customers"])
        #expect(script.state.activity.entries.last?.change.what == "delete 2 topics")
    }

    @Test func emptyingSaysWhatIsLostWhoHasNotReadItAndWhatKafkaRefuses() throws {
        var script = Script(world: .pictured)
        script.press("down down ctrl-e")
        #expect(script.screen.contains("1,322,913 records, 312 MiB in 6 partitions are lost."))
        #expect(script.screen.contains("Groups that have not read all of it: audit."))
        script.wait(600)
        script.type("orders")
        script.press("enter")
        #expect((script.takeJobs().last?.job as? EmptyTopicsJob)?.targets.map(\.name) == ["orders"])
        script.press("esc home ctrl-e")
        #expect(script.screen.contains("Kafka refuses it for compacted topics: audit.changelog."))
    }

    @Test func partitionsAreOnlyAddedAndTheWarningIsThere() throws {
        var script = Script(world: .pictured)
        script.press("down down +")
        #expect(script.screen.contains("This cannot be taken back"))
        script.press("ctrl-u")
        script.type("6")
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
        script.press("backspace")
        script.type("8")
        script.press("enter")
        #expect(script.takeJobs().isEmpty && script.screen.contains("⏎ again: 6 → 8, adds 2 for ever"))
        script.press("enter")
        #expect(script.takeJobs().isEmpty && script.screen.contains("⏎ came too early: ⏎ again"))
        script.wait(600)
        script.press("enter")
        #expect(
            script.takeJobs().last?.job as? AddPartitionsJob == AddPartitionsJob(topic: "orders", before: 6, total: 8))
    }

    @Test func aCloneHasTheShapeAndTheOwnSettings() throws {
        var script = Script(world: .pictured)
        script.press("down down ctrl-n enter")
        let job = try #require(script.takeJobs().last?.job as? CreateTopicJob)
        #expect(job.topic == "orders-copy" && job.partitions == 6 && job.replicationFactor == 3)
        #expect(job.configs == ["min.insync.replicas": "2", "segment.bytes": "67108864"])
        #expect(job.change.sameAs.hasSuffix("--config min.insync.replicas=2 --config segment.bytes=67108864"))
    }

    @Test func faultsAloneAreTopicsBelowTheirFactorOrWithGroupsBehind() {
        var script = Script(world: .pictured)
        script.press("ctrl-z")
        #expect((script.state.top.pane as? TopicsPane)?.cache.ids == ["orders", "shipments"])
        #expect(script.screen.contains("only faults  2 of 7   esc shows all"))
        script.press("esc")
        #expect((script.state.top.pane as? TopicsPane)?.cache.ids.count == 7)
    }

    @Test func marksOfTopicsThatAreGoneGoToo() {
        var script = Script(world: .pictured)
        script.press("space space")
        var world = World.pictured
        world.metadata.topics.removeAll { $0.name == "customers" }
        script.state.view.learn(.metadata(world.metadata), to: .metadata, at: script.state.now)
        script.wait(1)
        #expect((script.state.top.pane as? TopicsPane)?.table.marks == ["audit.changelog"])
    }

    @Test func aTopicMadeAnewUnderItsNameIsLeftAlone() {
        let target = TopicTarget(name: "t", id: KafkaUUID(high: 1, low: 1))
        func metadata(_ id: KafkaUUID) -> ClusterMetadata { ClusterMetadata(topics: [TopicInfo(name: "t", id: id)]) }
        #expect(target.objection(in: metadata(target.id)) == nil)
        #expect(target.objection(in: metadata(KafkaUUID(high: 2, low: 2)))?.contains("created anew") == true)
        #expect(target.objection(in: ClusterMetadata()) != nil)
    }
}
