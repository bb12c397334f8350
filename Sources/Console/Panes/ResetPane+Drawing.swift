import KafkaClient
import KafkaWire
import Terminal

/// Where the parts of the reset pane stand, for the rows there are.
struct ResetLayout: Equatable {
    /// The left edge of the field.
    static let fieldX = 8
    /// Columns of the field.
    static func fieldWidth(_ columns: Int) -> Int { columns < 100 ? 21 : 29 }
    /// The upper edge of the box.
    var box: Int
    /// The line of kinds.
    var kinds: Int
    /// The line of the field.
    var field: Int
    /// The head of the table.
    var head: Int
    /// The first partition.
    var firstRow: Int
    /// Partitions that are shown.
    var rows: Int
    /// The sentence with the totals.
    var totals: Int
    /// Why Kafka would refuse, or what enter does.
    var verdict: Int
    /// The buttons.
    var buttons: Int
    /// The lower edge of the box.
    var end: Int

    /// Lines of the sentence with the totals.
    var totalLines: Int

    init(_ context: PaneContext) { self.init(width: context.width, height: context.height) }

    /// Tall panes have air between the parts, 24-row screens none.
    init(width: Int, height: Int) {
        let isTall = height >= 25
        totalLines = width < 110 ? 2 : 1
        box = isTall ? 2 : 1
        kinds = box + (isTall ? 2 : 1)
        field = kinds + (isTall ? 2 : 1)
        head = field + (isTall ? 2 : 1)
        firstRow = head + 1
        let below = (isTall ? 8 : 4) + totalLines
        rows = max(1, height - firstRow - below)
        totals = firstRow + rows + (isTall ? 1 : 0)
        verdict = totals + totalLines + (isTall ? 1 : 0)
        buttons = verdict + (isTall ? 2 : 1)
        end = buttons + (isTall ? 2 : 1)
    }

    /// No taller than its rows need: what follows moves up.
    func fitted(_ count: Int) -> ResetLayout {
        let surplus = max(0, rows - max(1, count))
        var layout = self
        layout.rows -= surplus
        layout.totals -= surplus
        layout.verdict -= surplus
        layout.buttons -= surplus
        layout.end -= surplus
        return layout
    }
}

extension ResetPane {
    func drawAll(on area: inout GridArea, in context: PaneContext) {
        let count: Int
        switch stage {
        case .done(let outcome, _): count = outcome.rows.count
        default: count = max(plan?.rows.count ?? 6, 4)
        }
        let layout = ResetLayout(context).fitted(count)
        drawHolders(on: &area, in: context)
        let width = area.width - 2
        area.box(Rect(x: 1, y: layout.box, width: width, height: layout.end - layout.box + 1), title: title)
        if case .done(let outcome, let wasUndo) = stage {
            drawOutcome(outcome, wasUndo: wasUndo, layout, on: &area, in: context)
            return
        }
        drawKinds(layout, on: &area)
        drawField(layout, on: &area)
        drawPlan(layout, on: &area, in: context)
        drawVerdict(layout, on: &area, in: context)
        guard let plan, layout.end + 2 < area.height else { return }
        area.put("same as", x: 2, y: layout.end + 2, style: .dim)
        area.put(plan.equivalentCommand, x: 11, y: layout.end + 2, style: Style(.accent), cutTo: area.width - 12)
    }

    private var title: String {
        "Reset offsets of \(group) on \(topic?.rawValue ?? "all its topics")"
    }

    private func drawHolders(on area: inout GridArea, in context: PaneContext) {
        var x = 2
        x += area.put(group.rawValue, x: x, y: 0, style: Style(.strong), cutTo: area.width / 2) + 2
        let description = context.view.members[group]?.value
        let state =
            plan?.state ?? description?.state ?? context.view.groups.value?.first { $0.id == group }?.state ?? ""
        x += area.put(state, x: x, y: 0, style: GroupRow.role(of: state)) + 2
        let holders = plan?.holders ?? description?.members ?? []
        if holders.isEmpty {
            if description != nil || plan != nil { area.put("nobody holds it", x: x, y: 0, style: .dim) }
            return
        }
        let names = holders.map { GroupLagPane.name(of: $0).swapping(" · ", for: " ") }.joined(separator: ", ")
        let verb = holders.count == 1 ? "holds" : "hold"
        area.put(
            "\(Quantity.count(holders.count, "member")) \(verb) it: \(names)", x: x, y: 0, style: Style(.dim),
            cutTo: area.width - x - 1)
    }

    private func drawKinds(_ layout: ResetLayout, on area: inout GridArea) {
        area.put("to", x: 4, y: layout.kinds, style: .dim)
        var x = 8
        let isWide = area.width >= 96
        for kind in Kind.allCases {
            let isChosen = kind == self.kind
            x += area.put(" \(kind.rawValue) ", x: x, y: layout.kinds, style: isChosen ? .tab : .dim) + (isWide ? 1 : 0)
        }
    }

