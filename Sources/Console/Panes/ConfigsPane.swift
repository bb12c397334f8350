import KafkaClient
import KafkaWire
import Terminal

/// The settings of a topic or broker: what differs from Kafka's default first, what each means, where its value comes from.
struct ConfigsPane: TablePane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case edit, revert, faults = "what-differs", filter, copyValue = "copy"
    }

    /// The topic or broker.
    let resource: ConfigResource
    /// The table, in the pane's own order: what is set nearest comes first.
    var table = TableState()

    /// The settings of a thing.
    init(of resource: ConfigResource) { self.resource = resource }

    static let name = "configs"
    var crumbs: [String] {
        switch resource {
        case .topic(let name): [name.rawValue, "configs"]
        case .broker(let id): ["broker \(id)", "configs"]
        case .allBrokers: ["all brokers", "configs"]
        case .group(let id): [id.rawValue, "configs"]
        }
    }

    static let bindings: [KeyBinding<ConfigsPane>] = [
        KeyBinding(
            "enter E", .edit, "edit", changes: true,
            shell: .line(
                "kdeck configs KIND NAME --set SETTING=VALUE",
                "kafka-configs --alter --entity-type KINDS ENTITY --add-config SETTING=VALUE")
        ) {
            pane, context in pane.mayEdit(in: context)
        },
        KeyBinding(
            "ctrl-d", .revert, "back to default", changes: true,
            shell: .line(
                "kdeck configs KIND NAME --delete SETTING",
                "kafka-configs --alter --entity-type KINDS ENTITY --delete-config SETTING")
        ) { pane, context in
            guard let entry = pane.selection(in: context) else { return .absent }
            if entry.isDefault || entry.source == .file { return .disabled("it is not set \(pane.here)") }
            return pane.mayEdit(in: context)
        },
        KeyBinding(
            "ctrl-z", .faults, "what differs",
            shell: .line("kdeck configs KIND NAME", "kafka-configs --describe --entity-type KINDS ENTITY")),
        KeyBinding(
            "/", .filter, "filter",
            shell: .view),
        KeyBinding(
            "y", .copyValue, "copy name and value", foot: false,
            shell: .none(.clipboard)),
    ]

    private var here: String {
        if case .topic = resource { return "on this topic" }
        return "on this broker at run time"
    }

    private func mayEdit(in context: PaneContext) -> Availability {
        guard let entry = selection(in: context) else { return .absent }
        guard entry.isReadOnly else { return .enabled }
        return .disabled("\(entry.name) is read when a broker starts: it stands in server.properties")
    }

    static let columns: [Column<ConfigEntry>] = [
        Column(
            "SETTING", means: "its name", letter: "S", minimum: 22, maximum: 48, precedes: { $0.name < $1.name },
            role: { row, _ in differs(row) ? .strong : .text }
        ) { row, _ in row.name },
        Column(
            "VALUE", means: "what counts now, read with units", minimum: 12, maximum: 40, elastic: true,
            role: { row, _ in differs(row) ? .accent : .dim }
        ) {
            row, _ in
            ConfigText.readable(row)
        },
        Column("FROM", means: "where that is set", minimum: 8, rank: 1, role: { row, _ in differs(row) ? .text : .dim })
        { row, _ in
            row.source.words
        },
        Column("ELSE", means: "what would count without it", minimum: 8, maximum: 26, rank: 3, role: { _, _ in .dim }) {
            row, _ in
            differs(row) ? row.inherited.map { ConfigText.readable($0.value, $0.name) } ?? "" : ""
        },
        Column("TYPE", means: "the type of its values", minimum: 6, rank: 4, role: { _, _ in .faint }) { row, _ in
            row.type
        },
        Column(
            "", means: "whether it can only be set at a start", minimum: 9, rank: 2, glows: false,
            role: { _, _ in .faint }
        ) { row, _ in
            row.isReadOnly ? "at start" : ""
        },
    ]

    static var faults: (words: String, none: String) { ("only what differs", "Nothing differs from Kafka's defaults.") }
    func isFault(_ row: ConfigEntry, in context: PaneContext) -> Bool { Self.differs(row) }

    private static func differs(_ entry: ConfigEntry) -> Bool { entry.source != .kafka }

    func id(of row: ConfigEntry) -> String { row.name }

    func subject(in context: PaneContext) -> [String: String] {
        let kind: String
        switch resource {
        case .topic: kind = "topic"
        case .broker, .allBrokers: kind = "broker"
        case .group: kind = "group"
        }
        var words = ["KIND": kind, "NAME": resource.name.isEmpty ? "all" : resource.name]
        words["KINDS"] = kind + "s"
        words["ENTITY"] = resource == .allBrokers ? "--entity-default" : "--entity-name " + shellWord(resource.name)
        if let selected = table.selected {
            words["SETTING"] = selected
            words["SETTING=VALUE"] = selected + "=VALUE"
        }
        return words
    }

    func filterText(of row: ConfigEntry) -> String { "\(row.name) \(row.documentation)" }

    func unsortedRows(in context: PaneContext) -> [ConfigEntry] {
        let entries = context.view.settings[resource]?.value ?? []
        let wanted = TableFilter(table.filter)
        let typed = table.filter.lowercased()
        return entries.sorted { a, b in
            // A name that begins so is meant before one that holds it, and that before a word of somebody's documentation.
            let (begins, beginsToo) = (a.name.hasPrefix(typed), b.name.hasPrefix(typed))
            if begins != beginsToo { return begins }
            let (isNamed, isNamedToo) = (wanted.matches(a.name), wanted.matches(b.name))
            if isNamed != isNamedToo { return isNamed }
            if Self.differs(a) != Self.differs(b) { return Self.differs(a) }
            if a.source != b.source { return a.source < b.source }
            return a.name < b.name
        }
    }

    func needs(in context: PaneContext) -> [Query] { [.settings(resource)] }

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .faults: table.onlyFaults.toggle()
        case .filter: table.isFiltering = true
        case .edit:
            guard let entry = selection(in: context) else { return [] }
            return [.dialog(EditConfigDialog(entry, of: resource))]
        case .revert:
            guard let entry = selection(in: context) else { return [] }
            let then =
                entry.inherited.map {
                    "\(ConfigText.readable($0.value, $0.name)) counts then, from \($0.source.words)."
                } ?? "What counts then is not told."
            let job = AlterConfigJob(resource: resource, change: .revert(entry.name), before: entry)
            return [
                .dialog(
                    ConfirmDialog(
                        "\(entry.name) of \(ConfigText.name(resource)) back to default",
                        lines: ["\(ConfigText.readable(entry)) is taken away. \(then)"], verb: "take it away", job: job,
                        in: context))
            ]
        case .copyValue:
            guard let entry = selection(in: context) else { return [] }
            let text = "\(entry.name)=\(entry.value ?? "")"
            return [.copy(text), .say(Notice(.info, "copied \(text)"))]
        }
        return []
    }

    /// The cursor goes to the first setting that is named so: what is edited next is what was typed.
    mutating func type(_ key: Key, in context: PaneContext) -> [PaneAction]? {
        let before = table.filter
        let actions = typeFilter(key, in: context)
        if table.filter != before, let first = rows(in: context).first { table.select(first.name) }
        return actions
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        guard let report = report as? AlterConfigReport, report.ending != nil else { return [] }
        return [.say(report.notice), .refresh]
    }

    func explain(in context: PaneContext) -> Explanation? {
        guard let entry = selection(in: context) else { return nil }
        return Explanation(title: entry.name, lines: ConfigText.lines(entry).map(\.text))
    }

    // MARK: Where things stand

    private func detailFrame(in context: PaneContext) -> Rect? {
        guard context.height >= 14, selection(in: context) != nil else { return nil }
        let rows = max(7, context.height / 3)
        return Rect(x: 0, y: context.height - rows, width: context.width, height: rows)
    }

    func tableFrame(in context: PaneContext) -> Rect { tableFrame(above: detailFrame(in: context), in: context) }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let known = context.view.settings[resource]
        guard known?.value != nil else {
            let words = known?.failure.map { "✘ \($0)" } ?? "asking for its settings …"
            return area.putLines(words, x: 2, y: 1, style: Style(known?.failure == nil ? .dim : .bad))
        }
        drawFilter(on: &area, y: 0, in: context)
        area.draw(in: tableFrame(in: context)) { drawTable(on: &$0, in: context) }
        if rows(in: context).isEmpty {
            let words = table.onlyFaults ? "" : "No setting is called so."
            area.put(words, x: 2, y: tableFrame(in: context).y + 2, style: .dim)
        }
        guard let frame = detailFrame(in: context), let entry = selection(in: context) else { return }
        area.draw(in: frame) { area in
            area.rule(entry.name, y: 0, right: entry.type)
            var y = 1
            for (text, role) in ConfigText.lines(entry) {
                for line in Explanation.wrap(text, columns: area.width - 4) where y < area.height {
                    area.put(line, x: 2, y: y, style: Style(role), cutTo: area.width - 3)
                    y += 1
                }
            }
        }
    }
}

extension GridArea {
    /// A sentence broken between words, from `y` down.
    mutating func putLines(_ text: String, x: Int, y: Int, style: Style) {
        for (line, words) in Explanation.wrap(text, columns: max(10, width - x - 2)).enumerated() {
            put(words, x: x, y: y + line, style: style)
        }
    }
}
