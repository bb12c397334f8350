import KafkaClient
import Testing

@testable import Console

/// Which of the things that were said is on the screen.
@Suite struct NoticeTests {
    @Test func `what goes wrong takes the place of what was said before it`() {
        var script = Script(world: .pictured)
        script.press("y")
        #expect(script.row(38).contains("copied"))
        script.wait(1_000)
        script.send(.notice(Notice(.bad, "first")))
        #expect(script.row(38).contains("first"))
        script.send(.notice(Notice(.bad, "second")))
        #expect(script.row(38).contains("second"))
    }

    @Test func `an error stays until somebody can have seen it, and what was said meanwhile comes after it`() {
        var script = Script(world: .pictured)
        script.send(.notice(Notice(.bad, "the export failed")))
        script.send(.notice(Notice(.good, "theme nord")))
        #expect(script.row(38).contains("the export failed"))
        script.wait(200)
        script.press("down")
        #expect(script.row(38).contains("the export failed"))
        script.wait(1_000)
        script.press("down")
        #expect(script.row(38).contains("theme nord"))
    }

    @Test func `what answers a key takes the place of everything`() {
        var script = Script(world: .pictured)
        script.send(.notice(Notice(.bad, "the export failed")))
        script.press("y")
        #expect(script.row(38).contains("copied"))
        script.press("2 down ctrl-d esc 1 . home ctrl-d")
        #expect(script.row(38).contains("Kafka's own"))
        script.press("down")
        #expect(!script.row(38).contains("Kafka's own"))
    }

    @Test func `a cluster that stops answering is said over a notice, and a new notice is seen for a moment`() {
        var script = Script(world: .pictured)
        script.press("y")
        script.wait(1_000)
        script.state.view.learn(
            .failed(.unreachable(address: "127.0.0.1:9092", why: "connection refused")), to: .metadata,
            at: script.state.now)
        #expect(script.row(38).contains("connection refused") && !script.row(38).contains("copied"))
        script.wait(1_000)
        script.press("y")
        #expect(script.row(38).contains("copied"))
        script.wait(5_000)
        #expect(script.row(38).contains("connection refused"))
    }

    @Test func `a sentence longer than its line is said to its end`() {
        var script = Script(width: 80, height: 24, world: .pictured)
        let long = String(repeating: "the cluster refused it and said at length why; ", count: 4) + "do this"
        script.send(.notice(Notice(.bad, long)))
        #expect(script.row(22).hasSuffix("do this") && script.row(20).hasPrefix(" ✘ the cluster refused it"))
        script.wait(1_000)
        script.press("down")
        #expect(!script.screen.contains("refused it"))
    }
}
