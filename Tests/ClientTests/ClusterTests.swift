import Bytes
import Foundation
import KafkaClient
import KafkaWire
import Network
import Testing

@Suite struct ClusterTests {
    @Test func `the whole client works with our own broker`() async throws {
        let own = try OwnBroker()
        let cluster = try own.cluster()
        try await ClusterScenario(cluster: cluster, address: own.address).run()
        try await ResetScenario(cluster: cluster).run()
        try await GroupChangeScenario(cluster: cluster).run()
        cluster.close()
    }

    @Test(.enabled(if: ApacheKafka.script != nil, "Apache Kafka or Java is not here"))
    func `the whole client works with Apache Kafka`() async throws {
        let apache = try ApacheKafka()
        let cluster = try Cluster(ClientConfiguration(bootstrap: [apache.address]))
        try await ClusterScenario(cluster: cluster, address: apache.address).run()
        try await ResetScenario(cluster: cluster).run()
        try await GroupChangeScenario(cluster: cluster).run()
        cluster.close()
    }

    @Test func `a read-only client sends nothing that changes the cluster`() async throws {
        let own = try OwnBroker()
        let writer = try own.cluster()
        try await writer.createTopic("kept", partitions: 1, replicationFactor: 1)
        let cluster = try own.cluster(isReadOnly: true)
        #expect(try await cluster.metadata(["kept"]).topic("kept")?.error == ErrorCode.none)
        await #expect(throws: ClientError.readOnly(.deleteTopics)) { try await cluster.deleteTopic("kept") }
        await #expect(throws: ClientError.readOnly(.createTopics)) {
            try await cluster.createTopic("other", partitions: 1, replicationFactor: 1)
        }
        await #expect(throws: ClientError.readOnly(.offsetCommit)) {
            try await cluster.commitOffsets("g", [TopicPartition("kept", 0): CommittedOffset(offset: 0)])
        }
        await #expect(throws: ClientError.readOnly(.produce)) {
            try await Producer(cluster: cluster).send(topic: "kept", value: ByteSlice("x"))
        }
        await #expect(throws: ClientError.readOnly(.joinGroup)) {
            try await GroupMember(cluster: cluster, group: "g", topics: ["kept"]).run { _ in }
        }
        #expect(try await writer.metadata(nil).topics.map(\.name).filter { !$0.rawValue.hasPrefix("__") } == ["kept"])
        #expect(try await writer.listGroups().isEmpty)
        cluster.close()
        writer.close()
    }

    @Test func `a broker that went away is told, and found again when it is back`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-client-\(UUID().uuidString)")
        var own: OwnBroker? = try OwnBroker(folder: folder)
        let address = try #require(own?.address)
        let cluster = try Cluster(ClientConfiguration(bootstrap: [address], requestTimeout: .seconds(5)))
        _ = try await cluster.metadata(nil)
        own = nil
        await #expect { try await cluster.metadata(nil) } throws: { error in
            (error as? ClientError)?.exitCode == 5
        }
        own = try OwnBroker(port: address.port, folder: folder)
        try await until("the broker answers again") { (try? await cluster.metadata(nil)) != nil }
        cluster.close()
        withExtendedLifetime(own) {}
    }
}
