/// A text that is never printed: no description, mirror or interpolation shows it.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The text itself, for the one place that needs it.
    public let revealed: String

    /// A secret.
    public init(_ text: String) { revealed = text }

    /// `[hidden]`.
    public var description: String { "[hidden]" }
    /// `[hidden]`.
    public var debugDescription: String { description }
    /// Without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
