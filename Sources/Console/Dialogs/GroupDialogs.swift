import KafkaClient
import KafkaWire

/// The questions before a group is changed.
enum GroupDialogs {
    /// Which group shall stand where `source` stands.
    static func copy(_ source: GroupID, in context: PaneContext) -> NameDialog {
        let groups = (context.view.groups.value ?? []).map(\.id.rawValue).filter { $0 != source.rawValue }.sorted()
        return NameDialog(
            "Copy the offsets of \(source)",
            lines: [
                "To which group? One that is not there is made. A plan comes first,",
                "with the record that each partition would read next.",
            ], candidates: groups
        ) { name in
            if name == source.rawValue { return .failure(NameDialog.NameRefused(sentence: "that is the group itself")) }
            return .success(ResetPane.copying(source, to: GroupID(name)))
        }
    }

    static func delete(_ group: GroupID, in context: PaneContext) -> ConfirmDialog {
        var lines: [String] = []
        if let lag = context.view.lags[group]?.value {
            let commits = lag.rows.values.count { $0.committed != nil }
            let topics = lag.topics.map(\.rawValue).joined(separator: ", ")
            lines.append(
                commits == 0
                    ? "It has no offsets."
                    : "Its offsets in \(Quantity.count(commits, "partition")) of \(topics) go with it.")
            if let total = lag.total, total > 0 { lines.append("It has \(Quantity.grouped(total)) records to read.") }
        }
        lines.append("A consumer that comes back starts as auto.offset.reset says.")
        lines.append(kept(context))
        return ConfirmDialog(
            "Delete group \(group) on \(context.console.place)", lines: lines, word: group.rawValue, verb: "delete it",
            job: DeleteGroupJob(group: group, undoFolder: context.console.undoDirectory), in: context)
    }

    static func deleteOffsets(of group: GroupID, on topic: TopicName, in context: PaneContext) -> ConfirmDialog {
        let rows = context.view.lags[group]?.value?.rows ?? [:]
        let partitions = rows.filter { $0.key.topic == topic && $0.value.committed != nil }.map(\.key.partition)
            .sorted()
        let readers = context.view.members[group]?.value?.members.filter { member in
            member.assignment.contains { $0.topic == topic }
        }
        var lines = [
            "\(group) forgets where it stands in \(Quantity.count(partitions.count, "partition")) of \(topic).",
            "It starts there as auto.offset.reset says when it reads the topic again.",
        ]
        if let readers, let first = readers.first {
            let more = readers.count > 1 ? " and \(readers.count - 1) more" : ""
            lines.append("\(first.nameAndHost)\(more) read it now: Kafka will refuse.")
        }
        lines.append(kept(context))
        return ConfirmDialog(
            "Delete offsets on \(context.console.place)", lines: lines, word: topic.rawValue, verb: "delete them",
            job: DeleteOffsetsJob(
                group: group, topic: topic, partitions: partitions, undoFolder: context.console.undoDirectory),
            in: context)
    }

    private static func kept(_ context: PaneContext) -> String {
        let place = context.console.undoDirectory.map { " in a file in \($0)" } ?? ""
        return "The offsets are kept\(place), and u in Activity brings them back."
    }
}
