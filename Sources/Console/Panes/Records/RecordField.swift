import KafkaClient
import Terminal

/// A line that is being typed in the pane.
struct RecordField: Equatable, Sendable {
    /// What it is for.
    enum Kind: Equatable, Sendable { case goTo, filter, search, export, columns }

    let kind: Kind
    var text: TextField

    /// A field with a text in it.
    init(_ kind: Kind, _ text: String = "") {
        self.kind = kind
        self.text = TextField(text)
    }

    /// What stands in front of it.
    var sign: String {
        switch kind {
        case .goTo: "@"
        case .filter: "/"
        case .search: "S"
        case .export: "e"
        case .columns: "c"
        }
    }

    /// What can be typed, in a line that fits 80 columns.
    var hint: String {
        switch kind {
        case .goTo: GoTo.hint
        case .filter, .search: "paid · value.total > 50 · key == \"4711\" · headers.x =~ \"^a\" · partition == 3"
        case .columns: "value.total headers.trace-id size: parts of the record, apart by blanks; none takes them away"
        case .export: "a file that does not exist: .jsonl keeps every byte, .csv is for spreadsheets"
        }
    }
}

extension RecordsPane {
    mutating func type(_ key: Key, in context: PaneContext) -> [PaneAction]? {
        guard var typed = field else { return read(on: key, in: context) }
        if key.code == .enter { return accept(typed, in: context) }
        if key.code == .escape { return nil }
        // Every other key belongs to the field, also one that edits nothing.
        _ = typed.text.handle(key)
        field = typed
        if typed.kind == .filter { narrow(to: typed.text.text, in: context) }
        return []
    }

    /// Near an end of the list a movement also reads on.
    private mutating func read(on key: Key, in context: PaneContext) -> [PaneAction]? {
        guard !isWhole, let command = context.keys.frameCommand(of: key) else { return nil }
        let motion: Motion
        let direction: Int
        switch command {
        case .down: (motion, direction) = (.rows(1), 1)
        case .pageDown: (motion, direction) = (.pages(1), 1)
        case .last: (motion, direction) = (.last, 1)
        case .up: (motion, direction) = (.rows(-1), -1)
        case .pageUp: (motion, direction) = (.pages(-1), -1)
        case .first: (motion, direction) = (.first, -1)
        default: return nil
        }
        move(motion, in: context)
        return turn(direction, in: context)
    }

    /// What was typed behind `@`, understood for this topic.
    func goTo(_ text: String, in context: PaneContext) -> Result<GoTo, GoTo.NotAPlace> {
        GoTo.parse(
            text, partitions: context.view.topic(topic)?.partitions.count, now: context.now, zone: context.zone)
    }

    private mutating func accept(_ typed: RecordField, in context: PaneContext) -> [PaneAction] {
        let text = typed.text.text
        switch typed.kind {
        case .goTo:
            guard case .success(let found) = goTo(text, in: context) else { return [] }
            (field, place) = (nil, found)
            return [read(in: context)]
        case .filter:
            guard text.isEmpty || RecordsPane.query(text, in: context).query != nil else { return [] }
            field = nil
            return []
        case .search:
            guard let query = RecordsPane.query(text, in: context).query else { return [] }
            field = nil
            return begin(query, first: nil, in: context)
        case .columns:
            guard case .success(let parts) = RecordsPane.parts(text) else { return [] }
            (field, self.parts) = (nil, parts)
            return []
        case .export:
            guard !text.isEmpty else { return [] }
            field = nil
            return [.start(ExportRecordsJob(topic: topic, path: text, rows: inOrder))]
        }
    }

    /// Rows in the order of the screen's list, oldest first.
    private var inOrder: [RecordRow] { shown.rows.filter { $0.record != nil } }

    /// Narrows the list while an expression is typed: what is not yet one leaves it as it was.
    private mutating func narrow(to text: String, in context: PaneContext) {
        if text.isEmpty {
            query = nil
        } else if let found = RecordsPane.query(text, in: context).query {
            query = found
        } else {
            return
        }
        refilter()
    }

    /// Columns, or why a name is none.
    static func parts(_ text: String) -> Result<[RecordPart], QueryError> {
        do throws(QueryError) {
            var parts: [RecordPart] = []
            for word in text.split(separator: " ") { parts.append(try RecordPart(String(word))) }
            return .success(parts)
        } catch {
            return .failure(error)
        }
    }

    /// An expression, or why it is none.
    static func query(_ text: String, in context: PaneContext) -> (query: RecordQuery?, problem: String?) {
        do throws(QueryError) {
            return (try RecordQuery(text, now: context.now, in: context.zone), nil)
        } catch {
            return (nil, error.sentence)
        }
    }

    mutating func paste(_ text: String, in context: PaneContext) -> [PaneAction] {
        guard field != nil else { return [] }
        field?.text.paste(text)
        if let typed = field, typed.kind == .filter { narrow(to: typed.text.text, in: context) }
        return []
    }

    mutating func leave(in context: PaneContext) -> [PaneAction]? {
        if let typed = field {
            field = nil
            if typed.kind == .filter {
                query = nil
                refilter()
            }
        } else if isWhole {
            isWhole = false
            scroll = 0
        } else if query != nil {
            query = nil
            refilter()
        } else if search?.isRunning == true {
            search?.stop(now: context.now)
            return [.stop("records")]
        } else if search != nil {
            return [read(in: context)]
        } else {
            return nil
        }
        return []
    }
}
