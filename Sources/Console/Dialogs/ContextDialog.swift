import Terminal

/// Picks another cluster among the user's contexts.
struct ContextDialog: Dialog {
    private let choices: [ContextChoice]
    private var cursor = 0
    private var first = 0

    init(_ choices: [ContextChoice]) { self.choices = choices }

    var keys: [(sign: String, words: String)] { [("⏎", "attach")] }

    func frame(in context: PaneContext) -> Rect {
        centred(70, min(context.height, choices.count + 5), in: context)
    }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        switch key.name {
        case "up", "k": cursor = max(0, cursor - 1)
        case "down", "j": cursor = min(choices.count - 1, cursor + 1)
        case "home": cursor = 0
        case "end": cursor = choices.count - 1
        case "enter": return .done([.attach(choices[cursor].name)])
        default: break
        }
        let rows = max(1, frame(in: context).height - 4)
        first = min(max(first, cursor - rows + 1), cursor)
        return .stay()
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let box = frame(in: context)
        area.box(box, title: "Attach to")
        let columns = box.width - 6
        let widest = min(28, choices.map { TextWidth.of($0.name) }.max() ?? 0)
        for (row, index) in (first..<choices.count).prefix(max(1, box.height - 4)).enumerated() {
            let choice = choices[index]
            let y = box.y + 2 + row
            let isChosen = index == cursor
            if isChosen {
                area.fill(Rect(x: box.x + 2, y: y, width: box.width - 4, height: 1), style: Role.text.on(.selection))
            }
            let ground: Role? = isChosen ? .selection : nil
            area.put(isChosen ? "▸" : " ", x: box.x + 2, y: y, style: ground.map { Role.text.on($0) } ?? Style(.text))
            area.put(
                " \(TextWidth.truncate(choice.name, to: widest)) ", x: box.x + 4, y: y,
                style: Style(choice.color?.role ?? .badgeOwn))
            area.put(
                choice.address, x: box.x + 4 + widest + 4, y: y,
                style: ground.map { Role.dim.on($0) } ?? Style(.dim), cutTo: max(0, columns - widest - 6))
        }
    }
}
