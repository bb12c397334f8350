import KafkaClient
import Terminal

/// Edits one setting: enter asks the cluster whether it would take the value, enter again sends it.
struct EditConfigDialog: Dialog {
    /// How far it is.
    private enum Stage: Equatable {
        case editing
        case validating
        case valid(Opening)
        case sending
    }

    private let resource: ConfigResource
    private let entry: ConfigEntry
    private var field: TextField
    private var stage = Stage.editing
    private var problem = ""

    init(_ entry: ConfigEntry, of resource: ConfigResource) {
        self.entry = entry
        self.resource = resource
        field = TextField(entry.value ?? "")
    }

    private var change: ConfigChange { .set(entry.name, to: field.text) }

    var opensAt: Int64? { if case .valid(let opening) = stage { opening.at } else { nil } }

    var keys: [(sign: String, words: String)] {
        if case .valid = stage { return [("⏎", "set it")] }
        return [("⏎", "ask whether the cluster would take it")]
    }

    private func documentation(in context: PaneContext) -> [String] {
        let all = Explanation.wrap(ConfigText.plain(entry.documentation), columns: min(84, context.width - 2) - 6)
        let room = max(1, context.height - 10 - refusal(in: context).count)
        return all.count <= room ? all : all.prefix(room - 1) + [all[room - 1] + " …"]
    }

    /// Why it cannot be, whole: what the cluster says of a value is worth its lines.
    private func refusal(in context: PaneContext) -> [String] {
        problem.isEmpty ? [""] : Explanation.wrap("✘ " + problem, columns: min(84, context.width - 2) - 6)
    }

    func frame(in context: PaneContext) -> Rect {
        centred(84, 9 + refusal(in: context).count + documentation(in: context).count, in: context)
    }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        guard key.name == "enter" else {
            if stage != .sending, field.handle(key) {
                stage = .editing
                problem = ""
            }
            return .stay()
        }
        switch stage {
        case .validating, .sending: return .stay()
        case .editing:
            guard field.text != entry.value || entry.isDefault else {
                problem = "that is its value already"
                return .stay()
            }
            stage = .validating
            problem = ""
            return .stay([.start(ValidateConfigJob(resource: resource, change: change))])
        case .valid(var opening):
            guard opening.takesKey(in: context) else {
                stage = .valid(opening)
                return .stay()
            }
            stage = .sending
            return .stay([.start(AlterConfigJob(resource: resource, change: change, before: entry))])
        }
    }

    mutating func paste(_ text: String, in context: PaneContext) {
        guard stage != .sending else { return }
        field.paste(text)
        stage = .editing
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> DialogOutcome {
        switch report {
        case let report as ValidateConfigReport where report.change == change && stage == .validating:
            stage = report.failure == nil ? .valid(Opening(in: context)) : .editing
            problem = report.failure ?? ""
        case let report as AlterConfigReport:
            if report.isGood { return .done([]) }
            stage = .editing
            problem = report.sentence
        default: break
        }
        return .stay()
    }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        let box = frame(in: context)
        let before = String(field.text.prefix(field.position))
        return (box.x + 4 + min(TextWidth.of(before), box.width - 9), box.y + 4)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let box = frame(in: context)
        area.box(box, title: "\(entry.name) of \(ConfigText.name(resource)) on \(context.console.place)")
        let now = "now \(ConfigText.readable(entry)), from \(entry.source.words)"
        area.put(
            now + (entry.type.isEmpty ? "" : "   \(entry.type)"), x: box.x + 3, y: box.y + 2, style: Style(.dim),
            cutTo: box.width - 6)
        field.draw(on: &area, x: box.x + 3, y: box.y + 4, columns: box.width - 6, isFocused: true)
        area.put(reading, x: box.x + 4, y: box.y + 5, style: Style(.accent), cutTo: box.width - 8)
        for (line, text) in documentation(in: context).enumerated() {
            area.put(text, x: box.x + 3, y: box.y + 7 + line, style: Style(.text), cutTo: box.width - 6)
        }
        let refusal = refusal(in: context)
        let y = box.y + box.height - 1 - refusal.count
        switch stage {
        case .validating: area.put("asking the cluster whether it would …", x: box.x + 3, y: y, style: .dim)
        case .sending: area.put("setting it …", x: box.x + 3, y: y, style: .dim)
        case .valid(let opening):
            let words =
                opening.wasHasty
                ? ("▲ ⏎ came too early: the cluster would take it, ⏎ sets it, esc leaves it", Role.warn)
                : ("✔ the cluster would take it: ⏎ sets it, esc leaves it", .good)
            area.put(words.0, x: box.x + 3, y: y, style: Style(words.1), cutTo: box.width - 6)
        case .editing:
            guard !problem.isEmpty else {
                area.put("⏎ asks the cluster first, nothing is sent before that", x: box.x + 3, y: y, style: .faint)
                return
            }
            for (line, text) in refusal.enumerated() {
                area.put(text, x: box.x + 3, y: y + line, style: Style(.bad), cutTo: box.width - 6)
            }
        }
    }

    /// The typed number as it will be read, when that says more.
    private var reading: String {
        let read = ConfigText.readable(field.text, entry.name)
        return read == field.text || field.text.isEmpty ? "" : "= \(read)"
    }
}
