import KafkaWire

extension Cluster {
    /// Throws away the records before an offset in each partition, for good; -1 is the high watermark: all of them. Each
    /// partition has the first offset that is left, or its own error.
    public func deleteRecords(
        _ before: [TopicPartition: Int64]
    ) async -> [TopicPartition: Result<Int64, ClientError>] {
        let (placed, lost) = await byLeader(Array(before.keys))
        var results: [TopicPartition: Result<Int64, ClientError>] = lost.mapValues { .failure($0) }
        await withTaskGroup(of: [TopicPartition: Result<Int64, ClientError>].self) { group in
            for (broker, partitions) in placed {
                let asked = before.filter { partitions.contains($0.key) }
                group.addTask { await self.deleteRecords(asked, at: broker) }
            }
            for await some in group { results.merge(some) { $1 } }
        }
        return results
    }

    /// Sent once: after a lost answer the caller looks before it tries again.
    private func deleteRecords(
        _ before: [TopicPartition: Int64], at broker: BrokerID
    ) async -> [TopicPartition: Result<Int64, ClientError>] {
        let request = DeleteRecordsRequest(
            topics: Dictionary(grouping: before, by: \.key.topic).map { topic, entries in
                DeleteRecordsRequest.DeleteRecordsTopic(
                    name: topic,
                    partitions: entries.map {
                        DeleteRecordsRequest.DeleteRecordsPartition(
                            partitionIndex: $0.key.partition, offset: $0.value)
                    })
            }, timeoutMs: configuration.requestTimeout.wholeMilliseconds)
        do throws(ClientError) {
            let response: DeleteRecordsResponse = try await call(.broker(broker), check: { _ in nil }) { _ in request }
            var results: [TopicPartition: Result<Int64, ClientError>] = before.mapValues { _ in
                .failure(.decode(.deleteRecords, "the partition is not in it"))
            }
            for topic in response.topics {
                for partition in topic.partitions {
                    let name = TopicPartition(topic.name, partition.partitionIndex)
                    results[name] =
                        partition.errorCode == .none
                        ? .success(partition.lowWatermark) : .failure(.refused(partition.errorCode, "\(name)"))
                }
            }
            return results
        } catch {
            return before.mapValues { _ in .failure(error) }
        }
    }
}
