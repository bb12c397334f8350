import Bytes
import Foundation
import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

@Suite struct RecordsSearchTests {
    private static func script() -> Script {
        var script = Script(world: .pictured)
        RecordScenes.newest(&script)
        _ = script.takeEffects()
        return script
    }

    private static func pane(_ script: Script) -> RecordsPane? { script.state.top.pane as? RecordsPane }

    /// A report of a search that is half way.
    static func found(_ rows: [RecordRow], done: Int64, of all: Int64, isOver: Bool = false) -> RecordsReport {
        var report = RecordsReport(kind: .found)
        report.rows = rows
        report.isOver = isOver
        var progress = SearchProgress()
        (progress.records, progress.bytes, progress.matched) = (Int(done), Int(done) * 200, rows.count)
        (progress.offsets, progress.offsetsDone) = (all, done)
        (progress.positions, progress.ends) = ([3: done], [3: all])
        report.progress = progress
        return report
    }

    static func begin(_ script: inout Script) {
        script.press("S")
        script.type("value.total > 50")
        script.press("enter")
    }

    @Test func `a search tells how far it is, stops, and goes on where it stopped`() throws {
        var script = Self.script()
        Self.begin(&script)
        let jobs = script.takeJobs().compactMap { $0.job as? SearchRecordsJob }
        #expect(jobs.map(\.query.text) == ["value.total > 50"] && jobs.first?.start == .earliest)
        script.wait(500)
        let rows = (0..<3).map { RecordScenes.row(3, Int64($0), key: "k", value: "{\"total\":\(51 + $0)}") }
        RecordScenes.answer(&script, Self.found(rows, done: 400, of: 1_000))
        #expect(script.screen.contains("searching 40 %") && script.screen.contains("3 found"))
        #expect(script.screen.contains("to go") && script.screen.contains("S value.total > 50"))
        #expect(Self.pane(script)?.row(at: 0)?.place.offset == 0)
        _ = script.takeEffects()
        script.press("esc")
        #expect(script.takeEffects().contains { if case .stop = $0 { true } else { false } })
        #expect(script.screen.contains("stopped at 40 %, r goes on") && Self.pane(script)?.shown.rows.count == 3)
        script.press("r")
        #expect(script.takeJobs().compactMap { ($0.job as? SearchRecordsJob)?.start } == [.positions([3: 400])])
        RecordScenes.answer(
            &script, Self.found([RecordScenes.row(3, 999, value: "{\"total\":99}")], done: 600, of: 600, isOver: true))
        #expect(script.screen.contains("searched all") && script.screen.contains("4 found"))
        #expect(script.screen.contains("1,000 records"))
        script.press("esc")
        #expect(script.takeJobs().compactMap { ($0.job as? ReadRecordsJob)?.stretch } == [.newest])
    }

    @Test func `following after a search from a place follows every partition`() {
        var script = Self.script()
        script.press("@")
        script.type("p3@100")
        script.press("enter S")
        script.type("value.total > 50")
        script.press("enter f")
        let follow = script.takeJobs().compactMap { $0.job as? FollowRecordsJob }.last
        #expect(follow?.start == .latest && Self.pane(script)?.place == nil)
        #expect(!script.screen.contains("Partition 3 ends there"))
    }

    @Test func `a mistake in an expression is told while it is typed and starts nothing`() {
        var script = Self.script()
        script.press("S")
        script.type("value.total >")
        #expect(script.screen.contains("column 14: a text in quotes or a number belongs here"))
        script.press("enter")
        #expect(script.takeJobs().isEmpty && Self.pane(script)?.field != nil)
    }

    @Test func `the same key is searched where its hash puts it first`() {
        var script = Self.script()
        script.press("K")
        let jobs = script.takeJobs().compactMap { $0.job as? SearchRecordsJob }
        #expect(jobs.map(\.query.text) == ["key == \"4711\""])
        #expect(jobs.first?.first == Murmur2.partition(forKey: ByteSlice("4711"), of: 6))
        script.press("esc esc")
        script.press("down down down")
        _ = script.takeEffects()
        RecordScenes.answer(&script, RecordScenes.pictured)
        script.press("down down down K")
        let others = script.takeJobs().compactMap { $0.job as? SearchRecordsJob }
        #expect(others.isEmpty && script.screen.contains("this record has no key"))
    }

