import Foundation
import Testing

/// Runs a body against real Apache Kafka, which is started with `options` for it and stopped after it.
func withApacheKafka(
    _ options: [String], _ body: (_ address: String, _ folder: String, _ kafka: String) async throws -> Void
) async throws {
    let kafka = try Tool.apacheKafka.required()
    let folder = try TemporaryFolder()
    func stop(_ data: String) async { _ = try? await run(kafka, ["cluster", "stop", data]) }

    var refusal = ""
    for attempt in 1...3 {
        let data = folder.path + "/k\(attempt)"
        // Each node has a listener for clients, one for controllers and one for the others; ten lie between two nodes.
        let port = try FreePorts.first(of: 23)
        let started = try await run(
            kafka, ["cluster", "start", data, "--port", "\(port)"] + options, environment: ["KAFKA_HEAP": "256m"],
            limit: .seconds(600))
        guard started.status == 0,
            let address = started.output.firstMatch(of: /[\w.]+:\d+(,[\w.]+:\d+)*/)
        else {
            await stop(data)
            // Somebody may have taken a port in the meantime.
            refusal = started.output + started.error
            continue
        }
        do {
            try await body(String(address.0), data, kafka)
        } catch {
            await stop(data)
            throw error
        }
        return await stop(data)
    }
    Issue.record("Apache Kafka did not start: \(refusal)")
}
