import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

@Suite struct RecordsPaneTests {
    private static func script(_ prepare: (inout Script) -> Void = { RecordScenes.newest(&$0) }) -> Script {
        var script = Script(world: .pictured)
        prepare(&script)
        return script
    }

    private static func pane(_ script: Script) -> RecordsPane? { script.state.top.pane as? RecordsPane }

    @Test(arguments: RecordScenes.scenes) func `the pane looks as stored`(scene: SnapshotTests.Scene) {
        for (width, height) in Snapshot.sizes {
            var script = Script(width: width, height: height, console: scene.console, world: scene.world)
            scene.prepare(&script)
            Snapshot.check(script.state, scene.name)
        }
    }

    @Test func `any size draws, in every scene`() {
        for (width, height) in [(0, 0), (1, 1), (29, 5), (30, 6), (31, 7), (40, 10), (60, 15), (149, 28), (500, 200)] {
            for scene in RecordScenes.scenes {
                var script = Script(width: width, height: height, console: scene.console, world: scene.world)
                scene.prepare(&script)
                #expect(render(script.state).width == width)
            }
        }
    }

    @Test func `it opens with the newest of all partitions and joins nothing`() {
        var script = Script(world: .pictured)
        script.press("down down enter")
        let jobs = script.takeJobs().compactMap { $0.job as? ReadRecordsJob }
        #expect(jobs == [ReadRecordsJob(topic: "orders", stretch: .newest, limit: 200, isolation: .readUncommitted)])
    }

    @Test func `following goes on where the newest ended and counts everything`() {
        var script = Self.script()
        _ = script.takeEffects()
        script.press("f")
        let jobs = script.takeJobs().compactMap { $0.job as? FollowRecordsJob }
        #expect(jobs.first?.start == .positions(RecordScenes.pictured.positions))
        for page in 0..<3 {
            script.wait(500)
            RecordScenes.answer(&script, RecordScenes.more(page, now: script.state.now))
        }
        #expect(script.screen.contains("▶ following   2,000/s   showing 1 in 100, 3,000 counted, 2 behind"))
        #expect(Self.pane(script)?.row(at: 0)?.place.offset == 220_143)
        #expect(Self.pane(script)?.cursor == 0)
    }

    @Test func `an empty topic fills by itself`() throws {
        var report = RecordScenes.pictured
        (report.rows, report.positions) = ([], [0: 0])
        var script = Self.script { RecordScenes.newest(&$0, report) }
        let follow = try #require(script.takeJobs().compactMap { $0.job as? FollowRecordsJob }.last)
        #expect(follow.start == .positions([0: 0]))
        RecordScenes.answer(&script, RecordScenes.more(0, now: script.state.now))
        #expect(script.screen.contains("k220114"))
        #expect(!script.screen.contains("No records here yet"))
    }

    @Test func `at the end of a partition the next record is waited for, and the screen says so`() throws {
        let place = TopicPosition(partition: 0, offset: 8)
        var script = Script(world: .pictured)
        _ = script.state.perform([.open(RecordsPane(topic: "orders", at: place))])
        var report = RecordsReport(kind: .read)
        (report.positions, report.ends) = ([0: 8], [0: 8])
        RecordScenes.answer(&script, report)
        #expect(script.takeJobs().contains { $0.job is FollowRecordsJob })
        #expect(script.screen.contains("its next record will have offset 8"))
    }

    @Test func `what came since the newest were read is counted`() {
        var script = Self.script()
        let key = TopicPartition("orders", 3)
        let end = RecordScenes.pictured.positions[3] ?? 0
        script.state.view.ends = [:]
        #expect(!script.screen.contains("came since"))
        script.state.view.ends[key, default: History()].add(end + 12, at: script.state.now)
        #expect(script.screen.contains("12 came since, f follows"))
    }

    @Test func `a record's transaction is open until its marker is followed`() {
        var script = Self.script { RecordScenes.newest(&$0, RecordScenes.transactions) }
        func outcomes() -> [TransactionOutcome] {
            Self.pane(script)?.ring.rows.compactMap { $0.found?.batch?.outcome } ?? []
        }
        #expect(outcomes() == [.committed, .aborted, .open] && script.screen.contains("◌ open"))
        script.press("f")
        var report = RecordScenes.more(0, now: script.state.now)
        report.markers = [4: [TransactionMarker(producer: 19, offset: 219_010, outcome: .aborted)]]
        RecordScenes.answer(&script, report)
        #expect(outcomes() == [.committed, .aborted, .aborted] && !script.screen.contains("◌ open"))
    }

