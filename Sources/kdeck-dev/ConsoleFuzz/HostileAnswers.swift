import Bytes
import KafkaWire
import Synchronization

/// What a broker says about itself, made hostile on its way: names, hosts, racks, settings, messages of errors. Text of
/// one place stays the same for a run, as it would on a real cluster; refusals come by chance.
final class HostileAnswers: Sendable {
    /// Where clients have to connect instead of the broker itself.
    private let port = Mutex<Int32>(0)
    private let chance: Mutex<SplitMix64>
    private let texts: [String]

    init(seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        texts = (0..<64).map { _ in HostileText.any(&chance, longest: 30_000) }
        self.chance = Mutex(chance)
    }

    func leadTo(_ port: UInt16) { self.port.withLock { $0 = Int32(port) } }

    /// The text of a place.
    private func text(_ place: Int) -> String { texts[abs(place % texts.count)] }

    private func happens(oneIn count: Int) -> Bool { chance.withLock { $0.below(count) == 0 } }

    /// `frame`, an answer without its size, as it is passed on; nil when it stays as it is.
    func rewritten(_ key: APIKey, _ version: Int16, _ frame: ByteSlice) -> ByteSlice? {
        switch key {
        case .metadata: change(MetadataResponse.self, version, frame) { metadata(&$0) }
        case .describeCluster: change(DescribeClusterResponse.self, version, frame) { cluster(&$0) }
        case .findCoordinator:
            change(FindCoordinatorResponse.self, version, frame) { answer in
                answer.port = port.withLock { $0 }
                for place in answer.coordinators.indices { answer.coordinators[place].port = answer.port }
            }
        case .listGroups:
            change(ListGroupsResponse.self, version, frame) { answer in
                for place in answer.groups.indices.dropFirst(3) {
                    answer.groups[place].groupState = text(place)
                    answer.groups[place].groupType = place % 4 == 0 ? text(place + 1) : answer.groups[place].groupType
                }
                for place in 0..<6 {
                    answer.groups.append(
                        ListGroupsResponse.ListedGroup(
                            groupId: GroupID("none \(place) " + text(place)), protocolType: text(place + 2)))
                }
            }
        case .describeGroups: change(DescribeGroupsResponse.self, version, frame) { groups(&$0) }
        case .describeConfigs: change(DescribeConfigsResponse.self, version, frame) { configs(&$0) }
        case .describeLogDirs:
            change(DescribeLogDirsResponse.self, version, frame) { answer in
                for place in answer.results.indices { answer.results[place].logDir = "/" + text(place + 9) }
            }
        default: refused(key, version, frame)
        }
    }

    private func change<Response: KafkaResponse>(
        _ type: Response.Type, _ version: Int16, _ frame: ByteSlice, _ body: (inout Response) -> Void
    ) -> ByteSlice? {
        var reader = WireReader(frame)
        guard let header = try? Frame.responseHeader(from: &reader, answering: Response.apiKey, version: version),
            var answer = try? Response(from: &reader, version: version)
        else { return nil }
        body(&answer)
        // What an old version has no place for cannot be sent: then the answer stays as it was.
        return (try? Frame.encode(answer, version: version, correlationID: header.correlationId))
            .map(HostileText.spoil)
    }

    private func metadata(_ answer: inout MetadataResponse) {
        for place in answer.brokers.indices {
            answer.brokers[place].port = port.withLock { $0 }
            answer.brokers[place].rack = text(place + 20)
        }
        answer.brokers.append(
            MetadataResponse.MetadataResponseBroker(nodeId: 99, host: text(21), port: 1, rack: text(22)))
        answer.clusterId = text(23)
        for place in answer.topics.indices where answer.topics[place].name == "empty" {
            // A topic that no broker would make, led by a broker that nobody reaches.
            answer.topics[place].name = TopicName("x" + text(24))
            for partition in answer.topics[place].partitions.indices {
                answer.topics[place].partitions[partition].leaderId = 99
                answer.topics[place].partitions[partition].replicaNodes = [99, 1, 7]
            }
        }
    }

    private func cluster(_ answer: inout DescribeClusterResponse) {
        for place in answer.brokers.indices {
            answer.brokers[place].port = port.withLock { $0 }
            answer.brokers[place].rack = text(place + 20)
        }
        answer.clusterId = text(23)
    }

    private func groups(_ answer: inout DescribeGroupsResponse) {
        for place in answer.groups.indices {
            if happens(oneIn: 12) {
                answer.groups[place].errorCode = .groupAuthorizationFailed
                answer.groups[place].errorMessage = text(place + 30)
            }
            answer.groups[place].protocolData = text(place + 31)
            if happens(oneIn: 6) { answer.groups[place].groupState = text(place + 32) }
            for member in answer.groups[place].members.indices {
                answer.groups[place].members[member].memberId = text(member + 33)
                answer.groups[place].members[member].groupInstanceId = text(member + 34)
                answer.groups[place].members[member].clientId = text(member + 35)
                answer.groups[place].members[member].clientHost = text(member + 36)
            }
        }
    }

    private func configs(_ answer: inout DescribeConfigsResponse) {
        for result in answer.results.indices {
            if happens(oneIn: 12) {
                answer.results[result].errorCode = .invalidConfig
                answer.results[result].errorMessage = text(result + 40)
            }
            for place in answer.results[result].configs.indices where place % 3 == 0 {
                let value = text(place + 41)
                answer.results[result].configs[place].value = value
                answer.results[result].configs[place].documentation = text(place + 42)
                for synonym in answer.results[result].configs[place].synonyms.indices {
                    answer.results[result].configs[place].synonyms[synonym].value = value
                }
                if place % 9 == 0 { answer.results[result].configs[place].name += text(place + 43) }
            }
        }
    }

    /// Requests that change something are refused by chance, with words of ours.
    private func refused(_ key: APIKey, _ version: Int16, _ frame: ByteSlice) -> ByteSlice? {
        guard happens(oneIn: 3) else { return nil }
        switch key {
        case .createTopics:
            return change(CreateTopicsResponse.self, version, frame) {
                refuse(&$0.topics, .policyViolation, \.errorCode, \.errorMessage, 50)
            }
        case .createPartitions:
            return change(CreatePartitionsResponse.self, version, frame) {
                refuse(&$0.results, .invalidPartitions, \.errorCode, \.errorMessage, 51)
            }
        case .incrementalAlterConfigs:
            return change(IncrementalAlterConfigsResponse.self, version, frame) {
                refuse(&$0.responses, .invalidConfig, \.errorCode, \.errorMessage, 52)
            }
        case .deleteTopics:
            return change(DeleteTopicsResponse.self, version, frame) {
                refuse(&$0.responses, .topicDeletionDisabled, \.errorCode, \.errorMessage, 53)
            }
        default: return nil
        }
    }
    private func refuse<Answer>(
        _ answers: inout [Answer], _ code: ErrorCode, _ error: WritableKeyPath<Answer, ErrorCode>,
        _ words: WritableKeyPath<Answer, String?>, _ number: Int
    ) {
        for place in answers.indices {
            answers[place][keyPath: error] = code
            answers[place][keyPath: words] = text(place + number)
        }
    }
}
