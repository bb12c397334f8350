import KafkaClient
import KafkaWire

extension Demo {
    /// Refuses a sandbox in which a topic has one of the demo's names and no demo made it: hundreds of records would lie
    /// among the user's own, and their groups would fall behind. A demo that ran there before has left its group.
    static func checkTopics(at address: HostPort) throws(Failure) {
        let cluster = try Attached.open(ClientConfiguration(bootstrap: [address]))
        defer { cluster.close() }
        let taken = try waitFor { () async throws(Failure) -> TopicName? in
            do throws(ClientError) {
                let taken = try await cluster.metadata(nil).topics.map(\.name).first(where: DemoTopics.all.contains)
                guard taken != nil else { return nil }
                return try await cluster.listGroups().contains { $0.id == DemoReaders.slowGroup } ? nil : taken
            } catch {
                throw Failure(error)
            }
        }
        guard let taken else { return }
        throw Failure(
            .denied,
            "--demo would write into your topic \(taken): start it with --ephemeral, or with another --data DIR")
    }
}
