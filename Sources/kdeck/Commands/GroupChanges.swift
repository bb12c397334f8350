import KafkaClient
import KafkaWire
import Terminal

/// `kdeck groups delete` and `kdeck groups delete-offsets`.
enum GroupChanges {
    @Sendable static func delete(_ invocation: Invocation) throws(Failure) {
        try change(invocation, partitions: nil, what: "the group and its offsets") {
            (cluster: Cluster, group: GroupID, _: [TopicPartition]) async throws(ClientError) in
            try await cluster.removeGroup(group, undoFolder: UndoFile.defaultFolder(), now: WallClock.milliseconds())
        }
    }

    @Sendable static func deleteOffsets(_ invocation: Invocation) throws(Failure) {
        guard let scope = try ResetOffsets.scope(invocation) else {
            throw .usage("say of which topic: --topic NAME, or --topic NAME:0,3")
        }
        try change(invocation, partitions: scope, what: "the offsets") {
            (cluster: Cluster, group: GroupID, partitions: [TopicPartition]) async throws(ClientError) in
            try await cluster.removeOffsets(
                of: group, partitions, undoFolder: UndoFile.defaultFolder(), now: WallClock.milliseconds())
        }
    }

    /// Prints what would go, and with --execute does it.
    private static func change(
        _ invocation: Invocation, partitions scope: (topics: [TopicName], partitions: Set<TopicPartition>?)?,
        what: String,
        _ work: @escaping @Sendable (Cluster, GroupID, [TopicPartition]) async throws(ClientError) -> GroupRemoval
    ) throws(Failure) {
        let group = GroupID(invocation.operands[0])
        let isExecuted = invocation.has("execute")
        let (description, had, removal) = try Attached.run(invocation) {
            (cluster: Cluster) async throws(Failure) -> (
                GroupDescription, [TopicPartition: CommittedOffset], GroupRemoval?
            ) in
            let description = try await GroupDescribe.described(group, on: cluster)
            let all = try await Attached.asked { () async throws(ClientError) in
                try await cluster.committedOffsets(group, topics: nil)
            }
            let had = all.filter { key, _ in
                guard let scope else { return true }
                let isNarrow = scope.partitions?.contains { $0.topic == key.topic } ?? false
                return scope.topics.contains(key.topic) && (!isNarrow || scope.partitions?.contains(key) ?? true)
            }
            guard isExecuted else { return (description, had, nil) }
            let partitions = had.keys.sorted()
            if scope != nil, partitions.isEmpty {
                throw Failure(.notFound, "\(group) has no offsets there: there is nothing to delete")
            }
            let removal = try await Attached.asked { () async throws(ClientError) in
                try await work(cluster, group, partitions)
            }
            return (description, had, removal)
        }
        var output = StandardOutput()
        output.write("\(Sanitizer.visible(group.rawValue))  \(description.state)\n\n")
        var table = TableText([("PARTITION", .left), ("COMMITTED", .right)])
        for (key, offset) in had.sorted(by: { $0.key < $1.key }) {
            table.add([key.description, NumberText.count(offset.offset)])
        }
        output.write(table.text + "\n")
        output.write(ending(group, description, removal, what: what, count: had.count))
        try output.finish()
    }

    private static func ending(
        _ group: GroupID, _ description: GroupDescription, _ removal: GroupRemoval?, what: String, count: Int
    ) -> String {
        let partitions = count == 1 ? "1 partition" : "\(count) partitions"
        guard let removal else {
            let holders = description.members.prefix(3).map(\.nameAndHost).joined(separator: ", ")
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
