import Foundation
import Testing

/// Journeys on one node, one cluster for all of them.
@Suite(
    .serialized,
    .enabled(
        if: Tool.apacheKafka.isExpected && Tool.tmux.isExpected && Tool.kcat.isExpected,
        "needs Apache Kafka beside the repository, tmux and kcat"),
    .timeLimit(.minutes(10)))
struct OneNodeJourneyTests {
    @Test func groupsAreMovedByKeys() async throws {
        try await withApacheKafka([]) { address, folder, kafka in
            let cluster = JourneyCluster(address: address, folder: folder, kafka: kafka)
            try await cluster.playArmedReset()
            try await cluster.playReset(of: "orders", group: "billing")
            try await cluster.playBrowsing(of: "orders", newest: "v19")
            if Tool.pythonClients.isExpected { try await cluster.playTriage() }
        }
    }

    /// The same on kdeck's own broker, told by Apache's tools all the same.
    @Test func andOnKdeckItself() async throws {
        let kafka = try Tool.apacheKafka.required()
        try await withServe { serve in
            let cluster = JourneyCluster(address: serve.address, folder: "", kafka: kafka)
            try await cluster.playArmedReset()
            try await cluster.playReset(of: "orders", group: "billing")
            try await cluster.playBrowsing(of: "orders", newest: "v19")
        }
    }
}
