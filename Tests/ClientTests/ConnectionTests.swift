import Bytes
import KafkaWire
import Network
import Testing

@testable import KafkaClient

@Suite struct ConnectionTests {
    private static let all: [APIKey: ClosedRange<Int16>] = [
        .apiVersions: 0...2, .metadata: 4...9, .listGroups: 0...3,
    ]

    @Test func `a broker that does not know our ApiVersions is asked again in its own version`() async throws {
        let asked = Box<[Int16]>([])
        let broker = try FakeBroker { key, version, id, _ in
            asked.update { $0.append(version) }
            switch key {
            case .apiVersions where version > 2:
                // As Kafka does: version 0, error 35, and the range of ApiVersions itself.
                let range = ApiVersionsResponse.ApiVersion(apiKey: 18, minVersion: 0, maxVersion: 2)
                return try? Frame.encode(
                    ApiVersionsResponse(errorCode: .unsupportedVersion, apiKeys: [range]), version: 0,
                    correlationID: id)
            case .apiVersions: return FakeBroker.versions(Self.all, version: version, id)
            default:
                return try? Frame.encode(MetadataResponse(clusterId: "old one"), version: version, correlationID: id)
            }
        }
        let cluster = try Cluster(ClientConfiguration(bootstrap: [broker.address]))
        #expect(try await cluster.metadata(nil).clusterID == "old one")
        // ApiVersions 4, then 2, then Metadata in the highest version both know.
        #expect(asked.value == [4, 2, 9])
        await #expect(throws: ClientError.unsupported(.describeCluster)) {
            try await cluster.send(DescribeClusterRequest(), to: .any)
        }
        cluster.close()
    }

    @Test func `many requests on one connection get their own answers`() async throws {
        let broker = try FakeBroker { key, version, id, frame in
            guard key != .apiVersions else { return FakeBroker.versions(Self.all, version: version, id) }
            var reader = WireReader(frame)
            guard (try? Frame.requestHeader(from: &reader)) != nil,
                let request = try? MetadataRequest(from: &reader, version: version)
            else { return nil }
            let name = request.topics?.first?.name
            let topic = MetadataResponse.MetadataResponseTopic(errorCode: .none, name: name)
            return try? Frame.encode(MetadataResponse(topics: [topic]), version: version, correlationID: id)
        }
        let cluster = try Cluster(ClientConfiguration(bootstrap: [broker.address]))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<500 {
                group.addTask {
                    let name = TopicName("topic-\(index)")
                    let names = try await cluster.metadata([name]).topics.map(\.name)
                    #expect(names == [name])
                }
            }
            try await group.waitForAll()
        }
        cluster.close()
    }

    @Test func `a broker that stays silent times out, and the next request gets a new connection`() async throws {
        let silent = Box(true)
        let broker = try FakeBroker { key, version, id, _ in
            if key == .apiVersions { return FakeBroker.versions(Self.all, version: version, id) }
            if silent.value { return nil }
            return try? Frame.encode(MetadataResponse(clusterId: "awake"), version: version, correlationID: id)
        }
        let cluster = try Cluster(
            ClientConfiguration(bootstrap: [broker.address], requestTimeout: .seconds(1)))
        await #expect(throws: ClientError.timedOut(.metadata, address: broker.address.description)) {
            try await cluster.metadata(nil)
        }
        silent.update { $0 = false }
        try await until("the broker answers") { (try? await cluster.metadata(nil).clusterID) == "awake" }
        cluster.close()
    }

    @Test func `a peer that takes the connection and says nothing is named`() async throws {
        let broker = try FakeBroker { _, _, _, _ in nil }
        let cluster = try Cluster(
            ClientConfiguration(bootstrap: [broker.address], connectTimeout: .seconds(1)))
        await #expect { try await cluster.metadata(nil) } throws: { error in
            guard let error = error as? ClientError else { return false }
            return error == .peer(address: broker.address.description, .silent) && error.exitCode == 5
        }
        cluster.close()
    }

    @Test(arguments: [
        ByteSlice("HTTP/1.1 400 Bad Request\r\n\r\n"), [0, 0, 0, 4, 0, 0, 0, 99], [0, 0, 0, 6, 0, 0, 0, 1, 0, 0],
        [0xff, 0xff, 0xff, 0xff],
    ])
    func `a peer that is no broker fails with a sentence, whatever it sends`(bytes: ByteSlice) async throws {
        let broker = try FakeBroker { _, _, _, _ in bytes }
        let cluster = try Cluster(ClientConfiguration(bootstrap: [broker.address]))
        await #expect { try await cluster.metadata(nil) } throws: { error in (error as? ClientError)?.exitCode == 5 }
        cluster.close()
    }

    @Test func `an answer nobody asked for ends the connection`() async throws {
        let broker = try FakeBroker { key, version, id, _ in
            key == .apiVersions
                ? FakeBroker.versions(Self.all, version: version, id)
                : try? Frame.encode(MetadataResponse(), version: version, correlationID: id + 1)
        }
        let cluster = try Cluster(ClientConfiguration(bootstrap: [broker.address]))
        await #expect { try await cluster.metadata(nil) } throws: { error in
            guard case .lost? = error as? ClientError else { return false }
            return true
        }
        cluster.close()
    }

    @Test func `nobody at the address is one line and exit code 5`() async throws {
        let cluster = try Cluster(ClientConfiguration(bootstrap: [HostPort(host: "127.0.0.1", port: 1)]))
        await #expect { try await cluster.metadata(nil) } throws: { error in
            guard let error = error as? ClientError else { return false }
            return error.exitCode == 5 && error.sentence.contains("127.0.0.1:1") && !error.sentence.contains("\n")
        }
        #expect(await cluster.logSizes().isEmpty)
        cluster.close()
    }

    @Test func `the groups of the brokers that answer are listed, and who did not is said`() async throws {
        let own = Box<[HostPort]>([])
        let broker = try FakeBroker { key, version, id, _ in
            switch key {
            case .apiVersions: return FakeBroker.versions(Self.all, version: version, id)
            case .listGroups:
                let group = ListGroupsResponse.ListedGroup(groupId: "billing", protocolType: "consumer")
                return try? Frame.encode(ListGroupsResponse(groups: [group]), version: version, correlationID: id)
            default:
                guard let address = own.value.first else { return nil }
                let up = MetadataResponse.MetadataResponseBroker(
                    nodeId: 1, host: address.host, port: Int32(address.port))
                let down = MetadataResponse.MetadataResponseBroker(nodeId: 2, host: "127.0.0.1", port: 1)
                return try? Frame.encode(
                    MetadataResponse(brokers: [up, down]), version: version, correlationID: id)
            }
        }
        let address = broker.address
        own.update { $0 = [address] }
        let cluster = try Cluster(ClientConfiguration(bootstrap: [broker.address]))
        #expect(try await cluster.listGroups().map(\.id) == ["billing"])
        let byBroker = try await cluster.listGroupsByBroker()
        #expect(try byBroker[1]?.get().count == 1)
        guard case .failure(let error)? = byBroker[2] else {
            Issue.record("a dead broker answered")
            return
        }
        #expect(error.exitCode == 5)
        cluster.close()
    }

    @Test func `closing and cancelling free everybody who waits`() async throws {
        let broker = try FakeBroker { key, version, id, _ in
            key == .apiVersions ? FakeBroker.versions(Self.all, version: version, id) : nil
        }
        let cluster = try Cluster(ClientConfiguration(bootstrap: [broker.address], requestTimeout: .seconds(100)))
        let cancelled = Task { try await cluster.metadata(nil) }
        let waiting = (0..<20).map { _ in Task { try await cluster.metadata(nil) } }
        let pausing = Task { try await cluster.pause(.seconds(100)) }
        cancelled.cancel()
        await #expect(throws: ClientError.cancelled) { try await cancelled.value }
        pausing.cancel()
        await #expect(throws: ClientError.cancelled) { try await pausing.value }
        cluster.close()
        for task in waiting { await #expect(throws: ClientError.closed) { try await task.value } }
        await #expect(throws: ClientError.closed) { try await cluster.metadata(nil) }
    }

    @Test func `a dead broker costs only its own cells`() async throws {
        let broker = try OwnBroker()
        let own = try broker.cluster()
        try await own.createTopic("here", partitions: 1, replicationFactor: 1)
        let id = try #require(try await own.metadata(nil).brokers.first?.id)
        own.routing.withLock { routing in
            let brokers = [
                BrokerInfo(id: id, host: "127.0.0.1", port: Int32(broker.address.port)),
                BrokerInfo(id: 77, host: "127.0.0.1", port: 1),
            ]
            routing.learn(ClusterMetadata(brokers: brokers), isWhole: false)
        }
        let sizes = await own.logSizes()
        #expect(try sizes[id]?.get()[TopicPartition("here", 0)] == 0)
        guard case .failure(let error)? = sizes[77] else {
            Issue.record("a dead broker answered")
            return
        }
        #expect(error.exitCode == 5)
        own.close()
    }
}
