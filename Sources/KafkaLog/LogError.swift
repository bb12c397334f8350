import KafkaWire

/// Why a log could not be opened, read or changed.
public enum LogError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A file could not be used. After one on the write path the log takes nothing more.
    case file(FileError)
    /// The offset lies outside of what the log holds.
    case offsetOutOfRange(offset: Int64, logStartOffset: Int64, logEndOffset: Int64)
    /// Stored bytes are not what they should be.
    case corrupt(String)
    /// The directory belongs to another topic of the same name.
    case inconsistentTopicID(found: KafkaUUID, wanted: KafkaUUID)

    /// The code that a client gets.
    public var code: ErrorCode {
        switch self {
        case .file: .kafkaStorageError
        case .offsetOutOfRange: .offsetOutOfRange
        case .corrupt: .corruptMessage
        case .inconsistentTopicID: .inconsistentTopicId
        }
    }

    /// One line: what and why.
    public var description: String {
        switch self {
        case .file(let error): error.description
        case .offsetOutOfRange(let offset, let start, let end):
            "offset \(offset) is out of range: the log has \(start) to \(end)"
        case .corrupt(let what): what
        case .inconsistentTopicID(let found, let wanted): "the directory has topic id \(found), not \(wanted)"
        }
    }
}

/// Turns a `FileError` of the body into a `LogError`.
@inline(__always)
func inLog<R>(_ body: () throws(FileError) -> R) throws(LogError) -> R {
    do throws(FileError) {
        return try body()
    } catch {
        throw .file(error)
    }
}
