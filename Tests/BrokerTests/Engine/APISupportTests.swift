import Foundation
import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct APISupportTests {
    /// The APIs that the schemas put on a broker's listener.
    private func onBrokers() throws -> Set<Int16> {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/kdeck-dev/Schemas/api")
        var keys: Set<Int16> = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            guard let api = lines.first(where: { $0.hasPrefix("api ") }), let key = Int16(api.split(separator: " ")[1]),
                let listeners = lines.first(where: { $0.hasPrefix("listeners ") })
            else { continue }
            if listeners.split(separator: " ").contains("broker") { keys.insert(key) }
        }
        return keys
    }

    @Test func everyAPIOfABrokerIsAnsweredOrExplained() throws {
        let answered = APITable.broker.rows.map(\.key.rawValue)
        let explained = APISupport.absent.flatMap { $0.keys.map(\.rawValue) }
        let all = try onBrokers()
        #expect(all.count > 70)
        #expect(Set(answered).isDisjoint(with: explained))
        #expect(Set(answered + explained) == all)
        #expect(answered.count + explained.count == all.count)
        #expect(Set(answered).isSuperset(of: APISupport.withoutFeature.map(\.rawValue)))
    }
}
