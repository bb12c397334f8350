import Bytes
import KafkaLog
import KafkaWire
import Testing

@testable import KafkaBroker

/// What a cluster of one broker answers about elections, assignments, disks, producers and its quorum.
@Suite struct OneBrokerAnswersTests {
    private func each<R: KafkaRequest>(
        _ harness: EngineHarness, _ request: R, _ check: (R.Response, Int16) -> Bool
    ) throws {
        let row = try #require(APITable.broker.row(R.apiKey))
        for version in row.versions {
            let answer = try harness.send(request, version: version)
            #expect(answer.map { check($0, version) } == true, "\(R.messageName) v\(version)")
        }
        #expect(harness.closed.isEmpty)
    }

    @Test func recordsAreDeletedUpToTheHighWatermark() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders", partitions: 2)
        _ = try harness.createTopic("table", configs: ["cleanup.policy": "compact"])
        _ = try harness.produce(harness.batch(["a", "b", "c"]), to: "orders")
        func delete(_ topic: TopicName, _ partition: Int32, _ offset: Int64) throws -> [Int64] {
            let request = DeleteRecordsRequest(topics: [
                .init(name: topic, partitions: [.init(partitionIndex: partition, offset: offset)])
            ])
            let row = try harness.send(request, version: 2)?.topics.first?.partitions.first
            return [Int64(row?.errorCode.rawValue ?? -9), row?.lowWatermark ?? -9]
        }
        #expect(try delete("orders", 0, 4) == [1, -1])
        #expect(try delete("orders", 0, -2) == [1, -1])
        #expect(try delete("orders", 0, 2) == [0, 2])
        #expect(try delete("orders", 0, 1) == [0, 2])
        #expect(try harness.values(of: "orders") == [])
        let fetched = try harness.send(harness.fetchRequest("orders", from: 2), version: 12)
        #expect(fetched?.responses.first?.partitions.first?.logStartOffset == 2)
        #expect(try delete("orders", 1, -1) == [0, 0])
        #expect(try delete("orders", 7, 0) == [3, -1])
        #expect(try delete("absent", 0, 0) == [3, -1])
        #expect(try delete("table", 0, 0) == [44, -1])
        try harness.restart()
        #expect(harness.engine.partition(TopicPartition("orders", 0))?.logStartOffset == 2)
        #expect(try delete("orders", 0, -1) == [0, 3])
        try each(
            harness,
            DeleteRecordsRequest(topics: [.init(name: "orders", partitions: [.init(partitionIndex: 0, offset: 3)])])
        ) { response, _ in response.topics.first?.partitions.first?.lowWatermark == 3 }
    }

    @Test func nobodyElseCanLeadOrHoldAReplica() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        try each(
            harness,
            ElectLeadersRequest(topicPartitions: [
                .init(topic: "orders", partitions: [0, 9]), .init(topic: "absent", partitions: [0]),
            ])
        ) { response, _ in
            response.replicaElectionResults.map { $0.partitionResult.map(\.errorCode.rawValue) } == [[84, 3], [3]]
        }
        try each(harness, ElectLeadersRequest(topicPartitions: nil)) { response, _ in
            response.replicaElectionResults.map(\.topic) == ["orders"]
        }
        let strange = ElectLeadersRequest(
            electionType: 2, topicPartitions: [.init(topic: "orders", partitions: [0])])
        #expect(try harness.send(strange, version: 2)?.errorCode == .invalidRequest)

        func reassign(_ topic: TopicName, _ partition: Int32, _ replicas: [BrokerID]?) throws -> Int16? {
            let request = AlterPartitionReassignmentsRequest(topics: [
                .init(name: topic, partitions: [.init(partitionIndex: partition, replicas: replicas)])
            ])
            return try harness.send(request, version: 1)?.responses.first?.partitions.first?.errorCode.rawValue
        }
        #expect(try reassign("orders", 0, [1]) == 0)
        #expect(try reassign("orders", 0, nil) == 85)
        for replicas in [[2], [1, 2], [], [1, 1]] as [[BrokerID]] {
            #expect(try reassign("orders", 0, replicas) == 39)
        }
        #expect(try reassign("orders", 9, [1]) == 3)
        #expect(try reassign("absent", 0, [1]) == 3)
        try each(harness, ListPartitionReassignmentsRequest()) { response, _ in
            response.errorCode == ErrorCode.none && response.topics.isEmpty
        }
        try each(
            harness,
            AlterReplicaLogDirsRequest(dirs: [
                .init(path: "/data", topics: [.init(name: "orders", partitions: [0, 9])]),
                .init(path: "/else", topics: [.init(name: "orders", partitions: [0])]),
            ])
        ) { response, _ in
            response.results.map { $0.partitions.map(\.errorCode.rawValue) } == [[0, 3], [57]]
        }
    }

    @Test func producersAreShownAsThePartitionRemembersThem() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let producer = RecordBatchBuilder.Producer(id: 77, epoch: 3, baseSequence: 0)
        _ = try harness.produce(harness.batch(["a", "b"], producer: producer), to: "orders")
        let request = DescribeProducersRequest(topics: [
            .init(name: "orders", partitionIndexes: [0, 9]), .init(name: "absent", partitionIndexes: [0]),
            .init(name: "a b", partitionIndexes: [0]),
        ])
        let topics = try harness.send(request, version: 0)?.topics ?? []
        #expect(topics.map { $0.partitions.map(\.errorCode.rawValue) } == [[0, 3], [3], [17]])
        let found = try #require(topics.first?.partitions.first?.activeProducers.first)
        #expect(found.producerId == 77 && found.producerEpoch == 3 && found.lastSequence == 1)
        #expect(found.lastTimestamp == ManualClock.epoch && found.currentTxnStartOffset == -1)
    }

    @Test func theQuorumIsThisNode() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let request = DescribeQuorumRequest(topics: [
            .init(topicName: "__cluster_metadata", partitions: [.init(partitionIndex: 0), .init(partitionIndex: 1)]),
            .init(topicName: "orders", partitions: [.init(partitionIndex: 0)]),
        ])
        try each(harness, request) { response, version in
            let rows = response.topics.flatMap(\.partitions)
            return rows.map(\.errorCode.rawValue) == [0, 3, 3] && rows[0].leaderId == 1 && rows[0].highWatermark > 0
                && rows[0].currentVoters.map(\.replicaId) == [1]
                && response.nodes.count == (version >= 2 ? 1 : 0)
        }
    }

    @Test func resourcesWithSettingsAreListed() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        #expect(try harness.send(ListConfigResourcesRequest(), version: 0)?.configResources.isEmpty == true)
        func listed(_ types: [Int8]) throws -> [String]? {
            try harness.send(ListConfigResourcesRequest(resourceTypes: types), version: 1)?.configResources
                .map { "\($0.resourceType) \($0.resourceName)" }
        }
        #expect(try listed([]) == ["8 1", "4 1", "2 orders"])
        #expect(try listed([2]) == ["2 orders"])
        #expect(try listed([16, 32]) == [])
        let strange = try harness.send(ListConfigResourcesRequest(resourceTypes: [77]), version: 1)
        #expect(strange?.errorCode == .unsupportedVersion)
    }

    @Test func aFeatureThatIsOffIsAnsweredAsApacheKafkaDoes() throws {
        let harness = try EngineHarness()
        try each(harness, SaslHandshakeRequest(mechanism: "PLAIN")) { answer, _ in
            answer.errorCode == .illegalSaslState
        }
        try each(harness, SaslAuthenticateRequest()) { answer, _ in answer.errorCode == .illegalSaslState }
        try each(harness, DescribeAclsRequest()) { answer, _ in answer.errorCode == .securityDisabled }
        try each(harness, CreateAclsRequest(creations: [.init(), .init()])) { answer, _ in
            answer.results.map(\.errorCode) == [.securityDisabled, .securityDisabled]
        }
        try each(harness, DeleteAclsRequest(filters: [.init()])) { answer, _ in
            answer.filterResults.map(\.errorCode) == [.securityDisabled]
        }
        try each(harness, CreateDelegationTokenRequest()) { answer, _ in
            answer.errorCode == .delegationTokenRequestNotAllowed && answer.principalName == "ANONYMOUS"
        }
        try each(harness, RenewDelegationTokenRequest()) { answer, _ in answer.expiryTimestampMs == -1 }
        try each(harness, ExpireDelegationTokenRequest()) { answer, _ in answer.expiryTimestampMs == -1 }
        try each(harness, DescribeDelegationTokenRequest()) { answer, _ in
            answer.errorCode == .delegationTokenRequestNotAllowed
        }
        let users = DescribeUserScramCredentialsRequest(users: ["x", "y", "x"].map { .init(name: $0) })
        try each(harness, users) { answer, _ in answer.results.map(\.errorCode.rawValue) == [92, 91] }
        try each(harness, UpdateFeaturesRequest(featureUpdates: [.init(feature: "nope", maxVersionLevel: 1)])) {
            answer, _ in answer.errorCode == .invalidUpdateVersion
        }
        try each(harness, UpdateFeaturesRequest()) { answer, _ in answer.errorCode == ErrorCode.none }
        try each(harness, DescribeTransactionsRequest(transactionalIds: ["x", ""])) { answer, _ in
            answer.transactionStates.map(\.errorCode.rawValue) == [105, 42]
        }
        try each(harness, ListTransactionsRequest(stateFilters: ["Ongoing", "Bogus"])) { answer, _ in
            answer.unknownStateFilters == ["Bogus"] && answer.transactionStates.isEmpty
        }
        func quotas(_ components: [DescribeClientQuotasRequest.ComponentData]) throws -> Int16? {
            try harness.send(DescribeClientQuotasRequest(components: components), version: 1)?.errorCode.rawValue
        }
        #expect(try quotas([]) == 0)
        #expect(try quotas([.init(entityType: "user", matchType: 0, match: "x")]) == 0)
        #expect(try quotas([.init(entityType: "zzz", matchType: 0, match: "x")]) == 35)
        #expect(try quotas([.init(entityType: "user", matchType: 9, match: "x")]) == 42)
        #expect(try quotas([.init(entityType: "user", matchType: 0, match: nil)]) == 42)
    }

    @Test func aPageBeginsOnlyAtATopicThatIsAskedFor() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("a", partitions: 3)
        _ = try harness.createTopic("b")
        func codes(_ names: [TopicName], _ cursor: (TopicName, Int32)) throws -> [Int16]? {
            let request = DescribeTopicPartitionsRequest(
                topics: names.map { .init(name: $0) },
                cursor: .init(topicName: cursor.0, partitionIndex: cursor.1))
            return try harness.send(request, version: 0)?.topics.map(\.errorCode.rawValue)
        }
        #expect(try codes(["a", "b"], ("b", 0)) == [0])
        #expect(try codes(["a", "b"], ("aa", 0)) == [42, 42])
        #expect(try codes(["a", "b"], ("a", -1)) == [42, 42])
        #expect(try codes([], ("aa", 0)) == [0])
        #expect(try codes([], ("a", -1)) == [])
    }

    @Test func aTopicNamedTwiceIsDeletedByNeither() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let twice = DeleteTopicsRequest(topics: [.init(name: "orders"), .init(name: "orders"), .init(topicId: .zero)])
        #expect(try harness.send(twice, version: 6)?.responses.map(\.errorCode.rawValue) == [42, 42])
        #expect(harness.engine.topics.topic(named: "orders") != nil)
    }

    @Test func tooManyPartitionsInOneRequestAreRefused() throws {
        let harness = try EngineHarness()
        let request = CreateTopicsRequest(topics: [
            .init(name: "a", numPartitions: 10_000, replicationFactor: 1),
            .init(name: "b", numPartitions: 1, replicationFactor: 1),
        ])
        let rows = try harness.send(request, version: 7)?.topics ?? []
        #expect(rows.map(\.errorCode.rawValue) == [44, 44])
        #expect(rows.map(\.errorMessage).allSatisfy { $0 == "Excessively large number of partitions per request." })
    }
}
