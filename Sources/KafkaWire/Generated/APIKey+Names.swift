// Generated from Sources/kdeck-dev/Schemas/api/*.schema by `kdeck-dev generate`. Do not edit.

/// The APIs of Apache Kafka 4.3.1.
extension APIKey {
    /// Produce, on listeners of kind broker.
    @inlinable public static var produce: APIKey { APIKey(rawValue: 0) }
    /// Fetch, on listeners of kind broker and controller.
    @inlinable public static var fetch: APIKey { APIKey(rawValue: 1) }
    /// ListOffsets, on listeners of kind broker.
    @inlinable public static var listOffsets: APIKey { APIKey(rawValue: 2) }
    /// Metadata, on listeners of kind broker.
    @inlinable public static var metadata: APIKey { APIKey(rawValue: 3) }
    /// OffsetCommit, on listeners of kind broker.
    @inlinable public static var offsetCommit: APIKey { APIKey(rawValue: 8) }
    /// OffsetFetch, on listeners of kind broker.
    @inlinable public static var offsetFetch: APIKey { APIKey(rawValue: 9) }
    /// FindCoordinator, on listeners of kind broker.
    @inlinable public static var findCoordinator: APIKey { APIKey(rawValue: 10) }
    /// JoinGroup, on listeners of kind broker.
    @inlinable public static var joinGroup: APIKey { APIKey(rawValue: 11) }
    /// Heartbeat, on listeners of kind broker.
    @inlinable public static var heartbeat: APIKey { APIKey(rawValue: 12) }
    /// LeaveGroup, on listeners of kind broker.
    @inlinable public static var leaveGroup: APIKey { APIKey(rawValue: 13) }
    /// SyncGroup, on listeners of kind broker.
    @inlinable public static var syncGroup: APIKey { APIKey(rawValue: 14) }
    /// DescribeGroups, on listeners of kind broker.
    @inlinable public static var describeGroups: APIKey { APIKey(rawValue: 15) }
    /// ListGroups, on listeners of kind broker.
    @inlinable public static var listGroups: APIKey { APIKey(rawValue: 16) }
    /// SaslHandshake, on listeners of kind broker and controller.
    @inlinable public static var saslHandshake: APIKey { APIKey(rawValue: 17) }
    /// ApiVersions, on listeners of kind broker and controller.
    @inlinable public static var apiVersions: APIKey { APIKey(rawValue: 18) }
    /// CreateTopics, on listeners of kind broker and controller.
    @inlinable public static var createTopics: APIKey { APIKey(rawValue: 19) }
    /// DeleteTopics, on listeners of kind broker and controller.
    @inlinable public static var deleteTopics: APIKey { APIKey(rawValue: 20) }
    /// DeleteRecords, on listeners of kind broker.
    @inlinable public static var deleteRecords: APIKey { APIKey(rawValue: 21) }
    /// InitProducerId, on listeners of kind broker.
    @inlinable public static var initProducerId: APIKey { APIKey(rawValue: 22) }
    /// OffsetForLeaderEpoch, on listeners of kind broker.
    @inlinable public static var offsetForLeaderEpoch: APIKey { APIKey(rawValue: 23) }
    /// AddPartitionsToTxn, on listeners of kind broker.
    @inlinable public static var addPartitionsToTxn: APIKey { APIKey(rawValue: 24) }
    /// AddOffsetsToTxn, on listeners of kind broker.
    @inlinable public static var addOffsetsToTxn: APIKey { APIKey(rawValue: 25) }
    /// EndTxn, on listeners of kind broker.
    @inlinable public static var endTxn: APIKey { APIKey(rawValue: 26) }
    /// WriteTxnMarkers, on listeners of kind broker.
    @inlinable public static var writeTxnMarkers: APIKey { APIKey(rawValue: 27) }
    /// TxnOffsetCommit, on listeners of kind broker.
    @inlinable public static var txnOffsetCommit: APIKey { APIKey(rawValue: 28) }
    /// DescribeAcls, on listeners of kind broker and controller.
    @inlinable public static var describeAcls: APIKey { APIKey(rawValue: 29) }
    /// CreateAcls, on listeners of kind broker and controller.
    @inlinable public static var createAcls: APIKey { APIKey(rawValue: 30) }
    /// DeleteAcls, on listeners of kind broker and controller.
    @inlinable public static var deleteAcls: APIKey { APIKey(rawValue: 31) }
    /// DescribeConfigs, on listeners of kind broker and controller.
    @inlinable public static var describeConfigs: APIKey { APIKey(rawValue: 32) }
    /// AlterConfigs, on listeners of kind broker and controller.
    @inlinable public static var alterConfigs: APIKey { APIKey(rawValue: 33) }
    /// AlterReplicaLogDirs, on listeners of kind broker.
    @inlinable public static var alterReplicaLogDirs: APIKey { APIKey(rawValue: 34) }
    /// DescribeLogDirs, on listeners of kind broker.
    @inlinable public static var describeLogDirs: APIKey { APIKey(rawValue: 35) }
    /// SaslAuthenticate, on listeners of kind broker and controller.
    @inlinable public static var saslAuthenticate: APIKey { APIKey(rawValue: 36) }
    /// CreatePartitions, on listeners of kind broker and controller.
    @inlinable public static var createPartitions: APIKey { APIKey(rawValue: 37) }
    /// CreateDelegationToken, on listeners of kind broker and controller.
    @inlinable public static var createDelegationToken: APIKey { APIKey(rawValue: 38) }
    /// RenewDelegationToken, on listeners of kind broker and controller.
    @inlinable public static var renewDelegationToken: APIKey { APIKey(rawValue: 39) }
    /// ExpireDelegationToken, on listeners of kind broker and controller.
    @inlinable public static var expireDelegationToken: APIKey { APIKey(rawValue: 40) }
    /// DescribeDelegationToken, on listeners of kind broker and controller.
    @inlinable public static var describeDelegationToken: APIKey { APIKey(rawValue: 41) }
    /// DeleteGroups, on listeners of kind broker.
    @inlinable public static var deleteGroups: APIKey { APIKey(rawValue: 42) }
    /// ElectLeaders, on listeners of kind broker and controller.
    @inlinable public static var electLeaders: APIKey { APIKey(rawValue: 43) }
    /// IncrementalAlterConfigs, on listeners of kind broker and controller.
    @inlinable public static var incrementalAlterConfigs: APIKey { APIKey(rawValue: 44) }
    /// AlterPartitionReassignments, on listeners of kind broker and controller.
    @inlinable public static var alterPartitionReassignments: APIKey { APIKey(rawValue: 45) }
    /// ListPartitionReassignments, on listeners of kind broker and controller.
    @inlinable public static var listPartitionReassignments: APIKey { APIKey(rawValue: 46) }
    /// OffsetDelete, on listeners of kind broker.
    @inlinable public static var offsetDelete: APIKey { APIKey(rawValue: 47) }
    /// DescribeClientQuotas, on listeners of kind broker.
    @inlinable public static var describeClientQuotas: APIKey { APIKey(rawValue: 48) }
    /// AlterClientQuotas, on listeners of kind broker and controller.
    @inlinable public static var alterClientQuotas: APIKey { APIKey(rawValue: 49) }
    /// DescribeUserScramCredentials, on listeners of kind broker and controller.
    @inlinable public static var describeUserScramCredentials: APIKey { APIKey(rawValue: 50) }
    /// AlterUserScramCredentials, on listeners of kind broker and controller.
    @inlinable public static var alterUserScramCredentials: APIKey { APIKey(rawValue: 51) }
    /// Vote, on listeners of kind controller.
    @inlinable public static var vote: APIKey { APIKey(rawValue: 52) }
    /// BeginQuorumEpoch, on listeners of kind controller.
    @inlinable public static var beginQuorumEpoch: APIKey { APIKey(rawValue: 53) }
    /// EndQuorumEpoch, on listeners of kind controller.
    @inlinable public static var endQuorumEpoch: APIKey { APIKey(rawValue: 54) }
    /// DescribeQuorum, on listeners of kind broker and controller.
    @inlinable public static var describeQuorum: APIKey { APIKey(rawValue: 55) }
    /// AlterPartition, on listeners of kind controller.
    @inlinable public static var alterPartition: APIKey { APIKey(rawValue: 56) }
    /// UpdateFeatures, on listeners of kind broker and controller.
    @inlinable public static var updateFeatures: APIKey { APIKey(rawValue: 57) }
    /// Envelope, on listeners of kind controller.
    @inlinable public static var envelope: APIKey { APIKey(rawValue: 58) }
    /// FetchSnapshot, on listeners of kind controller.
    @inlinable public static var fetchSnapshot: APIKey { APIKey(rawValue: 59) }
    /// DescribeCluster, on listeners of kind broker and controller.
    @inlinable public static var describeCluster: APIKey { APIKey(rawValue: 60) }
    /// DescribeProducers, on listeners of kind broker.
    @inlinable public static var describeProducers: APIKey { APIKey(rawValue: 61) }
    /// BrokerRegistration, on listeners of kind controller.
    @inlinable public static var brokerRegistration: APIKey { APIKey(rawValue: 62) }
    /// BrokerHeartbeat, on listeners of kind controller.
    @inlinable public static var brokerHeartbeat: APIKey { APIKey(rawValue: 63) }
    /// UnregisterBroker, on listeners of kind broker and controller.
    @inlinable public static var unregisterBroker: APIKey { APIKey(rawValue: 64) }
    /// DescribeTransactions, on listeners of kind broker.
    @inlinable public static var describeTransactions: APIKey { APIKey(rawValue: 65) }
    /// ListTransactions, on listeners of kind broker.
    @inlinable public static var listTransactions: APIKey { APIKey(rawValue: 66) }
    /// AllocateProducerIds, on listeners of kind controller.
    @inlinable public static var allocateProducerIds: APIKey { APIKey(rawValue: 67) }
    /// ConsumerGroupHeartbeat, on listeners of kind broker.
    @inlinable public static var consumerGroupHeartbeat: APIKey { APIKey(rawValue: 68) }
    /// ConsumerGroupDescribe, on listeners of kind broker.
    @inlinable public static var consumerGroupDescribe: APIKey { APIKey(rawValue: 69) }
    /// ControllerRegistration, on listeners of kind controller.
    @inlinable public static var controllerRegistration: APIKey { APIKey(rawValue: 70) }
    /// GetTelemetrySubscriptions, on listeners of kind broker.
    @inlinable public static var getTelemetrySubscriptions: APIKey { APIKey(rawValue: 71) }
    /// PushTelemetry, on listeners of kind broker.
    @inlinable public static var pushTelemetry: APIKey { APIKey(rawValue: 72) }
    /// AssignReplicasToDirs, on listeners of kind controller.
    @inlinable public static var assignReplicasToDirs: APIKey { APIKey(rawValue: 73) }
    /// ListConfigResources, on listeners of kind broker.
    @inlinable public static var listConfigResources: APIKey { APIKey(rawValue: 74) }
    /// DescribeTopicPartitions, on listeners of kind broker.
    @inlinable public static var describeTopicPartitions: APIKey { APIKey(rawValue: 75) }
    /// ShareGroupHeartbeat, on listeners of kind broker.
    @inlinable public static var shareGroupHeartbeat: APIKey { APIKey(rawValue: 76) }
    /// ShareGroupDescribe, on listeners of kind broker.
    @inlinable public static var shareGroupDescribe: APIKey { APIKey(rawValue: 77) }
    /// ShareFetch, on listeners of kind broker.
    @inlinable public static var shareFetch: APIKey { APIKey(rawValue: 78) }
    /// ShareAcknowledge, on listeners of kind broker.
    @inlinable public static var shareAcknowledge: APIKey { APIKey(rawValue: 79) }
    /// AddRaftVoter, on listeners of kind controller and broker.
    @inlinable public static var addRaftVoter: APIKey { APIKey(rawValue: 80) }
    /// RemoveRaftVoter, on listeners of kind controller and broker.
    @inlinable public static var removeRaftVoter: APIKey { APIKey(rawValue: 81) }
    /// UpdateRaftVoter, on listeners of kind controller.
    @inlinable public static var updateRaftVoter: APIKey { APIKey(rawValue: 82) }
    /// InitializeShareGroupState, on listeners of kind broker.
    @inlinable public static var initializeShareGroupState: APIKey { APIKey(rawValue: 83) }
    /// ReadShareGroupState, on listeners of kind broker.
    @inlinable public static var readShareGroupState: APIKey { APIKey(rawValue: 84) }
    /// WriteShareGroupState, on listeners of kind broker.
    @inlinable public static var writeShareGroupState: APIKey { APIKey(rawValue: 85) }
    /// DeleteShareGroupState, on listeners of kind broker.
    @inlinable public static var deleteShareGroupState: APIKey { APIKey(rawValue: 86) }
    /// ReadShareGroupStateSummary, on listeners of kind broker.
    @inlinable public static var readShareGroupStateSummary: APIKey { APIKey(rawValue: 87) }
    /// StreamsGroupHeartbeat, on listeners of kind broker.
    @inlinable public static var streamsGroupHeartbeat: APIKey { APIKey(rawValue: 88) }
    /// StreamsGroupDescribe, on listeners of kind broker.
    @inlinable public static var streamsGroupDescribe: APIKey { APIKey(rawValue: 89) }
    /// DescribeShareGroupOffsets, on listeners of kind broker.
    @inlinable public static var describeShareGroupOffsets: APIKey { APIKey(rawValue: 90) }
    /// AlterShareGroupOffsets, on listeners of kind broker.
    @inlinable public static var alterShareGroupOffsets: APIKey { APIKey(rawValue: 91) }
    /// DeleteShareGroupOffsets, on listeners of kind broker.
    @inlinable public static var deleteShareGroupOffsets: APIKey { APIKey(rawValue: 92) }

