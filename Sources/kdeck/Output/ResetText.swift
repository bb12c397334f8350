import Bytes
import KafkaClient
import KafkaWire
import Terminal

/// A reset plan and its outcome as text.
enum ResetText {
    static func table(_ plan: ResetPlan, _ outcome: ResetOutcome?, now: Int64) -> String {
        let several = Set(plan.rows.map(\.topicPartition.topic)).count > 1
        var out = "\(Sanitizer.visible(plan.group.rawValue))  \(plan.state)"
        if let moment = plan.moment {
            // Times are the producers': what stands behind that record may be older.
            out += "   to \(TimeText.dateTime(moment)) \(LocalZone.system.name), the first record at or after it"
            if moment > now { out += " (still to come)" }
        }
        out += "\n\n"
        var table = TableText([
            (several ? "PARTITION" : "P", several ? .left : .right), ("NOW", .right), ("NEW", .right),
            ("CHANGE", .right), ("NEXT RECORD THE GROUP WILL READ", .left),
        ])
        for row in plan.rows where row.isIncluded {
            let change = row.new == nil ? "–" : row.now == nil ? "new" : signed(row.change ?? 0)
            table.add([
                several ? row.topicPartition.description : String(row.topicPartition.partition),
                NumberText.count(row.now), NumberText.count(row.new), change, following(row, now: now),
            ])
        }
        out += table.text + "\n"
        if let outcome {
            out += outcome.sentence + "\n"
            // A group that had no offsets before has none to go back to.
            if let path = outcome.undoPath, outcome.rows.contains(where: { $0.old != nil }) {
                out += "The offsets before: \(path)\n"
                let words = [plan.group.rawValue, "--from-file", path, "--execute"].map { shellWord($0) }
                out += "Back again: kdeck groups reset \(Sanitizer.visible(words.joined(separator: " ")))\n"
            }
        } else {
            out += plan.sentence + "\n"
            if let refusal = plan.refusal { out += Sanitizer.visible(refusal) + "\n" }
            if plan.canArm { out += "Or give --execute --arm: kdeck waits until they left, plans again and commits.\n" }
            if let caution = plan.caution { out += Sanitizer.visible(caution) + "\n" }
            if plan.canExecute { out += "Nothing was written. Add --execute to do it.\n" }
        }
        // Of a group that no such command moves either, nothing is the same.
        if plan.refusal != nil, !plan.canWait { return out }
        return out + "same as  \(Sanitizer.visible(plan.equivalentCommand))\n"
    }

    private static func signed(_ value: Int64) -> String { (value > 0 ? "+" : "") + NumberText.count(value) }

    private static func following(_ row: ResetPlan.Row, now: Int64) -> String {
        var parts: [String] = []
        if let note = row.note { parts.append(note.description) }
        if let next = row.next {
            parts.append(
                [
                    next.timestamp < 0 ? "–" : TimeText.short(next.timestamp, now: now),
                    RecordText.preview(next.key, 24),
                    RecordText.preview(next.value, 60),
                ].joined(separator: "  "))
        } else if row.note == nil, row.new != nil, row.new == row.logEnd {
            parts.append("the next one to arrive")
        }
        return parts.joined(separator: " · ")
    }

    static func listing(_ plan: ResetPlan, _ outcome: ResetOutcome?) -> Listing {
        let written = Dictionary(uniqueKeysWithValues: (outcome?.rows ?? []).map { ($0.topicPartition, $0) })
        return Listing(
            plan.rows.filter(\.isIncluded),
            [
                (OutputColumn("name", nil), { .text($0.topicPartition.description) }),
                (OutputColumn("group", nil), { _ in .text(plan.group.rawValue) }),
                (OutputColumn("topic", nil), { .text($0.topicPartition.topic.rawValue) }),
                (OutputColumn("partition", nil), { .number($0.topicPartition.partition) }),
                (OutputColumn("now", nil), { .count($0.now) }),
                (OutputColumn("new", nil), { .count($0.new) }),
                (OutputColumn("change", nil), { .count($0.change) }),
                (OutputColumn("logStart", nil), { .count($0.logStart) }),
                (OutputColumn("logEnd", nil), { .count($0.logEnd) }),
                (OutputColumn("note", nil), { .text($0.note?.description) }),
                (OutputColumn("next", nil), { OutputCell(next($0), "") }),
                (
                    OutputColumn("written", nil),
                    { .flag(written[$0.topicPartition]?.isVerified ?? false) }
                ),
            ])
    }

    private static func next(_ row: ResetPlan.Row) -> JSONValue {
        guard let next = row.next else { return .null }
        return .object([
            ("offset", .integer(next.offset)), ("timestamp", .integer(next.timestamp)),
            JSONValue.bytes("key", next.key), JSONValue.bytes("value", next.value),
        ])
    }
}
