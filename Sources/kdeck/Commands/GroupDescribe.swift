import KafkaClient
import KafkaWire
import Terminal

/// `kdeck groups describe`.
enum GroupDescribe {
    private struct Row: Sendable {
        var group: GroupID
        var partition: TopicPartition
        var position: GroupPosition
        var owner: GroupMemberInfo?
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let groups = try invocation.named(GroupID.of)
        let names = groups.map { Sanitizer.visible($0.rawValue) }.joined(separator: ", ")
        if invocation.has("members") {
            let found = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [GroupDescription] in
                var found: [GroupDescription] = []
                for group in groups { found.append(try await described(group, on: cluster)) }
                return found
            }
            return try members(found).print(as: format, empty: "Nobody is a member of \(names).")
        }
        let rows = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [Row] in
            var rows: [Row] = []
            for group in groups { rows += try await Self.rows(try await described(group, on: cluster), on: cluster) }
            return rows
        }
        try partitions(rows, hasSeveral: groups.count > 1)
            .print(as: format, empty: "\(names): no offset was committed and no partition is assigned.")
    }

    /// A group that is there; exit code 3 for one that is not.
    static func described(_ group: GroupID, on cluster: Cluster) async throws(Failure) -> GroupDescription {
        switch await cluster.describeGroups([group])[group] {
        case .success(let found)?: return found
        case .failure(.broker(.groupIdNotFound, _))?, nil:
            throw await Known.noGroup(group, cluster)
        case .failure(let error)?: throw Failure(error)
        }
    }

    private static func rows(_ description: GroupDescription, on cluster: Cluster) async throws(Failure) -> [Row] {
        var owners: [TopicPartition: GroupMemberInfo] = [:]
        for member in description.members { for partition in member.assignment { owners[partition] = member } }
        let assigned = Array(owners.keys)
        let positions = try await Attached.asked { () async throws(ClientError) in
            try await cluster.positions(of: description.id, assigned: assigned)
        }
        return positions.sorted { $0.key < $1.key }.map { partition, position in
            Row(group: description.id, partition: partition, position: position, owner: owners[partition])
        }
    }

    private static func partitions(_ rows: [Row], hasSeveral: Bool) -> Listing {
        Listing(
            rows,
            [
                (OutputColumn("name", nil), { .text($0.partition.description) }),
                (OutputColumn("group", hasSeveral ? "GROUP" : nil), { .text($0.group.rawValue) }),
                (OutputColumn("topic", "TOPIC"), { .text($0.partition.topic.rawValue) }),
                (OutputColumn("partition", "P", .right), { .number($0.partition.partition) }),
                (OutputColumn("start", "START", .right, wide: true), { .count($0.position.start, missing: .unknown) }),
                (OutputColumn("committed", "COMMITTED", .right), { .count($0.position.committed?.offset) }),
                (OutputColumn("end", "END", .right), { .count($0.position.end, missing: .unknown) }),
                (
                    OutputColumn("lag", "LAG", .right),
                    { .count($0.position.lag, missing: $0.position.committed == nil ? .nothing : .unknown) }
                ),
                (OutputColumn("owner", "OWNER"), { .text($0.owner.map { $0.instanceID ?? $0.clientID }) }),
                (OutputColumn("host", "HOST"), { .text($0.owner.map { plain($0.host) }) }),
                (OutputColumn("member", "MEMBER", wide: true), { .text($0.owner?.id) }),
                (
                    OutputColumn("metadata", "METADATA", wide: true),
                    { .text($0.position.committed.map(\.metadata).flatMap { $0.isEmpty ? nil : $0 }) }
                ),
            ])
    }

    private static func members(_ groups: [GroupDescription]) -> Listing {
        Listing(
            groups.flatMap { $0.members.sorted { $0.id < $1.id } },
            [
                (OutputColumn("name", "MEMBER"), { .text($0.id) }),
                (OutputColumn("instance", "INSTANCE", wide: true), { .text($0.instanceID) }),
                (OutputColumn("client", "CLIENT"), { .text($0.clientID) }),
                (OutputColumn("host", "HOST"), { .text(plain($0.host)) }),
                (
                    OutputColumn("partitions", "PARTITIONS"),
                    { member in
                        member.assignment.isEmpty
                            ? OutputCell(.array([]), "idle: nothing assigned")
                            : .list(member.assignment.sorted().map(\.description))
                    }
                ),
            ])
    }

    private static func plain(_ host: String) -> String { host.hasPrefix("/") ? String(host.dropFirst()) : host }
}