    /// All of them, by number.
    public static let allCases: [APIKey] = [
        .produce,
        .fetch,
        .listOffsets,
        .metadata,
        .offsetCommit,
        .offsetFetch,
        .findCoordinator,
        .joinGroup,
        .heartbeat,
        .leaveGroup,
        .syncGroup,
        .describeGroups,
        .listGroups,
        .saslHandshake,
        .apiVersions,
        .createTopics,
        .deleteTopics,
        .deleteRecords,
        .initProducerId,
        .offsetForLeaderEpoch,
        .addPartitionsToTxn,
        .addOffsetsToTxn,
        .endTxn,
        .writeTxnMarkers,
        .txnOffsetCommit,
        .describeAcls,
        .createAcls,
        .deleteAcls,
        .describeConfigs,
        .alterConfigs,
        .alterReplicaLogDirs,
        .describeLogDirs,
        .saslAuthenticate,
        .createPartitions,
        .createDelegationToken,
        .renewDelegationToken,
        .expireDelegationToken,
        .describeDelegationToken,
        .deleteGroups,
        .electLeaders,
        .incrementalAlterConfigs,
        .alterPartitionReassignments,
        .listPartitionReassignments,
        .offsetDelete,
        .describeClientQuotas,
        .alterClientQuotas,
        .describeUserScramCredentials,
        .alterUserScramCredentials,
        .vote,
        .beginQuorumEpoch,
        .endQuorumEpoch,
        .describeQuorum,
        .alterPartition,
        .updateFeatures,
        .envelope,
        .fetchSnapshot,
        .describeCluster,
        .describeProducers,
        .brokerRegistration,
        .brokerHeartbeat,
        .unregisterBroker,
        .describeTransactions,
        .listTransactions,
        .allocateProducerIds,
        .consumerGroupHeartbeat,
        .consumerGroupDescribe,
        .controllerRegistration,
        .getTelemetrySubscriptions,
        .pushTelemetry,
        .assignReplicasToDirs,
        .listConfigResources,
        .describeTopicPartitions,
        .shareGroupHeartbeat,
        .shareGroupDescribe,
        .shareFetch,
        .shareAcknowledge,
        .addRaftVoter,
        .removeRaftVoter,
        .updateRaftVoter,
        .initializeShareGroupState,
        .readShareGroupState,
        .writeShareGroupState,
        .deleteShareGroupState,
        .readShareGroupStateSummary,
        .streamsGroupHeartbeat,
        .streamsGroupDescribe,
        .describeShareGroupOffsets,
        .alterShareGroupOffsets,
        .deleteShareGroupOffsets,
    ]

