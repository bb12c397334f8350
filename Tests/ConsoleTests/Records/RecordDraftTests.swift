import Bytes
import Glibc
import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

@Suite struct RecordDraftTests {
    @Test func `a record survives the editor, whatever bytes it has`() throws {
        let drafts = [
            RecordDraft(
                key: ByteSlice("4711"), value: ByteSlice("{\"a\": 1}"),
                headers: [.init(key: "h", value: ByteSlice("x: y"))]),
            RecordDraft(partition: 3, key: nil, value: nil, headers: [.init(key: "n", value: nil)]),
            RecordDraft(key: ByteSlice(""), value: ByteSlice("")),
            RecordDraft(key: [0, 255, 10], value: [0, 1, 0xFE], headers: [.init(key: "b", value: [0xFF])]),
            RecordDraft(key: ByteSlice("two\nlines"), value: ByteSlice("# no remark\n---\nnot the end\n")),
        ]
        for draft in drafts { #expect(try RecordDraft.read(draft.text(for: "orders")) == draft) }
        #expect(try RecordDraft.read(" \n\n") == nil)
    }

    @Test(arguments: [
        ("key: a\n", "no line ---"), ("nonsense\n---\n", "a colon is missing"), ("kye: a\n---\n", "belongs in front"),
        ("partition: x\n---\n", "a number from 0"), ("--- base64\n!!\n", "is none"), ("--- what\n", "null or base64"),
    ])
    func `a text that is no record is told with its line`(_ text: String, _ words: String) {
        do {
            _ = try RecordDraft.read(text)
            Issue.record("\(text) was understood")
        } catch {
            #expect(error.sentence.contains(words), "\(error.sentence)")
        }
    }

    @Test func `what is edited is shown as a difference and sent on one deliberate key`() throws {
        var script = Script(world: .pictured)
        RecordScenes.newest(&script)
        _ = script.takeEffects()
        script.press("E")
        let text = try #require(
            script.takeEffects().compactMap { if case .edit(let text) = $0 { text } else { nil } }.first)
        #expect(text.contains("key: 4711") && text.contains("\"status\":\"paid\""))
        var changed = try #require(try RecordDraft.read(text))
        changed.value = ByteSlice(changed.value?.text.split(separator: "paid").joined(separator: "refused") ?? "")
        script.send(.edited(.text(changed.text(for: "orders"))))
        #expect(script.screen.contains("- \"status\": \"paid\"") || script.screen.contains("-   \"status\": \"paid\""))
        #expect(script.screen.contains("refused") && script.screen.contains("⏎ send"))
        #expect(script.takeJobs().isEmpty)
        script.press("enter")
        #expect(script.takeJobs().isEmpty)
        script.wait(600)
        script.press("enter")
        let job = try #require(script.takeJobs().compactMap { $0.job as? SendRecordJob }.first)
        #expect(job.draft == changed && job.topic == "orders")
    }

    @Test func `how sending ended is said, and the newest are read again`() throws {
        var script = Script(world: .pictured)
        RecordScenes.newest(&script)
        script.press("P")
        script.send(.edited(.text(RecordDraft(key: ByteSlice("k"), value: ByteSlice("v")).text(for: "orders"))))
        script.wait(1_000)
        script.press("enter")
        let send = try #require(script.takeJobs().first { $0.job is SendRecordJob })
        script.send(.report(SendReport(place: "p2@20", sameAs: ""), number: send.number))
        #expect(script.state.notice?.text == "sent to p2@20")
        #expect(script.takeJobs().contains { ($0.job as? ReadRecordsJob)?.stretch == .newest })
    }

    @Test func `a new record that nobody wrote is not sent`() {
        var script = Script(world: .pictured)
        RecordScenes.newest(&script)
        script.press("P")
        script.send(.edited(.text(RecordDraft(key: ByteSlice(""), value: ByteSlice("")).text(for: "orders"))))
        #expect(script.state.notice?.text == "nothing is sent: nothing was written")
        #expect(!script.screen.contains("⏎ send"))
    }

    @Test func `the question shows under which key and where it goes out`() {
        let old = RecordDraft(key: ByteSlice("4711"), value: ByteSlice("a"), headers: [.init(key: "h", value: nil)])
        var new = old
        new.value = ByteSlice("b")
        let lines = RecordDifference.lines(from: old, to: new)
        #expect(lines == ["  partition by the key", "  key 4711", "  1 header as before", "- a", "+ b"])
        #expect(RecordDifference.lines(from: old, to: old).last?.hasPrefix("nothing is changed") == true)
    }

    @Test func `a partition that is not there is refused where it is typed`() {
        guard case .failure(let error) = GoTo.parse("p9@3", partitions: 3, now: 0, zone: .utc) else {
            Issue.record("p9@3 was taken")
            return
        }
        #expect(error.sentence == "no partition 9: partitions go from 0 to 2")
    }

    @Test func `an editor that fails, an empty file and a mistake send nothing`() {
        var script = Script(world: .pictured)
        RecordScenes.newest(&script)
        script.press("P")
        _ = script.takeEffects()
        for outcome in [Editor.Outcome.trouble("no editor"), .text(""), .text("key: a\n")] {
            script.send(.edited(outcome))
            #expect(script.takeJobs().isEmpty && script.state.overlay == nil)
        }
        #expect(script.screen.contains("no line ---"))
    }

    @Test func `the editor gives back what was written`() {
        #expect(setenv("VISUAL", "sed -i s/hello/goodbye/", 1) == 0)
        defer { unsetenv("VISUAL") }
        #expect(Editor.edit("hello\n") == .text("goodbye\n"))
        setenv("VISUAL", "false", 1)
        guard case .trouble = Editor.edit("hello\n") else {
            Issue.record("an editor that fails was believed")
            return
        }
    }
}
