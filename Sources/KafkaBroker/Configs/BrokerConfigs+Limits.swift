extension BrokerConfigs {
    private static let count: ClosedRange<Int64> = 1...Int64(Int32.max)
    private static let span: ClosedRange<Int64> = 1...Int64.max

    /// What clients can cause at most (`BrokerLimit`), apart from groups, which have rows of their own.
    static let limitRows: [BrokerConfig] = [
        BrokerConfig(
            "connections.max.idle.ms", .long, .integers(-1...Int64.max), .number(\.connectionsMaxIdleMs),
            "How long a connection may be silent that waits for no answer; 0 or less for ever."),
        BrokerConfig(
            "kdeck.frame.timeout.ms", .long, .integers(span), .number(\.frameTimeoutMs),
            "How long a client may take to finish a request that it began to send."),
        BrokerConfig(
            "kdeck.max.inflated.bytes", .int, .integers(count), .number(\.maximumInflatedBytes),
            "What a compressed batch may inflate to where the broker looks inside."),
        BrokerConfig(
            "kdeck.max.open.segments", .int, .integers(count), .number(\.maximumOpenSegments),
            "Segments open for writing; beyond, the one opened longest ago is closed until it is written again."),
        BrokerConfig(
            "kdeck.max.partitions", .int, .integers(count), .number(\.maximumPartitions),
            "Partitions this broker holds in all; creating more is refused."),
        BrokerConfig(
            "kdeck.max.queued.requests", .int, .integers(count), .number(\.maximumQueuedRequests),
            "Requests that wait behind a parked one before a connection is no longer read."),
        BrokerConfig(
            "kdeck.max.requests.in.flight", .int, .integers(count), .number(\.maximumInFlightRequests),
            "Answers of one connection in memory at a time; its further requests wait."),
        BrokerConfig(
            "max.connections", .int, .integers(0...Int64(Int32.max)), .number(\.maximumConnections),
            update: .clusterWide, "Connections at most; one more is closed at once."),
        BrokerConfig(
            "max.connections.per.ip", .int, .integers(0...Int64(Int32.max)), .number(\.maximumConnectionsPerAddress),
            update: .clusterWide, "Connections from one address at most; one more is closed at once."),
        BrokerConfig(
            "max.connections.per.ip.overrides", .string,
            .checked { overrides($0) == nil ? "expected HOST:COUNT,..." : nil },
            .property(
                read: { configuration in
                    let all = configuration.connectionsPerAddressOverrides.sorted { $0.key < $1.key }
                    return all.map { "\($0.key):\($0.value)" }.joined(separator: ",")
                }, write: { $0.connectionsPerAddressOverrides = overrides($1) ?? [:] }), update: .clusterWide,
            "Other counts for certain addresses: ADDRESS:COUNT, separated by commas."),
        BrokerConfig(
            "max.incremental.fetch.session.cache.slots", .int, .integers(0...Int64(Int32.max)),
            .number(\.fetchSessionSlots), "Fetch sessions that are remembered."),
        BrokerConfig(
            "queued.max.request.bytes", .long, .integers(span), .number(\.maximumHeldBytes),
            "Memory for unfinished and waiting requests of all connections (Apache Kafka: unlimited)."),
        BrokerConfig(
            "socket.request.max.bytes", .int, .integers(count), .number(\.maximumFrame),
            "The largest request in bytes; a larger one closes its connection."),
    ]

    /// `ADDRESS:COUNT,ADDRESS:COUNT`; an address may hold colons itself. Nil when it is not that.
    private static func overrides(_ text: String) -> [String: Int]? {
        var counts: [String: Int] = [:]
        for entry in text.split(separator: ",").map({ String($0).trimmed }) where !entry.isEmpty {
            guard let colon = entry.lastIndex(of: ":"), let count = Int(entry[entry.index(after: colon)...]), count >= 0
            else { return nil }
            counts[String(entry[..<colon])] = count
        }
        return counts
    }
}
