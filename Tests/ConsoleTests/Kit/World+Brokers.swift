import KafkaClient
import KafkaWire

@testable import Console

extension World {
    /// What the panes of brokers, partitions and settings ask for.
    func fillBrokers(_ view: inout ClusterView, now: Int64) {
        guard metadata.brokers.count > 1 else { return }
        view.learn(
            .registered(
                metadata.brokers.map { RegisteredBroker(info: $0) },
                releases: Dictionary(
                    uniqueKeysWithValues: metadata.brokers.map { ($0.id, BrokerRelease(supported: 30, finalized: 30)) })
            ),
            to: .registered, at: now)
        view.learn(
            .quorum(
                Quorum(
                    leader: 1, epoch: 4, highWatermark: 8_121,
                    voters: (1...3).map {
                        Quorum.Replica(
                            id: BrokerID($0), end: $0 == 3 ? 8_109 : 8_121, lastFetch: now - 400,
                            lastCaughtUp: now - 400)
                    }, observers: [])), to: .quorum, at: now)
        let minima = Dictionary(uniqueKeysWithValues: metadata.topics.map { ($0.name, 2) })
        view.learn(.minInSync(minima), to: .minInSync, at: now)
        var directories: [BrokerID: [LogDirectory]] = [:]
        for broker in metadata.brokers {
            directories[broker.id] = [
                LogDirectory(
                    path: "/var/lib/kafka/data-1", totalBytes: 512 << 30, freeBytes: (broker.id == 2 ? 31 : 240) << 30,
                    sizes: sizes[broker.id] ?? [:]),
                LogDirectory(path: "/var/lib/kafka/data-2", error: broker.id == 3 ? .kafkaStorageError : .none),
            ]
        }
        view.learn(.directories(directories, failures: [:]), to: .directories(everything: true), at: now)
        for topic: TopicName in ["orders", "shipments"] {
            var positions: [TopicPartition: PartitionPositions] = [:]
            for (partition, known) in ends where partition.topic == topic {
                let open: Int64 = partition.partition == 2 ? 41 : 0
                positions[partition] = PartitionPositions(
                    start: known.start, highWatermark: known.end, stable: known.end - open)
            }
            view.learn(.positions(positions, failures: [:]), to: .positions(topic), at: now)
        }
        view.learn(.settings(Self.topicSettings), to: .settings(.topic("orders")), at: now)
        view.learn(.settings(Self.brokerSettings), to: .settings(.broker(1)), at: now)
    }

    static let topicSettings: [ConfigEntry] = [
        ConfigEntry(
            name: "cleanup.policy", value: "delete", type: "list",
            documentation: "This config designates the retention policy to use on log segments.",
            synonyms: [ConfigEntry.Synonym(name: "log.cleanup.policy", value: "delete", source: .kafka)]),
        ConfigEntry(
            name: "min.insync.replicas", value: "2", isDefault: false, source: .topic, type: "int",
            documentation:
                "When a producer sets acks to \"all\" (or \"-1\"), this configuration specifies the minimum number of replicas that must acknowledge a write for the write to be considered successful.",
            synonyms: [
                ConfigEntry.Synonym(name: "min.insync.replicas", value: "2", source: .topic),
                ConfigEntry.Synonym(name: "min.insync.replicas", value: "1", source: .kafka),
            ]),
        ConfigEntry(
            name: "retention.ms", value: "604800000", type: "long",
            documentation: "This configuration controls the maximum time we will retain a log.",
            synonyms: [ConfigEntry.Synonym(name: "log.retention.ms", value: "604800000", source: .kafka)]),
        ConfigEntry(
            name: "segment.bytes", value: "67108864", isDefault: false, source: .topic, type: "int",
            documentation: "This configuration controls the segment file size for the log.",
            synonyms: [
                ConfigEntry.Synonym(name: "segment.bytes", value: "67108864", source: .topic),
                ConfigEntry.Synonym(name: "log.segment.bytes", value: "536870912", source: .file),
                ConfigEntry.Synonym(name: "log.segment.bytes", value: "1073741824", source: .kafka),
            ]),
    ]

    static let brokerSettings: [ConfigEntry] = [
        ConfigEntry(name: "broker.rack", value: "a", isDefault: false, isReadOnly: true, source: .file, type: "string"),
        ConfigEntry(
            name: "log.cleaner.threads", value: "2", isDefault: false, source: .broker, type: "int",
            documentation: "The number of background threads to use for log cleaning"),
        ConfigEntry(name: "num.io.threads", value: "8", type: "int"),
        ConfigEntry(
            name: "ssl.keystore.password", value: nil, isDefault: false, isSensitive: true, source: .file,
            type: "password"),
    ]
}
