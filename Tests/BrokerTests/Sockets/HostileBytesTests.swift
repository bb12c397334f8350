import Bytes
import Foundation
import KafkaBroker
import KafkaWire
import Testing

/// Raw bytes over real sockets: what is no request closes its own connection and nobody else's.
@Suite struct HostileBytesTests {
    private static let apiVersions = Hex.decode("0000000d001200000000004d0003726566") ?? .empty

    private func isAlive(_ client: RawClient) -> Bool {
        client.send(Self.apiVersions)
        return client.readFrame()?.integer(at: 0, as: Int32.self) == 77
    }

    @Test func whatIsNoRequestIsClosedAndTheOthersGoOn() throws {
        let scratch = try ScratchBroker()
        let bystander = try RawClient(port: scratch.broker.port)
        #expect(isAlive(bystander))
        let hostile: [(String, String)] = [
            ("2 GB announced", "7fffffff"), ("negative", "ffffffff"), ("zero", "00000000"),
            ("three bytes", "00000003000000"),
            ("one above the maximum", "06400001"),
            ("HTTP", Hex.encode(ByteSlice("GET / HTTP/1.1\r\nHost: x\r\n\r\n"))),
            ("TLS", "16030100ba010000b603035fc2f5"), ("unknown key", "0000000a03e70000000000010000"),
            ("a controller's key", "0000000a00340000000000010000"), ("old produce", "0000000a00000002000000010000"),
            ("body cut short", "0000000b0003000400000001000000"),
            ("huge array", "0000000e00030004000000010000" + "7fffffff"),
            ("client id beyond the frame", "0000000a00030004000000017fff"),
        ]
        for (what, bytes) in hostile {
            let client = try RawClient(port: scratch.broker.port)
            client.send(try #require(Hex.decode(bytes)))
            #expect(client.isClosedByPeer, "\(what)")
            #expect(isAlive(bystander), "\(what)")
        }
    }

    @Test func aHalfSentFrameHoldsNobodyUpAndNoMemory() throws {
        let scratch = try ScratchBroker()
        let before = residentKiB()
        var slow: [RawClient] = []
        for _ in 0..<20 {
            // 100 MB announced, three bytes sent.
            let client = try RawClient(port: scratch.broker.port)
            client.send(try #require(Hex.decode("06400000" + "000000")))
            slow.append(client)
        }
        let other = try RawClient(port: scratch.broker.port)
        #expect(isAlive(other))
        #expect(residentKiB() - before < 100 * 1_024)
        slow[0].finishSending()
        #expect(slow[0].isClosedByPeer)
        #expect(isAlive(other))
    }

    @Test func realFramesOfKafkaAreAnsweredAsKafkaAnswers() throws {
        guard let file = SharedFiles.path("protocol/vectors/functions/live-frames.jsonl") else {
            print("skipped: no shared/protocol/vectors/functions/live-frames.jsonl above this checkout")
            return
        }
        struct Row: Decodable {
            var name: String
            var version: Int16
            var request: String
            var response: String
            var closed: Bool
        }
        let scratch = try ScratchBroker()
        var checked = 0
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
            let client = try RawClient(port: scratch.broker.port)
            client.send(try #require(Hex.decode(row.request)))
            if row.closed {
                #expect(client.isClosedByPeer, "\(row.name)")
            } else {
                let answer = try #require(client.readFrame(), "\(row.name)")
                let real = try #require(Hex.decode(row.response)).suffix(from: 4)
                try compare(answer, real, row.version, row.name)
            }
            checked += 1
        }
        #expect(checked >= 10)
    }

    /// Errors are equal byte for byte. A list of APIs is ours: every range must lie in Kafka's.
    private func compare(_ answer: ByteSlice, _ real: ByteSlice, _ version: Int16, _ name: String) throws {
        guard name.hasPrefix("ApiVersions") else {
            let ours = try MetadataResponse(bytes: answer.suffix(from: 4), version: version)
            let theirs = try MetadataResponse(bytes: real.suffix(from: 4), version: version)
            #expect(ours.topics.count == theirs.topics.count && ours.brokers.count == theirs.brokers.count, "\(name)")
            return
        }
        if real.integer(at: 4, as: Int16.self) != 0 {
            #expect(Hex.encode(answer) == Hex.encode(real), "\(name)")
            return
        }
        let ours = try ApiVersionsResponse(bytes: answer.suffix(from: 4), version: version)
        let theirs = try ApiVersionsResponse(bytes: real.suffix(from: 4), version: version)
        #expect(ours.apiKeys.count > 10)
        for range in ours.apiKeys {
            let other = try #require(theirs.apiKeys.first { $0.apiKey == range.apiKey })
            #expect(other.minVersion <= range.minVersion && range.maxVersion <= other.maxVersion, "\(range)")
        }
    }

    private func residentKiB() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0
    }
}
