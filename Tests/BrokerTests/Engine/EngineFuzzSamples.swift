import Bytes
import Codecs
import KafkaWire

@testable import KafkaBroker
@testable import kdeck_dev

/// Whole requests for a fuzzer to damage: every API in every version, the ones with much to read with something in them.
struct EngineFuzzSamples {
    private var frames: [ByteSlice] = []

    static func frames() throws -> [ByteSlice] {
        var samples = EngineFuzzSamples()
        for type in MessageCatalog.all {
            if let type = type as? any KafkaRequest.Type { samples.addEmpty(type) }
        }
        for topic in ["orders", "", "made"] as [TopicName] { try samples.addData(topic) }
        samples.addAdministration()
        samples.addGroups()
        return samples.frames
    }

    private mutating func addEmpty<R: KafkaRequest>(_ type: R.Type) { add(R(), 1) }

    /// The request in every version that the engine takes and that has a place for what is in it.
    private mutating func add<R: KafkaRequest>(_ request: R, _ times: Int) {
        guard let row = APITable.broker.row(R.apiKey) else { return }
        for version in row.versions {
            guard
                let frame = try? Frame.encode(request, version: version, correlationID: 1, clientID: "fuzz")
            else { continue }
            for _ in 0..<times { frames.append(frame.suffix(from: 4)) }
        }
    }

    private mutating func addData(_ topic: TopicName) throws {
        for codec in CompressionCodec.allCases {
            var builder = RecordBatchBuilder(codec: codec)
            for value in ["one", "two"] {
                builder.append(key: ByteSlice("k"), value: ByteSlice(value), timestamp: ManualClock.epoch)
            }
            let data = ProduceRequest.PartitionProduceData(index: 0, records: try builder.build())
            add(ProduceRequest(acks: -1, topicData: [.init(name: topic, partitionData: [data])]), 3)
        }
        let partitions = (0..<Int32(3)).map {
            FetchRequest.FetchPartition(partition: $0, fetchOffset: 0, partitionMaxBytes: 1 << 16)
        }
        for session in [(0, -1), (0, 0), (7, 1)] as [(Int32, Int32)] {
            add(
                FetchRequest(
                    maxWaitMs: 0, minBytes: 1, maxBytes: 1 << 16, sessionId: session.0, sessionEpoch: session.1,
                    topics: [.init(topic: topic, partitions: partitions)]), 2)
        }
        for time in [-1, -2, -3, 0] as [Int64] {
            add(
                ListOffsetsRequest(
                    replicaId: -1, topics: [.init(name: topic, partitions: [.init(partitionIndex: 0, timestamp: time)])]
                ), 1)
        }
        add(
            OffsetForLeaderEpochRequest(topics: [.init(topic: topic, partitions: [.init(partition: 0, leaderEpoch: 0)])]
            ), 1)
        add(MetadataRequest(topics: [.init(name: topic)]), 1)
        add(DescribeTopicPartitionsRequest(topics: [.init(name: topic)], responsePartitionLimit: 2), 1)
        add(DeleteRecordsRequest(topics: [.init(name: topic, partitions: [.init(partitionIndex: 0, offset: 1)])]), 1)
        add(DescribeProducersRequest(topics: [.init(name: topic, partitionIndexes: [0])]), 1)
    }

    private mutating func addAdministration() {
        add(
            CreateTopicsRequest(topics: [
                .init(
                    name: "made", numPartitions: 2, replicationFactor: 1,
                    configs: [.init(name: "cleanup.policy", value: "compact")])
            ]), 2)
        add(
            CreateTopicsRequest(topics: [
                .init(
                    name: "placed", numPartitions: -1, replicationFactor: -1,
                    assignments: [.init(partitionIndex: 0, brokerIds: [1])])
            ]), 1)
        add(CreatePartitionsRequest(topics: [.init(name: "made", count: 3)]), 1)
        add(DeleteTopicsRequest(topicNames: ["made"]), 1)
        add(DescribeConfigsRequest(resources: [.init(resourceType: 2, resourceName: "orders")]), 1)
        for operation in [0, 1, 2, 3] as [Int8] {
            add(
                IncrementalAlterConfigsRequest(resources: [
                    .init(
                        resourceType: 2, resourceName: "orders",
                        configs: [.init(name: "cleanup.policy", configOperation: operation, value: "compact")])
                ]), 1)
        }
        add(InitProducerIdRequest(transactionalId: nil), 1)
    }

    private mutating func addGroups() {
        for member in ["", "m"] {
            add(
                JoinGroupRequest(
                    groupId: "g", sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 20_000, memberId: member,
                    protocolType: "consumer", protocols: [.init(name: "range", metadata: ByteSlice("\0\0\0\0"))]), 3)
        }
        add(SyncGroupRequest(groupId: "g", generationId: 1, memberId: "m"), 1)
        add(HeartbeatRequest(groupId: "g", generationId: 1, memberId: "m"), 1)
        add(LeaveGroupRequest(groupId: "g", members: [.init(memberId: "m")]), 1)
        add(
            OffsetCommitRequest(
                groupId: "g", generationIdOrMemberEpoch: -1,
                topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, committedOffset: 1)])]), 2)
        add(OffsetFetchRequest(groupId: "g", topics: nil), 1)
        add(OffsetFetchRequest(groups: [.init(groupId: "g", topics: nil)]), 1)
        add(DescribeGroupsRequest(groups: ["g"]), 1)
        add(DeleteGroupsRequest(groupsNames: ["g"]), 1)
        add(
            OffsetDeleteRequest(groupId: "g", topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0)])]),
            1)
        add(FindCoordinatorRequest(key: "g", coordinatorKeys: ["g"]), 1)
    }
}