    @Test func `a filter of expressions narrows the list, and n goes from match to match`() {
        var script = Self.script()
        script.press("/")
        script.type("value.customer.country == \"PT\" && value.total > 80")
        #expect(Self.pane(script)?.shown.rows.compactMap { $0.record?.offset } == [220_113, 220_112])
        script.press("enter n")
        #expect(Self.pane(script)?.selection == TopicPosition(partition: 0, offset: 220_113))
        script.press("N")
        #expect(Self.pane(script)?.selection == TopicPosition(partition: 3, offset: 220_112))
        // An expression that is not finished leaves the list as it was.
        script.press("/")
        script.type(" &&")
        #expect(Self.pane(script)?.shown.rows.count == 2)
    }

    @Test func `down at the oldest record reads back, without end, until the very first`() {
        var script = Self.script()
        script.press("down")
        #expect(
            script.takeJobs().compactMap { ($0.job as? ReadRecordsJob)?.stretch } == [
                .before(RecordScenes.pictured.starts)
            ])
        var earlier = RecordsReport(kind: .earlier)
        earlier.rows = (0..<50).map {
            RecordScenes.row(0, 220_063 + $0, at: Script.start - 200 + $0, value: "old \($0)")
        }
        earlier.starts = [0: 220_063]
        let selection = Self.pane(script)?.selection
        RecordScenes.answer(&script, earlier)
        #expect(Self.pane(script)?.shown.rows.count == 59 && Self.pane(script)?.selection == selection)
        script.press("end")
        #expect(Self.pane(script)?.selection?.offset == 220_063)
        var starts = RecordScenes.pictured.starts
        starts[0] = 220_063
        #expect(script.takeJobs().compactMap { ($0.job as? ReadRecordsJob)?.stretch } == [.before(starts)])
        RecordScenes.answer(&script, RecordsReport(kind: .earlier))
        #expect(script.screen.contains("from the very first"))
        script.press("end down")
        #expect(script.takeJobs().isEmpty)
    }

    @Test func `columns of one's own show parts of the records, and a name that is none is told`() {
        var script = Self.script()
        script.press("w")
        script.type("value.total headers.trace-id siez")
        #expect(script.screen.contains("a part of a record belongs here"))
        script.press("enter")
        #expect(Self.pane(script)?.field != nil)
        for _ in 0..<4 { script.press("backspace") }
        script.type("size")
        script.press("enter")
        #expect(script.screen.contains("value.total") && script.screen.contains("headers.trace-id"))
        let row = script.screen.split(separator: "\n").first { $0.contains("220,113") } ?? ""
        #expect(row.contains("1202202201180000000002") && row.contains("6f0c1d") && row.contains("225"))
    }

    @Test func `rows that are shown go to a new file, byte for byte or for a spreadsheet`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-export-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var script = Self.script()
        script.press("e")
        #expect(Self.pane(script)?.field?.text.text.hasPrefix("orders-") == true)
        let path = folder.appending(path: "out.jsonl").path
        script.press("ctrl-u")
        script.type(path)
        script.press("enter")
        let job = try #require(script.takeJobs().compactMap { $0.job as? ExportRecordsJob }.first)
        let cluster = try Cluster(ClientConfiguration(bootstrap: [HostPort(host: "127.0.0.1", port: 1)]))
        defer { cluster.close() }
        let tools = JobTools(cluster: cluster, report: { _ in }, now: { 0 })
        await job.run(tools)
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 8 && lines.contains { $0.contains("\"valueBase64\":") })
        for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        // A file that is there is never written over.
        let before = try Data(contentsOf: URL(filePath: path))
        await ExportRecordsJob(topic: "orders", path: path, rows: []).run(tools)
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        let csv = folder.appending(path: "out.csv").path
        await ExportRecordsJob(topic: "orders", path: csv, rows: job.rows).run(tools)
        #expect(try String(contentsOfFile: csv, encoding: .utf8).hasPrefix(RecordCSV.head))
    }
}
