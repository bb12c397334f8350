import Bytes
import Foundation
import Testing

@testable import kdeck_dev

struct VectorTests {
    @Test(.enabled(if: Shared.has("protocol/vectors")))
    func `everything that Kafka wrote is read, and written alike`() throws {
        let folder = VectorsCommand.check(try #require(Shared.path("protocol/vectors")))
        for failure in folder.failures.prefix(20) { Issue.record("\(failure)") }
        print("vectors: \(folder.passed) passed, \(folder.failed) failed in \(folder.parts.count) files")
        #expect(folder.failed == 0)
        #expect(folder.passed > 5_000)
    }

    static let heartbeat = """
        {"name":"x","type":"HeartbeatRequest","version":4,"hex":"02670000000702 6d00 00",\
        "json":{"groupId":"g","generationId":7,"memberId":"m","groupInstanceId":null}}
        """.replacingOccurrences(of: " ", with: "")

    @Test func `a right vector passes`() throws {
        #expect(try MessageVectors.message(JSONValue(Self.heartbeat.utf8)) == nil)
    }

    @Test(arguments: [
        ("\"generationId\":7", "\"generationId\":8"), ("\"groupId\":\"g\"", "\"groupId\":\"h\""),
        ("\"memberId\":\"m\",", ""), ("\"memberId\"", "\"memberIdentity\""), ("\"groupInstanceId\":null", "\"a\":1"),
        ("\"json\"", "\"unknownTags\":[{\"path\":\"\",\"tag\":1,\"hex\":\"\"}],\"json\""),
        ("\"name\":\"x\"", "\"name\":\"x/default\""),
    ])
    func `a vector that says something else fails`(right: String, wrong: String) throws {
        let line = Self.heartbeat.replacingOccurrences(of: right, with: wrong)
        #expect(line != Self.heartbeat)
        #expect(try MessageVectors.message(JSONValue(line.utf8)) != nil)
    }
}
