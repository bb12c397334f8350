import KafkaClient
import KafkaWire
import Terminal

/// Moves a group's offsets: a plan first, with the record each partition reads next, then one deliberate key.
///
/// Enter goes from the field to the plan, and from the plan commits. Nothing is written before that, and `esc` leaves all
/// as it is.
struct ResetPane: Pane {
    /// What its keys do.
    enum Command: String, CaseIterable, Sendable {
        case nextKind = "next-kind", previousKind = "previous-kind", leaveOut = "leave-out", commit, arm, undo
        case scope = "all-topics", again = "plan-again", export
    }

    /// Where to.
    enum Kind: String, CaseIterable, Sendable { case earliest, latest, time, duration, offset, shift, file, group }

    /// Where the hands are.
    enum Focus: Equatable, Sendable { case field, plan }

    /// How far it is.
    enum Stage: Equatable, Sendable {
        /// Nothing to plan yet: a field is empty or not understood.
        case idle
        /// The cluster is asked.
        case planning
        /// The plan stands since then.
        case planned(ResetPlan, since: Int64)
        /// The plan could not be made.
        case failed(String)
        /// Being committed.
        case committing(ResetPlan)
        /// Waits since then until nobody holds the group, then plans again and commits; for whom, once that is told.
        case armed(ResetPlan, ResetWait?, since: Int64)
        /// Committed and read back then; `wasUndo` when that brought old offsets back.
        case done(ResetOutcome, wasUndo: Bool, at: Int64)
    }

    /// The group.
    let group: GroupID
    /// The topic; nil for all topics of the group.
    var topic: TopicName?
    let openedFor: TopicName?
    var kind = Kind.time
    var fields: [Kind: TextField] = [:]
    var focus = Focus.field
    var stage = Stage.idle
    /// What the field was understood as, or why it was not.
    var understood = ""
    var isUnderstood = false
    /// Partitions taken in or left out by hand, kept while the plan is made anew.
    var choices: [TopicPartition: Bool] = [:]
    var cursorRow = 0
    var top = 0
    /// The last change that can be taken back.
    var lastOutcome: ResetOutcome?

    /// The group need not be there: it is made by the commit.
    let mayCreate: Bool
    /// The one partition that is moved; nil for all.
    let only: TopicPartition?

    /// The pane for a group on one topic, or on all of its topics.
    init(group: GroupID, topic: TopicName?) {
        self.init(group: group, topic: topic, kind: .time, text: "")
    }

    private init(
        group: GroupID, topic: TopicName?, kind: Kind, text: String, mayCreate: Bool = false,
        only: TopicPartition? = nil
    ) {
        self.group = group
        self.topic = topic
        openedFor = topic
        self.kind = kind
        self.mayCreate = mayCreate
        self.only = only
        guard !text.isEmpty else { return }
        fields[kind] = TextField(text)
        focus = .plan
    }

    /// Puts `target`, which need not be there, where `source` is.
    static func copying(_ source: GroupID, to target: GroupID) -> ResetPane {
        ResetPane(group: target, topic: nil, kind: .group, text: source.rawValue, mayCreate: true)
    }

    /// Lets a group skip the record that it reads next in one partition.
    static func skipping(_ partition: TopicPartition, of group: GroupID) -> ResetPane {
        ResetPane(group: group, topic: partition.topic, kind: .shift, text: "1", only: partition)
    }

    static let name = "reset"
    var crumbs: [String] { [group.rawValue, "reset"] }

    private func isLeftOut(_ partition: TopicPartition) -> Bool {
        !(choices[partition] ?? (only == nil || only == partition))
    }

    /// The plan that is shown.
    var plan: ResetPlan? {
        switch stage {
        case .planned(let plan, _), .committing(let plan), .armed(let plan, _, _): plan
        default: nil
        }
    }

    /// Letters, digits and blanks go into the field.
    var isTyping: Bool { focus == .field && hasField }

    /// It was committed: what is left is looking and undoing.
    var isDone: Bool { if case .done = stage { true } else { false } }

    /// It waits until nobody holds the group.
    var isArmed: Bool { if case .armed = stage { true } else { false } }

