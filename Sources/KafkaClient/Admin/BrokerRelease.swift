import KafkaWire

/// What release of Kafka a broker runs, as far as it tells: no request says so outright, but each release knows metadata
/// of a newer version than the one before.
public struct BrokerRelease: Sendable, Hashable {
    /// The highest `metadata.version` that the broker knows; nil for one that has none (before 3.0, or not Apache's).
    public var supported: Int16?
    /// The `metadata.version` that the cluster agreed on; nil when it is not told.
    public var finalized: Int16?

    /// The parts.
    public init(supported: Int16?, finalized: Int16? = nil) {
        self.supported = supported
        self.finalized = finalized
    }

    /// The first level of each release, oldest first; what lies between belongs to the one before.
    private static let releases: [(level: Int16, name: String)] = [
        (1, "3.0"), (2, "3.1"), (3, "3.2"), (4, "3.3"), (8, "3.4"), (9, "3.5"), (12, "3.6"), (15, "3.7"), (20, "3.8"),
        (21, "3.9"), (22, "4.0"), (26, "4.1"), (28, "4.2"), (30, "4.3"),
    ]
    /// Beyond it the releases are not known here.
    private static let newest: Int16 = 30

    /// `4.3`, `4.3 or newer`; nil when the broker tells nothing.
    public var name: String? { supported.flatMap(Self.release) }

    /// The release whose metadata the cluster agreed on.
    public var finalizedName: String? { finalized.flatMap(Self.release) }

    private static func release(_ level: Int16) -> String? {
        let found = releases.last { $0.level <= level }?.name
        return level > newest ? found.map { "newer than \($0)" } : found
    }
}

extension Cluster {
    /// What a broker runs, by the features it tells with its versions.
    public func release(of broker: BrokerID) async throws(ClientError) -> BrokerRelease {
        let response = try await send(
            ApiVersionsRequest(clientSoftwareName: "kdeck", clientSoftwareVersion: "1"), to: .broker(broker))
        let name = "metadata.version"
        return BrokerRelease(
            supported: response.supportedFeatures.first { $0.name == name }?.maxVersion,
            finalized: response.finalizedFeatures.first { $0.name == name }?.maxVersionLevel)
    }
}
