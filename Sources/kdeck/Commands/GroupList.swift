import KafkaClient
import KafkaWire

/// `kdeck groups`.
enum GroupList {
    private struct Row: Sendable {
        var listed: ListedGroup
        var description: GroupDescription?
        var topics: [TopicName]?
        /// Records between the commits and the ends; nil when some of it could not be asked.
        var lag: Int64?
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let rows = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [Row] in
            try await ask(cluster)
        }
        try listing(rows).print(as: format, empty: "There are no consumer groups.")
    }

    private static func ask(_ cluster: Cluster) async throws(Failure) -> [Row] {
        let listed = try await Attached.asked { () async throws(ClientError) in try await cluster.listGroups() }
        let descriptions = await cluster.describeGroups(listed.map(\.id))
        var rows: [Row] = []
        for group in listed.sorted(by: { $0.id < $1.id }) {
            var row = Row(listed: group)
            if case .success(let found) = descriptions[group.id] { row.description = found }
            // Commits first, ends second: the other way round a busy group would seem to be past the end.
            if let commits = try? await cluster.committedOffsets(group.id, topics: nil).filter({ $0.value.offset >= 0 })
            {
                row.topics = Set(commits.keys.map(\.topic)).sorted()
                let ends = await cluster.listOffsets(
                    Dictionary(uniqueKeysWithValues: commits.keys.map { ($0, .latest) }))
                row.lag = 0
                for (key, commit) in commits {
                    if let end = try? ends[key]?.get().offset {
                        row.lag = row.lag.map { $0 + max(0, end - commit.offset) }
                    } else {
                        row.lag = nil
                    }
                }
                if commits.isEmpty { row.lag = nil }
            }
            rows.append(row)
        }
        return rows
    }

    private static func state(_ row: Row) -> String {
        let state = row.description?.state ?? row.listed.state
        return state.isEmpty ? "unknown" : state
    }

    private static func listing(_ rows: [Row]) -> Listing {
        Listing(
            rows,
            [
                (OutputColumn("name", "GROUP"), { .text($0.listed.id.rawValue) }),
                (OutputColumn("state", "STATE"), { .text(state($0)) }),
                (
                    OutputColumn("members", "MEMBERS", .right),
                    { .count($0.description?.members.count, missing: .unknown) }
                ),
                (
                    OutputColumn("lag", "LAG", .right),
                    { .count($0.lag, missing: $0.topics == [] ? .nothing : .unknown) }
                ),
                (
                    OutputColumn("type", "TYPE"),
                    { .text($0.listed.type.isEmpty ? "classic" : $0.listed.type.lowercased()) }
                ),
                (OutputColumn("protocol", "PROTOCOL", wide: true), { .text($0.listed.protocolType) }),
                (
                    OutputColumn("coordinator", "COORDINATOR", .right, wide: true),
                    { $0.description?.coordinator.map { .number($0.rawValue) } ?? .unknown }
                ),
                (
                    OutputColumn("topics", "TOPICS"),
                    { $0.topics.map { .list($0.map(\.rawValue)) } ?? .unknown }
                ),
            ])
    }
}
