/// The id under which a producer keeps its transactions over restarts.
public struct TransactionalID: WireName {
    /// The text as it goes over the wire.
    public let rawValue: String

    /// Takes any text; what is legal is the broker's matter.
    @inlinable
    public init(rawValue: String) { self.rawValue = rawValue }
}
