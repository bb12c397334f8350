import KafkaWire

// DescribeLogDirs (35), versions 1-5.
// Behaviour: the one data directory with the size of each partition asked for (null asks for all).
// Deviations: total and usable bytes are -1 where the file system does not tell them.

extension Engine {
    func describeLogDirs(_ request: DescribeLogDirsRequest, _ context: RequestContext) -> Reply {
        var rows: [DescribeLogDirsResponse.DescribeLogDirsTopic] = []
        if let asked = request.topics {
            for topic in asked {
                guard let known = topics.topic(named: topic.topic) else { continue }
                rows.append(
                    .init(name: topic.topic, partitions: topic.partitions.compactMap { known.partition($0) }.map(size)))
            }
        } else {
            rows = topics.all.map { .init(name: $0.name, partitions: $0.partitions.map(size)) }
        }
        let space = try? fileSystem.space(of: configuration.dataDirectory)
        return .ready(
            DescribeLogDirsResponse(results: [
                .init(
                    logDir: configuration.dataDirectory, topics: rows, totalBytes: space?.total ?? -1,
                    usableBytes: space?.usable ?? -1)
            ]))
    }

    private func size(of partition: Partition) -> DescribeLogDirsResponse.DescribeLogDirsPartition {
        .init(partitionIndex: partition.topicPartition.partition, partitionSize: partition.sizeInBytes)
    }
}
