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
        let names = listed.map(\.id)
        let descriptions = await cluster.describeGroups(names)
        // Commits first, ends second: the other way round a busy group would seem to be past the end.
        let commits = await cluster.committedOffsets(of: names).compactMapValues { try? $0.get() }
        let partitions = Set(commits.values.flatMap(\.keys))
        let ends = await cluster.listOffsets(Dictionary(uniqueKeysWithValues: partitions.map { ($0, .latest) }))
            .compactMapValues { try? $0.get().offset }
        return listed.map { group in
            var row = Row(listed: group, description: try? descriptions[group.id]?.get())
            guard let own = commits[group.id] else { return row }
            row.topics = Set(own.keys.map(\.topic)).sorted()
            let lags = own.compactMap { partition, commit in ends[partition].map { max(0, $0 - commit.offset) } }
            row.lag = own.isEmpty || lags.count < own.count ? nil : lags.reduce(0, +)
            return row
        }
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
