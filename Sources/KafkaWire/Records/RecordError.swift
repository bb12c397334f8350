public import Codecs

/// Why bytes are no record batch, or a batch holds no readable records.
public enum RecordError: Error, Equatable, Sendable {
    /// The next batch cannot be found: its length or magic is senseless. Nothing behind it can be read either.
    case notABatch(String)
    /// A whole batch is there, but its checksum or its size is wrong. The next one may be fine.
    case corrupt(String)
    /// The batch is as it was sent, but what it holds breaks the format.
    case invalid(String)
    /// The records could not be inflated.
    case compression(CodecError)

    /// The protocol's code: CORRUPT_MESSAGE for what broke on the way, INVALID_RECORD for what was sent broken.
    public var code: ErrorCode {
        switch self {
        case .notABatch, .corrupt: .corruptMessage
        case .invalid, .compression: .invalidRecord
        }
    }
}

extension RecordError: CustomStringConvertible {
    /// One line for people.
    public var description: String {
        switch self {
        case .notABatch(let what): "no record batch here: \(what)"
        case .corrupt(let what): "damaged record batch: \(what)"
        case .invalid(let what): "invalid record: \(what)"
        case .compression(let error): error.description
        }
    }
}
