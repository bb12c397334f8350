import KafkaWire

/// Where a group stands in a partition, and where the partition begins and ends.
public struct GroupPosition: Sendable, Hashable {
    /// What it committed; nil when it never did.
    public var committed: CommittedOffset?
    /// The first offset in the log; nil when the leader did not answer.
    public var start: Int64?
    /// The offset of the next record to come; nil when the leader did not answer.
    public var end: Int64?

    /// Offsets between the commit and the end; nil when one of the two is not known.
    public var lag: Int64? {
        guard let committed, let end else { return nil }
        return max(0, end - committed.offset)
    }
}

extension Cluster {
    /// Where a group stands in every partition of the topics that it committed on or is assigned, its commits asked first and
    /// the ends second: the other way round a busy group would seem to be past the end.
    public func positions(
        of group: GroupID, assigned: [TopicPartition] = []
    ) async throws(ClientError) -> [TopicPartition: GroupPosition] {
        let commits = try await committedOffsets(group, topics: nil)
        let topics = Set((Array(commits.keys) + assigned).map(\.topic)).sorted()
        guard !topics.isEmpty else { return [:] }
        let metadata = try await metadata(topics)
        var all = Set(commits.keys).union(assigned)
        for topic in metadata.topics {
            all.formUnion(topic.partitions.map { TopicPartition(topic.name, $0.index) })
        }
        let starts = await listOffsets(Dictionary(uniqueKeysWithValues: all.map { ($0, .earliest) }))
        let ends = await listOffsets(Dictionary(uniqueKeysWithValues: all.map { ($0, .latest) }))
        return Dictionary(
            uniqueKeysWithValues: all.map { key in
                let position = GroupPosition(
                    committed: commits[key], start: try? starts[key]?.get().offset, end: try? ends[key]?.get().offset)
                return (key, position)
            })
    }
}
