import Terminal

/// Opens a read-only session for changes, once the cluster's name is typed: whoever types it knows where they are.
struct UnlockDialog: Dialog {
    private let name: String
    private var opening: Opening
    private var field = TextField()
    private var problem = ""

    /// How long it stays open, in milliseconds.
    static let span: Int64 = 600_000

    init(in context: PaneContext) {
        name = context.console.name
        opening = Opening(in: context)
    }

    var opensAt: Int64? { opening.at }
    var keys: [(sign: String, words: String)] { [("⏎", "unlock, once the name is typed")] }

    func frame(in context: PaneContext) -> Rect { centred(66, min(context.height, 10), in: context) }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        // Keys that were pressed before the question could be read are not answers.
        guard opening.takesKey(in: context) else { return .stay() }
        guard key.name == "enter" else {
            if field.handle(key) {
                problem = ""
                if name.hasPrefix(field.text) { opening.settle() }
            }
            return .stay()
        }
        opening.settle()
        guard field.text == name else {
            problem = field.text.isEmpty ? "type \(name), or leave with esc" : "that is not \(name)"
            return .stay()
        }
        return .done([.unlock])
    }

    /// Whoever pastes a name has not read it.
    mutating func paste(_ text: String, in context: PaneContext) {
        if opening.takesKey(in: context) { problem = "a pasted name is no answer: type it" }
    }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        guard opening.isOpen(in: context) else { return nil }
        let box = frame(in: context)
        return (box.x + 4 + min(TextWidth.of(String(field.text.prefix(field.position))), box.width - 9), box.y + 6)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let box = frame(in: context)
        area.box(box, title: "Unlock \(name) for ten minutes")
        let columns = box.width - 6
        area.put(
            "Before that, nothing that changes this cluster is sent.", x: box.x + 3, y: box.y + 2, style: Style(.text),
            cutTo: columns)
        let used = area.put("Type ", x: box.x + 3, y: box.y + 4, style: .dim)
        area.put(
            name, x: box.x + 3 + used, y: box.y + 4, style: Style(context.console.badgeRole), cutTo: columns - used)
        let isOpen = opening.isOpen(in: context)
        field.draw(on: &area, x: box.x + 3, y: box.y + 6, columns: columns, isFocused: isOpen)
        if !problem.isEmpty {
            area.put("✘ " + problem, x: box.x + 3, y: box.y + 8, style: Style(.bad), cutTo: columns)
        } else if let remark = opening.remark("type the name", in: context) {
            area.put(remark.text, x: box.x + 3, y: box.y + 8, style: Style(remark.role), cutTo: columns)
        }
    }
}
