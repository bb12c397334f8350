/// The name of a topic.
public struct TopicName: WireName {
    /// The text as it goes over the wire.
    public let rawValue: String

    /// Takes any text; what is legal is the broker's matter.
    @inlinable
    public init(rawValue: String) { self.rawValue = rawValue }
}