    @Test func `the cursor stays on its record while others come`() {
        var script = Self.script()
        script.press("down down")
        let place = Self.pane(script)?.selection
        #expect(place == TopicPosition(partition: 5, offset: 222_167))
        script.press("f")
        for page in 0..<4 { RecordScenes.answer(&script, RecordScenes.more(page, now: script.state.now)) }
        #expect(Self.pane(script)?.selection == place)
        #expect(Self.pane(script)?.cursor == 42)
    }

    @Test(arguments: [(120, 40), (200, 50)])
    func `while it rides on the newest the list has all the room, and a step or a freeze shows the record`(
        width: Int, height: Int
    ) {
        var script = Script(width: width, height: height, world: .pictured)
        RecordScenes.following(&script)
        func isShown() -> Bool { script.screen.contains("─ record p0@220,14") }
        #expect(!isShown())
        script.press("down")
        #expect(isShown())
        script.press("home")
        #expect(!isShown())
        script.press("space")
        #expect(isShown())
        script.press("space f")
        #expect(isShown())
    }

    @Test(arguments: [(80, 24), (120, 40), (200, 50)])
    func `a record that comes in moves the others down, and but for the counts nothing else changes`(
        width: Int, height: Int
    ) {
        var script = Script(width: width, height: height, world: .pictured)
        RecordScenes.following(&script)
        let before = render(script.state)
        var report = RecordScenes.more(3, now: script.state.now)
        (report.rows, report.skipped) = ([report.rows[0]], 0)
        RecordScenes.answer(&script, report)
        let after = render(script.state)
        let first = (0..<height).first { script.row($0).contains("220,144") } ?? 0
        #expect(first > 3)
        for y in 0..<height where y != 3 && y != first {
            let isMoved = y > first && y < height - 2
            for x in 0..<width where after[x, y] != before[x, isMoved ? y - 1 : y] {
                // The mark stays at the upper end.
                #expect(x == 0 && y == first + 1, "(\(x), \(y))")
            }
        }
    }

    @Test func `a record that is read stays where more comes than is kept`() {
        for keys in ["down", "enter"] {
            var script = Self.script { RecordScenes.following(&$0) }
            script.press(keys)
            let place = Self.pane(script)?.selection
            for page in 3..<540 { RecordScenes.answer(&script, RecordScenes.more(page, now: script.state.now)) }
            #expect(Self.pane(script)?.selection == place)
            if keys == "enter" {
                #expect(script.screen.contains("record p0@220,143"))
                script.press("esc")
            }
            #expect(script.screen.contains("‖ frozen"))
            script.press("space")
            #expect(script.screen.contains("▶ following"))
            #expect(Self.pane(script)?.selection?.offset == 225_513 && Self.pane(script)?.cursor == 0)
        }
    }

    @Test func `the rate of a slow topic is told over half a minute, that of a fast one over three seconds`() {
        var script = Self.script { RecordScenes.following(&$0, pages: 0) }
        func rate() -> Double { Self.pane(script)?.rate(now: script.state.now) ?? 0 }
        func come(_ count: Int) {
            var report = RecordScenes.more(0, now: script.state.now)
            (report.rows, report.skipped) = ([], count)
            RecordScenes.answer(&script, report)
        }
        for half in 1...80 {
            script.wait(500)
            if half % 4 == 0 { come(1) }
            if half > 20 { #expect((0.4...0.55).contains(rate()), "\(half)") }
        }
        for _ in 0..<20 {
            script.wait(100)
            come(10_000)
        }
        #expect(rate() > 60_000)
        script.wait(3_100)
        #expect(rate() == 0)
    }

    @Test func `frozen it shows what it showed and goes on counting`() {
        var script = Self.script { RecordScenes.following(&$0) }
        script.press("space")
        let rows = script.row(8)
        RecordScenes.answer(&script, RecordScenes.more(9, now: script.state.now))
        #expect(script.row(8) == rows)
        #expect(script.screen.contains("‖ frozen") && script.screen.contains("1,000 came meanwhile"))
        script.press("space")
        #expect(Self.pane(script)?.row(at: 0)?.place.offset == 220_213)
    }

    @Test func `what failed while the cluster was away is read again when it is back`() {
        var script = Self.script { script in
            RecordScenes.newest(&script, RecordsReport(kind: .read, failure: "no answer from 127.0.0.1:9092"))
        }
        _ = script.takeJobs()
        script.wait(500)
        #expect(script.takeJobs().isEmpty, "an error alone is not tried over and over")
        script.state.view.metadata.failingSince = script.state.now
        script.wait(500)
        #expect(script.takeJobs().isEmpty && script.screen.contains("no answer from"))
        script.state.view.metadata.failingSince = nil
        script.wait(500)
        #expect(script.takeJobs().compactMap { ($0.job as? ReadRecordsJob)?.stretch } == [.newest])
        #expect(!script.screen.contains("no answer from"))
        script.wait(500)
        #expect(script.takeJobs().isEmpty)
    }

    @Test func `a page that is frozen counts nothing that nobody reads`() {
        var script = Self.script()
        script.press("space")
        #expect(script.screen.contains("‖ frozen") && !script.screen.contains("came meanwhile"))
    }

    @Test func `a place is gone to, read downwards, and read on at its end`() {
        var script = Self.script()
        _ = script.takeEffects()
        script.press("@")
        script.type("p3@220,100")
        #expect(script.screen.contains("= offset 220,100 of partition 3"))
        script.press("enter")
        #expect(
            script.takeJobs().compactMap { ($0.job as? ReadRecordsJob)?.stretch } == [.from(.positions([3: 220_100]))])
        var report = RecordScenes.pictured
        report.rows = (220_100..<220_103).map { RecordScenes.row(3, $0, key: "k", value: "v\($0)") }
        report.positions = [3: 220_103]
        report.ends = [3: 220_113]
        RecordScenes.answer(&script, report)
        #expect(Self.pane(script)?.row(at: 0)?.place.offset == 220_100)
        #expect(script.screen.contains("10 more, ↓ reads on"))
        _ = script.takeEffects()
        script.press("down")
        #expect(script.takeJobs().compactMap { ($0.job as? ReadRecordsJob)?.stretch } == [.after([3: 220_103])])
    }

