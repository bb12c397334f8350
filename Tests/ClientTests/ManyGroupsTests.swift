import KafkaClient
import KafkaWire
import Testing

@testable import kdeck_dev

/// Many groups are asked for together, and every one of them is answered all the same.
@Suite struct ManyGroupsTests {
    @Test(arguments: [Int16(9), 7]) func `a coordinator is asked once for all its groups, where it can be`(
        newest: Int16
    ) async throws {
        let own = try OwnBroker()
        let direct = try own.cluster()
        defer { direct.close() }
        try await direct.createTopic("orders", partitions: 2, replicationFactor: 1)
        let groups = (0..<130).map { GroupID("group-\($0)") }
        let place = TopicPartition("orders", 1)
        for (number, group) in groups.enumerated() {
            let codes = try await direct.commitOffsets(group, [place: CommittedOffset(offset: Int64(number))])
            #expect(codes == [place: .none])
        }
        let request = ApiVersionsRequest(clientSoftwareName: "test", clientSoftwareVersion: "1")
        let known = try await direct.send(request, to: .any).apiKeys
        var ranges: [APIKey: ClosedRange<Int16>] = [:]
        for range in known { ranges[APIKey(rawValue: range.apiKey)] = range.minVersion...range.maxVersion }
        if newest < 8 {
            ranges[.offsetFetch] = 1...newest
            ranges[.findCoordinator] = 0...3
        }
        let proxy = try RecordingProxy(host: "127.0.0.1", port: own.address.port, ranges: ranges)
        var configuration = ClientConfiguration(bootstrap: [own.address])
        configuration.rewrite = try AddressRewrite(["\(own.address)=127.0.0.1:\(proxy.port)"])
        let cluster = try Cluster(configuration)
        defer { cluster.close() }
        let found = await cluster.committedOffsets(of: groups + ["nobody"])
        #expect(found.count == 131)
        for (number, group) in groups.enumerated() {
            #expect(try found[group]?.get() == [place: CommittedOffset(offset: Int64(number))])
        }
        #expect(try found["nobody"]?.get() == [:])
        let described = await cluster.describeGroups(groups)
        for group in groups { #expect(try described[group]?.get().state == "Empty") }
        let passed = proxy.passed
        #expect(passed.count { $0.key == .offsetFetch } == (newest < 8 ? 131 : 2))
        #expect(passed.count { $0.key == .findCoordinator } == (newest < 8 ? 131 : 2))
        #expect(passed.count { $0.key == .describeGroups } == 2)
    }

    @Test func `a coordinator that is gone fails its groups together`() async throws {
        let own = try OwnBroker()
        let cluster = try own.cluster()
        defer { cluster.close() }
        try await cluster.createTopic("orders", partitions: 1, replicationFactor: 1)
        let place = TopicPartition("orders", 0)
        let groups = (0..<50).map { GroupID("group-\($0)") }
        for group in groups { _ = try await cluster.commitOffsets(group, [place: CommittedOffset(offset: 1)]) }
        own.broker.stop()
        for (_, result) in await cluster.committedOffsets(of: groups) {
            #expect(throws: ClientError.self) { try result.get() }
        }
        let described = await cluster.describeGroups(groups)
        #expect(described.count == 50)
        for (_, result) in described { #expect(throws: ClientError.self) { try result.get() } }
    }
}
