import KafkaWire

/// Who a broker is: `meta.properties` of its data directory.
struct Identity: Sendable, Equatable {
    /// Made when the directory is first used.
    let clusterID: String
    /// `node.id`; the directory belongs to this node.
    let nodeID: Int32
    /// Names the directory in partition records.
    let directoryID: KafkaUUID
}
