/// The name of a topic.
public struct TopicName: WireName {
    /// The text as it goes over the wire.
    public let rawValue: String

    /// Takes any text; what is legal is the broker's matter.
    @inlinable
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Why a text cannot be a topic's name.
    public enum Flaw: Sendable, Hashable {
        /// It is empty.
        case empty
        /// Longer than `longest`.
        case tooLong
        /// `.` or `..`: names of folders.
        case dots
        /// Something other than ASCII letters, digits, `.`, `_` and `-`.
        case characters
    }

    /// Letters that the longest name has: a folder is called by it and the partition's number.
    public static let longest = 249

    /// Why this cannot be a topic's name, by Kafka's rules and in their order; nil when it can.
    public var flaw: Flaw? {
        let bytes = rawValue.utf8
        if bytes.isEmpty { return .empty }
        if bytes.count > Self.longest { return .tooLong }
        if rawValue == "." || rawValue == ".." { return .dots }
        let isLegal = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isLegal ? nil : .characters
    }
}
