import KafkaWire

extension APIKey {
    /// What a read-only client may send: requests that leave the cluster as it is.
    static let readOnlyCalls: Set<APIKey> = [
        .fetch, .listOffsets, .metadata, .offsetFetch, .findCoordinator, .describeGroups, .listGroups, .saslHandshake,
        .apiVersions, .offsetForLeaderEpoch, .describeAcls, .describeConfigs, .describeLogDirs, .saslAuthenticate,
        .listPartitionReassignments, .describeClientQuotas, .describeUserScramCredentials, .describeQuorum,
        .describeCluster, .describeProducers, .describeTransactions, .listTransactions, .consumerGroupDescribe,
        .listConfigResources, .describeTopicPartitions, .shareGroupDescribe, .streamsGroupDescribe,
        .describeShareGroupOffsets,
    ]

    /// True when the request leaves the cluster as it is, and may therefore be sent again after its answer was lost.
    var onlyReads: Bool { Self.readOnlyCalls.contains(self) }
}
