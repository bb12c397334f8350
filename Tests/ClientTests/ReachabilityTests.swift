import KafkaWire
import Testing

@testable import KafkaClient

@Suite struct ReachabilityTests {
    @Test func `a broker that answered and went is silent until it is back`() async throws {
        var broker: OwnBroker? = try OwnBroker()
        let address = try #require(broker?.address)
        let cluster = try Cluster(ClientConfiguration(bootstrap: [address]))
        defer { cluster.close() }
        let brokers = try await cluster.metadata(nil).brokers
        let id = try #require(brokers.first?.id)
        #expect(await cluster.silent(among: brokers).isEmpty)
        broker = nil
        _ = try? await cluster.metadata(nil)
        let lost = await cluster.silent(among: brokers)
        #expect(lost.count == 1 && lost[id]?.contains("refused") == true, "\(lost)")
        broker = try OwnBroker(port: address.port)
        // It is tried again with each question, but for the pause after a refusal.
        try await until("nobody is silent") { await cluster.silent(among: brokers).isEmpty }
    }

    @Test func `a broker that was never reached is not said to be silent`() async throws {
        let broker = try OwnBroker()
        // Nobody listens on the first address, which is tried and left behind.
        let nowhere = BrokerInfo(id: 7, host: "127.0.0.1", port: 1, rack: nil)
        let cluster = try Cluster(
            ClientConfiguration(bootstrap: [HostPort(host: "127.0.0.1", port: 1), broker.address]))
        defer { cluster.close() }
        #expect(try await cluster.metadata(nil).brokers.count == 1)
        #expect(await cluster.silent(among: [nowhere]).isEmpty)
    }
}
