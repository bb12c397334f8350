import Terminal

/// Says what a change will do and does it on one deliberate key; where something is lost for good, only once its name is
/// typed. Leaving it is always the way out.
struct ConfirmDialog: Dialog {
    /// What is asked, the head of the box.
    let title: String
    /// What will happen, what it costs, who is in the way; one idea a line.
    private(set) var lines: [String]
    /// What has to be typed; nil when the key alone is enough.
    let word: String?
    /// What the key does: `delete`.
    let verb: String
    /// The change.
    let job: AnyJob
    private var opening: Opening
    private var field = TextField()
    private var problem = ""
    private var isAsking = false
    private var look = Look.none

    /// What the cluster says of it before it is sent.
    private enum Look: Equatable {
        /// Nothing is asked first.
        case none
        /// It is asked what stands there now.
        case asked
        /// It was told, and stands among the lines.
        case told
        /// Why it cannot be done now.
        case refused(String)
    }

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
        opening = Opening(in: context)
    }

    /// A question about a change that is planned from what the cluster has now: its ``look`` goes with it.
    init(_ title: String, verb: String, planning job: any LooksFirst, in context: PaneContext) {
        self.init(title, lines: [job.change.what + "."], verb: verb, job: job, in: context)
        look = .asked
    }

    var opensAt: Int64? { opening.at }

    var keys: [(sign: String, words: String)] {
        switch look {
        case .asked, .refused: return []
        case .none, .told: break
        }
        return [("⏎", word == nil ? verb : "\(verb), once \(word == "yes" ? "yes" : "the name") is typed")]
    }

    func frame(in context: PaneContext) -> Rect {
        let rows = 6 + wrapped(in: context).count + (word == nil ? 0 : 3) + extra(in: context)
        return centred(74, min(context.height, rows), in: context)
    }

    /// Rows that a refusal takes beyond the one that is there for it.
    private func extra(in context: PaneContext) -> Int {
        guard case .refused(let why) = look else { return 0 }
        return refusal(why, min(74, context.width - 2)).count - 1
    }

    /// Why it cannot be, whole.
    private func refusal(_ why: String, _ width: Int) -> [String] {
        Explanation.wrap("✘ not now: \(why)", columns: width - 6)
    }

    /// The lines that have room; the rest is counted.
    private func wrapped(in context: PaneContext) -> [String] {
        let all = lines.flatMap { Explanation.wrap($0, columns: min(74, context.width - 2) - 6) }
        let room = max(1, context.height - (word == nil ? 6 : 9) - extra(in: context))
        return all.count <= room ? all : all.prefix(room - 1) + ["… and \(all.count - room + 1) lines more"]
    }

    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome {
        if case .refused = look { return .stay() }
        guard opening.takesKey(in: context), look != .asked else { return .stay() }
        guard key.name == "enter" else {
            if let word, field.handle(key) {
                problem = ""
                if word.hasPrefix(field.text) { opening.settle() }
            }
            return .stay()
        }
        opening.settle()
        guard !isAsking else { return .stay() }
        if let word, field.text != word {
            problem = field.text.isEmpty ? "type \(word), or leave with esc" : "that is not \(word)"
            return .stay()
        }
        isAsking = true
        problem = ""
        return .stay([.start(job.job)])
    }

    /// Whoever pastes a name has not read it.
    mutating func paste(_ text: String, in context: PaneContext) {
        guard word != nil, opening.takesKey(in: context) else { return }
        problem = "a pasted name is no answer: type it"
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> DialogOutcome {
        if let report = report as? LookReport, report.target == job, look == .asked {
            switch report.result {
            case .success(let found):
                look = .told
                lines += found
                opening = Opening(in: context)
            case .failure(let error): look = .refused(error.sentence)
            }
            return .stay()
        }
        guard let ending = (report as? any ChangeReport)?.ending else { return .stay() }
        isAsking = false
        guard !ending.isGood else { return .done([]) }
        problem = ending.sentence
        return .stay()
    }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        guard word != nil, opening.isOpen(in: context) else { return nil }
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
            let isOpen = opening.isOpen(in: context)
            field.draw(on: &area, x: box.x + 3, y: y, columns: box.width - 6, isFocused: isOpen)
            y += 1
        }
        if look == .asked {
            area.put("asking the cluster what stands there now …", x: box.x + 3, y: y, style: .dim)
        } else if case .refused(let why) = look {
            for (line, text) in refusal(why, box.width).enumerated() {
                area.put(text, x: box.x + 3, y: y + line, style: .bad)
            }
        } else if isAsking {
            area.put("looking at it again, then doing it …", x: box.x + 3, y: y, style: .dim)
        } else if !problem.isEmpty {
            area.put("✘ " + problem, x: box.x + 3, y: y, style: Style(.bad), cutTo: box.width - 6)
        } else if let remark = opening.remark(word == nil ? "press ⏎" : "type the name", in: context) {
            area.put(remark.text, x: box.x + 3, y: y, style: Style(remark.role), cutTo: box.width - 6)
        } else if word == nil {
            area.put("⏎ \(verb)   esc leave it", x: box.x + 3, y: y, style: .faint)
        }
    }
}
