/// Why a broker does not start, or stopped: one line that says what, why and what to do.
public struct BrokerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What went wrong, by kind.
    public enum Kind: Sendable, Equatable {
        /// Another process holds the data directory.
        case directoryInUse
        /// The data directory belongs to another node or cannot be used.
        case directoryUnusable
        /// The address is taken or not ours.
        case addressUnusable
        /// What is stored cannot be read.
        case storage
    }

    /// The kind.
    public let kind: Kind
    /// The sentence for the operator.
    public let description: String

    init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }
}
