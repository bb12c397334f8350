import Bytes
import Foundation
import KafkaWire
import Testing

@testable import KafkaClient

@Suite struct AddressAndErrorTests {
    @Test(arguments: [
        ("localhost:9092", ["localhost:9092"]), ("a:1,b:2", ["a:1", "b:2"]), ("a", ["a:9092"]),
        ("[::1]:9093", ["[::1]:9093"]), ("::1", ["[::1]:9092"]), (" a:1 , b:2 ", ["a:1", "b:2"]),
    ])
    func `addresses are read`(text: String, expected: [String]) throws {
        #expect(try HostPort.parseList(text).map(\.description) == expected)
    }

    @Test(arguments: ["", ",", ":9092", "a:0", "a:70000", "a:x", "[::1", "[::1]9", "http://a:9092", "a b:1"])
    func `what is no address is refused with a sentence`(text: String) {
        #expect { try HostPort.parseList(text) } throws: { error in
            (error as? AddressError)?.sentence.hasSuffix(".") == true
        }
    }

    @Test func `every error is one sentence with an exit code`() {
        var errors: [ClientError] = [
            .unreachable(address: "a:1", why: "connection refused"), .lost(address: "a:1", why: "reset"),
            .timedOut(.fetch, address: "a:1"), .unsupported(.fetch), .readOnly(.createTopics),
            .decode(.fetch, "cut short"), .unwritable(.fetch, "no place"), .invalid("Nonsense"),
            .noLeader(TopicPartition("t", 1)), .closed, .cancelled, .broker(.none, "Said so."),
        ]
        errors += ErrorCode.allCases.map { .broker($0, nil) }
        for error in errors {
            #expect(!error.sentence.isEmpty && !error.sentence.contains("\n"), "\(error)")
            #expect(error.sentence.hasSuffix("."), "\(error.sentence)")
            #expect([1, 3, 4, 5].contains(error.exitCode))
        }
        #expect(ClientError.broker(.unknownTopicOrPartition, nil).exitCode == 3)
        #expect(ClientError.broker(.topicAuthorizationFailed, nil).exitCode == 4)
        #expect(ClientError.unreachable(address: "a:1", why: "x").exitCode == 5)
    }
}

@Suite struct RangeAssignorTests {
    private struct Case: Decodable {
        struct Partition: Decodable {
            let topic: String
            let partition: Int32
        }
        struct Member: Decodable {
            let id: String
            let topics: [String]
            let instance, rack: String?
            let subscriptionV1: String
        }
        struct Given: Decodable {
            let id: String
            let partitions: [[Name]]
        }
        enum Name: Decodable {
            case text(String), number(Int32)
            init(from decoder: any Decoder) throws {
                let value = try decoder.singleValueContainer()
                if let number = try? value.decode(Int32.self) {
                    self = .number(number)
                } else {
                    self = .text(try value.decode(String.self))
                }
            }
        }
        let name, assignor: String
        let partitions: [Partition]
        let members: [Member]
        let assignment: [Given]
    }

    @Test(.enabled(if: sharedFolder != nil, "the shared vectors are not here"))
    func `partitions go where Apache's range assignor sends them`() throws {
        let file = try #require(sharedFolder).appending(path: "protocol/vectors/functions/assignors.jsonl")
        var checked = 0
        for line in try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")) {
            let one = try JSONDecoder().decode(Case.self, from: line)
            // Racks are not looked at, and this says so: one vector of Apache's has them.
            guard one.assignor == "range", one.members.allSatisfy({ $0.rack == nil }) else { continue }
            let counts = Dictionary(grouping: one.partitions, by: \.topic).map { (TopicName($0), Int32($1.count)) }
            let members = one.members.map { member in
                RangeAssignor.Member(
                    id: member.id, instanceID: member.instance, topics: member.topics.map { TopicName($0) })
            }
            let assigned = RangeAssignor.assign(members, partitions: Dictionary(uniqueKeysWithValues: counts))
            for given in one.assignment {
                let expected = given.partitions.compactMap { pair -> TopicPartition? in
                    guard case .text(let topic)? = pair.first, case .number(let partition)? = pair.last else {
                        return nil
                    }
                    return TopicPartition(TopicName(topic), partition)
                }
                #expect(Set(assigned[given.id] ?? []) == Set(expected), "\(one.name) \(given.id)")
            }
            for member in one.members {
                let bytes = try #require(Hex.decode(member.subscriptionV1))
                #expect(Set(try #require(Subscription(bytes)).topics) == Set(member.topics.map { TopicName($0) }))
            }
            checked += 1
        }
        #expect(checked >= 18)
    }
}
