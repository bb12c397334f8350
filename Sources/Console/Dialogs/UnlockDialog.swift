import Terminal

/// Opens a read-only session for changes, once the cluster's name is typed: whoever types it knows where they are.
struct UnlockDialog: Dialog {
    private let name: String
    private let openedAt: Int64
    private var field = TextField()
    private var problem = ""

    /// How long it stays open, in milliseconds.
    static let span: Int64 = 600_000

    init(in context: PaneContext) {
        name = context.console.name
        openedAt = context.now
    }

    var keys: [(sign: String, words: String)] { [("⏎", "unlock, once the name is typed")] }

    func frame(in context: PaneContext) -> Rect { centred(66, min(context.height, 10), in: context) }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        // Keys that were pressed before the question could be read are not answers.
        guard context.now - openedAt >= ConfirmDialog.armingDelay else { return .stay() }
        guard key.name == "enter" else {
            if field.handle(key) { problem = "" }
            return .stay()
        }
        guard field.text == name else {
            problem = field.text.isEmpty ? "type \(name), or leave with esc" : "that is not \(name)"
            return .stay()
        }
        return .done([.unlock])
    }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        let box = frame(in: context)
        return (box.x + 4 + min(TextWidth.of(String(field.text.prefix(field.position))), box.width - 9), box.y + 6)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let box = frame(in: context)
        area.box(box, title: "Unlock \(name) for ten minutes")
        let columns = box.width - 6
        area.put(
            "Nothing that changes this cluster is sent until then.", x: box.x + 3, y: box.y + 2, style: Style(.text),
            cutTo: columns)
        let used = area.put("Type ", x: box.x + 3, y: box.y + 4, style: .dim)
        area.put(
            name, x: box.x + 3 + used, y: box.y + 4, style: Style(context.console.badgeRole), cutTo: columns - used)
        field.draw(on: &area, x: box.x + 3, y: box.y + 6, columns: columns, isFocused: true)
        if !problem.isEmpty {
            area.put("✘ " + problem, x: box.x + 3, y: box.y + 8, style: Style(.bad), cutTo: columns)
        }
    }
}
