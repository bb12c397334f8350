import KafkaClient
import KafkaWire
import Testing

@testable import Console

/// Clusters with more groups than fit on a screen, or into one question.
@Suite struct ManyGroupsTests {
    private static let names = (0..<250).map { GroupID("group-\(100 + $0)") }
    private static let late: GroupID = "group-347"

    private func script() -> Script {
        var script = Script(world: .pictured)
        let listed = Self.names.map { ListedGroup(id: $0, protocolType: "consumer", state: "Empty", type: "classic") }
        script.state.view.learn(.groups(listed), to: .groups, at: script.state.now)
        return script
    }

    /// Answers every question about groups as a cluster does in which one of them is far behind; gives how many were asked for at
    /// once at most.
    @discardableResult private func answer(_ script: inout Script) -> Int {
        var most = 0
        for effect in script.takeEffects() {
            guard case .ask(.lag(let groups), let generation) = effect else { continue }
            most = max(most, groups.count)
            let rows = groups.map { group in
                let committed: Int64 = group == Self.late ? 0 : 9_000
                return (
                    group,
                    [
                        TopicPartition("payments", 0): CommitAndEnd(
                            committed: committed, bounds: PartitionBounds(start: 0, end: 9_000))
                    ]
                )
            }
            let found = Dictionary(uniqueKeysWithValues: rows)
            script.send(.answer(.lag(groups), generation: generation, .lag(found, failures: [:])))
        }
        return most
    }

    @Test func `the group that is furthest behind comes first, however far below the screen it is listed`() {
        var script = script()
        script.press("2")
        #expect(script.screen.contains("250 groups"))
        #expect(!script.screen.contains(Self.late.rawValue))
        for _ in 0..<16 {
            #expect(answer(&script) <= ClusterView.groupsAtOnce)
            script.wait(300)
        }
        let rows = script.screen.split(separator: "\n").map(String.init)
        let head = rows.firstIndex { $0.contains("MEMBERS") } ?? 0
        #expect(rows[head + 1].contains(Self.late.rawValue) && rows[head + 1].contains("9,000"))
        #expect(!script.screen.contains("looked at so far"))
    }

    @Test func `by name only those on the screen are asked for`() {
        var script = script()
        script.press("2 G")
        script.wait(300)
        _ = script.takeEffects()
        for _ in 0..<16 {
            let most = answer(&script)
            #expect(most < 40)
            script.wait(300)
        }
        #expect(script.state.view.lags[Self.late] == nil)
    }

    @Test func `a topic has no groups only when all were looked at`() {
        var script = script()
        script.state.view.lags = [:]
        script.state.view.groupsOn = [:]
        script.state.view.countUnaskedGroups()
        #expect(script.state.view.groupsUnasked == 250)
        script.press("ctrl-d")
        #expect(script.screen.contains("250 groups not looked at yet"))
        script.press("esc")
        for _ in 0..<16 {
            answer(&script)
            script.wait(300)
        }
        #expect(script.state.view.groupsUnasked == 0)
        // Groups of before, whose answer was on its way, may be among them.
        let here = (script.state.view.groupsOn["payments"] ?? []).map(\.group)
        #expect(here.filter(Set(Self.names).contains) == Self.names)
        script.press("ctrl-d")
        #expect(!script.screen.contains("not looked at yet"))
    }

    @Test func `a group is taken from a topic that it left, and with the list`() {
        var view = ClusterView()
        let here = CommitAndEnd(committed: 1, bounds: PartitionBounds(start: 0, end: 3))
        func see(_ groups: [GroupID: [TopicPartition: CommitAndEnd]]) {
            view.learn(.lag(groups, failures: [:]), to: .lag(groups.keys.sorted()), at: Script.start)
        }
        let listed = ["b", "a"].map { ListedGroup(id: $0, protocolType: "consumer", state: "Empty", type: "classic") }
        view.learn(.groups(listed), to: .groups, at: Script.start)
        see(["b": [TopicPartition("t", 0): here, TopicPartition("t", 1): here]])
        see(["a": [TopicPartition("t", 0): here, TopicPartition("u", 0): here]])
        #expect(view.groupsOn["t"]?.map(\.group) == ["a", "b"])
        #expect(view.groupsOn["t"]?.map(\.lag) == [2, 4])
        see(["a": [TopicPartition("u", 0): here]])
        #expect(view.groupsOn["t"]?.map(\.group) == ["b"])
        view.learn(.groups([listed[1]]), to: .groups, at: Script.start)
        #expect(view.groupsOn["t"] == nil && view.groupsOn["u"]?.map(\.group) == ["a"])
    }
}
