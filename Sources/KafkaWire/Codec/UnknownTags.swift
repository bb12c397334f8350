import Bytes

/// The tagged fields of a struct that its schema does not know: kept on reading and written back.
public struct UnknownTags: Sendable, Hashable {
    /// One of them.
    public struct Field: Sendable, Hashable {
        /// The number of the tag.
        public let tag: UInt32
        /// Its content, not understood.
        public let content: ByteSlice

        /// A tagged field to write.
        public init(tag: UInt32, content: ByteSlice) {
            self.tag = tag
            self.content = content
        }
    }

    /// In the order in which they were read.
    public internal(set) var fields: [Field] = []

    /// None.
    public init() {}

    /// These, in this order.
    public init(_ fields: [Field]) { self.fields = fields }

    /// True when there are none.
    public var isEmpty: Bool { fields.isEmpty }

    /// Adds one.
    public mutating func append(tag: UInt32, content: ByteSlice) {
        fields.append(Field(tag: tag, content: content))
    }
}
