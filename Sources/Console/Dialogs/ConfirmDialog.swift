import Terminal

/// Says what a change will do and does it on one deliberate key; where something is lost for good, only once its name is
/// typed. Leaving it is always the way out.
struct ConfirmDialog: Dialog {
    /// What is asked, the head of the box.
    let title: String
    /// What will happen, what it costs, who is in the way; one idea a line.
    let lines: [String]
    /// What has to be typed; nil when the key alone is enough.
    let word: String?
    /// What the key does: `delete`.
    let verb: String
    /// The change.
    let job: AnyJob
    private let openedAt: Int64
    private var field = TextField()
    private var problem = ""
    private var isAsking = false

    /// Keys that were pressed before the question could be read are not answers, in milliseconds.
    static let armingDelay: Int64 = 500

    /// A question about `job`.
    init(
        _ title: String, lines: [String], word: String? = nil, verb: String, job: any ChangeJob,
        in context: PaneContext
    ) {
        self.title = title
        self.lines = lines
        self.word = word
        self.verb = verb
        self.job = AnyJob(job)
        openedAt = context.now
    }

    var keys: [(sign: String, words: String)] {
        [("⏎", word == nil ? verb : "\(verb), once \(word == "yes" ? "yes" : "the name") is typed")]
    }

    func frame(in context: PaneContext) -> Rect {
        centred(74, min(context.height, 6 + wrapped(in: context).count + (word == nil ? 0 : 3)), in: context)
    }

    /// The lines that have room; the rest is counted.
    private func wrapped(in context: PaneContext) -> [String] {
        let all = lines.flatMap { Explanation.wrap($0, columns: min(74, context.width - 2) - 6) }
        let room = max(1, context.height - (word == nil ? 6 : 9))
        return all.count <= room ? all : all.prefix(room - 1) + ["… and \(all.count - room + 1) lines more"]
    }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        guard context.now - openedAt >= Self.armingDelay else { return .stay() }
        guard key.name == "enter" else {
            if word != nil, field.handle(key) { problem = "" }
            return .stay()
        }
        guard !isAsking else { return .stay() }
        if let word, field.text != word {
            problem = field.text.isEmpty ? "type \(word), or leave with esc" : "that is not \(word)"
            return .stay()
        }
        isAsking = true
        problem = ""
        return .stay([.start(job.job)])
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> DialogOutcome {
        guard let ending = (report as? any ChangeReport)?.ending else { return .stay() }
        isAsking = false
        guard !ending.isGood else { return .done([]) }
        problem = ending.sentence
        return .stay()
    }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        guard word != nil else { return nil }
        let box = frame(in: context)
        let before = String(field.text.prefix(field.position))
        return (box.x + 4 + min(TextWidth.of(before), box.width - 9), box.y + 5 + wrapped(in: context).count)
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let box = frame(in: context)
        area.box(box, title: title)
        var y = box.y + 2
        for line in wrapped(in: context) {
            area.put(line, x: box.x + 3, y: y, style: Style(.text), cutTo: box.width - 6)
            y += 1
        }
        y += 1
        if let word {
            let used = area.put("Type ", x: box.x + 3, y: y, style: .dim)
            let name = area.put(word, x: box.x + 3 + used, y: y, style: Style(.badStrong), cutTo: box.width - 22)
            area.put(" to \(verb):", x: box.x + 3 + used + name, y: y, style: .dim)
            y += 2
            field.draw(on: &area, x: box.x + 3, y: y, columns: box.width - 6, isFocused: true)
            y += 1
        }
        if isAsking {
            area.put("looking at it again, then doing it …", x: box.x + 3, y: y, style: .dim)
        } else if !problem.isEmpty {
            area.put("✘ " + problem, x: box.x + 3, y: y, style: Style(.bad), cutTo: box.width - 6)
        } else if word == nil {
            area.put("⏎ \(verb)   esc leave it", x: box.x + 3, y: y, style: .faint)
        }
    }
}