    func commitAvailability(_ context: PaneContext) -> Availability {
        // There enter only goes on to the plan.
        if isTyping { return .absent }
        switch stage {
        case .planned(let plan, let since):
            if let refusal = plan.refusal { return .disabled(refusal) }
            if plan.written == 0 { return .disabled("nothing would change") }
            return context.now - since >= Opening.pause ? .enabled : .disabled("read the plan first")
        case .planning: return .disabled("the plan is not ready")
        case .committing: return .disabled("it is being committed")
        case .armed: return .absent
        case .failed(let why): return .disabled(why)
        case .done: return .absent
        case .idle: return .disabled(understood.isEmpty ? "say where to first" : understood)
        }
    }

    func armAvailability(_ context: PaneContext) -> Availability {
        guard !isTyping, case .planned(let plan, let since) = stage, plan.canArm else { return .absent }
        return context.now - since >= Opening.pause ? .enabled : .disabled("read the plan first")
    }

    func needs(in context: PaneContext) -> [Query] {
        // Who commits while nobody is a member, and what becomes of a commit, is seen by looking on.
        [.groups, .members([group]), .lag([group])]
    }

    func subject(in context: PaneContext) -> [String: String] {
        var words = ["GROUP": group.rawValue]
        guard let plan else { return words }
        words["TARGET"] = plan.target.shellWords
        words["SCOPE"] = topic.map { "--topic \($0)" } ?? "--all-topics"
        return words
    }

    mutating func opened(in context: PaneContext) -> [PaneAction] { replan(in: context) }

    // MARK: Keys

    private mutating func edit(_ key: Key, in context: PaneContext) -> [PaneAction]? {
        switch key.name {
        case "left" where focus == .plan || !hasField: return turn(-1, in: context)
        case "right" where focus == .plan || !hasField: return turn(1, in: context)
        case "up":
            if focus == .plan, cursorRow == 0, hasField { focus = .field } else { move(.rows(-1), in: context) }
            return []
        case "down":
            if focus == .field { focus = .plan } else { move(.rows(1), in: context) }
            return []
        case "enter" where focus == .field && hasField:
            if isUnderstood { focus = .plan }
            return isUnderstood ? [] : [.say(Notice(.warn, understood.isEmpty ? "say where to first" : understood))]
        default: break
        }
        if focus == .plan || !hasField, key.text?.isWholeNumber == true {
            // A digit is meant for the plan, where the kind beside takes one; it must not go to another pane and drop this.
            if case .done = stage { return nil }
            guard hasField else {
                return [.say(Notice(.warn, "\(kind.rawValue) takes no number; esc leaves the plan"))]
            }
            focus = .field
        }
        guard focus == .field, hasField, key.name != "tab", key.name != "shift-tab" else { return nil }
        var field = fields[kind] ?? TextField()
        guard field.handle(key) else { return nil }
        let changed = field.text != (fields[kind]?.text ?? "")
        fields[kind] = field
        return changed ? replan(in: context) : []
    }

    mutating func paste(_ text: String, in context: PaneContext) -> [PaneAction] {
        guard focus == .field, hasField else { return [] }
        fields[kind, default: TextField()].paste(text)
        return replan(in: context)
    }

    /// Earliest and latest need no word more.
    var hasField: Bool { kind != .earliest && kind != .latest }

    private mutating func turn(_ step: Int, in context: PaneContext) -> [PaneAction] {
        let all = Kind.allCases
        let index = all.firstIndex(of: kind) ?? 0
        kind = all[(index + step + all.count) % all.count]
        focus = hasField ? .field : .plan
        return replan(in: context)
    }

    mutating func handle(_ command: Command, in context: PaneContext) -> [PaneAction] {
        switch command {
        case .nextKind: return turn(1, in: context)
        case .previousKind: return turn(-1, in: context)
        case .leaveOut:
            guard var plan, case .planned(_, let since) = stage, plan.rows.indices.contains(cursorRow) else {
                return []
            }
            plan.rows[cursorRow].isIncluded.toggle()
            choices[plan.rows[cursorRow].topicPartition] = plan.rows[cursorRow].isIncluded
            stage = .planned(plan, since: since)
            move(.rows(1), in: context)
            return []
        case .commit:
            guard case .planned(let plan, _) = stage, plan.canExecute else { return [] }
            stage = .committing(plan)
            return [.start(CommitResetJob(plan: plan, undoFolder: context.console.undoDirectory))]
        case .arm:
            guard case .planned(let plan, _) = stage, plan.canArm else { return [] }
            stage = .armed(plan, nil, since: context.now)
            focus = .plan
            return [.start(ArmResetJob(plan: plan, undoFolder: context.console.undoDirectory))]
        case .export:
            guard let plan else { return [] }
            return [.start(ExportPlanJob(plan: plan))]
        case .undo:
            guard let lastOutcome else { return [] }
            return [.start(UndoResetJob(outcome: lastOutcome, undoFolder: context.console.undoDirectory))]
        case .scope:
            topic = topic == nil ? openedFor : nil
            return replan(in: context)
        case .again: return replan(in: context)
        }
    }

