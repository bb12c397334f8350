import Terminal

/// Asks for one name and opens a pane with it.
struct NameDialog: Dialog {
    /// The head of the box.
    let title: String
    /// What the name means and what follows, one idea a line.
    let lines: [String]
    /// Names that exist, offered while one types.
    let candidates: [String]
    /// What is opened with the name, or why not.
    let open: @Sendable (String) -> Result<any Pane, NameRefused>
    private var field = TextField()
    private var problem = ""

    /// Why a name will not do.
    struct NameRefused: Error, Equatable { var sentence: String }

    init(
        _ title: String, lines: [String], candidates: [String],
        open: @escaping @Sendable (String) -> Result<any Pane, NameRefused>
    ) {
        self.title = title
        self.lines = lines
        self.candidates = candidates
        self.open = open
    }

    static func == (left: NameDialog, right: NameDialog) -> Bool {
        left.title == right.title && left.field == right.field && left.problem == right.problem
    }

    var keys: [(sign: String, words: String)] { [("tab", "complete"), ("⏎", "look at the plan")] }

    func frame(in context: PaneContext) -> Rect { centred(74, lines.count + 9, in: context) }

    private var matching: [String] {
        field.text.isEmpty ? candidates : candidates.filter { $0.holds(field.text) }
    }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        switch key.name {
        case "enter":
            let name = field.text
            if name.isEmpty {
                problem = "type a name, or leave with esc"
                return .stay()
            }
            switch open(name) {
            case .success(let pane): return .done([.open(pane)])
            case .failure(let refused): problem = refused.sentence
            }
        case "tab": if let first = matching.first { field.set(first) }
        default: if field.handle(key) { problem = "" }
        }
        return .stay()
    }

    mutating func paste(_ text: String, in context: PaneContext) { field.paste(text) }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        let box = frame(in: context)
        let before = String(field.text.prefix(field.position))
        return (box.x + 4 + min(TextWidth.of(before), max(0, box.width - 9)), box.y + 3 + lines.count)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let box = frame(in: context)
        area.box(box, title: title)
        for (line, text) in lines.enumerated() {
            area.put(text, x: box.x + 3, y: box.y + 2 + line, style: Style(.text), cutTo: box.width - 6)
        }
        let y = box.y + 3 + lines.count
        field.draw(on: &area, x: box.x + 3, y: y, columns: max(6, box.width - 6), isFocused: true)
        if !problem.isEmpty {
            area.put("✘ " + problem, x: box.x + 3, y: y + 2, style: Style(.bad), cutTo: box.width - 6)
        } else {
            let known = matching.prefix(8).joined(separator: "  ")
            area.put(known, x: box.x + 4, y: y + 2, style: Style(.dim), cutTo: box.width - 7)
        }
        area.put("⏎ look at the plan   tab complete   esc leave it", x: box.x + 3, y: y + 4, style: .faint)
    }
}
