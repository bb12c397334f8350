import KafkaClient
import KafkaWire
import Terminal

/// Says what is lost and deletes a topic only when its exact name is typed.
struct DeleteTopicDialog: Dialog {
    private let topic: TopicInfo
    private let lines: [String]
    private let openedAt: Int64
    private var field = TextField()
    private var problem = ""
    private var isAsking = false

    /// Keys that were pressed before the question could be read are not answers, in milliseconds.
    static let armingDelay: Int64 = 500

    init(_ row: TopicRow, _ context: PaneContext) {
        topic = row.topic
        openedAt = context.now
        let records =
            row.records.map { row.isUpperBound ? Quantity.atMost($0) : Quantity.grouped($0) } ?? Quantity.unknown
        var lines = [
            "\(records) records, \(row.size.map(Quantity.size) ?? "unknown size") in \(Quantity.count(topic.partitions.count, "partition")) are lost. There is no undo."
        ]
        let readers = (context.view.groupsByTopic()[topic.name] ?? []).map(\.group.rawValue)
        if !readers.isEmpty {
            lines.append("Groups that read it: \(readers.joined(separator: ", ")). They lose their offsets on it.")
        }
        self.lines = lines
    }

    var keys: [(sign: String, words: String)] { [("⏎", "delete, once the name is typed")] }

    func frame(in context: PaneContext) -> Rect { centred(72, 9 + wrapped(in: context).count, in: context) }

    private func wrapped(in context: PaneContext) -> [String] {
        lines.flatMap { Explanation.wrap($0, columns: min(72, context.width - 2) - 6) }
    }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        guard context.now - openedAt >= Self.armingDelay else { return .stay() }
        guard key.name == "enter" else {
            if field.handle(key) { problem = "" }
            return .stay()
        }
        guard !isAsking else { return .stay() }
        guard field.text == topic.name.rawValue else {
            problem = field.text.isEmpty ? "type the name, or leave with esc" : "that is not its name"
            return .stay()
        }
        isAsking = true
        return .stay([.start(DeleteTopicJob(topic: topic.name, id: topic.id))])
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> DialogOutcome {
        guard let report = report as? TopicChangeReport else { return .stay() }
        isAsking = false
        guard let failure = report.failure else { return .done([]) }
        problem = failure
        return .stay()
    }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        let box = frame(in: context)
        let before = String(field.text.prefix(field.position))
        return (box.x + 4 + min(TextWidth.of(before), box.width - 9), box.y + 5 + wrapped(in: context).count)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let box = frame(in: context)
        area.box(box, title: "Delete \(topic.name) on \(context.console.badge)")
        var y = box.y + 2
        for line in wrapped(in: context) {
            area.put(line, x: box.x + 3, y: y, style: .text)
            y += 1
        }
        y += 1
        let used = area.put("Type ", x: box.x + 3, y: y, style: .dim)
        let name = area.put(
            topic.name.rawValue, x: box.x + 3 + used, y: y, style: Style(.badStrong), cutTo: box.width - 20)
        area.put(" to delete it:", x: box.x + 3 + used + name, y: y, style: .dim)
        y += 2
        field.draw(on: &area, x: box.x + 3, y: y, columns: box.width - 6, isFocused: true)
        y += 1
        if isAsking {
            area.put("looking at it again, then deleting …", x: box.x + 3, y: y, style: .dim)
        } else if !problem.isEmpty {
            area.put("✘ " + problem, x: box.x + 3, y: y, style: Style(.bad), cutTo: box.width - 6)
        }
    }
}
