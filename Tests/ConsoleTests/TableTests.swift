import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

@Suite struct TableTests {
    @Test func aChangedNumberIsBrightForASecondAndThenSettles() {
        var script = Script(world: .pictured)
        func role() -> Role? {
            let grid = render(script.state)
            guard let y = (0..<grid.height).first(where: { script.row($0).contains("payments.dlt") }) else {
                return nil
            }
            let x = Array(script.row(y)).firstIndex(of: "8") ?? Array(script.row(y)).firstIndex(of: "7") ?? 0
            return grid[x, y].style.role
        }
        #expect(role() == .text)
        var bounds: [TopicPartition: PartitionBounds] = [:]
        for (index, end) in [4, 2, 2].enumerated() {
            bounds[TopicPartition(topic: "payments.dlt", partition: Int32(index))] = PartitionBounds(
                start: 0, end: Int64(end))
        }
        script.state.view.learn(.ends(bounds, failures: [:]), to: .ends(["payments.dlt"]), at: script.state.now)
        script.wait(1)
        #expect(script.screen.contains(" 8 "))
        #expect(role() == .fresh)
        script.wait(1_000)
        #expect(role() == .text)
    }

    @Test func theFirstAnswerIsNoChange() {
        var glow = Glow()
        glow.see([("a", ["·"])], revision: 1, at: 0)
        glow.see([("a", ["7"]), ("b", ["9"])], revision: 2, at: 10)
        #expect(!glow.isBright("a", 0, at: 10) && !glow.isBright("b", 0, at: 10))
        glow.see([("a", ["8"]), ("b", ["9"])], revision: 3, at: 20)
        #expect(glow.isBright("a", 0, at: 20) && !glow.isBright("b", 0, at: 20))
        #expect(!glow.isBright("a", 0, at: 1_020))
    }

    @Test(arguments: [
        ("ord", "Orders", true), ("RD", "orders", true), ("", "x", true), ("orders", "order", false),
        ("京", "東京-orders", true),
        ("É", "café", true), ("z", "東京", false),
    ])
    func theFilterFindsLettersWhateverTheirCase(_ typed: String, _ name: String, _ found: Bool) {
        #expect(TableFilter(typed).matches(name) == found)
    }

    @Test func anElasticColumnShrinksBeforeAnotherGoes() {
        let columns: [Column<Int>] = [
            Column("NAME", means: "") { _, _ in "" },
            Column("WORDS", means: "", minimum: 6, elastic: true) { _, _ in "" },
            Column("LAST", means: "", rank: 1) { _, _ in "" },
        ]
        let layout = TableLayout.fitting(columns, [["name", String(repeating: "x", count: 80), "last"]], width: 40)
        #expect(layout.hidden.isEmpty)
        #expect(layout.slots.map(\.width) == [4, 26, 4])
    }
}

@Suite struct ScaleTests {
    static let large: ClusterMetadata = {
        var metadata = ClusterMetadata(clusterID: "c", controller: 1)
        metadata.brokers = (1...3).map { BrokerInfo(id: BrokerID($0), host: "h", port: 9092) }
        metadata.topics = (0..<10_000).map { index in
            let digits = String(index)
            let name = "topic-" + String(repeating: "0", count: 5 - digits.count) + digits
            return TopicInfo(
                name: TopicName(name), id: KafkaUUID(high: 7, low: UInt64(index + 1)),
                partitions: (0..<10).map { partition in
                    PartitionInfo(
                        index: Int32(partition), leader: BrokerID(Int32(partition % 3 + 1)), leaderEpoch: 1,
                        replicas: [1, 2, 3], inSync: [1, 2, 3])
                })
        }
        return metadata
    }()

    private func opened() -> Script {
        var script = Script(world: .empty)
        script.state.view.learn(.metadata(Self.large, ClusterSummary(Self.large)), to: .metadata, at: script.state.now)
        script.wait(300)
        return script
    }

