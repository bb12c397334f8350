import KafkaClient
import Terminal
import Testing

@testable import Console

/// What does not change is not drawn: a slow line carries nothing while nothing happens.
@Suite struct QuietScreenTests {
    /// The pictured cluster on which nothing is written, read or committed.
    private static let quiet: World = {
        var world = World.pictured
        for partition in world.ends.keys { world.ends[partition]?.rate = 0 }
        (world.groups, world.members, world.commits, world.firstUnread) = ([], [:], [:], [:])
        return world
    }()

    @Test(arguments: [(80, 24), (120, 40), (200, 50)])
    func `a quiet cluster changes no cell, however often it answers`(width: Int, height: Int) {
        var script = Script(width: width, height: height, world: Self.quiet)
        script.wait(2_000)
        Self.quiet.fill(&script.state.view, now: script.state.now)
        script.wait(0)
        let first = render(script.state)
        for step in 1...40 {
            script.wait(500)
            if step % 4 == 0 {
                Self.quiet.fill(&script.state.view, now: script.state.now)
                script.wait(0)
            }
            let different = (0..<height).filter { render(script.state).row($0) != first.row($0) }
            #expect(different.isEmpty, "after \(step * 500) ms")
        }
    }

    @Test func `records in one topic change its row, the sum in the head and nothing else of the table`() {
        var script = Script(width: 80, height: 24, world: Self.quiet)
        script.wait(2_000)
        let first = render(script.state)
        var busy = Self.quiet
        for partition in busy.ends.keys where partition.topic == "payments" { busy.ends[partition]?.end += 100 }
        script.wait(2_000)
        busy.fill(&script.state.view, now: script.state.now)
        script.wait(0)
        let row = (0..<24).first { script.row($0).contains(" payments ") }
        let different = (0..<24).filter { render(script.state).row($0) != first.row($0) }
        #expect(Set(different).isSubset(of: [0, row ?? -1]))
        #expect(different.contains(row ?? -1))
    }
}
