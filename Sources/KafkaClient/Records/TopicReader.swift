public import KafkaWire

/// Reads a topic without joining a group and without committing anything.
public struct TopicReader: Sendable {
    /// The cluster.
    public let cluster: Cluster
    /// The topic.
    public let topic: TopicName
    /// The partitions read; nil is all of them.
    public let partitions: [Int32]?
    /// Which records of transactions are seen.
    public let isolation: Isolation

    static let fetchBytes = 1 << 20

    /// A reader; nothing is asked yet.
    public init(
        cluster: Cluster, topic: TopicName, partitions: [Int32]? = nil, isolation: Isolation = .readUncommitted
    ) {
        self.cluster = cluster
        self.topic = topic
        self.partitions = partitions
        self.isolation = isolation
    }

    /// Everything that comes from a start on, as it comes; ends only when its task is cancelled or the cluster closed. Of each
    /// answer only the newest `keep` records of a partition are decoded; the others are counted. While it keeps up, records
    /// gather for `pause` before the next question.
    public func follow(from start: ReadStart, keep: Int = .max, pause: Duration = .zero) -> TopicFollow {
        TopicFollow(reader: self, start: start, keep: keep, gatherFor: pause)
    }

    // MARK: Bounds

    /// The first offset of a partition and the one behind its last visible record.
    struct Bound: Sendable {
        var start: Int64
        var end: Int64
        /// The offset behind the last record, be it visible or not.
        var written: Int64
    }

    /// First and last of every partition. Fails when no partition can be told.
    func bounds() async throws(ClientError) -> [Int32: Result<Bound, ClientError>] {
        let names = try await names()
        async let firsts = listed(names, .earliest, .readUncommitted)
        async let written = isolation == .readCommitted ? listed(names, .latest, .readUncommitted) : [:]
        let lasts = await listed(names, .latest, isolation)
        let (starts, all) = await (firsts, written)
        var bounds: [Int32: Result<Bound, ClientError>] = [:]
        for name in names {
            do throws(ClientError) {
                let start = try starts[name]?.get().offset ?? 0
                let end = max(start, try lasts[name]?.get().offset ?? 0)
                bounds[name.partition] = .success(
                    Bound(start: start, end: end, written: max(end, (try? all[name]?.get().offset) ?? end)))
            } catch {
                bounds[name.partition] = .failure(error)
            }
        }
        return bounds
    }

    private func listed(
        _ names: [TopicPartition], _ spec: OffsetSpec, _ isolation: Isolation
    ) async -> [TopicPartition: Result<ListedOffset, ClientError>] {
        await cluster.listOffsets(Dictionary(uniqueKeysWithValues: names.map { ($0, spec) }), isolation: isolation)
    }

    /// The offsets a start means.
    func positions(_ start: ReadStart) async throws(ClientError) -> [Int32: Int64] {
        if case .positions(let positions) = start { return positions }
        return try await positions(start, in: try await bounds())
    }

    /// The offsets a start means in partitions whose bounds are known.
    func positions(
        _ start: ReadStart, in bounds: [Int32: Result<Bound, ClientError>]
    ) async throws(ClientError) -> [Int32: Int64] {
        switch start {
        case .positions(let positions): return positions
        case .earliest: return bounds.compactMapValues { try? $0.get().start }
        case .latest: return bounds.compactMapValues { try? $0.get().end }
        case .offset(let offset):
            return bounds.compactMapValues { bound in (try? bound.get()).map { min(max($0.start, offset), $0.end) } }
        case .timestamp(let moment):
            let names = bounds.keys.map { TopicPartition(topic, $0) }
            let listed = await listed(names, .timestamp(moment), isolation)
            var positions: [Int32: Int64] = [:]
            for (partition, bound) in bounds {
                guard let end = try? bound.get().end else { continue }
                let found = try? listed[TopicPartition(topic, partition)]?.get().offset
                positions[partition] = found.map { $0 < 0 ? end : $0 } ?? end
            }
            return positions
        }
    }

    /// The partitions that are read. Fails when the topic or one of them does not exist.
    func names() async throws(ClientError) -> [TopicPartition] {
        let metadata = try await cluster.metadata([topic])
        guard let found = metadata.topic(topic), found.error == .none else {
            throw .refused(metadata.topic(topic)?.error ?? .unknownTopicOrPartition, "topic \(topic)")
        }
        let all = found.partitions.map(\.index)
        if let missing = partitions?.first(where: { !all.contains($0) }) {
            throw .refused(.unknownTopicOrPartition, "topic \(topic) has no partition \(missing)")
        }
        return (partitions ?? all).map { TopicPartition(topic, $0) }
    }
}
