import KafkaClient
import KafkaWire
import Terminal

/// `kdeck groups delete` and `kdeck groups delete-offsets`.
enum GroupChanges {
    private typealias Scope = (topics: [TopicName], partitions: Set<TopicPartition>?)

    /// What stands to go of a group.
    private struct Stake: Sendable {
        var group: GroupID
        var description: GroupDescription
        var had: [TopicPartition: CommittedOffset]
    }

    @Sendable static func delete(_ invocation: Invocation) throws(Failure) {
        let groups = try invocation.named(GroupID.of)
        try change(invocation, groups, nil, what: "the group and its offsets") {
            (cluster: Cluster, stake: Stake) async throws(ClientError) in
            try await cluster.removeGroup(
                stake.group, undoFolder: UndoFile.defaultFolder(), now: WallClock.milliseconds())
        }
    }

    @Sendable static func deleteOffsets(_ invocation: Invocation) throws(Failure) {
        let group = try GroupID.of(invocation.operands[0])
        guard let scope = try ResetOffsets.scope(invocation) else {
            throw .usage("say of which topic: --topic NAME, or --topic NAME:0,3")
        }
        try change(invocation, [group], scope, what: "the offsets") {
            (cluster: Cluster, stake: Stake) async throws(ClientError) in
            try await cluster.removeOffsets(
                of: stake.group, stake.had.keys.sorted(), undoFolder: UndoFile.defaultFolder(),
                now: WallClock.milliseconds())
        }
    }

    /// Prints what would go, and with --execute does it. Every group is looked at before the first is touched.
    private static func change(
        _ invocation: Invocation, _ groups: [GroupID], _ scope: Scope?, what: String,
        _ work: @escaping @Sendable (Cluster, Stake) async throws(ClientError) -> GroupRemoval
    ) throws(Failure) {
        let isExecuted = invocation.has("execute")
        try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> Void in
            var stakes: [Stake] = []
            for group in groups { stakes.append(try await stake(group, scope, cluster)) }
            for stake in stakes {
                var removal: GroupRemoval?
                if isExecuted {
                    removal = try await Attached.asked { () async throws(ClientError) in
                        try await work(cluster, stake)
                    }
                }
                try StandardOutput.put(
                    (stake.group == groups.first ? "" : "\n") + table(stake) + ending(stake, removal, what: what))
            }
        }
    }

    private static func stake(_ group: GroupID, _ scope: Scope?, _ cluster: Cluster) async throws(Failure) -> Stake {
        let description = try await GroupDescribe.described(group, on: cluster)
        let all = try await Attached.asked { () async throws(ClientError) in
            try await cluster.committedOffsets(group, topics: nil)
        }
        guard let scope else { return Stake(group: group, description: description, had: all) }
        let had = all.filter { key, _ in
            let isNarrow = scope.partitions?.contains { $0.topic == key.topic } ?? false
            return scope.topics.contains(key.topic) && (!isNarrow || scope.partitions?.contains(key) ?? true)
        }
        if had.isEmpty {
            // A topic that is gone may have left offsets; one that never was has none.
            try await Known.check(scope.topics, scope.partitions?.sorted() ?? [], cluster)
            throw Failure(.notFound, "\(Sanitizer.visible(group.rawValue)) has no offsets there: nothing to delete")
        }
        return Stake(group: group, description: description, had: had)
    }

    private static func table(_ stake: Stake) -> String {
        var table = TableText([("PARTITION", .left), ("COMMITTED", .right)])
        for (key, offset) in stake.had.sorted(by: { $0.key < $1.key }) {
            table.add([key.description, NumberText.count(offset.offset)])
        }
        let head = "\(Sanitizer.visible(stake.group.rawValue))  \(stake.description.state)\n\n"
        return head + (stake.had.isEmpty ? "" : table.text + "\n")
    }

    private static func ending(_ stake: Stake, _ removal: GroupRemoval?, what: String) -> String {
        let group = stake.group
        let partitions = NumberText.counted(Int64(stake.had.count), "partition")
        guard let removal else {
            let holders = stake.description.members.prefix(3).map(\.nameAndHost).joined(separator: ", ")
            let held = holders.isEmpty ? "" : "Members hold it: \(Sanitizer.visible(holders)). Kafka may refuse.\n"
            return "\(held)Nothing was deleted. Add --execute to delete \(what), \(partitions).\n"
        }
        var out = "\(Sanitizer.visible(group.rawValue)): deleted \(what), \(partitions).\n"
        if let path = removal.undoPath {
            let words = [group.rawValue, "--from-file", path, "--create", "--execute"].map { shellWord($0) }
            out += "The offsets before: \(path)\n"
            out += "Back again: kdeck groups reset \(Sanitizer.visible(words.joined(separator: " ")))\n"
        }
        return out
    }
}
