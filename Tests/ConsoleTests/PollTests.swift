import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

@Suite struct PollTests {
    private func asked(_ effects: [Effect]) -> [Query] {
        effects.compactMap { if case .ask(let query, _) = $0 { query } else { nil } }
    }

    private func generation(_ effects: [Effect], _ wanted: Query) -> Int? {
        effects.compactMap { if case .ask(let query, let number) = $0, query == wanted { number } else { nil } }.last
    }

    @Test func onlyWhatIsOnTheScreenIsAsked() {
        var script = Script(world: .pictured)
        let topics = asked(script.takeEffects())
        #expect(topics.contains(.metadata))
        #expect(topics.contains(.sizes(nil)))
        #expect(!topics.contains { if case .members = $0 { true } else { false } })
        script.press("2")
        script.wait(300)
        let groups = asked(script.takeEffects())
        #expect(groups.contains(.members(["audit", "billing", "replay"])))
        #expect(!groups.contains(.sizes(nil)))
        script.press("3")
        script.wait(20_000)
        #expect(!asked(script.takeEffects()).contains { if case .lag = $0 { true } else { false } })
    }

    @Test func aQuestionIsAskedAgainOnlyAfterItsAnswerAndItsPause() {
        var script = Script(world: .empty)
        let first = generation(script.takeEffects(), .metadata)
        script.wait(60_000)
        #expect(!asked(script.takeEffects()).contains(.metadata))
        script.send(.answer(.metadata, generation: first ?? -1, .metadata(World.empty.metadata)))
        script.wait(1_000)
        #expect(!asked(script.takeEffects()).contains(.metadata))
        script.wait(1_100)
        #expect(asked(script.takeEffects()).contains(.metadata))
    }

    @Test func `who wants it asks each second, and data that is old by then is not called live`() {
        #expect(ConsoleSettings("refresh = 1").refresh == 1)
        var script = Script(world: .empty, refresh: 1_000)
        let first = generation(script.takeEffects(), .metadata)
        script.send(.answer(.metadata, generation: first ?? -1, .metadata(World.empty.metadata)))
        script.wait(900)
        #expect(!asked(script.takeEffects()).contains(.metadata))
        script.wait(100)
        #expect(asked(script.takeEffects()).contains(.metadata))
        #expect(script.row(0).hasSuffix("live"))
        script.wait(1_100)
        #expect(script.row(0).hasSuffix("2.1 s ago"))
        var slow = Script(world: .empty, refresh: 10_000)
        slow.send(
            .answer(.metadata, generation: generation(slow.effects, .metadata) ?? -1, .metadata(World.empty.metadata)))
        slow.wait(10_500)
        #expect(slow.row(0).hasSuffix("live"))
    }

    @Test func aStaleAnswerIsDropped() {
        var script = Script(world: .empty)
        let number = generation(script.takeEffects(), .metadata) ?? -1
        script.send(.answer(.metadata, generation: number + 1_000, .metadata(World.pictured.metadata)))
        #expect(script.state.view.metadata.value?.topics.isEmpty == true)
        script.send(.answer(.metadata, generation: number, .metadata(World.pictured.metadata)))
        #expect(script.state.view.metadata.value?.topics.isEmpty == false)
        script.send(.answer(.metadata, generation: number, .metadata(World.empty.metadata)))
        #expect(script.state.view.metadata.value?.topics.isEmpty == false)
    }

    @Test func aDeadClusterLeavesItsLastDataAndComesBackByItself() {
        var script = Script(world: .pictured)
        let number = generation(script.takeEffects(), .metadata) ?? -1
        script.send(
            .answer(.metadata, generation: number, .failed(.unreachable(address: "127.0.0.1:9092", why: "refused"))))
        script.wait(21_000)
        #expect(script.screen.contains("orders"))
        #expect(script.row(0).contains("no answer for 21 s"))
        #expect(script.row(0).contains("21 s ago"))
        #expect(script.row(38).contains("Cannot reach 127.0.0.1:9092"))
        let again = generation(script.takeEffects(), .metadata) ?? -1
        #expect(again > number)
        script.send(.answer(.metadata, generation: again, .metadata(World.pictured.metadata)))
        #expect(script.row(0).contains("2 under-replicated"))
        #expect(script.row(0).contains("live"))
        #expect(!script.row(38).contains("Cannot reach"))
    }

    @Test func oneDeadBrokerCostsOnlyItsCells() {
        var script = Script(world: .pictured)
        let key = TopicPartition(topic: "orders", partition: 1)
        let topics = World.pictured.metadata.topics.map(\.name)
        script.state.view.learn(
            .ends([:], failures: [key: "broker 2 does not answer"]), to: .ends(topics), at: script.state.now)
        script.state.view.learn(
            .sizes([:], failures: [2: "broker 2 does not answer"]), to: .sizes(nil), at: script.state.now)
        script.press("down down")
        #expect(script.screen.contains("1,322,913"))
        #expect(script.screen.contains("312 MiB"))
    }

    @Test func aFreshPartitionWhoseLeaderIsDeadIsUnknown() {
        var script = Script(world: .empty)
        var metadata = World.pictured.metadata
        metadata.topics = metadata.topics.filter { $0.name == "orders" }
        script.state.view.learn(.metadata(metadata), to: .metadata, at: script.state.now)
        script.wait(1)
        #expect(script.screen.contains("·"))
        let key = TopicPartition(topic: "orders", partition: 1)
        script.state.view.learn(.ends([:], failures: [key: "no"]), to: .ends(["orders"]), at: script.state.now)
        #expect(script.screen.contains("unknown"))
    }

    @Test func recordsAreAnUpperBoundWhenCompactedTransactionalOrNotKnown() throws {
        var view = ClusterView()
        World.pictured.fill(&view, now: Script.start)
        func text(_ name: TopicName) throws -> String {
            let topic = try #require(view.metadata.value?.topic(name))
            return TopicRow(topic: topic).recordsText(view)
        }
        #expect(try text("orders") == "1,322,913")
        #expect(try text("customers") == "≤ 40,912")
        view.transactional = ["orders"]
        #expect(try text("orders") == "≤ 1,322,913")
        view.configs["payments"] = nil
        #expect(try text("payments").hasPrefix("≤ "))
    }

    @Test func aRecreatedTopicForgetsItsOldNumbers() {
        var view = ClusterView()
        World.pictured.fill(&view, now: Script.start)
        var metadata = World.pictured.metadata
        for index in metadata.topics.indices where metadata.topics[index].name == "orders" {
            metadata.topics[index].id = KafkaUUID(high: 9, low: 9)
        }
        view.learn(.metadata(metadata), to: .metadata, at: Script.start)
        #expect(view.topicEnds["orders"] == nil)
        #expect(view.bounds[TopicPartition(topic: "orders", partition: 0)] == nil)
        #expect(view.topicEnds["payments"] != nil)
    }
}