    private func drawField(_ layout: ResetLayout, on area: inout GridArea) {
        let label: String =
            switch kind {
            case .earliest, .latest: ""
            case .time: "at"
            case .duration: "for"
            case .offset: "to"
            case .shift: "by"
            case .file: "of"
            case .group: "of"
            }
        area.put(label, x: 4, y: layout.field, style: .dim)
        var x = ResetLayout.fieldX
        if hasField {
            (fields[kind] ?? TextField()).draw(
                on: &area, x: x, y: layout.field, columns: ResetLayout.fieldWidth(area.width),
                isFocused: focus == .field)
            x += ResetLayout.fieldWidth(area.width) + 2
        }
        let hint = understood.isEmpty ? example : understood
        let role: Role = !isUnderstood && !understood.isEmpty ? .warn : .dim
        area.put(hint, x: x, y: layout.field, style: Style(role), cutTo: area.width - x - 3)
    }

    private var example: String {
        switch kind {
        case .earliest, .latest: ""
        case .time: "14:00, 2026-11-24 14:00, -2h, yesterday"
        case .duration: "2h, 1h30m, 7d: so long before now"
        case .offset: "an offset, clamped to each partition"
        case .shift: "1 skips one record, -100 goes back a hundred"
        case .file: "path of a file with topic,partition,offset"
        case .group: "the name of a group to copy"
        }
    }

    private func drawPlan(_ layout: ResetLayout, on area: inout GridArea, in context: PaneContext) {
        let showsTopic = topic == nil
        let name =
            showsTopic
            ? min(24, (plan?.rows ?? []).reduce(5) { max($0, TextWidth.of($1.topicPartition.topic.rawValue)) }) + 2 : 0
        let isWide = area.width >= 100
        let numbers = isWide ? 12 : 10
        let p = 6 + name
        let columns = (
            now: p + 3 + numbers - 3, new: p + numbers * 2 + 1, change: p + numbers * 3 + 2, next: p + numbers * 3 + 5
        )
        if showsTopic { area.put("TOPIC", x: 4, y: layout.head, style: .dim) }
        area.put("P", endingAt: p, y: layout.head, style: .dim)
        area.put("NOW", endingAt: columns.now, y: layout.head, style: .dim)
        area.put("NEW", endingAt: columns.new, y: layout.head, style: .dim)
        area.put("CHANGE", endingAt: columns.change, y: layout.head, style: .dim)
        area.put(
            "NEXT RECORD THE GROUP WILL READ", x: columns.next, y: layout.head, style: Style(.dim),
            cutTo: area.width - columns.next - 3)
        guard let plan else {
            switch stage {
            case .planning: area.put("asking the cluster …", x: 4, y: layout.firstRow, style: .dim)
            case .failed(let why):
                for (line, text) in Explanation.wrap("✘ " + why, columns: area.width - 8).prefix(layout.rows)
                    .enumerated()
                {
                    area.put(text, x: 4, y: layout.firstRow + line, style: .bad)
                }
            default:
                area.put("The plan appears as soon as it is clear where to.", x: 4, y: layout.firstRow, style: .dim)
            }
            return
        }
        for (line, row) in plan.rows.dropFirst(top).prefix(layout.rows).enumerated() {
            let y = layout.firstRow + line
            let isMarked = top + line == cursorRow && focus == .plan
            let ground: Role? = isMarked ? .selection : nil
            if isMarked {
                area.fill(Rect(x: 2, y: y, width: area.width - 4, height: 1), style: Role.text.on(ground))
                area.put("▌", x: 2, y: y, style: Role.selectionMark.on(ground))
            }
            let text: Role = row.isIncluded ? .text : .faint
            if showsTopic {
                area.put(row.topicPartition.topic.rawValue, x: 4, y: y, style: text.on(ground), cutTo: name - 2)
            }
            area.put(String(row.topicPartition.partition), endingAt: p, y: y, style: text.on(ground))
            area.put(
                row.now.map { Quantity.grouped($0) } ?? Quantity.nothing, endingAt: columns.now, y: y,
                style: text.on(ground))
            area.put(
                row.new.map { Quantity.grouped($0) } ?? Quantity.nothing, endingAt: columns.new, y: y,
                style: text.on(ground))
            let (change, role) = change(of: row)
            area.put(change, endingAt: columns.change, y: y, style: (row.isIncluded ? role : .faint).on(ground))
            drawNext(row, on: &area, x: columns.next, y: y, ground: ground, in: context)
        }
        let left = plan.rows.count - top - layout.rows
        if left > 0 { area.put("… \(left) more below", endingAt: area.width - 3, y: layout.head, style: .dim) }
    }

    private func change(of row: ResetPlan.Row) -> (String, Role) {
        guard row.isIncluded else { return ("left out", .faint) }
        guard row.new != nil else { return (Quantity.nothing, .dim) }
        guard let change = row.change else { return ("new", .good) }
        return (Quantity.change(change), change == 0 ? .dim : .warn)
    }

