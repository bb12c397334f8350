import Foundation
import Testing

/// Journeys on one node, one cluster for all of them.
@Suite(.serialized, .needsApacheKafkaAndKeys, .timeLimit(.minutes(15)))
struct OneNodeJourneyTests {
    @Test func groupsAreMovedByKeys() async throws {
        try await withApacheKafka([]) { address, folder, kafka in
            try await play(on: JourneyCluster(address: address, folder: folder, kafka: kafka))
        }
    }

    /// The same on kdeck's own broker, told by Apache's tools all the same.
    @Test func andOnKdeckItself() async throws {
        let kafka = try Tool.apacheKafka.required()
        try await withServe { serve in
            try await play(on: JourneyCluster(address: serve.address, folder: "", kafka: kafka))
        }
    }

    private func play(on cluster: JourneyCluster) async throws {
        try await cluster.playArmedReset()
        try await cluster.playKilledWhileArmed()
        try await cluster.playReturnBeforeCommit()
        try await cluster.playReset(of: "orders", group: "billing")
        try await cluster.playBrowsing(of: "orders", newest: "v19")
        try await cluster.playConfigChange(of: "orders")
        guard Tool.pythonClients.isExpected else { return }
        try await cluster.playCommitsOfNobody()
        try await cluster.playEvenLag()
        try await cluster.playTriage()
    }
}
