import Bytes
import KafkaWire
import Network
import Synchronization
import Testing

@testable import KafkaClient

/// The lock at the lowest place a request passes.
@Suite struct ReadOnlyTests {
    @Test func `every request that is not known to only read is refused, and never reaches the wire`() async throws {
        let seen = Box<Set<APIKey>>([])
        let broker = try FakeBroker { key, version, id, _ in
            seen.update { $0.insert(key) }
            guard key == .apiVersions else { return nil }
            let all = Dictionary(uniqueKeysWithValues: APIKey.allCases.map { ($0, Int16(0)...Int16(20)) })
            return FakeBroker.versions(all, version: version, id)
        }
        let cluster = try Cluster(
            ClientConfiguration(
                bootstrap: [broker.address], requestTimeout: .milliseconds(300), isReadOnly: true))
        defer { cluster.close() }
        var refused = 0
        func check<R: KafkaRequest>(_ request: R) async {
            let isChange = !APIKey.readOnlyCalls.contains(R.apiKey)
            do throws(ClientError) {
                _ = try await cluster.send(request, to: .any)
            } catch {
                #expect((error == .readOnly(R.apiKey)) == isChange, "\(R.apiKey.name): \(error)")
                if error == .readOnly(R.apiKey) { refused += 1 }
            }
        }
        await check(ProduceRequest())
        await check(CreateTopicsRequest())
        await check(DeleteTopicsRequest())
        await check(DeleteRecordsRequest())
        await check(CreatePartitionsRequest())
        await check(AlterConfigsRequest())
        await check(IncrementalAlterConfigsRequest())
        await check(OffsetCommitRequest())
        await check(OffsetDeleteRequest())
        await check(DeleteGroupsRequest())
        await check(JoinGroupRequest())
        await check(SyncGroupRequest())
        await check(LeaveGroupRequest())
        await check(HeartbeatRequest())
        await check(ConsumerGroupHeartbeatRequest())
        await check(InitProducerIdRequest())
        await check(AddPartitionsToTxnRequest())
        await check(EndTxnRequest())
        await check(WriteTxnMarkersRequest())
        await check(CreateAclsRequest())
        await check(DeleteAclsRequest())
        await check(AlterClientQuotasRequest())
        await check(AlterUserScramCredentialsRequest())
        await check(AlterReplicaLogDirsRequest())
        await check(AlterPartitionReassignmentsRequest())
        await check(ElectLeadersRequest())
        await check(UpdateFeaturesRequest())
        await check(UnregisterBrokerRequest())
        await check(ShareAcknowledgeRequest())
        await check(AlterShareGroupOffsetsRequest())
        await check(MetadataRequest())
        await check(ListGroupsRequest())
        #expect(refused == 30)
        #expect(seen.value.isSubset(of: APIKey.readOnlyCalls), "\(seen.value.subtracting(APIKey.readOnlyCalls))")
    }

    @Test func `what is let through is the list of reading requests, to the letter`() {
        let numbers = Set(APIKey.readOnlyCalls.map(\.rawValue))
        // The keys of requests that leave a cluster as it is; whoever adds one says so here too.
        let reading: Set<Int16> = [
            1, 2, 3, 9, 10, 15, 16, 17, 18, 23, 29, 32, 35, 36, 46, 48, 50, 55, 60, 61, 65, 66, 69, 74, 75, 77, 89, 90,
        ]
        #expect(numbers == reading, "\(numbers.symmetricDifference(reading).sorted())")
    }

    @Test func `an opened lock closes by itself`() {
        let time = Mutex(MonotonicTime.current)
        let lock = ChangeLock(isLocked: true, now: { time.withLock { $0 } })
        #expect(lock.isLocked && lock.timeLeft == nil)
        lock.open(for: .seconds(600))
        #expect(!lock.isLocked && lock.timeLeft == .seconds(600))
        time.withLock { $0 = $0 + .seconds(599) }
        #expect(!lock.isLocked && lock.timeLeft == .seconds(1))
        time.withLock { $0 = $0 + .seconds(1) }
        #expect(lock.isLocked && lock.timeLeft == nil)
        lock.open(for: .seconds(600))
        lock.lock()
        #expect(lock.isLocked)
        let open = ChangeLock(isLocked: false, now: { time.withLock { $0 } })
        open.open(for: .seconds(1))
        time.withLock { $0 = $0 + .seconds(10) }
        #expect(!open.isLocked)
    }
}