    private func drawNext(
        _ row: ResetPlan.Row, on area: inout GridArea, x: Int, y: Int, ground: Role?, in context: PaneContext
    ) {
        let room = area.width - x - 3
        guard room > 0 else { return }
        guard row.isIncluded else { return }
        var x = x
        if let note = row.note, row.next == nil || row.new != nil && note.holds("clamped") {
            area.put(note, x: x, y: y, style: Role.dim.on(ground), cutTo: room)
            return
        }
        guard let next = row.next else {
            let atEnd = row.new != nil && row.new == row.logEnd
            area.put(
                atEnd ? "the next record to come" : Quantity.nothing, x: x, y: y, style: Role.dim.on(ground),
                cutTo: room)
            return
        }
        let end = area.width - 3
        let glance = RecordGlance(next)
        RecordLine.draw(glance, partition: nil, on: &area, x: x, y: y, columns: end - x, ground: ground, in: context)
        x = end
    }

    private func drawVerdict(_ layout: ResetLayout, on area: inout GridArea, in context: PaneContext) {
        guard let plan else { return }
        let totals = Explanation.wrap(plan.sentence, columns: area.width - 7)
        for (line, text) in totals.prefix(layout.totalLines).enumerated() {
            area.put(text, x: 4, y: layout.totals + line, style: Style(.text), cutTo: area.width - 7)
        }
        if let refusal = plan.refusal {
            area.put("✘", x: 4, y: layout.verdict, style: .badStrong)
            let lines = Explanation.wrap(refusal, columns: area.width - 9)
            for (line, text) in lines.prefix(max(1, layout.buttons - layout.verdict)).enumerated() {
                area.put(text, x: 6, y: layout.verdict + line, style: Style(.text), cutTo: area.width - 9)
            }
        } else if context.console.isReadOnly {
            area.put(
                "▲ read-only: this cluster was attached without the right to change it", x: 4, y: layout.verdict,
                style: Style(.warn), cutTo: area.width - 7)
        } else if plan.written > 0 {
            area.put(
                "Nobody holds the group: Kafka will take it.", x: 4, y: layout.verdict, style: Style(.dim),
                cutTo: area.width - 7)
        }
        var x = 4
        func button(_ key: String, _ words: String, _ role: Role, _ area: inout GridArea) {
            guard x + TextWidth.of(key) + TextWidth.of(words) + 4 < area.width - 2 else { return }
            x += area.put(" \(key) ", x: x, y: layout.buttons, style: role) + 1
            x += area.put(words, x: x, y: layout.buttons, style: .text) + 4
        }
        if plan.canExecute, !context.console.isReadOnly {
            let words: String =
                if case .committing = stage { "committing …" } else {
                    focus == .plan ? "commit \(Quantity.count(plan.written, "partition"))" : "look at the plan"
                }
            button("⏎", words, .buttonGood, &area)
        }
        button("esc", "leave it", .button, &area)
        if plan.refusal != nil { button("r", "plan again", .button, &area) }
        let words = "u brings the old offsets back"
        if plan.canExecute, x + TextWidth.of(words) < area.width - 3 {
            area.put(words, x: x + 2, y: layout.buttons, style: .dim)
        }
    }

    private func drawOutcome(
        _ outcome: ResetOutcome, wasUndo: Bool, _ layout: ResetLayout, on area: inout GridArea, in context: PaneContext
    ) {
        let sign = outcome.isVerified ? "✔" : "✘"
        let role: Role = outcome.isVerified ? .good : .badStrong
        area.put(sign, x: 4, y: layout.kinds, style: role)
        area.put(
            wasUndo ? "Undone: " + outcome.sentence : outcome.sentence, x: 6, y: layout.kinds, style: Style(.strong),
            cutTo: area.width - 9)
        area.put("WAS", endingAt: 40, y: layout.head, style: .dim)
        area.put("NOW, READ BACK", endingAt: 58, y: layout.head, style: .dim)
        for (line, row) in outcome.rows.prefix(layout.rows).enumerated() {
            let y = layout.firstRow + line
            area.put(row.topicPartition.description, x: 4, y: y, style: Style(.text), cutTo: 24)
            area.put(row.old.map { Quantity.grouped($0.offset) } ?? Quantity.nothing, endingAt: 40, y: y, style: .dim)
            area.put(
                row.readBack.map { Quantity.grouped($0) } ?? Quantity.nothing, endingAt: 58, y: y,
                style: row.isVerified ? .text : .bad)
            let words =
                row.error != .none
                ? row.error.name
                : row.isVerified ? "✔" : "asked for \(Quantity.grouped(row.new)): someone committed meanwhile"
            area.put(words, x: 61, y: y, style: Style(row.isVerified ? .good : .bad), cutTo: area.width - 64)
        }
        if let path = outcome.undoPath {
            area.put(
                "The offsets before are in \(path)", x: 4, y: layout.totals, style: Style(.dim), cutTo: area.width - 7)
        }
        var x = 4
        if !wasUndo {
            x += area.put(" u ", x: x, y: layout.buttons, style: .button) + 1
            x += area.put("bring the old offsets back", x: x, y: layout.buttons, style: .text) + 4
        }
        x += area.put(" esc ", x: x, y: layout.buttons, style: .buttonGood) + 1
        area.put("back to the group", x: x, y: layout.buttons, style: .text)
    }
}
