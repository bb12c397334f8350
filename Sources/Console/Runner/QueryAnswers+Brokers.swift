import KafkaClient
import KafkaWire

/// Answers about brokers, copies and settings.
extension QueryAnswers {
    func positions(_ topic: TopicName) async throws(ClientError) -> Answer {
        let metadata = try await cluster.metadata([topic])
        let partitions = (metadata.topic(topic)?.partitions ?? []).map {
            TopicPartition(topic: topic, partition: $0.index)
        }
        func ask(
            _ spec: OffsetSpec, _ isolation: Isolation
        ) async -> [TopicPartition: Result<ListedOffset, ClientError>] {
            await cluster.listOffsets(
                Dictionary(partitions.map { ($0, spec) }, uniquingKeysWith: { $1 }), isolation: isolation)
        }
        // The last stable offset is asked before the high watermark, which it is never past.
        async let firsts = ask(.earliest, .readUncommitted)
        let stables = await ask(.latest, .readCommitted)
        let lasts = await ask(.latest, .readUncommitted)
        let starts = await firsts
        var found: [TopicPartition: PartitionPositions] = [:]
        var failures: [TopicPartition: String] = [:]
        for partition in partitions {
            switch (starts[partition], stables[partition], lasts[partition]) {
            case (.success(let start)?, .success(let stable)?, .success(let last)?):
                found[partition] = PartitionPositions(
                    start: max(0, start.offset), highWatermark: max(0, last.offset), stable: max(0, stable.offset))
            case (.failure(let error)?, _, _), (_, .failure(let error)?, _), (_, _, .failure(let error)?):
                failures[partition] = error.sentence
            default: failures[partition] = "its leader did not answer for it"
            }
        }
        return .positions(found, failures: failures)
    }

    func settings(_ resource: ConfigResource) async throws(ClientError) -> [ConfigEntry] {
        switch await cluster.configs(of: [resource], isDeep: true)[resource] {
        case .success(let entries)?: return entries
        case .failure(let error)?: throw error
        case nil: throw .invalid("the cluster did not answer for \(resource.name)")
        }
    }

    func minInSync(_ topics: [TopicName]) async -> Answer {
        var found: [TopicName: Int] = [:]
        let all = await cluster.configs(of: topics.map { .topic($0) }, keys: ["min.insync.replicas"])
        for (resource, result) in all {
            guard case .topic(let name) = resource, case .success(let entries) = result,
                let value = entries.first?.value.flatMap({ Int($0) })
            else { continue }
            found[name] = value
        }
        return .minInSync(found)
    }

    func copies(_ wanted: [BrokerID: [TopicPartition]]) async -> Answer {
        var found: [BrokerID: [TopicPartition: Int64]] = [:]
        for (broker, ends) in await cluster.replicaEnds(of: wanted) {
            for (partition, result) in ends {
                if case .success(let end) = result { found[broker, default: [:]][partition] = end }
            }
        }
        return .copies(found)
    }

    func directories(_ everything: Bool) async -> Answer {
        var found: [BrokerID: [LogDirectory]] = [:]
        var failures: [BrokerID: String] = [:]
        for (broker, result) in await cluster.logDirectories(everything ? nil : [:]) {
            switch result {
            case .success(let directories): found[broker] = directories
            case .failure(let error): failures[broker] = error.sentence
            }
        }
        return .directories(found, failures: failures)
    }

    func registered() async throws(ClientError) -> Answer {
        let brokers = try await cluster.registeredBrokers()
        let live = brokers.filter { !$0.isFenced }.map(\.info.id)
        let releases = await withTaskGroup(of: (BrokerID, BrokerRelease?).self) { group in
            for broker in live {
                group.addTask {
                    let release = try? await cluster.release(of: broker)
                    return (broker, release)
                }
            }
            return await group.reduce(into: [BrokerID: BrokerRelease]()) { $0[$1.0] = $1.1 }
        }
        return .registered(brokers, releases: releases)
    }
}
