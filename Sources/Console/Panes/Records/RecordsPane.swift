import KafkaClient
import KafkaWire
import Terminal

/// The records of a topic: the newest of all partitions merged by time, followed as they come, or read from a place on.
/// Never joins a group and never commits.
struct RecordsPane: Pane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case follow, freeze, goTo = "go-to", filter, open, view, headers, bytes, isolation, copy, again, previous, next
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
    }

    static let name = "records"
    static let bindings: [KeyBinding<RecordsPane>] = [
        .init("f", .follow, "follow"),
        .init("space", .freeze, "freeze"),
        .init("@", .goTo, "go to"),
        .init("/", .filter, "filter"),
        .init(
            "enter", .open, "whole record",
            when: { pane, _ in pane.selection == nil ? .disabled("no record yet") : .enabled }),
        .init("v", .view, "value, text, hex, headers, key"),
        .init("h", .headers, "headers", foot: false),
        .init("b", .bytes, "bytes", foot: false),
        .init("i", .isolation, "read committed or all", foot: false),
        .init(
            "y", .copy, "copy value", when: { pane, _ in pane.selection == nil ? .disabled("no record yet") : .enabled }
        ),
        .init("r", .again, "read again", foot: false),
        .init("[", .previous, "record above", foot: false),
        .init("]", .next, "record below", foot: false),
    ]

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
    var positions: [Int32: Int64] = [:]
    var ends: [Int32: Int64] = [:]
    var failures: [Int32: String] = [:]
    var failure: String?
    /// Records that had come in when following began.
    var countedBefore = 0
    /// Counts over the last seconds while following.
    var samples: [Sample] = []
    var filter = ""
    var isFiltering = false
    /// What is being typed behind `@`; nil when nothing is.
    var typedPlace: String?
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

    /// How many records had come at a moment.
    struct Sample: Equatable, Sendable {
        var at: Int64
        var counted: Int
    }

    /// Records of `topic`, from a place on if one is given.
    init(topic: TopicName, at position: TopicPosition? = nil) {
        self.topic = topic
        if let position {
            place = GoTo(
                start: .positions([position.partition: position.offset]),
                echo: "partition \(position.partition) from offset \(Quantity.grouped(position.offset)) on")
        }
    }

    var crumbs: [String] { [topic.rawValue, "records"] }
    func needs(in context: PaneContext) -> [Query] { [] }

    mutating func opened(in context: PaneContext) -> [PaneAction] { [read(in: context)] }

    /// The newest come first, a stretch is read downwards.
    var isNewestFirst: Bool {
        switch reading {
        case .asked: place?.start == nil
        case .page(let words): words == nil
        case .following: true
        }
    }

    // MARK: Keys

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .follow: return follow(in: context)
        case .freeze:
            isFrozen.toggle()
            countedWhenFrozen = ring.counted
            if !isFrozen { refilter() }
        case .goTo: typedPlace = ""
        case .filter: isFiltering = true
        case .open:
            isWhole.toggle()
            scroll = 0
        case .view:
            look(at: Aspect.allCases[((Aspect.allCases.firstIndex(of: aspect) ?? 0) + 1) % Aspect.allCases.count])
        case .headers: look(at: aspect == .headers ? .value : .headers)
        case .bytes: look(at: aspect == .hex ? .value : .hex)
        case .isolation:
            isolation = isolation == .readCommitted ? .readUncommitted : .readCommitted
            return [read(in: context)]
        case .copy: return copy()
        case .again: return [read(in: context)]
        case .previous: step(-1)
        case .next: step(1)
        }
        return []
    }

    private mutating func look(at aspect: Aspect) {
        self.aspect = aspect
        scroll = 0
    }

    private mutating func step(_ rows: Int) {
        cursor = min(max(0, cursor + rows), max(0, shown.rows.count - 1))
        selection = row(at: cursor)?.place
        scroll = 0
    }

    private func copy() -> [PaneAction] {
        guard let record = row(at: cursor)?.record else { return [] }
        let text =
            Payload(record.value) == .binary ? Payload.line(record.value, columns: 20_000) : record.value?.text ?? ""
        return [
            .copy(text), .say(Notice(.good, "copied the value, \(Quantity.size(Int64(record.value?.count ?? 0)))")),
        ]
    }

    private mutating func follow(in context: PaneContext) -> [PaneAction] {
        if case .following = reading {
            reading = .page(words: nil)
            return [.stop("records")]
        }
        // A stretch that was read from the past ends somewhere: following it goes on from there.
        let start: ReadStart = positions.isEmpty ? .latest : .positions(positions)
        if !isNewestFirst { (cursor, top) = (0, 0) }
        reading = .following(since: context.now)
        countedBefore = ring.counted
        samples = [Sample(at: context.now, counted: ring.counted)]
        refilter()
        return [.start(FollowRecordsJob(topic: topic, start: start, isolation: isolation))]
    }

    /// Asks for the place, else for the newest records.
    private mutating func read(in context: PaneContext) -> PaneAction {
        ring = RecordRing()
        (reading, failure, failures, isFrozen) = (.asked, nil, [:], false)
        (cursor, top, scroll, selection) = (0, 0, 0, nil)
        (positions, ends) = ([:], [:])
        refilter()
        let limit = max(200, context.height)
        return .start(ReadRecordsJob(topic: topic, start: place?.start, limit: limit, isolation: isolation))
    }

    /// Reads on where a stretch ended.
    private mutating func readOn(in context: PaneContext) -> [PaneAction] {
        guard case .page(let words) = reading, words != nil, behind > 0 else { return [] }
        return [
            .start(
                ReadRecordsJob(
                    topic: topic, start: .positions(positions), limit: max(200, context.height), isolation: isolation))
        ]
    }

    mutating func type(_ key: Key, in context: PaneContext) -> [PaneAction]? {
        if let typed = typedPlace {
            switch key.code {
            case .enter:
                guard case .success(let found) = GoTo.parse(typed, now: context.now, zone: context.zone) else {
                    return []
                }
                (typedPlace, place) = (nil, found)
                return [read(in: context)]
            case .backspace: typedPlace = String(typed.dropLast())
            default:
                guard let character = key.text else { return key.code == .escape ? nil : [] }
                typedPlace = typed + String(character)
            }
            return []
        }
        guard isFiltering else {
            // At the end of a stretch, down reads on.
            if key.name == "down" || key.name == "j" || key.name == "pgdn", !isWhole, cursor >= shown.rows.count - 1 {
                let more = readOn(in: context)
                return more.isEmpty ? nil : more
            }
            return nil
        }
        switch key.code {
        case .enter: isFiltering = false
        case .backspace: filter = String(filter.dropLast())
        default:
            guard let character = key.text else { return nil }
            filter.append(character)
        }
        refilter()
        return []
    }

    mutating func paste(_ text: String, in context: PaneContext) -> [PaneAction] {
        let line = text.split(separator: "\n").joined(separator: " ")
        if let typed = typedPlace {
            typedPlace = typed + line
        } else if isFiltering {
            filter += line
            refilter()
        }
        return []
    }

    mutating func escape(in context: PaneContext) -> Bool {
        if typedPlace != nil {
            typedPlace = nil
        } else if isWhole {
            isWhole = false
            scroll = 0
        } else if isFiltering || !filter.isEmpty {
            (isFiltering, filter) = (false, "")
            refilter()
        } else {
            return false
        }
        return true
    }

    // MARK: What comes

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        guard let report = report as? RecordsReport else { return [] }
        failure = report.failure
        failures = report.failures
        guard report.failure == nil else { return [] }
        positions.merge(report.positions) { $1 }
        ends.merge(report.ends) { $1 }
        ring.append(report.rows, skipped: report.skipped)
        switch report.kind {
        case .followed:
            samples.append(Sample(at: context.now, counted: ring.counted))
            while samples.count > 2, samples[1].at < context.now - 3000 { samples.removeFirst() }
            if samples.count > 400 { samples.remove(at: 1) }
        case .read:
            reading = .page(words: place?.start == nil ? nil : place?.echo)
        }
        if !isFrozen { refilter() }
        return []
    }

    /// Records a second over the last three seconds.
    func rate(now: Int64) -> Double {
        guard let first = samples.first(where: { $0.at >= now - 3000 }) ?? samples.last, now > first.at else {
            return 0
        }
        return Double(ring.counted - first.counted) * 1000 / Double(now - first.at)
    }

    /// Offsets that are there and not read yet.
    var behind: Int64 {
        ends.reduce(0) { $0 &+ max(0, $1.value &- (positions[$1.key] ?? $1.value)) }
    }

    mutating func refilter() { shown.take(ring.rows, filter: filter) }
}

/// The rows that pass the filter, in the order in which they came.
struct ShownRows: Equatable, Sendable {
    private(set) var rows: [RecordRow] = []
    private var revision = 0

    mutating func take(_ all: [RecordRow], filter: String) {
        let needle = Array(filter.lowercased().utf8)
        rows = needle.isEmpty ? all : all.filter { $0.contains(needle) }
        revision += 1
    }

    /// Compares what was done, as `RecordRing` does.
    static func == (a: ShownRows, b: ShownRows) -> Bool { a.revision == b.revision && a.rows.count == b.rows.count }
}
