import KafkaWire

// DescribeLogDirs (35), versions 1-5.
// Behaviour: the one data directory with the size of each partition asked for (null asks for all), and the room of its
// file system. What is unknown is left out.
// Deviations: total and usable bytes are -1 where the file system does not tell them.

extension Engine {
    func describeLogDirs(_ request: DescribeLogDirsRequest, _ context: RequestContext) -> Reply {
        var rows: [DescribeLogDirsResponse.DescribeLogDirsTopic] = []
        if let asked = request.topics {
            for topic in asked {
                guard let known = topics.topic(named: topic.topic) else { continue }
                let partitions = topic.partitions.compactMap { known.partition($0) }
                if !partitions.isEmpty { rows.append(.init(name: topic.topic, partitions: partitions.map(size))) }
            }
        } else {
            rows = topics.all.map { .init(name: $0.name, partitions: $0.partitions.map(size)) }
        }
        var directory = DescribeLogDirsResponse.DescribeLogDirsResult(
            logDir: configuration.dataDirectory, topics: rows)
        do {
            if let space = try fileSystem.space(of: configuration.dataDirectory) {
                (directory.totalBytes, directory.usableBytes) = (space.total, space.usable)
            }
        } catch {
            directory.errorCode = .kafkaStorageError
        }
        return .ready(DescribeLogDirsResponse(results: [directory]))
    }

    private func size(of partition: Partition) -> DescribeLogDirsResponse.DescribeLogDirsPartition {
        .init(partitionIndex: partition.topicPartition.partition, partitionSize: partition.sizeInBytes)
    }
}
