/// The id of a consumer, share or streams group.
public struct GroupID: WireName {
    /// The text as it goes over the wire.
    public let rawValue: String

    /// Takes any text; what is legal is the broker's matter.
    @inlinable
    public init(rawValue: String) { self.rawValue = rawValue }
}