    @Test func onlyTheRowsOnTheScreenAreAskedForAndInOneRequestAKind() {
        var script = opened()
        var asked = 0
        for query in script.state.needs {
            switch query {
            case .ends(let topics), .configs(let topics), .sizes(let topics?):
                asked += 1
                #expect(topics.first == "topic-00000" && topics.count < 40)
            case .sizes(nil): Issue.record("all sizes are asked for")
            default: break
            }
        }
        #expect(asked == 3)
        #expect(script.state.needs.contains(.pulse))
        script.press("end")
        #expect(
            script.state.needs.contains {
                if case .ends(let topics) = $0 { topics.last == "topic-09999" } else { false }
            })
    }

    @Test func aKeyMakesNoRowAnew() {
        var script = opened()
        let before = (script.state.top.pane as? TopicsPane)?.cache.key
        #expect(before != nil)
        script.press("down pgdn up end")
        #expect((script.state.top.pane as? TopicsPane)?.cache.key == before)
        #expect((script.state.top.pane as? TopicsPane)?.table.selected == "topic-09999")
        // An answer about a few topics leaves a table sorted by name alone.
        script.state.view.learn(.ends([:], failures: [:]), to: .ends(["topic-00001"]), at: script.state.now)
        script.wait(1)
        #expect((script.state.top.pane as? TopicsPane)?.cache.key == before)
    }

    @Test func whatDidNotChangeIsSharedWithTheAnswerBefore() {
        var changed = Self.large
        changed.topics[5].partitions[0].inSync = [1]
        changed.topics.remove(at: 9)
        let shared = changed.sharing(with: Self.large)
        #expect(shared == changed)
        func place(_ metadata: ClusterMetadata, _ index: Int) -> UnsafeRawPointer? {
            metadata.topics[index].partitions.withUnsafeBytes { UnsafeRawPointer($0.baseAddress) }
        }
        #expect(place(shared, 9) == place(Self.large, 10))
        #expect(place(shared, 5) != place(Self.large, 5))
    }

    @Test func aLargeClusterIsAskedForAsAWholeSeldomAndItsBrokersOften() {
        let answer = Answer.metadata(Self.large, ClusterSummary(Self.large))
        #expect(Query.metadata.pause(after: answer) == 27_000)
        #expect(
            Query.metadata.pause(after: .metadata(World.pictured.metadata, ClusterSummary(World.pictured.metadata)))
                == 2_000)
        #expect(Query.pulse.interval == 2_000)
    }

    @Test func aBrokerThatGoesMakesTheWholeDueAtOnce() throws {
        var script = opened()
        script.wait(500)
        let asked = try #require(script.state.polls[.metadata])
        script.send(
            .answer(.metadata, generation: asked.generation, .metadata(Self.large, ClusterSummary(Self.large))))
        let pulse = try #require(script.state.polls[.pulse])
        _ = script.takeEffects()
        script.send(.answer(.pulse, generation: pulse.generation, .pulse(Array(Self.large.brokers.dropLast()))))
        #expect(script.state.view.goneSince[3] != nil)
        #expect(script.state.view.happenings.last?.text == "broker 3 is gone")
        #expect(script.takeEffects().contains { if case .ask(.metadata, _) = $0 { true } else { false } })
    }

    @Test func theSumsOfATopicFollowEveryAnswerAboutIt() {
        var view = ClusterView()
        World.pictured.fill(&view, now: Script.start)
        #expect(
            view.totals["orders"]
                == TopicTotals(records: 1_322_913, ends: 1_322_913, hasFailed: false, bytes: 6 * ((312 << 20) / 6)))
        let key = TopicPartition(topic: "orders", partition: 0)
        view.learn(
            .ends([key: PartitionBounds(start: 100, end: 220_113)], failures: [:]), to: .ends(["orders"]),
            at: Script.start)
        #expect(view.totals["orders"]?.records == 1_322_813)
    }

    @Test func `columns keep their places while what they say grows and shrinks`() {
        var widths = ColumnWidths()
        let key = ColumnWidths.Key(pane: 80, filter: "", onlyFaults: false)
        widths.see([10, 6], revision: 1, top: 0, key: key)
        widths.see([8, 9], revision: 2, top: 0, key: key)
        #expect(widths.widest == [10, 9])
        #expect(!widths.isOlder(than: 2, top: 0, key: key) && widths.isOlder(than: 2, top: 1, key: key))
        let wider = ColumnWidths.Key(pane: 120, filter: "", onlyFaults: false)
        widths.see([7, 7], revision: 3, top: 0, key: wider)
        #expect(widths.widest == [7, 7])
    }

    @Test func `the groups of a topic stay on a small screen, from before they are told to the longest they say`() {
        for size in [(80, 24), (120, 40), (200, 50)] {
            var script = Script(width: size.0, height: size.1, world: nil)
            script.state.view.learn(.metadata(World.pictured.metadata), to: .metadata, at: script.state.now)
            script.wait(1)
            func places() -> [Int?] {
                let row = script.row(3)
                return ["TOPIC", "RECORDS", "IN/s", "GROUPS"].map { name in
                    row.firstRange(of: name).map { row.distance(from: row.startIndex, to: $0.lowerBound) }
                }
            }
            let before = places()
            #expect(!before.contains(nil), "\(size)")
            World.pictured.fill(&script.state.view, now: script.state.now)
            script.wait(1)
            #expect(places() == before, "\(size)")
            script.wait(50_000)
            #expect(places() == before, "\(size)")
        }
    }

    @Test func `a long name gives room before the numbers that decide go, and after all others have gone`() {
        var world = World.pictured
        world.metadata.topics.append(
            TopicInfo(
                name: TopicName(String(repeating: "long.name.", count: 6)), id: KafkaUUID(high: 9, low: 9),
                isInternal: false, error: .none, partitions: []))
        var script = Script(width: 80, height: 24, world: world)
        for title in ["TOPIC", "RECORDS", "SIZE", "IN/s", "GROUPS"] { #expect(script.row(3).contains(title)) }
        for title in ["RF", "NOTE", "KEEPS"] { #expect(!script.row(3).contains(title)) }
        #expect(script.screen.contains("long.name.long.name.") && script.screen.contains("audit.changelog "))
        script = Script(width: 200, height: 50, world: world)
        #expect(script.screen.contains("long.name.long.name.long.name.long.name.lon…"))
    }
}
