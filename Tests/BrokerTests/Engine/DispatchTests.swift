import Bytes
import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct DispatchTests {
    private func header(_ key: Int16, _ version: Int16, tags: Bool = false) -> ByteBuffer {
        var frame = ByteBuffer()
        frame.append(key)
        frame.append(version)
        frame.append(Int32(77))
        frame.append(Int16(3))
        frame.append(utf8: "ref")
        if tags { frame.append(UInt8(0)) }
        return frame
    }

    @Test func aWrongVersionOfApiVersionsIsAnsweredInVersionZero() throws {
        for version in [Int16(5), 99, -1, .max] {
            let harness = try EngineHarness()
            harness.receive(header(18, version).freeze())
            harness.endPass()
            // Correlation id, error 35, one entry: key 18, 0 to 4.
            #expect(harness.takeFrames().map(Hex.encode) == ["0000004d002300000001001200000004"])
            #expect(harness.closed.isEmpty)
        }
    }

    @Test func unknownKeysAndVersionsCloseTheConnection() throws {
        for (key, version) in [(Int16(999), Int16(0)), (-1, 0), (52, 0), (0, 2), (0, 14), (3, 14), (1, 3)] {
            let harness = try EngineHarness()
            harness.receive(header(key, version).freeze())
            harness.endPass()
            #expect(harness.closed == [harness.connection.id])
            #expect(harness.takeFrames().isEmpty)
        }
    }

    @Test func aBodyCutShortClosesAndTrailingBytesAreIgnored() throws {
        let harness = try EngineHarness()
        let whole = try Frame.encode(
            MetadataRequest(topics: [.init(name: "orders")]), version: 4, correlationID: 1, clientID: "x")
        for end in 4..<whole.count - 4 {
            let connection = harness.connect()
            harness.receive(whole.slice(4..<4 + end), on: connection)
            harness.endPass()
            #expect(harness.closed.contains(connection.id))
        }
        var longer = whole.suffix(from: 4).array
        longer += [1, 2, 3]
        harness.receive(ByteSlice(longer))
        harness.endPass()
        #expect(harness.takeFrames().count == 1)
    }

    @Test func anArrayLongerThanTheBytesLeftCloses() throws {
        let harness = try EngineHarness()
        var frame = header(3, 4)
        frame.append(Int32.max)
        harness.receive(frame.freeze())
        harness.endPass()
        #expect(harness.closed == [harness.connection.id])
    }

    @Test func answersBeforeACloseStillLeave() throws {
        let harness = try EngineHarness()
        try harness.post(ApiVersionsRequest(), version: 0)
        harness.receive(header(999, 0).freeze())
        try harness.post(ApiVersionsRequest(), version: 0)
        harness.endPass()
        #expect(harness.takeFrames().count == 1)
        #expect(harness.closed == [harness.connection.id])
    }

    @Test func aSoftwareNameWithASpaceIsRefusedAndTheConnectionLives() throws {
        let harness = try EngineHarness()
        let bad = ApiVersionsRequest(clientSoftwareName: "my client", clientSoftwareVersion: "1")
        #expect(try harness.send(bad, version: 3)?.errorCode == .invalidRequest)
        let good = ApiVersionsRequest(clientSoftwareName: "my-client", clientSoftwareVersion: "1.0")
        let answer = try harness.send(good, version: 4)
        #expect(answer?.errorCode == ErrorCode.none)
        #expect(answer?.apiKeys.count == APITable.broker.rows.count)
    }

    @Test func everyRowOfTheTableIsAVersionThatKafkaOffers() {
        var checked = 0
        for row in APITable.broker.rows {
            let offered = row.key.stableVersions
            #expect(
                offered != nil && offered!.contains(row.versions.lowerBound)
                    && offered!.contains(row.versions.upperBound))
            checked += 1
        }
        #expect(checked >= 15)
    }

    /// Bytes that look like requests: every API and version, with bodies of chance.
    @Test func noBytesTrapTheEngine() throws {
        let harness = try EngineHarness()
        _ = try harness.createTopic("orders")
        let chance = Chance(seed: 42)
        var handled = 0
        for round in 0..<20_000 {
            let row = APITable.broker.rows[chance.below(APITable.broker.rows.count)]
            let version = row.versions.lowerBound + Int16(chance.below(row.versions.count))
            var frame = header(
                row.key.rawValue, version, tags: Frame.headerVersion(request: row.key, version: version) == 2)
            for _ in 0..<chance.below(60) {
                // Small numbers, so that lengths are often plausible.
                let kind = chance.below(4)
                frame.append(kind == 0 ? UInt8(truncatingIfNeeded: chance.bits()) : UInt8(chance.below(4)))
            }
            let connection = harness.connect()
            harness.receive(frame.freeze(), on: connection)
            harness.endPass()
            harness.engine.disconnect(connection)
            handled += harness.takeFrames(of: connection).count
            if round.isMultiple(of: 1_000) { harness.advance(by: 100_000) }
        }
        #expect(handled > 500)
    }
}
