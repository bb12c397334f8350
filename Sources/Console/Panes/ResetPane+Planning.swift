import KafkaClient
import KafkaWire
import Terminal

/// From what is typed to a plan.
extension ResetPane {
    /// Understands the field and asks for a plan; typing on replaces a plan that is still being made.
    mutating func replan(in context: PaneContext) -> [PaneAction] {
        switch understand(in: context) {
        case .success(let wish):
            isUnderstood = true
            stage = .planning
            return [.start(PlanResetJob(group: group, topics: topic.map { [$0] }, wish: wish, mayCreate: mayCreate))]
        case .failure(let why):
            isUnderstood = false
            understood = why.sentence
            stage = .idle
            return [.stop(PlanResetJob.name)]
        }
    }

    /// `2026-11-24 14:00:00 Europe/Lisbon`; milliseconds only when there are some and room for them.
    private static func moment(_ milliseconds: Int64, _ context: PaneContext) -> String {
        let text = TimeText.dateTime(milliseconds, in: context.zone)
        let isShort = text.hasSuffix(".000") || isNarrow(context)
        return (isShort ? String(text.dropLast(4)) : text) + " " + context.zone.name
    }

    /// Sentences beside the field are short there.
    private static func isNarrow(_ context: PaneContext) -> Bool { context.width < 100 }

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
                    "= \(Self.moment(moment, context))"
                    + (Self.isNarrow(context) ? ", or later" : ", first record at or after it")
                    + (moment > context.now ? " (still to come)" : "")
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
            understood =
                "= offset \(Quantity.grouped(offset)) "
                + (Self.isNarrow(context) ? "where the log has it" : "on every partition that has it")
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
}

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    fileprivate var withoutCommas: String { filter { $0 != "," && $0 != "_" } }
}
