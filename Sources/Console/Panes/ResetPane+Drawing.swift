import KafkaClient
import KafkaWire
import Terminal

extension ResetPane {
    func drawAll(on area: inout GridArea, in context: PaneContext) {
        let count: Int
        switch stage {
        case .done(let outcome, _, _): count = outcome.rows.count
        default: count = max(plan?.rows.count ?? 6, 4)
        }
        let layout = ResetLayout(context).fitted(count)
        drawHolders(on: &area, in: context)
        let width = area.width - 2
        area.box(Rect(x: 1, y: layout.box, width: width, height: layout.end - layout.box + 1), title: title)
        if case .done(let outcome, let wasUndo, _) = stage {
            drawOutcome(outcome, wasUndo: wasUndo, layout, on: &area, in: context)
            return
        }
        drawKinds(layout, on: &area)
        drawField(layout, on: &area)
        drawPlan(layout, on: &area, in: context)
        drawVerdict(layout, on: &area, in: context)
        let y = layout.end + (area.height >= 25 ? 2 : 1)
        guard let plan, y < area.height else { return }
        area.put("same as", x: 2, y: y, style: .dim)
        let command = Explanation.wrap(plan.equivalentCommand, columns: area.width - 12)
        for (line, text) in command.prefix(area.height - y).enumerated() {
            area.put(text, x: 11, y: y + line, style: Style(.accent), cutTo: area.width - 12)
        }
    }

    private var title: String {
        if mayCreate, kind == .group { return "Copy offsets to \(group)" }
        if let only, kind == .shift { return "Let \(group) skip a record of \(only)" }
        return "Reset offsets of \(group) on \(topic?.rawValue ?? "all its topics")"
    }

    private func drawHolders(on area: inout GridArea, in context: PaneContext) {
        var x = 2
        x += area.put(group.rawValue, x: x, y: 0, style: Style(.strong), cutTo: area.width / 2) + 2
        let description = context.view.members[group]?.value
        var wait: ResetWait?
        if case .armed(_, let now, _) = stage { wait = now }
        let newer = newerStanding(in: context)
        let state =
            wait?.state ?? newer?.state ?? plan?.state ?? description?.state
            ?? context.view.groups.value?.first { $0.id == group }?.state ?? ""
        x += area.put(state, x: x, y: 0, style: GroupRow.role(of: state)) + 2
        if wait?.trouble != nil {
            area.put("who holds it is not known: the cluster does not answer", x: x, y: 0, style: .warn)
            return
        }
        let holders = wait?.holders ?? newer?.members ?? plan?.holders ?? description?.members ?? []
        if holders.isEmpty {
            if description != nil || plan != nil { area.put("nobody holds it", x: x, y: 0, style: .dim) }
            return
        }
        let names = holders.map(\.nameAndHost).joined(separator: ", ")
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
        let isWrong = !isUnderstood && !understood.isEmpty
        let hint = isWrong ? "✘ " + understood : understood.isEmpty ? example : understood
        let role: Role = isWrong ? .warn : .dim
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
        if let note = row.note, row.next == nil || row.isClamped {
            // Where it goes matters more than why, which the field says.
            let text = TextWidth.of(note.description) <= room ? note.description : note.outcome ?? note.reason
            area.put(text, x: x, y: y, style: Role.dim.on(ground), cutTo: room)
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
}
