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
        let asJSON = try Attached.wantsJSON(invocation)
        let rows = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [Row] in
            try await ask(cluster)
        }
        var output = StandardOutput()
        output.write(asJSON ? json(rows) : table(rows))
        try output.finish()
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

    private static func table(_ rows: [Row]) -> String {
        var table = TableText([
            ("GROUP", .left), ("STATE", .left), ("MEMBERS", .right), ("LAG", .right), ("TYPE", .left),
            ("TOPICS", .left),
        ])
        for row in rows {
            table.add([
                row.listed.id.rawValue, state(row), NumberText.count(row.description.map { Int64($0.members.count) }),
                NumberText.count(row.lag), row.listed.type.isEmpty ? "classic" : row.listed.type.lowercased(),
                row.topics.map { $0.isEmpty ? "–" : $0.map(\.rawValue).joined(separator: ", ") } ?? "unknown",
            ])
        }
        return table.text
    }

    private static func json(_ rows: [Row]) -> String {
        JSONValue.lines(
            rows.map { row in
                .object([
                    ("name", .text(row.listed.id.rawValue)),
                    ("state", .text(state(row))),
                    ("type", .text(row.listed.type.isEmpty ? "classic" : row.listed.type.lowercased())),
                    ("protocol", .text(row.listed.protocolType)),
                    ("members", .optional(row.description.map { Int64($0.members.count) })),
                    ("lag", .optional(row.lag)),
                    ("topics", row.topics.map { .array($0.map { .text($0.rawValue) }) } ?? .null),
                ])
            })
    }
}
