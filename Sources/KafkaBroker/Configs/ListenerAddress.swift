/// An address as Kafka writes it: `PLAINTEXT://host:port`. The host may be empty (every address of the machine).
struct ListenerAddress: Sendable, Equatable {
    let host: String
    let port: UInt16

    /// Reads one address; nil when `text` is none, or several.
    init?(_ text: String) {
        let text = text.trimmed
        guard text.hasPrefix("PLAINTEXT://"), !text.contains(",") else { return nil }
        let rest = text.dropFirst("PLAINTEXT://".count)
        guard let colon = rest.lastIndex(of: ":"), let port = UInt16(rest[rest.index(after: colon)...]) else {
            return nil
        }
        var host = rest[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        self.host = String(host)
        self.port = port
    }

    /// What is wrong with an address, or nil.
    @Sendable static func complaint(_ text: String) -> String? {
        ListenerAddress(text) == nil
            ? "it must be one address of the form PLAINTEXT://host:port (this broker speaks no other protocol)" : nil
    }

    /// The address clients are told, when one was given.
    static func advertised(_ configuration: BrokerConfiguration) -> String? {
        guard let host = configuration.advertisedHost else { return nil }
        return "PLAINTEXT://\(host):\(configuration.advertisedPort ?? configuration.port)"
    }
}