    /// What the schemas say of this one.
    var facts: Facts? {
        switch rawValue {
        case 0:
            Facts(
                name: "Produce", versions: 3...13, flexibleRequest: 9,
                flexibleResponse: 9, latestStable: 13)
        case 1:
            Facts(
                name: "Fetch", versions: 4...18, flexibleRequest: 12,
                flexibleResponse: 12, latestStable: 18)
        case 2:
            Facts(
                name: "ListOffsets", versions: 1...11, flexibleRequest: 6,
                flexibleResponse: 6, latestStable: 11)
        case 3:
            Facts(
                name: "Metadata", versions: 0...13, flexibleRequest: 9,
                flexibleResponse: 9, latestStable: 13)
        case 8:
            Facts(
                name: "OffsetCommit", versions: 2...10, flexibleRequest: 8,
                flexibleResponse: 8, latestStable: 10)
        case 9:
            Facts(
                name: "OffsetFetch", versions: 1...10, flexibleRequest: 6,
                flexibleResponse: 6, latestStable: 10)
        case 10:
            Facts(
                name: "FindCoordinator", versions: 0...6, flexibleRequest: 3,
                flexibleResponse: 3, latestStable: 6)
        case 11:
            Facts(
                name: "JoinGroup", versions: 0...9, flexibleRequest: 6,
                flexibleResponse: 6, latestStable: 9)
        case 12:
            Facts(
                name: "Heartbeat", versions: 0...4, flexibleRequest: 4,
                flexibleResponse: 4, latestStable: 4)
        case 13:
            Facts(
                name: "LeaveGroup", versions: 0...5, flexibleRequest: 4,
                flexibleResponse: 4, latestStable: 5)
        case 14:
            Facts(
                name: "SyncGroup", versions: 0...5, flexibleRequest: 4,
                flexibleResponse: 4, latestStable: 5)
        case 15:
            Facts(
                name: "DescribeGroups", versions: 0...6, flexibleRequest: 5,
                flexibleResponse: 5, latestStable: 6)
        case 16:
            Facts(
                name: "ListGroups", versions: 0...5, flexibleRequest: 3,
                flexibleResponse: 3, latestStable: 5)
        case 17:
            Facts(
                name: "SaslHandshake", versions: 0...1, flexibleRequest: 32767,
                flexibleResponse: 32767, latestStable: 1)
        case 18:
            Facts(
                name: "ApiVersions", versions: 0...4, flexibleRequest: 3,
                flexibleResponse: 3, latestStable: 4)
        case 19:
            Facts(
                name: "CreateTopics", versions: 2...7, flexibleRequest: 5,
                flexibleResponse: 5, latestStable: 7)
        case 20:
            Facts(
                name: "DeleteTopics", versions: 1...6, flexibleRequest: 4,
                flexibleResponse: 4, latestStable: 6)
        case 21:
            Facts(
                name: "DeleteRecords", versions: 0...2, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 2)
        case 22:
            Facts(
                name: "InitProducerId", versions: 0...6, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 5)
        case 23:
            Facts(
                name: "OffsetForLeaderEpoch", versions: 2...4, flexibleRequest: 4,
                flexibleResponse: 4, latestStable: 4)
        case 24:
            Facts(
                name: "AddPartitionsToTxn", versions: 0...5, flexibleRequest: 3,
                flexibleResponse: 3, latestStable: 5)
        case 25:
            Facts(
                name: "AddOffsetsToTxn", versions: 0...4, flexibleRequest: 3,
                flexibleResponse: 3, latestStable: 4)
        case 26:
            Facts(
                name: "EndTxn", versions: 0...5, flexibleRequest: 3,
                flexibleResponse: 3, latestStable: 5)
        case 27:
            Facts(
                name: "WriteTxnMarkers", versions: 1...2, flexibleRequest: 1,
                flexibleResponse: 1, latestStable: 2)
        case 28:
            Facts(
                name: "TxnOffsetCommit", versions: 0...5, flexibleRequest: 3,
                flexibleResponse: 3, latestStable: 5)
        case 29:
            Facts(
                name: "DescribeAcls", versions: 1...3, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 3)
        case 30:
            Facts(
                name: "CreateAcls", versions: 1...3, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 3)
        case 31:
            Facts(
                name: "DeleteAcls", versions: 1...3, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 3)
        case 32:
            Facts(
                name: "DescribeConfigs", versions: 1...4, flexibleRequest: 4,
                flexibleResponse: 4, latestStable: 4)
        case 33:
            Facts(
                name: "AlterConfigs", versions: 0...2, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 2)
        case 34:
            Facts(
                name: "AlterReplicaLogDirs", versions: 1...2, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 2)
        case 35:
            Facts(
                name: "DescribeLogDirs", versions: 1...5, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 5)
        case 36:
            Facts(
                name: "SaslAuthenticate", versions: 0...2, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 2)
        case 37:
            Facts(
                name: "CreatePartitions", versions: 0...3, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 3)
        case 38:
            Facts(
                name: "CreateDelegationToken", versions: 1...3, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 3)
        case 39:
            Facts(
                name: "RenewDelegationToken", versions: 1...2, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 2)
        case 40:
            Facts(
                name: "ExpireDelegationToken", versions: 1...2, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 2)
        case 41:
            Facts(
                name: "DescribeDelegationToken", versions: 1...3, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 3)
        case 42:
            Facts(
                name: "DeleteGroups", versions: 0...2, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 2)
        case 43:
            Facts(
                name: "ElectLeaders", versions: 0...2, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 2)
        case 44:
            Facts(
                name: "IncrementalAlterConfigs", versions: 0...1, flexibleRequest: 1,
                flexibleResponse: 1, latestStable: 1)
        case 45:
            Facts(
                name: "AlterPartitionReassignments", versions: 0...1, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 1)
        case 46:
            Facts(
                name: "ListPartitionReassignments", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 47:
            Facts(
                name: "OffsetDelete", versions: 0...0, flexibleRequest: 32767,
                flexibleResponse: 32767, latestStable: 0)
        case 48:
            Facts(
                name: "DescribeClientQuotas", versions: 0...1, flexibleRequest: 1,
                flexibleResponse: 1, latestStable: 1)
        case 49:
            Facts(
                name: "AlterClientQuotas", versions: 0...1, flexibleRequest: 1,
                flexibleResponse: 1, latestStable: 1)
        case 50:
            Facts(
                name: "DescribeUserScramCredentials", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 51:
            Facts(
                name: "AlterUserScramCredentials", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 52:
            Facts(
                name: "Vote", versions: 0...2, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 2)
        case 53:
            Facts(
                name: "BeginQuorumEpoch", versions: 0...1, flexibleRequest: 1,
                flexibleResponse: 1, latestStable: 1)
        case 54:
            Facts(
                name: "EndQuorumEpoch", versions: 0...1, flexibleRequest: 1,
                flexibleResponse: 1, latestStable: 1)
        case 55:
            Facts(
                name: "DescribeQuorum", versions: 0...2, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 2)
        case 56:
            Facts(
                name: "AlterPartition", versions: 2...3, flexibleRequest: 2,
                flexibleResponse: 2, latestStable: 3)
        case 57:
            Facts(
                name: "UpdateFeatures", versions: 0...2, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 2)
        case 58:
            Facts(
                name: "Envelope", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 59:
            Facts(
                name: "FetchSnapshot", versions: 0...1, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 1)
        case 60:
            Facts(
                name: "DescribeCluster", versions: 0...2, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 2)
        case 61:
            Facts(
                name: "DescribeProducers", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 62:
            Facts(
                name: "BrokerRegistration", versions: 0...4, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 4)
        case 63:
            Facts(
                name: "BrokerHeartbeat", versions: 0...2, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 2)
        case 64:
            Facts(
                name: "UnregisterBroker", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 65:
            Facts(
                name: "DescribeTransactions", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 66:
            Facts(
                name: "ListTransactions", versions: 0...2, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 2)
        case 67:
            Facts(
                name: "AllocateProducerIds", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 68:
            Facts(
                name: "ConsumerGroupHeartbeat", versions: 0...1, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 1)
        case 69:
            Facts(
                name: "ConsumerGroupDescribe", versions: 0...1, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 1)
        case 70:
            Facts(
                name: "ControllerRegistration", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 71:
            Facts(
                name: "GetTelemetrySubscriptions", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 72:
            Facts(
                name: "PushTelemetry", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 73:
            Facts(
                name: "AssignReplicasToDirs", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 74:
            Facts(
                name: "ListConfigResources", versions: 0...1, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 1)
        case 75:
            Facts(
                name: "DescribeTopicPartitions", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 76:
            Facts(
                name: "ShareGroupHeartbeat", versions: 1...1, flexibleRequest: 1,
                flexibleResponse: 1, latestStable: 1)
        case 77:
            Facts(
                name: "ShareGroupDescribe", versions: 1...1, flexibleRequest: 1,
                flexibleResponse: 1, latestStable: 1)
        case 78:
            Facts(
                name: "ShareFetch", versions: 1...2, flexibleRequest: 1,
                flexibleResponse: 1, latestStable: 2)
        case 79:
            Facts(
                name: "ShareAcknowledge", versions: 1...2, flexibleRequest: 1,
                flexibleResponse: 1, latestStable: 2)
        case 80:
            Facts(
                name: "AddRaftVoter", versions: 0...1, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 1)
        case 81:
            Facts(
                name: "RemoveRaftVoter", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 82:
            Facts(
                name: "UpdateRaftVoter", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 83:
            Facts(
                name: "InitializeShareGroupState", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 84:
            Facts(
                name: "ReadShareGroupState", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 85:
            Facts(
                name: "WriteShareGroupState", versions: 0...1, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 1)
        case 86:
            Facts(
                name: "DeleteShareGroupState", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 87:
            Facts(
                name: "ReadShareGroupStateSummary", versions: 0...1, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 1)
        case 88:
            Facts(
                name: "StreamsGroupHeartbeat", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 89:
            Facts(
                name: "StreamsGroupDescribe", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 90:
            Facts(
                name: "DescribeShareGroupOffsets", versions: 0...1, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 1)
        case 91:
            Facts(
                name: "AlterShareGroupOffsets", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        case 92:
            Facts(
                name: "DeleteShareGroupOffsets", versions: 0...0, flexibleRequest: 0,
                flexibleResponse: 0, latestStable: 0)
        default: nil
        }
    }
}
