import KafkaClient
import KafkaWire

/// `kdeck cluster`: what the head of the console says, and a little more.
enum ClusterFacts {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let facts = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [Fact] in
            let metadata = try await Attached.asked { () async throws(ClientError) in try await cluster.metadata(nil) }
            return await Self.facts(metadata, cluster)
        }
        try Fact.listing(facts).print(as: format)
    }

    private static func facts(_ metadata: ClusterMetadata, _ cluster: Cluster) async -> [Fact] {
        let partitions = metadata.topics.flatMap(\.partitions)
        var facts = [
            Fact("id", .text(metadata.clusterID)), Fact("brokers", .count(metadata.brokers.count)),
            Fact("topics", .count(metadata.topics.count { !$0.isInternal })),
            Fact("internalTopics", "Kafka's own topics", .count(metadata.topics.count { $0.isInternal })),
            Fact("partitions", .count(partitions.count)),
            Fact(
                "underReplicated", "under-replicated", .count(partitions.count { $0.inSync.count < $0.replicas.count })),
            Fact("leaderless", .count(partitions.count { $0.leader == nil })),
        ]
        do throws(ClientError) {
            let registered = try await cluster.registeredBrokers()
            facts.append(Fact("fencedBrokers", "fenced brokers", .count(registered.count { $0.isFenced })))
        } catch {
            facts.append(Fact("fencedBrokers", "fenced brokers", OutputCell(.null, "unknown: \(error.sentence)")))
        }
        do throws(ClientError) {
            let quorum = try await cluster.quorum()
            facts.append(Fact("controller", .number(quorum.leader.rawValue)))
            facts.append(Fact("controllerEpoch", "controller epoch", .number(quorum.epoch)))
            facts.append(Fact("voters", PartitionList.brokers(quorum.voters.map(\.id).sorted())))
        } catch { facts.append(Fact("controller", OutputCell(.null, "unknown: \(error.sentence)"))) }
        if let broker = metadata.brokers.first {
            let release = try? await cluster.release(of: broker.id)
            facts.append(
                Fact("metadataVersion", "metadata version", release?.finalized.map { .number($0) } ?? .unknown))
            facts.append(Fact("kafka", release?.name.map { .text($0) } ?? .unknown))
        }
        do throws(ClientError) {
            facts.append(Fact("reassignments", .count(try await cluster.reassignments().count)))
        } catch { facts.append(Fact("reassignments", OutputCell(.null, "unknown: \(error.sentence)"))) }
        return facts
    }
}

/// `kdeck brokers`: what the brokers pane shows.
enum BrokerList {
    private struct Row: Sendable {
        var info: BrokerInfo
        var isUp: Bool
        var isController: Bool?
        var leads: Int
        var copies: Int
        var behind: Int
        var directories: [LogDirectory]?
        var release: BrokerRelease?
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let rows = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) -> [Row] in
            try await Self.rows(cluster)
        }
        try listing(rows).print(as: format)
    }

    private static func rows(_ cluster: Cluster) async throws(Failure) -> [Row] {
        let metadata = try await Attached.asked { () async throws(ClientError) in try await cluster.metadata(nil) }
        let partitions = metadata.topics.flatMap(\.partitions)
        let controller = try? await cluster.quorum().leader
        let directories = await cluster.logDirectories()
        let up = Set(metadata.brokers.map(\.id))
        let down = ((try? await cluster.registeredBrokers()) ?? []).map(\.info).filter { !up.contains($0.id) }
        var rows: [Row] = []
        for info in (metadata.brokers + down).sorted(by: { $0.id < $1.id }) {
            let isUp = up.contains(info.id)
            rows.append(
                Row(
                    info: info, isUp: isUp, isController: controller.map { $0 == info.id },
                    leads: partitions.count { $0.leader == info.id },
                    copies: partitions.count { $0.replicas.contains(info.id) },
                    behind: partitions.count { $0.replicas.contains(info.id) && !$0.inSync.contains(info.id) },
                    directories: try? directories[info.id]?.get(),
                    release: isUp ? try? await cluster.release(of: info.id) : nil))
        }
        return rows
    }

    private static func listing(_ rows: [Row]) -> Listing {
        Listing(
            rows,
            [
                // Names are texts everywhere; the number stands beside.
                (OutputColumn("name", "BROKER", .right), { .text($0.info.id.description) }),
                (OutputColumn("id", nil), { .number($0.info.id.rawValue) }),
                (
                    OutputColumn("up", "STATE"),
                    { .flag($0.isUp, yes: $0.isController == true ? "up, controls" : "up", no: "gone") }
                ),
                (OutputColumn("controller", nil), { row in row.isController.map { .flag($0) } ?? .unknown }),
                (OutputColumn("address", "ADDRESS"), { .text($0.info.address) }),
                (OutputColumn("rack", "RACK"), { .text($0.info.rack) }),
                (OutputColumn("leads", "LEADS", .right), { .count($0.leads) }),
                (OutputColumn("copies", "COPIES", .right), { .count($0.copies) }),
                (OutputColumn("behind", "BEHIND", .right), { .count($0.behind) }),
                (
                    OutputColumn("logBytes", "LOGS", .right),
                    { .size($0.directories?.reduce(0) { $0 + $1.usedBytes }, missing: .unknown) }
                ),
                (
                    OutputColumn("freeBytes", "FREE", .right),
                    { .size($0.directories?.compactMap(\.freeBytes).min(), missing: .unknown) }
                ),
                (OutputColumn("kafka", "RUNS"), { row in row.release?.name.map { .text($0) } ?? .unknown }),
                (
                    OutputColumn("logDirs", "FOLDERS", wide: true),
                    { .list(($0.directories ?? []).map(\.path)) }
                ),
            ])
    }
}
