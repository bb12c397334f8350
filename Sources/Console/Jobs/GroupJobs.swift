import KafkaClient
import KafkaWire

/// Deletes a group that nobody reads.
struct DeleteGroupJob: ChangeJob {
    var group: GroupID
    var undoFolder: String?
    var name: String { "change group" }

    var change: PlannedChange {
        PlannedChange(
            what: "delete group \(group)",
            sameAs: "kafka-consumer-groups --delete --group \(shellWord(group.rawValue))",
            requests: ["OffsetFetch, to keep its offsets", "DeleteGroups"])
    }

    func run(_ tools: JobTools) async {
        do {
            let removal = try await tools.cluster.removeGroup(group, undoFolder: undoFolder, now: tools.now())
            tools.report(GroupChangeReport(removal, "deleted \(group)", sameAs: change.sameAs))
        } catch {
            tools.report(GroupChangeReport(failure: error))
        }
    }
}

/// Forgets where a group stands in a topic.
struct DeleteOffsetsJob: ChangeJob {
    var group: GroupID
    var topic: TopicName
    var partitions: [Int32]
    var undoFolder: String?
    var name: String { "change group" }

    var change: PlannedChange {
        let words = "--group \(shellWord(group.rawValue)) --topic \(shellWord(topic.rawValue))"
        return PlannedChange(
            what: "delete the offsets of \(group) on \(topic)",
            sameAs: "kafka-consumer-groups --delete-offsets \(words)",
            requests: ["OffsetFetch, to keep them", "OffsetDelete"])
    }

    func run(_ tools: JobTools) async {
        do {
            let removal = try await tools.cluster.removeOffsets(
                of: group, partitions.map { TopicPartition(topic, $0) }, undoFolder: undoFolder, now: tools.now())
            let count = Quantity.count(removal.offsets.count, "partition")
            tools.report(
                GroupChangeReport(
                    removal, "deleted the offsets of \(group) on \(topic), \(count)", sameAs: change.sameAs))
        } catch {
            tools.report(GroupChangeReport(failure: error))
        }
    }
}

/// Commits offsets again that were deleted.
struct RestoreOffsetsJob: ChangeJob {
    var removal: GroupRemoval
    var name: String { "change group" }

    var change: PlannedChange {
        PlannedChange(
            what: "bring back the offsets of \(removal.group)", sameAs: "", requests: ["OffsetCommit"],
            details: removal.offsets.sorted { $0.key < $1.key }.map {
                "\($0.key)  \(Quantity.grouped($0.value.offset))"
            })
    }

    func run(_ tools: JobTools) async {
        do {
            try await tools.cluster.restore(removal)
            let count = Quantity.count(removal.offsets.count, "partition")
            tools.report(GroupChangeReport(done: "brought back the offsets of \(removal.group), \(count)"))
        } catch {
            tools.report(GroupChangeReport(failure: error))
        }
    }
}

/// How a change of a group ended.
struct GroupChangeReport: ChangeReport {
    var ending: ChangeEnding?
    var notice: Notice

    init(_ removal: GroupRemoval, _ sentence: String, sameAs: String) {
        ending = ChangeEnding(
            isGood: true, sentence: sentence,
            details: removal.undoPath.map { ["its offsets are kept in \($0)"] } ?? [],
            undo: removal.offsets.isEmpty ? nil : AnyJob(RestoreOffsetsJob(removal: removal)))
        notice = Notice(.good, sentence, sameAs: sameAs)
    }

    init(done sentence: String) {
        ending = ChangeEnding(isGood: true, sentence: sentence)
        notice = Notice(.good, sentence)
    }

    init(failure: ClientError) {
        ending = ChangeEnding(isGood: false, sentence: failure.sentence)
        notice = Notice(.bad, failure.sentence)
    }
}
