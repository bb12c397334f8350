import Bytes
import KafkaWire

/// One API of the broker: which versions it speaks, and who answers.
struct APIRow: Sendable {
    /// Decodes the body and answers; throws when the body is not what the version says.
    typealias Handle = @Sendable (Engine, inout WireReader, RequestContext) throws(WireError) -> Reply

    /// The API.
    let key: APIKey
    /// The versions that work.
    let versions: ClosedRange<Int16>
    /// The least version ApiVersions names. Differs for Produce alone: clients take a least version above 0 for a
    /// broker too new for them, so Kafka names 0 and closes on 0-2.
    let leastAdvertised: Int16
    let handle: Handle

    /// A row whose handler takes the decoded request.
    init<R: KafkaRequest>(
        _ type: R.Type, _ versions: ClosedRange<Int16>,
        _ handle: @escaping @Sendable (Engine, R, RequestContext) -> Reply
    ) {
        self.init(R.apiKey, versions) { (engine, reader, context) throws(WireError) in
            handle(engine, try R(from: &reader, version: context.apiVersion), context)
        }
    }

    /// A row whose handler reads the body itself: the two of the hot path.
    init(
        _ key: APIKey, _ versions: ClosedRange<Int16>, leastAdvertised: Int16? = nil, reading handle: @escaping Handle
    ) {
        self.key = key
        self.versions = versions
        self.leastAdvertised = leastAdvertised ?? versions.lowerBound
        self.handle = handle
    }
}

/// Everything the broker answers, and the only place that knows versions. ApiVersions is derived from it.
struct APITable: Sendable {
    /// In the order of their keys.
    let rows: [APIRow]
    private let places: [Int]

    /// Two rows for one key are a programmer's error.
    init(_ rows: [APIRow]) {
        self.rows = rows.sorted { $0.key.rawValue < $1.key.rawValue }
        var places = [Int](repeating: -1, count: 1 + Int(rows.map(\.key.rawValue).max() ?? 0))
        for (place, row) in self.rows.enumerated() {
            precondition(places[Int(row.key.rawValue)] < 0, "two rows for \(row.key.name)")
            places[Int(row.key.rawValue)] = place
        }
        self.places = places
    }

    /// The row of an API, or nil when the broker does not answer it.
    func row(_ key: APIKey) -> APIRow? {
        guard key.rawValue >= 0, Int(key.rawValue) < places.count else { return nil }
        let place = places[Int(key.rawValue)]
        return place < 0 ? nil : rows[place]
    }

    /// The whole broker.
    static let broker = APITable(dataRows + topicRows + clusterRows + securityRows + groupRows)

    private static let dataRows: [APIRow] = [
        APIRow(.produce, 3...13, leastAdvertised: 0) { (engine, reader, context) throws(WireError) in
            try engine.produce(&reader, context)
        },
        APIRow(.fetch, 4...18) { (engine, reader, context) throws(WireError) in
            try engine.fetch(&reader, context)
        },
        APIRow(ListOffsetsRequest.self, 1...11) { $0.listOffsets($1, $2) },
        APIRow(OffsetForLeaderEpochRequest.self, 2...4) { $0.offsetForLeaderEpoch($1, $2) },
        APIRow(InitProducerIdRequest.self, 0...5) { $0.initProducerId($1, $2) },
        APIRow(DeleteRecordsRequest.self, 0...2) { $0.deleteRecords($1, $2) },
        APIRow(DescribeProducersRequest.self, 0...0) { $0.describeProducers($1, $2) },
        APIRow(DescribeTransactionsRequest.self, 0...0) { $0.describeTransactions($1, $2) },
        APIRow(ListTransactionsRequest.self, 0...2) { $0.listTransactions($1, $2) },
    ]

    private static let topicRows: [APIRow] = [
        APIRow(CreateTopicsRequest.self, 2...7) { $0.createTopics($1, $2) },
        APIRow(DeleteTopicsRequest.self, 1...6) { $0.deleteTopics($1, $2) },
        APIRow(CreatePartitionsRequest.self, 0...3) { $0.createPartitions($1, $2) },
        APIRow(DescribeConfigsRequest.self, 1...4) { $0.describeConfigs($1, $2) },
        APIRow(AlterConfigsRequest.self, 0...2) { $0.alterConfigs($1, $2) },
        APIRow(IncrementalAlterConfigsRequest.self, 0...1) { $0.incrementalAlterConfigs($1, $2) },
        APIRow(DescribeTopicPartitionsRequest.self, 0...0) { $0.describeTopicPartitions($1, $2) },
    ]

    private static let clusterRows: [APIRow] = [
        APIRow(ApiVersionsRequest.self, 0...4) { $0.apiVersions($1, $2) },
        APIRow(MetadataRequest.self, 0...13) { $0.metadata($1, $2) },
        APIRow(DescribeClusterRequest.self, 0...2) { $0.describeCluster($1, $2) },
        APIRow(DescribeLogDirsRequest.self, 1...5) { $0.describeLogDirs($1, $2) },
        APIRow(AlterReplicaLogDirsRequest.self, 1...2) { $0.alterReplicaLogDirs($1, $2) },
        APIRow(ElectLeadersRequest.self, 0...2) { $0.electLeaders($1, $2) },
        APIRow(AlterPartitionReassignmentsRequest.self, 0...1) { $0.alterPartitionReassignments($1, $2) },
        APIRow(ListPartitionReassignmentsRequest.self, 0...0) { $0.listPartitionReassignments($1, $2) },
        APIRow(ListConfigResourcesRequest.self, 0...1) { $0.listConfigResources($1, $2) },
        APIRow(DescribeClientQuotasRequest.self, 0...1) { $0.describeClientQuotas($1, $2) },
        APIRow(DescribeQuorumRequest.self, 0...2) { $0.describeQuorum($1, $2) },
        APIRow(UpdateFeaturesRequest.self, 0...2) { $0.updateFeatures($1, $2) },
    ]

    /// Without passwords and an authorizer there is little to say.
    private static let securityRows: [APIRow] = [
        APIRow(SaslHandshakeRequest.self, 0...1) { $0.saslHandshake($1, $2) },
        APIRow(SaslAuthenticateRequest.self, 0...2) { $0.saslAuthenticate($1, $2) },
        APIRow(DescribeAclsRequest.self, 1...3) { $0.describeAcls($1, $2) },
        APIRow(CreateAclsRequest.self, 1...3) { $0.createAcls($1, $2) },
        APIRow(DeleteAclsRequest.self, 1...3) { $0.deleteAcls($1, $2) },
        APIRow(CreateDelegationTokenRequest.self, 1...3) { $0.createDelegationToken($1, $2) },
        APIRow(RenewDelegationTokenRequest.self, 1...2) { $0.renewDelegationToken($1, $2) },
        APIRow(ExpireDelegationTokenRequest.self, 1...2) { $0.expireDelegationToken($1, $2) },
        APIRow(DescribeDelegationTokenRequest.self, 1...3) { $0.describeDelegationToken($1, $2) },
        APIRow(DescribeUserScramCredentialsRequest.self, 0...0) { $0.describeUserScramCredentials($1, $2) },
    ]
}
