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
        case nextKind = "next-kind", previousKind = "previous-kind", leaveOut = "leave-out", commit, undo
        case scope = "all-topics", again = "plan-again"
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
        /// Committed and read back; `wasUndo` when that brought old offsets back.
        case done(ResetOutcome, wasUndo: Bool)
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
    /// Partitions left out, kept while the plan is made anew.
    var leftOut: Set<TopicPartition> = []
    var cursorRow = 0
    var top = 0
    /// The last change that can be taken back.
    var lastOutcome: ResetOutcome?

    /// The pane for a group on one topic, or on all of its topics.
    init(group: GroupID, topic: TopicName?) {
        self.group = group
        self.topic = topic
        openedFor = topic
    }

    static let name = "reset"
    var crumbs: [String] { [group.rawValue, "reset"] }

    static let bindings: [KeyBinding<ResetPane>] = [
        KeyBinding("tab", .nextKind, "next kind"),
        KeyBinding("shift-tab", .previousKind, "the kind before", foot: false),
        KeyBinding("space", .leaveOut, "leave one out") { pane, _ in pane.plan == nil ? .absent : .enabled },
        KeyBinding("enter", .commit, "commit", changes: true) { pane, context in pane.commitAvailability(context) },
        KeyBinding("u", .undo, "undo", changes: true) { pane, _ in pane.lastOutcome == nil ? .absent : .enabled },
        KeyBinding("a", .scope, "this topic or all") { pane, _ in pane.openedFor == nil ? .absent : .enabled },
        KeyBinding("r", .again, "plan again") { pane, _ in
            pane.stage == .planning || !pane.isUnderstood ? .absent : .enabled
        },
    ]

    /// The plan that is shown.
    var plan: ResetPlan? {
        switch stage {
        case .planned(let plan, _), .committing(let plan): plan
        default: nil
        }
    }

    /// Keys that were pressed before the plan could be read do not commit it, in milliseconds.
    static let armingDelay: Int64 = 500

    func commitAvailability(_ context: PaneContext) -> Availability {
        switch stage {
        case .planned(let plan, let since):
            if let refusal = plan.refusal { return .disabled(refusal) }
            if plan.written == 0 { return .disabled("nothing would change") }
            return context.now - since >= Self.armingDelay ? .enabled : .disabled("read the plan first")
        case .planning: return .disabled("the plan is not ready")
        case .committing: return .disabled("it is being committed")
        case .failed(let why): return .disabled(why)
        case .done: return .absent
        case .idle: return .disabled(understood.isEmpty ? "say where to first" : understood)
        }
    }

    func needs(in context: PaneContext) -> [Query] { [.groups, .members([group])] }

    mutating func opened(in context: PaneContext) -> [PaneAction] { replan(in: context) }

    // MARK: Keys

    mutating func type(_ key: Key, in context: PaneContext) -> [PaneAction]? {
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
            let partition = plan.rows[cursorRow].topicPartition
            if plan.rows[cursorRow].isIncluded { leftOut.remove(partition) } else { leftOut.insert(partition) }
            stage = .planned(plan, since: since)
            move(.rows(1), in: context)
            return []
        case .commit:
            guard case .planned(let plan, _) = stage, plan.canExecute else { return [] }
            stage = .committing(plan)
            return [.start(CommitResetJob(plan: plan, undoFolder: context.console.undoDirectory))]
        case .undo:
            guard let lastOutcome else { return [] }
            return [.start(UndoResetJob(outcome: lastOutcome, undoFolder: context.console.undoDirectory))]
        case .scope:
            topic = topic == nil ? openedFor : nil
            return replan(in: context)
        case .again: return replan(in: context)
        }
    }

    mutating func escape(in context: PaneContext) -> Bool { false }

    // MARK: Planning

    /// Understands the field and asks for a plan; typing on replaces a plan that is still being made.
    mutating func replan(in context: PaneContext) -> [PaneAction] {
        switch understand(in: context) {
        case .success(let wish):
            isUnderstood = true
            stage = .planning
            return [.start(PlanResetJob(group: group, topics: topic.map { [$0] }, wish: wish))]
        case .failure(let why):
            isUnderstood = false
            understood = why.sentence
            stage = .idle
            return [.stop(PlanResetJob.name)]
        }
    }

    /// `2026-11-24 14:00:00 Europe/Lisbon`; milliseconds only when there are some.
    private static func moment(_ milliseconds: Int64, _ context: PaneContext) -> String {
        let text = TimeText.dateTime(milliseconds, in: context.zone)
        return (text.hasSuffix(".000") ? String(text.dropLast(4)) : text) + " " + context.zone.name
    }

    struct NotUnderstood: Error, Equatable { var sentence: String }

    private mutating func understand(in context: PaneContext) -> Result<PlanResetJob.Wish, NotUnderstood> {
        let text = (fields[kind]?.text ?? "").trimmed
        if hasField, text.isEmpty { return .failure(NotUnderstood(sentence: "")) }
        switch kind {
        case .earliest:
            understood = "the first record that is still there"
            return .success(.target(.earliest))
        case .latest:
            understood = "the end: only records that come from now on"
            return .success(.target(.latest))
        case .time:
            do {
                let moment = try TimeText.parse(text, now: context.now, in: context.zone)
                understood =
                    "= \(Self.moment(moment, context)), first record at or after it"
                return .success(.target(.time(moment)))
            } catch { return .failure(NotUnderstood(sentence: error.sentence)) }
        case .duration:
            do {
                let span = try DurationText.parse(text)
                understood = "= back to \(Self.moment(context.now &- span, context))"
                return .success(.target(.duration(span)))
            } catch { return .failure(NotUnderstood(sentence: error.sentence)) }
        case .offset:
            guard let offset = Int64(text.withoutCommas), offset >= 0 else {
                return .failure(NotUnderstood(sentence: "an offset is a number from 0 up"))
            }
            understood = "= offset \(Quantity.grouped(offset)) on every partition that has it"
            return .success(.target(.offset(offset)))
        case .shift:
            guard let steps = Int64(text.withoutCommas.swapping("−", for: "-")) else {
                return .failure(NotUnderstood(sentence: "so many records: 1 skips one, -100 goes back a hundred"))
            }
            understood =
                steps < 0
                ? "= back by \(Quantity.grouped(steps.magnitude))" : "= forward by \(Quantity.grouped(steps))"
            return .success(.target(.shift(steps)))
        case .file:
            understood = "lines of topic,partition,offset, as kafka-consumer-groups --export writes them"
            return .success(.file(text))
        case .group:
            guard text != group.rawValue else { return .failure(NotUnderstood(sentence: "that is this group")) }
            let known = context.view.groups.value?.contains { $0.id.rawValue == text } ?? true
            guard known else { return .failure(NotUnderstood(sentence: "no group \(text) is listed here")) }
            understood = "= where \(text) is"
            return .success(.target(.group(GroupID(text))))
        }
    }

    mutating func receive(_ report: any JobReport, in context: PaneContext) -> [PaneAction] {
        switch report {
        case let report as PlanReport:
            switch report.result {
            case .success(var plan):
                for index in plan.rows.indices where leftOut.contains(plan.rows[index].topicPartition) {
                    plan.rows[index].isIncluded = false
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
                stage = .done(outcome, wasUndo: report.isUndo)
                focus = .plan
                return [.say(report.notice), .refresh]
            case .failure(let error):
                let again = report.isUndo ? [] : replan(in: context)
                return [.say(Notice(.bad, error.sentence))] + again
            }
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

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    fileprivate var withoutCommas: String { filter { $0 != "," && $0 != "_" } }
}
