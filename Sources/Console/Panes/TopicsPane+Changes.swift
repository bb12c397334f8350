import KafkaClient
import KafkaWire

/// The questions before topics are changed: what will happen to which of them, and what is lost.
extension TopicsPane {
    /// Says what is lost, and asks for the name, or for the number of topics.
    func deletion(in context: PaneContext) -> ConfirmDialog {
        let rows = markedOrSelected(in: context)
        var lines = losses(of: rows, in: context)
        let readers = Set(rows.flatMap { context.view.groupsOn[$0.topic.name] ?? [] }.map(\.group)).sorted()
        if !readers.isEmpty {
            let names = readers.map(\.rawValue).joined(separator: ", ")
            lines.append("Groups that read it: \(names). They lose their offsets on it.")
        }
        lines += groupsUnknown(in: context)
        return confirmation(
            "Delete", "delete", rows, lines, DeleteTopicsJob(targets: rows.map(TopicTarget.init)), context)
    }

    /// Says what is lost and what stays, and asks for the name, or for the number of topics.
    func emptying(in context: PaneContext) -> ConfirmDialog {
        let rows = markedOrSelected(in: context)
        var lines = losses(of: rows, in: context)
        lines.append(
            "The topic stays with its settings, and offsets go on from where they are: nothing starts at 0 again.")
        let compacted = rows.filter {
            context.view.configs[$0.topic.name]?.value?["cleanup.policy"] == "compact"
        }.map(\.topic.name.rawValue)
        if !compacted.isEmpty {
            lines.append("Kafka refuses it for compacted topics: \(compacted.joined(separator: ", ")).")
        }
        let behind = Set(
            rows.flatMap { context.view.groupsOn[$0.topic.name] ?? [] }.filter { ($0.lag ?? 0) > 0 }.map(\.group)
        ).sorted().map(\.rawValue)
        if !behind.isEmpty {
            lines.append("Groups that have not read all of it: \(behind.joined(separator: ", ")). They never will.")
        }
        lines += groupsUnknown(in: context)
        return confirmation("Empty", "empty", rows, lines, EmptyTopicsJob(targets: rows.map(TopicTarget.init)), context)
    }

    /// That there may be more groups than those named.
    private func groupsUnknown(in context: PaneContext) -> [String] {
        let count = context.view.groupsUnasked
        return count == 0 ? [] : ["\(Quantity.count(count, "group")) not looked at yet: some of them may read it."]
    }

    private func confirmation(
        _ title: String, _ verb: String, _ rows: [TopicRow], _ lines: [String], _ job: any ChangeJob,
        _ context: PaneContext
    ) -> ConfirmDialog {
        let isOne = rows.count == 1
        let what = isOne ? rows[0].topic.name.rawValue : Quantity.count(rows.count, "topic")
        return ConfirmDialog(
            "\(title) \(what) on \(context.console.place)", lines: lines, word: isOne ? what : "\(verb) \(rows.count)",
            verb: isOne ? "\(verb) it" : "\(verb) them", job: job, in: context)
    }

    /// One line for one topic; several are listed, with what each holds.
    private func losses(of rows: [TopicRow], in context: PaneContext) -> [String] {
        func holds(_ row: TopicRow) -> String {
            let records = row.records(context.view) == nil ? Quantity.unknown : row.recordsText(context.view)
            let size = row.size(context.view).map(Quantity.size) ?? "unknown size"
            return "\(records) records, \(size) in \(Quantity.count(row.topic.partitions.count, "partition"))"
        }
        guard rows.count > 1 else { return rows.map { "\(holds($0)) are lost. There is no undo." } }
        return ["All of this is lost, and there is no undo:"] + rows.map { "\($0.topic.name.rawValue): \(holds($0))" }
    }
}

extension TopicTarget {
    /// The topic of a row as it was looked at.
    init(_ row: TopicRow) { self.init(name: row.topic.name, id: row.topic.id) }
}
