import KafkaClient
import KafkaWire
import Terminal

/// Asks for name, partitions, replication factor and settings; the cluster validates before it creates.
struct NewTopicDialog: TopicChangeDialog {
    private var fields: [TextField]
    private var title = "New topic"
    private var focus = 0
    var problem = ""
    var isAsking = false

    init(_ context: PaneContext) {
        let brokers = context.view.metadata.value?.brokers.count ?? 1
        fields = [
            TextField(), TextField(proposal: "1"), TextField(proposal: String(min(3, max(1, brokers)))), TextField(),
        ]
    }

    /// Begins with the shape and the own settings of `topic`; only the name is new.
    init(like topic: TopicInfo, _ context: PaneContext) {
        let own = context.view.configs[topic.name]?.value?.entries.filter { !$0.isDefault && !$0.isSensitive } ?? []
        fields = [
            TextField(proposal: "\(topic.name)-copy"), TextField(proposal: String(topic.partitions.count)),
            TextField(proposal: String(topic.partitions.first?.replicas.count ?? 1)),
            TextField(own.map { "\($0.name)=\($0.value ?? "")" }.joined(separator: " ")),
        ]
        title = "New topic like \(topic.name), without its records,"
    }

    var keys: [(sign: String, words: String)] { [("tab", "next field"), ("⏎", "validate, then create")] }

    func frame(in context: PaneContext) -> Rect { centred(68, 11, in: context) }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        switch key.name {
        case "tab", "down": focus = (focus + 1) % fields.count
        case "shift-tab", "up": focus = (focus + fields.count - 1) % fields.count
        case "enter":
            guard !isAsking else { return .stay() }
            switch request() {
            case .failure(let why): problem = why.sentence
            case .success(let job):
                problem = ""
                isAsking = true
                return .stay([.start(job)])
            }
        default:
            if fields[focus].handle(key) { problem = "" }
        }
        return .stay()
    }

    private struct Problem: Error { var sentence: String }

    private func request() -> Result<CreateTopicJob, Problem> {
        let name = fields[0].text
        switch TopicName(name).flaw {
        case .empty: return .failure(Problem(sentence: "a name is needed"))
        case .characters: return .failure(Problem(sentence: "only letters, digits, dot, underscore and dash"))
        case .tooLong, .dots:
            return .failure(Problem(sentence: "at most \(TopicName.longest) letters, and not a dot alone"))
        case nil: break
        }
        guard let partitions = Int32(fields[1].text), partitions > 0 else {
            return .failure(Problem(sentence: "partitions: a number above 0"))
        }
        guard let copies = Int16(fields[2].text), copies > 0 else {
            return .failure(Problem(sentence: "replication factor: a number above 0"))
        }
        var configs: [String: String] = [:]
        for word in fields[3].text.split(separator: " ") {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                return .failure(Problem(sentence: "settings: name=value, several apart by spaces; not \(word)"))
            }
            configs[String(parts[0])] = String(parts[1])
        }
        return .success(
            CreateTopicJob(
                topic: TopicName(name), partitions: partitions, replicationFactor: copies, configs: configs))
    }

    mutating func paste(_ text: String, in context: PaneContext) { fields[focus].paste(text) }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        let box = frame(in: context)
        let before = String(fields[focus].text.prefix(fields[focus].position))
        return (box.x + 24 + min(TextWidth.of(before), box.width - 29), box.y + 2 + focus)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let box = frame(in: context)
        area.box(box, title: "\(title) on \(context.console.place)")
        for (index, label) in ["name", "partitions", "replication factor", "settings"].enumerated() {
            area.put(label, x: box.x + 3, y: box.y + 2 + index, style: .dim)
            fields[index].draw(
                on: &area, x: box.x + 23, y: box.y + 2 + index, columns: max(6, box.width - 26),
                isFocused: focus == index)
        }
        let y = box.y + 7
        if isAsking {
            area.put("asking the cluster whether it would …", x: box.x + 3, y: y, style: .dim)
        } else if !problem.isEmpty {
            for (line, text) in Explanation.wrap("✘ " + problem, columns: box.width - 6).prefix(2).enumerated() {
                area.put(text, x: box.x + 3, y: y + line, style: .bad)
            }
        }
        area.put("⏎ creates it when the cluster agrees, esc leaves", x: box.x + 3, y: box.y + 9, style: .faint)
    }
}
