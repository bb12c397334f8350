import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

@Suite struct TopicChangeTests {
    @Test func aTopicIsCreatedWithNamePartitionsAndCopies() throws {
        var script = Script(world: .pictured)
        script.press("n")
        script.type("payments.v2")
        script.press("tab backspace")
        script.type("12")
        script.press("enter")
        let started = try #require(script.takeJobs().first)
        #expect(
            started.job as? CreateTopicJob == CreateTopicJob(topic: "payments.v2", partitions: 12, replicationFactor: 3)
        )
        script.send(
            .report(
                TopicChangeReport(
                    topic: "payments.v2", isCreated: true, summary: "created payments.v2",
                    sameAs: "kafka-topics --create"),
                number: started.number))
        #expect(script.state.overlay == nil)
        #expect(script.row(38).contains("✔ created payments.v2"))
        #expect(script.row(38).contains("same as"))
        // The cursor goes to the new topic when the cluster lists it.
        var world = World.pictured
        world.metadata.topics.append(
            TopicInfo(
                name: "payments.v2", id: KafkaUUID(high: 3, low: 3), isInternal: false, error: .none, partitions: []))
        script.state.view.learn(.metadata(world.metadata), to: .metadata, at: script.state.now)
        script.wait(1)
        #expect((script.state.top.pane as? TopicsPane)?.table.selected == "payments.v2")
    }

    @Test func typingTakesThePlaceOfAProposalAndEditingKeepsIt() {
        var field = TextField(proposal: "7")
        _ = field.handle(Key("8"))
        #expect(field.text == "8")
        _ = field.handle(Key("9"))
        #expect(field.text == "89")
        field = TextField(proposal: "orders-copy")
        if let left = Key("left") { _ = field.handle(left) }
        _ = field.handle(Key("x"))
        #expect(field.text == "orders-copxy")
        field = TextField(proposal: "7")
        field.paste("12")
        #expect(field.text == "12")
    }

    @Test func whatTheClusterRefusesStaysInTheDialog() throws {
        var script = Script(world: .pictured)
        script.press("n")
        script.type("orders")
        script.press("enter")
        let number = try #require(script.takeJobs().first?.number)
        var report = TopicChangeReport(topic: "orders", isCreated: true, summary: "", sameAs: "")
        report.failure = "Topic 'orders' already exists."
        script.send(.report(report, number: number))
        #expect(script.state.overlay != nil)
        #expect(script.screen.contains("already exists"))
    }

    @Test(arguments: ["", "a b", "..", "日本"]) func aNameKafkaForbidsIsNotSent(_ name: String) {
        var script = Script(world: .pictured)
        script.press("n")
        script.type(name)
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
        #expect(script.screen.contains("✘"))
    }

    @Test func deletingTakesTheExactNameAndHalfASecond() throws {
        var script = Script(world: .pictured)
        script.press("down ctrl-d")
        script.type("customers")
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
        #expect(script.screen.contains("typed too early: read the question, then type the name"))
        script.wait(600)
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
        script.type("customer")
        #expect(!script.screen.contains("too early"))
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
        #expect(script.screen.contains("that is not customers"))
        script.type("s")
        script.press("enter")
        let started = try #require(script.takeJobs().first)
        let job = try #require(started.job as? DeleteTopicsJob)
        let id = try #require(World.pictured.metadata.topic("customers")?.id)
        #expect(job.targets == [TopicTarget(name: "customers", id: id)])
    }

    @Test func kafkasOwnTopicsAreNotDeleted() {
        var script = Script(world: .pictured)
        script.press(". home ctrl-d")
        #expect(script.state.overlay == nil)
        #expect(script.state.notice?.text.contains("Kafka's own") == true)
    }
}