    @Test func `a place that is not understood goes nowhere`() {
        var script = Self.script()
        _ = script.takeEffects()
        script.press("@")
        script.type("gestern")
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
        #expect(Self.pane(script)?.field?.text.text == "gestern")
        script.press("esc")
        #expect(Self.pane(script)?.field == nil)
        #expect(Self.pane(script) != nil)
    }

    @Test func `a filter narrows as it is typed and escape takes it back`() {
        var script = Self.script()
        script.press("/")
        script.type("pAiD")
        #expect(Self.pane(script)?.shown.rows.count == 3)
        script.press("enter esc")
        #expect(Self.pane(script)?.shown.rows.count == 9)
        script.press("esc")
        #expect(Self.pane(script) == nil)
    }

    @Test func `no byte of a record reaches the screen raw`() {
        var script = Self.script()
        for key in ["down", "v", "v", "v", "v", "v", "enter", "]", "]", "]", "x"] {
            for _ in 0..<3 {
                script.press(key)
                for scalar in script.screen.unicodeScalars where scalar.value != 0x0A {
                    #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) && scalar.value != 0x202E)
                }
            }
        }
    }

    @Test func `copying takes the whole value`() {
        var script = Self.script()
        _ = script.takeEffects()
        script.press("y")
        #expect(
            script.takeEffects().contains {
                $0 == .copy(#"{"id":4711,"customer":{"country":"PT"},"total":99.95,"status":"paid"}"#)
            })
    }

    @Test func `reading committed records only asks anew`() {
        var script = Self.script()
        _ = script.takeEffects()
        script.press("i")
        #expect(script.takeJobs().compactMap { ($0.job as? ReadRecordsJob)?.isolation } == [.readCommitted])
    }

    @Test func `every aspect of a hostile record is laid out within bounds`() {
        let values = [
            String(repeating: "[", count: 300_000), String(repeating: "x", count: 2_000_000),
            "{\"a\":" + String(repeating: "9", count: 10_000) + "}",
            String(repeating: "\n", count: 100_000), String(repeating: "\u{301}", count: 10_000),
        ]
        for value in values {
            let row = RecordScenes.row(0, 1, key: value, value: value).detached
            for aspect in RecordsPane.Aspect.allCases {
                #expect(RecordDetail.lines(of: row, aspect, columns: 80).count <= 2_003)
            }
        }
    }

    @Test func `a record with more headers than are kept says so`() {
        func row(headers: Int) -> RecordRow {
            let headers = (0..<headers).map { Record.Header(key: "h\($0)", value: nil) }
            let record = Record(offset: 0, timestamp: 0, key: nil, value: nil, headers: headers)
            return RecordRow.found(FoundRecord(partition: 0, record: record)).detached
        }
        let all = RecordDetail.lines(of: row(headers: 1000), .headers, columns: 80)
        #expect(all.count == 1000 && all.last?.spans.first?.text == "h999")
        let some = RecordDetail.lines(of: row(headers: 10_000), .headers, columns: 80)
        #expect(some.count == 1001 && some.last?.spans.first?.text.hasPrefix("more headers") == true)
    }
}
