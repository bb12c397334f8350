/// A setting of a topic.
public struct ConfigEntry: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its value; nil when the broker keeps it secret.
    public var value: String?
    /// True when it was not set for this topic.
    public var isDefault: Bool
    /// True when it cannot be changed.
    public var isReadOnly: Bool
    /// True when its value is never shown.
    public var isSensitive: Bool

    /// The parts.
    public init(
        name: String, value: String?, isDefault: Bool = true, isReadOnly: Bool = false, isSensitive: Bool = false
    ) {
        self.name = name
        self.value = value
        self.isDefault = isDefault
        self.isReadOnly = isReadOnly
        self.isSensitive = isSensitive
    }
}
