import Foundation
import Testing

/// Runs a body against real Apache Kafka, which is started with `options` for it and stopped after it.
func withApacheKafka(
    _ options: [String], _ body: (_ address: String, _ folder: String, _ kafka: String) async throws -> Void
) async throws {
    let kafka = try Tool.apacheKafka.required()
    let folder = try TemporaryFolder()
    let port = 20_000 + Int(getpid()) % 20_000
    let started = try await run(
        kafka, ["cluster", "start", folder.path + "/k", "--port", "\(port)"] + options,
        environment: ["KAFKA_HEAP": "256m"], limit: .seconds(180))
    do {
        let address = try #require(
            started.output.firstMatch(of: /[\w.]+:\d+(,[\w.]+:\d+)*/), "\(started.output)\(started.error)")
        try await body(String(address.0), folder.path + "/k", kafka)
    } catch {
        _ = try? await run(kafka, ["cluster", "stop", folder.path + "/k"], limit: .seconds(60))
        throw error
    }
    _ = try await run(kafka, ["cluster", "stop", folder.path + "/k"], limit: .seconds(60))
}
