import KafkaClient
import KafkaWire
import Terminal

/// Asks how many partitions a topic shall have, and says what that changes for ever.
struct AddPartitionsDialog: TopicChangeDialog {
    private let topic: TopicInfo
    private var field: TextField
    var problem = ""
    var isAsking = false
    /// The number that was agreed to by a first enter: the second one sends it.
    private var agreed: Int32?
    private var opening: Opening?

    init(_ topic: TopicInfo, _ context: PaneContext) {
        self.topic = topic
        field = TextField(proposal: String(topic.partitions.count + 1))
    }

    private static let warnings = [
        "This cannot be taken back: Kafka never takes partitions away.",
        "Records with a key go to other partitions from then on, so that records of one key lie in two of them: "
            + "whoever relies on their order, or on finding a key in its partition, is in for a surprise.",
    ]

    private func wrapped(in context: PaneContext) -> [String] {
        Self.warnings.flatMap { Explanation.wrap($0, columns: min(68, context.width - 2) - 6) }
    }

    var opensAt: Int64? { agreed == nil ? nil : opening?.at }

    var keys: [(sign: String, words: String)] {
        [("⏎", agreed == nil ? "look at what it adds" : "validate, then add")]
    }

    func frame(in context: PaneContext) -> Rect { centred(68, 8 + wrapped(in: context).count, in: context) }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        guard key.name == "enter" else {
            if field.handle(key) { (problem, agreed) = ("", nil) }
            return .stay()
        }
        guard !isAsking else { return .stay() }
        guard let total = Int32(field.text), total > topic.partitions.count else {
            problem = "a number above \(topic.partitions.count), which it has"
            return .stay()
        }
        problem = ""
        guard agreed == total, var opening else {
            agreed = total
            opening = Opening(in: context)
            return .stay()
        }
        guard opening.takesKey(in: context) else {
            self.opening = opening
            return .stay()
        }
        isAsking = true
        return .stay([.start(AddPartitionsJob(topic: topic.name, before: topic.partitions.count, total: total))])
    }

    mutating func paste(_ text: String, in context: PaneContext) {
        field.paste(text)
        agreed = nil
    }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        let box = frame(in: context)
        return (box.x + 24 + field.position, box.y + 2)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let box = frame(in: context)
        area.box(box, title: "Add partitions to \(topic.name) on \(context.console.place)")
        area.put("partitions in all", x: box.x + 3, y: box.y + 2, style: .dim)
        field.draw(on: &area, x: box.x + 23, y: box.y + 2, columns: 12, isFocused: true)
        area.put("now \(topic.partitions.count)", x: box.x + 38, y: box.y + 2, style: .dim)
        for (line, text) in wrapped(in: context).enumerated() {
            area.put(text, x: box.x + 3, y: box.y + 4 + line, style: line == 0 ? .warn : .text)
        }
        let y = box.y + box.height - 3
        if isAsking {
            area.put("asking the cluster whether it would …", x: box.x + 3, y: y, style: .dim)
        } else if !problem.isEmpty {
            area.put("✘ " + problem, x: box.x + 3, y: y, style: Style(.bad), cutTo: box.width - 6)
        } else if let agreed {
            let now = topic.partitions.count
            let hasty = opening?.wasHasty == true ? "⏎ came too early: " : ""
            let words = "▲ \(hasty)⏎ again: \(now) → \(agreed), adds \(Int(agreed) - now) for ever; esc leaves"
            area.put(words, x: box.x + 3, y: y, style: Style(.warn), cutTo: box.width - 6)
        } else {
            area.put("⏎ says what it adds, esc leaves", x: box.x + 3, y: y, style: .faint)
        }
    }
}
