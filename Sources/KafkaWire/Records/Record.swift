public import Bytes

/// One record as a reader sees it: absolute offset and time, bytes shared with the batch it came in.
public struct Record: Sendable, Equatable {
    /// A header: a name and bytes, either of which may occur again.
    public struct Header: Sendable, Equatable {
        /// Its name; bytes that are no UTF-8 show as U+FFFD.
        public var key: String
        /// Its content, nil for null.
        public var value: ByteSlice?

        /// A header.
        public init(key: String, value: ByteSlice?) {
            self.key = key
            self.value = value
        }
    }

    /// Place in the partition.
    public var offset: Int64
    /// Milliseconds since the epoch; -1 when the format has none.
    public var timestamp: Int64
    /// Sequence of an idempotent producer, -1 otherwise.
    public var sequence: Int32
    /// nil for null.
    public var key: ByteSlice?
    /// nil for null: a tombstone on a compacted topic.
    public var value: ByteSlice?
    /// In the order in which they were sent.
    public var headers: [Header]

    /// A record.
    public init(
        offset: Int64, timestamp: Int64, sequence: Int32 = -1, key: ByteSlice?, value: ByteSlice?,
        headers: [Header] = []
    ) {
        self.offset = offset
        self.timestamp = timestamp
        self.sequence = sequence
        self.key = key
        self.value = value
        self.headers = headers
    }
}

/// What a control record says: the key of a control batch's only record is int16 version, int16 type.
public enum ControlRecordType: Int16, Sendable {
    case abort = 0
    case commit = 1
    case leaderChange = 2
    case snapshotHeader = 3
    case snapshotFooter = 4
    case kraftVersion = 5
    case kraftVoters = 6

    /// The type that a control record's key names, or nil.
    public init?(key: ByteSlice?) {
        guard let key, let type: Int16 = key.integer(at: 2), let known = ControlRecordType(rawValue: type) else {
            return nil
        }
        self = known
    }
}
