import Bytes
import KafkaClient
import KafkaWire
import Terminal

/// The records of a topic: the newest of all partitions merged by time, followed as they come, read from a place on in either
/// direction, or searched. Never joins a group and never commits.
struct RecordsPane: Pane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case follow, freeze, goTo = "go-to", filter, search, sameKey = "same-key", resume, nextMatch = "next-match"
        case previousMatch = "previous-match", open, view, headers, bytes, isolation, copy, copyRecord = "copy-record"
        case export, edit, compose, columns, previous, next
    }

    /// What is shown of the record under the cursor.
    enum Aspect: String, CaseIterable, Sendable { case value, text, hex, headers, key }

    /// What is being read.
    enum Reading: Equatable, Sendable {
        /// Waiting for what was asked for.
        case asked
        /// A stretch was read: nil words are the newest records.
        case page(words: String?)
        /// What comes is read as it comes, since that time.
        case following(since: Int64)
        /// The whole topic is looked through, or was.
        case searching
    }

    static let name = "records"
    static let bindings: [KeyBinding<RecordsPane>] = [
        .init(
            "f", .follow, "follow",
            shell: .line("kdeck tail TOPIC", "kafka-console-consumer --topic TOPIC")),
        .init(
            "space", .freeze, "freeze",
            shell: .view),
        .init(
            "@", .goTo, "go to",
            shell: .line(
                "kdeck tail TOPIC --from TIME", "kafka-console-consumer --topic TOPIC --partition N --offset N")),
        .init(
            "/", .filter, "filter",
            shell: .line("kdeck search TOPIC EXPRESSION")),
        .init(
            "S", .search, "search",
            shell: .line("kdeck search TOPIC EXPRESSION")),
        .init(
            "K", .sameKey, "same key",
            shell: .line("kdeck search TOPIC SAME_KEY"), when: needsKey),
        .init(
            "enter", .open, "whole record",
            shell: .view, when: needsRow),
        .init(
            "v", .view, "value, text, hex, headers, key",
            shell: .view),
        .init(
            "y", .copy, "copy value",
            shell: .none(.clipboard), when: needsRow),
        .init(
            "e", .export, "export",
            shell: .line(
                "kdeck tail TOPIC -e -n 200 -o jsonl",
                "kafka-console-consumer --topic TOPIC --max-messages 200 --property print.key=true"),
            when: { pane, _ in pane.shown.rows.isEmpty ? .disabled("no record yet") : .enabled }),
        .init(
            "E", .edit, "edit and send", changes: true,
            shell: .line(
                "kdeck produce TOPIC --input jsonl", "kafka-console-producer --topic TOPIC --property parse.key=true"),
            when: needsWhole),
        .init(
            "P", .compose, "produce", changes: true,
            shell: .line("kdeck produce TOPIC", "kafka-console-producer --topic TOPIC")),
        .init(
            "w", .columns, "columns of your own", foot: false,
            shell: .view),
        .init(
            "r", .resume, "read again, or go on searching", foot: false,
            shell: .view),
        .init(
            "n", .nextMatch, "next match", foot: false,
            shell: .view, when: needsQuery),
        .init(
            "N", .previousMatch, "previous match", foot: false,
            shell: .view, when: needsQuery),
        .init(
            "h", .headers, "headers", foot: false,
            shell: .view),
        .init(
            "b", .bytes, "bytes", foot: false,
            shell: .view),
        .init(
            "i", .isolation, "read committed or all", foot: false,
            shell: .line(
                "kdeck tail TOPIC --committed", "kafka-console-consumer --topic TOPIC --isolation-level read_committed")
        ),
        .init(
            "Y", .copyRecord, "copy the record as JSON", foot: false,
            shell: .none(.clipboard), when: needsWhole),
        .init(
            "[", .previous, "record above", foot: false,
            shell: .view),
        .init(
            "]", .next, "record below", foot: false,
            shell: .view),
    ]

    private static let needsRow: @Sendable (RecordsPane, PaneContext) -> Availability = { pane, _ in
        pane.selection == nil ? .disabled("no record yet") : .enabled
    }
    private static let needsWhole: @Sendable (RecordsPane, PaneContext) -> Availability = { pane, context in
        guard pane.row(at: pane.cursor)?.isCut == true else { return needsRow(pane, context) }
        return .disabled("it is larger than \(Quantity.size(Int64(RecordRow.keptBytes))): e writes it whole to a file")
    }
    private static let needsKey: @Sendable (RecordsPane, PaneContext) -> Availability = { pane, _ in
        guard let record = pane.row(at: pane.cursor)?.record else { return .disabled("no record yet") }
        return record.key == nil ? .disabled("this record has no key") : .enabled
    }
    private static let needsQuery: @Sendable (RecordsPane, PaneContext) -> Availability = { pane, _ in
        pane.query == nil && pane.search == nil ? .disabled("/ or S says what matches") : .enabled
    }

    /// The topic.
    let topic: TopicName
    var isolation = Isolation.readUncommitted
    var reading = Reading.asked
    var ring = RecordRing()
    /// What is shown of the ring: filtered, and as it was when it was frozen.
    var shown = ShownRows()
    var isFrozen = false
    /// Records that had come in when it was frozen.
    var countedWhenFrozen = 0
    /// Where what is kept begins, where it goes on, and how far each partition goes.
    var starts: [Int32: Int64] = [:]
    var positions: [Int32: Int64] = [:]
    var ends: [Int32: Int64] = [:]
    /// Nothing lies before what is kept.
    var isAtStart = false
    /// An earlier or later stretch was asked for.
    var isTurning = false
    /// Offsets that an open transaction holds back.
    var heldBack: Int64 = 0
    var failures: [Int32: String] = [:]
    var failure: String?
    /// It failed, and the cluster did not answer since.
    var isCutOff = false
    /// Records that had come in when following began.
    var countedBefore = 0
    /// Counts over the last seconds while following.
    var samples: [Sample] = []
    /// What is being typed; nil when nothing is.
    var field: RecordField?
    /// What the list is narrowed to; nil for all.
    var query: RecordQuery?
    /// Columns of the user's own.
    var parts: [RecordPart] = []
    /// The search whose records are shown.
    var search: RecordSearch?
    /// The latest place gone to, to be asked again.
    var place: GoTo?
    /// The row under the cursor, counted from the top of the screen's list, and the first row shown.
    var cursor = 0
    var top = 0
    var selection: TopicPosition?
    var aspect = Aspect.value
    /// The record fills the pane.
    var isWhole = false
    /// The first line shown of it.
    var scroll = 0
    /// The record that is being edited, as it was; nil when a new one is written.
    var original: RecordDraft?

    /// How many records had come at a moment, and how many of them are rows.
    struct Sample: Equatable, Sendable {
        var at: Int64
        var counted: Int
        var rows: Int
    }

    /// Records of `topic`, from a place on if one is given.
    init(topic: TopicName, at position: TopicPosition? = nil) {
        self.topic = topic
        if let position {
            place = GoTo(
                start: .positions([position.partition: position.offset]),
                echo: "offset \(Quantity.grouped(position.offset)) of partition \(position.partition)")
        }
    }

    var crumbs: [String] { [topic.rawValue, "records"] }
    func needs(in context: PaneContext) -> [Query] {
        // How many came since: the newest are not read on by themselves.
        if case .page(words: nil) = reading { return [.ends([topic])] }
        return []
    }
    func subject(in context: PaneContext) -> [String: String] {
        var words = ["TOPIC": topic.rawValue]
        if let text = (query ?? search?.query)?.text { words["EXPRESSION"] = text }
        if let key = row(at: cursor)?.record?.key, let text = String(validating: key, as: UTF8.self) {
            words["SAME_KEY"] = "key == \(JSONQuote.quoted(text))"
        }
        return words
    }

    /// A record that fills the pane has its own keys in the foot, not those of the list.
    func isInFoot(_ command: Command) -> Bool? {
        isWhole ? [.view, .headers, .bytes, .previous, .next, .copy, .copyRecord, .edit].contains(command) : nil
    }

    mutating func opened(in context: PaneContext) -> [PaneAction] { [read(in: context)] }

    /// The newest come first, a stretch is read downwards.
    var isNewestFirst: Bool {
        switch reading {
        case .asked: place?.start == nil
        case .page(let words): words == nil
        case .following: true
        case .searching: false
        }
    }

    // MARK: Keys

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .follow: return follow(in: context)
        case .freeze:
            isFrozen.toggle()
            countedWhenFrozen = ring.counted
            if !isFrozen { thaw() }
        case .goTo: field = RecordField(.goTo)
        case .filter: field = RecordField(.filter, query?.text ?? "")
        case .search: field = RecordField(.search, search?.query.text ?? query?.text ?? "")
        case .sameKey: return searchKey(in: context)
        case .resume: return resume(in: context)
        case .nextMatch: step(toMatch: 1)
        case .previousMatch: step(toMatch: -1)
        case .open:
            isWhole.toggle()
            scroll = 0
        case .view:
            show(in: context)
            look(at: Aspect.allCases[((Aspect.allCases.firstIndex(of: aspect) ?? 0) + 1) % Aspect.allCases.count])
        case .headers:
            show(in: context)
            look(at: aspect == .headers ? .value : .headers)
        case .bytes:
            show(in: context)
            look(at: aspect == .hex ? .value : .hex)
        case .isolation:
            isolation = isolation == .readCommitted ? .readUncommitted : .readCommitted
            let words =
                isolation == .readCommitted
                ? "read_committed: no aborted and no open record" : "read_uncommitted: all records"
            return [read(in: context), .say(Notice(.info, words))]
        case .copy: return copy()
        case .copyRecord: return copyRecord()
        case .export: field = RecordField(.export, ExportRecordsJob.proposal(topic, at: context.now, in: context.zone))
        case .columns: field = RecordField(.columns, parts.map(\.name).joined(separator: " "))
        case .edit: return edit(in: context)
        case .compose: return compose(in: context)
        case .previous: step(-1)
        case .next: step(1)
        }
        return []
    }

    /// Where there is no room for the record beside the list, it takes the whole pane.
    private mutating func show(in context: PaneContext) {
        if layout(in: context).detail == nil, selection != nil { isWhole = true }
    }

    private mutating func look(at aspect: Aspect) {
        self.aspect = aspect
        scroll = 0
    }

    mutating func step(_ rows: Int) {
        cursor = min(max(0, cursor + rows), max(0, shown.rows.count - 1))
        selection = row(at: cursor)?.place
        scroll = 0
    }

    private func copy() -> [PaneAction] {
        guard let record = row(at: cursor)?.record else { return [] }
        let text =
            Payload(record.value) == .binary ? Payload.line(record.value, columns: 20_000) : record.value?.text ?? ""
        return [
            .copy(text),
            row(at: cursor)?.isCut == true
                ? .say(
                    Notice(.warn, "copied the first \(Quantity.size(Int64(RecordRow.keptBytes))): e writes it whole"))
                : .say(Notice(.good, "copied the value, \(Quantity.size(Int64(record.value?.count ?? 0)))")),
        ]
    }

    private func copyRecord() -> [PaneAction] {
        guard case .found(let found)? = row(at: cursor) else { return [] }
        let line = RecordJSON.object(found.record, TopicPartition(topic, found.partition))
        return [
            .copy(String(decoding: line, as: UTF8.self)),
            .say(Notice(.good, "copied the record as JSON, \(Quantity.size(Int64(line.count)))")),
        ]
    }

    mutating func refilter() { shown.take(ring.rows, passing: query) }
}
