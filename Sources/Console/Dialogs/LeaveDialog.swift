import Terminal

/// A way out that would drop an armed reset.
enum Departure: Equatable, Sendable {
    /// Out of the pane, one back.
    case back
    /// To the root of the tab that is seen.
    case root
    /// Out of the program.
    case quit
    /// To another context.
    case attach(String)
}

/// Asks before an armed reset is dropped: what waits was meant to happen, and nobody would see that it did not.
struct LeaveDialog: Dialog {
    /// What enter does.
    let departure: Departure
    /// What is armed, as Activity has it.
    let what: String
    private var opening: Opening

    init(_ departure: Departure, what: String, in context: PaneContext) {
        self.departure = departure
        self.what = what
        opening = Opening(in: context)
    }

    private var verb: String {
        switch departure {
        case .back, .root: "leave and drop it"
        case .quit: "quit and drop it"
        case .attach(let name): "go to \(name) and drop it"
        }
    }

    var keys: [(sign: String, words: String)] { [("⏎", verb)] }
    var escape: String { "go on waiting" }
    var opensAt: Int64? { opening.at }

    private func lines(_ columns: Int) -> [String] {
        let text = "\(what.prefix(1).uppercased())\(what.dropFirst()). Nothing of that is done when it is dropped."
        return Array(Explanation.wrap(text, columns: columns).prefix(4))
    }

    func frame(in context: PaneContext) -> Rect {
        let width = min(66, context.width - 2)
        return centred(66, min(context.height, 6 + lines(width - 6).count), in: context)
    }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        // A second `q` or enter that was on its way is no answer.
        guard opening.takesKey(in: context), key.name == "enter" else { return .stay() }
        return .done([.depart(departure)])
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let box = frame(in: context)
        area.box(box, title: "A reset is armed: \(departure == .quit ? "quit" : "leave") and drop it?")
        var y = box.y + 2
        for line in lines(box.width - 6) {
            area.put(line, x: box.x + 3, y: y, style: Style(.text), cutTo: box.width - 6)
            y += 1
        }
        let words = opening.remark("press ⏎", in: context) ?? ("⏎ \(verb)   esc \(escape)", .faint)
        area.put(words.text, x: box.x + 3, y: y + 1, style: Style(words.role), cutTo: box.width - 6)
    }
}
