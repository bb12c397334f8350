/// Why bytes are no message, or why a message cannot be written in a version. Any bytes give a value or one of these.
public enum WireError: Error, Equatable, Sendable {
    /// The bytes end inside of a value: `needed` more than the `left` at `offset`.
    case truncated(offset: Int, needed: Int, left: Int)
    /// An array or string at `offset` says a length that the bytes left cannot hold.
    case lengthBeyondEnd(offset: Int, length: Int)
    /// A length at `offset` is negative where that has no meaning, or a varint says more than its type holds.
    case badLength(offset: Int)
    /// A variable-length integer at `offset` runs over its 5 (10) bytes.
    case varintTooLong(offset: Int)
    /// Null at `offset`, where this version does not allow it.
    case unexpectedNull(offset: Int)
    /// The field is null, which this version cannot say.
    case nullNotWritable(field: String, version: Int16)
    /// The field is set, and this version has no place for it.
    case fieldNotInVersion(field: String, version: Int16)
    /// A tag that other versions of this struct know and this one does not.
    case tagNotInVersion(tag: UInt32, version: Int16)
    /// A tagged field's content took `read` bytes, not the `size` it was announced with.
    case tagSize(tag: UInt32, size: Int, read: Int)
    /// The message has no such version.
    case unsupportedVersion(message: String, version: Int16)
    /// A value is too long for its length field: a string over 32767 bytes in a version that is not flexible.
    case tooLong(length: Int)
    /// Bytes are left behind the end of the message.
    case bytesLeft(count: Int)
}

extension WireError: CustomStringConvertible {
    /// One line for a log or a status bar.
    public var description: String {
        switch self {
        case .truncated(let offset, let needed, let left):
            "message cut short at byte \(offset): \(needed) bytes wanted, \(left) left"
        case .lengthBeyondEnd(let offset, let length):
            "length \(length) at byte \(offset) runs past the end of the message"
        case .badLength(let offset): "senseless length at byte \(offset)"
        case .varintTooLong(let offset): "variable-length integer at byte \(offset) does not end"
        case .unexpectedNull(let offset): "null at byte \(offset), where this version has none"
        case .nullNotWritable(let field, let version): "\(field) cannot be null in version \(version)"
        case .fieldNotInVersion(let field, let version): "version \(version) has no place for \(field)"
        case .tagNotInVersion(let tag, let version): "tag \(tag) is not valid in version \(version)"
        case .tagSize(let tag, let size, let read): "tag \(tag) says \(size) bytes and has \(read)"
        case .unsupportedVersion(let message, let version): "\(message) has no version \(version)"
        case .tooLong(let length): "\(length) bytes are too long for this field"
        case .bytesLeft(let count): "\(count) bytes behind the end of the message"
        }
    }
}