    /// While it is armed only leaving it is left, and that is asked.
    mutating func type(_ key: Key, in context: PaneContext) -> [PaneAction]? {
        guard isArmed else { return edit(key, in: context) }
        switch key.name {
        case "up", "down", "pgup", "pgdn", "home", "end": return nil
        case "tab", "shift-tab", "left", "right":
            return [.say(Notice(.warn, "it is armed: esc leaves and drops it"))]
        default: return nil
        }
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        switch report {
        case let report as PlanReport:
            switch report.result {
            case .success(var plan):
                for index in plan.rows.indices where isLeftOut(plan.rows[index].topicPartition) {
                    plan.rows[index].isIncluded = false
                }
                if let only, let index = plan.rows.firstIndex(where: { $0.topicPartition == only }) {
                    cursorRow = index
                }
                stage = .planned(plan, since: context.now)
                cursorRow = min(cursorRow, max(0, plan.rows.count - 1))
                return []
            case .failure(let error):
                stage = .failed(error.sentence)
                return []
            }
        case let report as ResetReport:
            switch report.result {
            case .success(let outcome):
                lastOutcome = report.isUndo ? nil : outcome
                stage = .done(outcome, wasUndo: report.isUndo, at: context.now)
                focus = .plan
                return [.say(report.notice), .refresh]
            case .failure(let error):
                let again = report.isUndo ? [] : replan(in: context)
                return [.say(Notice(.bad, error.sentence))] + again
            }
        case let report as ArmReport:
            guard case .armed(let plan, _, let since) = stage else { return [] }
            stage = .armed(plan, report.wait, since: since)
            return []
        case let report as ExportReport: return [.say(report.notice)]
        default: return []
        }
    }

    func explain(in context: PaneContext) -> Explanation? {
        Explanation(
            title: "reset offsets",
            lines: [
                "A reset commits offsets for a group from outside. Kafka takes that only while the group has no members.",
                "NOW is what it committed, NEW what would be committed, NEXT RECORD what its consumers read first then.",
                "By time: the first record whose timestamp is at or after it. Timestamps are the producer's unless the topic says LogAppendTime, so later records may carry earlier times.",
                "Enter looks at the plan, enter again commits it. It is checked again before, and read back after.",
                "u brings the old offsets back; they are also kept in a file\(context.console.undoDirectory.map { " in \($0)" } ?? "").",
            ])
    }

    // MARK: The list

    mutating func move(_ motion: Motion, in context: PaneContext) {
        let count = plan?.rows.count ?? 0
        guard count > 0 else { return }
        switch motion {
        case .rows(let step): cursorRow += step
        case .pages(let pages): cursorRow += pages * max(1, ResetLayout(context).rows - 1)
        case .first: cursorRow = 0
        case .last: cursorRow = count - 1
        }
        focus = .plan
    }

    mutating func settle(in context: PaneContext) {
        let count = plan?.rows.count ?? 0
        let room = max(1, ResetLayout(context).rows)
        cursorRow = min(max(0, cursorRow), max(0, count - 1))
        top = min(max(0, min(top, cursorRow)), max(0, count - room))
        top = max(top, cursorRow - room + 1)
    }

    mutating func click(x: Int, y: Int, in context: PaneContext) -> Bool {
        let layout = ResetLayout(context)
        let row = top + y - layout.firstRow
        guard y >= layout.firstRow, y < layout.firstRow + layout.rows, row < plan?.rows.count ?? 0 else { return false }
        cursorRow = row
        focus = .plan
        return false
    }

    func cursor(in context: PaneContext) -> (x: Int, y: Int)? {
        guard focus == .field, hasField else { return nil }
        let field = fields[kind] ?? TextField()
        return (
            ResetLayout.fieldX + 1
                + min(
                    TextWidth.of(String(field.text.prefix(field.position))), ResetLayout.fieldWidth(context.width) - 4),
            ResetLayout(context).field
        )
    }

    func draw(on area: inout GridArea, in context: PaneContext) { drawAll(on: &area, in: context) }
}
