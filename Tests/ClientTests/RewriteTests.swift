import Testing

@testable import KafkaClient

@Suite struct RewriteTests {
    @Test(arguments: [
        ("kafka-1:9092=localhost:19092", "kafka-1:9092", "localhost:19092"),
        ("kafka-1:9092=localhost:19092", "kafka-1:9093", "kafka-1:9093"),
        ("kafka-1=localhost", "kafka-1:9093", "localhost:9093"),
        ("*:9092=localhost:*", "kafka-7:9092", "localhost:9092"),
        ("*=10.0.0.1:30000", "kafka-7:9092", "10.0.0.1:30000"),
        ("kafka-1:*=[::1]:19092", "kafka-1:1", "[::1]:19092"),
        ("[::1]:9092=other", "[::1]:9092", "other:9092"),
    ])
    func `a rule sends an address elsewhere, and only those it is for`(rule: String, from: String, to: String) throws {
        let rewrite = try AddressRewrite([rule])
        #expect(rewrite(try HostPort.parseList(from)[0]).description == to)
    }

    @Test func `the first rule that fits is taken`() throws {
        let rewrite = try AddressRewrite(["a:1=x:1", "*=y"])
        #expect(rewrite(HostPort(host: "a", port: 1)).description == "x:1")
        #expect(rewrite(HostPort(host: "a", port: 2)).description == "y:2")
    }

    @Test(arguments: ["a", "a=b=c", "=b", "a=", "a=*", "a:x=b", "a=b:99999", "a,b=c"])
    func `what is no rule is refused`(rule: String) {
        #expect(throws: AddressError.self) { try AddressRewrite([rule]) }
    }

    @Test func `a broker that gives an address nobody reaches is reached through the rule`() async throws {
        let broker = try OwnBroker()
        let unreachable = HostPort(host: "kafka-1.internal.invalid", port: 9_092)
        var configuration = ClientConfiguration(bootstrap: [unreachable])
        configuration.rewrite = try AddressRewrite(["*.invalid=never", "\(unreachable)=\(broker.address)"])
        let cluster = try Cluster(configuration)
        defer { cluster.close() }
        #expect(try await cluster.metadata(nil).brokers.count == 1)
    }
}
