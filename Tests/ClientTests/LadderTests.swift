import Bytes
import KafkaWire
import Network
import Synchronization
import Testing

@testable import KafkaClient

/// The way to a cluster, rung by rung.
@Suite struct LadderTests {
    private func climb(_ configuration: ClientConfiguration) async throws -> Ladder {
        let cluster = try Cluster(configuration)
        defer { cluster.close() }
        return await cluster.climb { _ in }
    }

    private func states(_ ladder: Ladder) -> [String] {
        ladder.rungs.map { rung in
            switch rung.state {
            case .waiting: "\(rung.step.title) -"
            case .running: "\(rung.step.title) …"
            case .passed: "\(rung.step.title) ✔"
            case .failed: "\(rung.step.title) ✘"
            }
        }
    }

    @Test func `every rung of a good cluster is climbed, and told as it is`() async throws {
        let broker = try OwnBroker()
        let steps = Mutex<[Int]>([])
        let cluster = try broker.cluster()
        defer { cluster.close() }
        let ladder = await cluster.climb { ladder in
            steps.withLock { $0.append(ladder.rungs.count { if case .passed = $0.state { true } else { false } }) }
        }
        #expect(states(ladder) == ["DNS ✔", "TCP ✔", "ApiVersions ✔", "Metadata ✔", "broker 1 ✔"])
        #expect(ladder.isConnected && ladder.isOver && ladder.failure == nil && ladder.failed.isEmpty)
        let seen = steps.withLock { $0 }
        #expect(seen == seen.sorted() && seen.count >= 5)
    }

    @Test func `a name without an address, and a port without anybody, end where they are`() async throws {
        let name = try await climb(ClientConfiguration(bootstrap: [HostPort(host: "nowhere.invalid", port: 9_092)]))
        #expect(states(name) == ["DNS ✘", "TCP -", "ApiVersions -", "Metadata -"])
        guard case .failed(_, let fix)? = name.failed.first?.state else { return }
        #expect(fix.contains("rewrite"))
        let port = try await climb(ClientConfiguration(bootstrap: [HostPort(host: "127.0.0.1", port: 1)]))
        #expect(states(port) == ["DNS ✔", "TCP ✘", "ApiVersions -", "Metadata -"] && port.failure?.exitCode == 5)
    }

    @Test func `the second address is tried when the first is none`() async throws {
        let broker = try OwnBroker()
        let ladder = try await climb(
            ClientConfiguration(bootstrap: [HostPort(host: "127.0.0.1", port: 1), broker.address]))
        #expect(ladder.failed.map(\.step) == [.tcp] && ladder.isConnected && ladder.failure == nil)
    }

    @Test func `a peer that is no broker fails at ApiVersions, and one without SASL at the login`() async throws {
        let http = try FakeBroker { _, _, _, _ in ByteSlice("HTTP/1.1 400 Bad Request\r\n\r\n") }
        let ladder = try await climb(ClientConfiguration(bootstrap: [http.address]))
        #expect(ladder.failed.map(\.step) == [.apiVersions])
        let broker = try FakeBroker { key, version, id, _ in
            key == .apiVersions
                ? FakeBroker.versions([.apiVersions: 0...4, .metadata: 0...9], version: version, id) : nil
        }
        let login = SASLLogin.plain(user: "a", password: Secret("b"))
        let refused = try await climb(ClientConfiguration(bootstrap: [broker.address], sasl: login))
        #expect(states(refused) == ["DNS ✔", "TCP ✔", "ApiVersions ✔", "SASL ✘", "Metadata -"])
    }

    @Test func `a broker that gives an address nobody reaches is named, with the rule that helps`() async throws {
        let broker = try FakeBroker { key, version, id, _ in
            if key == .apiVersions {
                return FakeBroker.versions([.apiVersions: 0...4, .metadata: 4...9], version: version, id)
            }
            let far = MetadataResponse.MetadataResponseBroker(nodeId: 7, host: "kafka.invalid", port: 9_092)
            return try? Frame.encode(
                MetadataResponse(brokers: [far], clusterId: "c", controllerId: 7), version: version, correlationID: id)
        }
        let ladder = try await climb(ClientConfiguration(bootstrap: [broker.address]))
        #expect(ladder.isConnected && ladder.failure == nil && ladder.failed.map(\.step) == [.broker(7)])
        guard case .failed(let why, let fix)? = ladder.failed.first?.state else { return }
        #expect(why.contains("calls itself kafka.invalid:9092"))
        #expect(fix.contains("advertised.listeners") && fix.contains("kafka.invalid:9092=HOST:PORT"))
    }
}
