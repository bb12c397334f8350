import Foundation
import Testing

/// Journeys on three nodes of real Apache Kafka: one cluster for all of them.
@Suite(.serialized, .needsApacheKafkaAndKeys, .timeLimit(.minutes(15)))
struct ThreeNodeJourneyTests {
    @Test func brokersComeAndGoAndTheScreenSaysSo() async throws {
        try await withApacheKafka(["--nodes", "3"]) { address, folder, kafka in
            let cluster = JourneyCluster(address: address, folder: folder, kafka: kafka)
            try await cluster.makeTopic("orders", partitions: 6, copies: 3, ["min.insync.replicas=2"])
            try await cluster.playRollingRestart()
            try await cluster.read(60, of: "orders", as: "readers")
            try await cluster.playBrowsing(of: "orders", newest: "v9")
            try await cluster.playReset(of: "orders", group: "readers")
            try await cluster.playNetworkCut()
            try await cluster.playEverythingDown()
        }
    }
}
