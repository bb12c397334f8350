import KafkaClient
import KafkaWire
import Testing

@testable import kdeck_dev

/// Clusters of before: a broker that answers ApiVersions as an older Kafka does, and hangs up on what that one did not know.
@Suite struct OldClusterTests {
    @Test(arguments: OldKafka.releases) func `the whole client works with an older Kafka`(release: String) async throws
    {
        let own = try OwnBroker()
        let ranges = try await ranges(release, of: own)
        let proxy = try RecordingProxy(host: "127.0.0.1", port: own.address.port, ranges: ranges)
        let cluster = try cluster(own, proxy)
        defer { cluster.close() }
        try await ClusterScenario(
            cluster: cluster, address: own.address, hasQuorum: false, hasMaximum: release != "2.8"
        )
        .run()
        try await ResetScenario(cluster: cluster).run()
        let unknown = proxy.passed.filter { !$0.isKnown }
        #expect(unknown.isEmpty)
        #expect(proxy.passed.contains { $0.key == .fetch && $0.version == ranges[.fetch]?.upperBound })
    }

    @Test func `a request that an old cluster lacks costs only its own answer`() async throws {
        let own = try OwnBroker()
        var ranges = try #require(OldKafka.ranges("2.8"))
        // As some managed clusters: neither sizes nor configs.
        ranges[.describeLogDirs] = nil
        ranges[.describeConfigs] = nil
        let proxy = try RecordingProxy(host: "127.0.0.1", port: own.address.port, ranges: ranges)
        let cluster = try cluster(own, proxy)
        defer { cluster.close() }
        try await cluster.createTopic("here", partitions: 2, replicationFactor: 1)
        for answer in await cluster.logSizes().values {
            #expect(throws: ClientError.unsupported(.describeLogDirs)) { try answer.get() }
        }
        for answer in await cluster.configs(of: [.topic("here")]).values {
            #expect(throws: ClientError.unsupported(.describeConfigs)) { try answer.get() }
        }
        #expect(try await cluster.metadata(["here"]).topic("here")?.partitions.count == 2)
        #expect(try await cluster.listGroups().isEmpty)
    }

    /// The ranges of a release, as far as the broker behind it goes too.
    private func ranges(_ release: String, of own: OwnBroker) async throws -> [APIKey: ClosedRange<Int16>] {
        let direct = try own.cluster()
        defer { direct.close() }
        let request = ApiVersionsRequest(clientSoftwareName: "test", clientSoftwareVersion: "1")
        let known = try await direct.send(request, to: .any).apiKeys
        var ranges = try #require(OldKafka.ranges(release))
        for (key, range) in ranges {
            guard let own = known.first(where: { $0.apiKey == key.rawValue }) else {
                ranges[key] = nil
                continue
            }
            ranges[key] = max(own.minVersion, range.lowerBound)...min(own.maxVersion, range.upperBound)
        }
        return ranges
    }

    /// A client that reaches the broker through the proxy only, whatever address the broker gives.
    private func cluster(_ own: OwnBroker, _ proxy: RecordingProxy) throws -> Cluster {
        var configuration = ClientConfiguration(bootstrap: [own.address])
        configuration.rewrite = try AddressRewrite(["\(own.address)=127.0.0.1:\(proxy.port)"])
        return try Cluster(configuration)
    }
}
