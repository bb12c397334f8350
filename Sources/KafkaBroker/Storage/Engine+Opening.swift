import Bytes
import KafkaLog
import KafkaWire

extension Engine {
    /// Opens a data directory: takes its lock, reads who it belongs to, replays the metadata log and opens every
    /// partition (recovering those that were not closed clean).
    static func open(
        _ configuration: BrokerConfiguration, clock: any BrokerClock, fileSystem: any FileSystem, seed: UInt64,
        background: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void
    ) throws(BrokerError) -> Engine {
        let directory = configuration.dataDirectory
        let chance = Chance(seed: seed)
        let lock = try takeLock(directory, fileSystem)
        do {
            let identity = try readIdentity(configuration, chance, fileSystem)
            let isCached = try Checkpoint.noteBoot(in: directory, fileSystem)
            let isClean = try Checkpoint.takeCleanShutdownMark(in: directory, fileSystem)
            let now = clock.wall
            let metadata = MetadataLog(
                try PartitionLog.open(
                    directory: directory + "/" + MetadataLog.name.description, topicPartition: MetadataLog.name,
                    topicID: MetadataLog.topicID, config: MetadataLog.config, fileSystem: fileSystem,
                    cleanShutdown: isClean, recoveryPoint: 0, logStartOffset: nil, now: now), fileSystem)
            var image = MetadataImage()
            try metadata.replay { image.apply($0) }
            guard !image.isImplausible else {
                throw BrokerError(.storage, "\(directory)/\(MetadataLog.name) holds impossible partition numbers")
            }
            try metadata.takeSnapshot(
                image.changes { partitionRecord($0, $1, identity) }, now: now)
            let engine = Engine(
                configuration: configuration, clock: clock, chance: chance, fileSystem: fileSystem,
                identity: identity,
                administration: Administration(
                    metadata: metadata, nextProducerID: image.nextProducerID, producerIDLimit: image.nextProducerID),
                directoryLock: lock, background: background)
            engine.live.replace(
                .init(
                    cluster: image.brokerConfigs[""] ?? [:],
                    broker: image.brokerConfigs["\(configuration.nodeID)"] ?? [:]))
            try engine.openTopics(image, isClean: isClean, isCached: isCached, now: now)
            try engine.tidyFolders(image)
            engine.groups.load(engine)
            return engine
        } catch let error as BrokerError {
            throw error
        } catch {
            throw BrokerError(.storage, "cannot open the data in \(directory): \(error)")
        }
    }

    private static func takeLock(
        _ directory: String, _ fileSystem: any FileSystem
    ) throws(BrokerError) -> any FileLock {
        do {
            try fileSystem.makeDirectory(directory)
            if let lock = try fileSystem.lock(directory + "/.lock") { return lock }
        } catch {
            throw BrokerError(
                .directoryUnusable,
                "the data directory \(directory) cannot be used: \(error); choose another with --data")
        }
        throw BrokerError(
            .directoryInUse,
            "the data directory \(directory) is in use by another broker; stop that one or choose another with --data")
    }

    private static func readIdentity(
        _ configuration: BrokerConfiguration, _ chance: Chance, _ fileSystem: any FileSystem
    ) throws -> Identity {
        let directory = configuration.dataDirectory
        let properties = try Checkpoint.readMetaProperties(in: directory, fileSystem) ?? [:]
        if let node = properties["node.id"] ?? properties["broker.id"], node != "\(configuration.nodeID)" {
            throw BrokerError(
                .directoryUnusable,
                "the data directory \(directory) belongs to node \(node), this is node \(configuration.nodeID); "
                    + "choose another with --data")
        }
        let identity = Identity(
            clusterID: properties["cluster.id"] ?? chance.uuid().description, nodeID: configuration.nodeID,
            directoryID: properties["directory.id"].flatMap { KafkaUUID($0) } ?? chance.uuid())
        let wanted = [
            "version": "1", "cluster.id": identity.clusterID, "node.id": "\(identity.nodeID)",
            "directory.id": identity.directoryID.description,
        ]
        if properties != wanted { try Checkpoint.writeMetaProperties(wanted, in: directory, fileSystem) }
        return identity
    }

    private func openTopics(_ image: MetadataImage, isClean: Bool, isCached: Bool, now: Int64) throws {
        let directory = configuration.dataDirectory
        // A checkpoint that cannot be read only costs time: everything is walked.
        let points = (try? Checkpoint.readOffsets(.recoveryPoint, in: directory, fileSystem)) ?? [:]
        let starts = (try? Checkpoint.readOffsets(.logStart, in: directory, fileSystem)) ?? [:]
        cleaner.restore((try? Checkpoint.readOffsets(.cleaner, in: directory, fileSystem)) ?? [:])
        for stored in image.topics.values.sorted(by: { $0.name < $1.name }) {
            var partitions: [Partition] = []
            let config = logConfig(stored.configs)
            for number in 0..<stored.partitions {
                let name = TopicPartition(stored.name, number)
                try removeStranger(name, stored.id)
                let start = LogStart(
                    isClean: isClean, isCached: isCached, recoveryPoint: points[name] ?? 0,
                    logStartOffset: starts[name])
                partitions.append(try openPartition(name, stored.id, config, start, now: now))
            }
            topics.put(
                Topic(name: stored.name, id: stored.id, partitions: partitions, overrides: stored.configs))
        }
    }

    /// A folder of the same name that belonged to a topic deleted before: its removal was cut short.
    private func removeStranger(_ name: TopicPartition, _ id: KafkaUUID) throws {
        let folder = directory(of: name)
        if let found = try? Checkpoint.readTopicID(in: folder, fileSystem), found != id {
            let doomed = Self.doomedName(folder, chance)
            try fileSystem.rename(folder, to: doomed)
        }
    }

    /// Folders that belong to no topic: `-delete` ones and those of topics whose deletion was recorded are removed on
    /// the other thread.
    private func tidyFolders(_ image: MetadataImage) throws {
        let directory = configuration.dataDirectory
        for name in try fileSystem.list(directory) where name.hasSuffix("-delete") {
            removeLater(directory + "/" + name)
        }
        for name in try fileSystem.list(directory) {
            guard let dash = name.lastIndex(of: "-"), let number = Int32(name[name.index(after: dash)...]) else {
                continue
            }
            let topic = TopicName(String(name[..<dash]))
            if topic == MetadataLog.name.topic || topics.topic(named: topic)?.partition(number) != nil { continue }
            let folder = directory + "/" + name
            // Only what a broker made: a folder with a topic id that no topic here has.
            guard let id = try? Checkpoint.readTopicID(in: folder, fileSystem), topics.topic(id: id) == nil else {
                continue
            }
            let doomed = Self.doomedName(folder, chance)
            try fileSystem.rename(folder, to: doomed)
            removeLater(doomed)
        }
    }
}

extension MetadataLog {
    /// Kept whole and for ever: the state is what all of it says.
    static var config: LogConfig {
        var config = LogConfig()
        config.retentionMs = -1
        config.retentionBytes = -1
        config.maxMessageBytes = 64 << 20
        config.preallocationStep = 0
        return config
    }
}
