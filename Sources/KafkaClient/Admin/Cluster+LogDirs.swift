import KafkaWire

/// A folder in which a broker keeps logs.
public struct LogDirectory: Sendable, Hashable {
    /// Where it is, on the broker's machine.
    public var path: String
    /// `.none`, or what is wrong with it (`.kafkaStorageError` when it is offline).
    public var error: ErrorCode
    /// Bytes of its volume; nil when the broker is too old to say.
    public var totalBytes: Int64?
    /// Bytes free on its volume; nil when the broker is too old to say.
    public var freeBytes: Int64?
    /// It takes no new partitions.
    public var isCordoned: Bool
    /// Bytes by partition, of copies that serve.
    public var sizes: [TopicPartition: Int64]
    /// Bytes by partition, of copies that are still on their way from another folder of the broker.
    public var moving: [TopicPartition: Int64]

    /// Bytes of all logs in it that were told.
    public var usedBytes: Int64 { sizes.values.reduce(0, &+) &+ moving.values.reduce(0, &+) }

    /// The parts.
    public init(
        path: String, error: ErrorCode = .none, totalBytes: Int64? = nil, freeBytes: Int64? = nil,
        isCordoned: Bool = false, sizes: [TopicPartition: Int64] = [:], moving: [TopicPartition: Int64] = [:]
    ) {
        self.path = path
        self.error = error
        self.totalBytes = totalBytes
        self.freeBytes = freeBytes
        self.isCordoned = isCordoned
        self.sizes = sizes
        self.moving = moving
    }
}

extension Cluster {
    /// The folders of every broker that is known, with the bytes of the partitions asked for (nil: all of them). A broker
    /// that does not answer costs its own cells only; the whole is empty when no broker is known or reached.
    public func logDirectories(
        _ partitions: [TopicName: [Int32]]? = nil
    ) async -> [BrokerID: Result<[LogDirectory], ClientError>] {
        var brokers = routing.withLock { Array($0.brokers.keys) }
        if brokers.isEmpty {
            guard let found = try? await metadata([]) else { return [:] }
            brokers = found.brokers.map(\.id)
        }
        return await withTaskGroup(of: (BrokerID, Result<[LogDirectory], ClientError>).self) { group in
            for broker in brokers { group.addTask { (broker, await self.logDirectories(of: broker, partitions)) } }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    /// The bytes each broker holds of the partitions asked for (nil: all of them), with what
    /// ``logDirectories(_:)`` says of brokers that do not answer.
    public func logSizes(
        _ partitions: [TopicName: [Int32]]? = nil
    ) async -> [BrokerID: Result<[TopicPartition: Int64], ClientError>] {
        await logDirectories(partitions).mapValues { result in
            result.map { directories in
                directories.reduce(into: [:]) { sizes, directory in sizes.merge(directory.sizes) { $1 } }
            }
        }
    }

    private func logDirectories(
        of broker: BrokerID, _ partitions: [TopicName: [Int32]]?
    ) async -> Result<[LogDirectory], ClientError> {
        await result { () async throws(ClientError) in
            let topics = partitions.map { partitions in
                partitions.map {
                    DescribeLogDirsRequest.DescribableLogDirTopic(topic: $0.key, partitions: $0.value)
                }
            }
            let response: DescribeLogDirsResponse = try await self.call(
                .broker(broker), check: { (response: DescribeLogDirsResponse) in (response.errorCode, nil) }
            ) { _ in DescribeLogDirsRequest(topics: topics) }
            return response.results.map(LogDirectory.init)
        }
    }
}

extension LogDirectory {
    init(_ result: DescribeLogDirsResponse.DescribeLogDirsResult) {
        self.init(
            path: result.logDir, error: result.errorCode, totalBytes: result.totalBytes < 0 ? nil : result.totalBytes,
            freeBytes: result.usableBytes < 0 ? nil : result.usableBytes, isCordoned: result.isCordoned)
        for topic in result.topics {
            for partition in topic.partitions {
                let name = TopicPartition(topic.name, partition.partitionIndex)
                if partition.isFutureKey {
                    moving[name] = partition.partitionSize
                } else {
                    sizes[name] = partition.partitionSize
                }
            }
        }
    }
}
