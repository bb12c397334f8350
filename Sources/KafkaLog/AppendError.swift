import KafkaWire

/// Who appends; decides which checks apply (semantics of Kafka's `AppendOrigin`).
public enum AppendOrigin: Sendable, Hashable {
    /// A producer: all checks.
    case client
    /// The broker's own coordinators: control batches are allowed, sequences are not checked.
    case coordinator
    /// A follower taking its leader's batches: offsets and epochs are kept, only the bytes are checked.
    case replication
}

/// What became of an append.
public struct AppendResult: Sendable, Equatable {
    /// Offset of the first record; the original one for a duplicate.
    public var baseOffset: Int64
    /// Offset of the last record.
    public var lastOffset: Int64
    /// Milliseconds for a topic with LogAppendTime (and the stored batch's for a duplicate), else -1.
    public var logAppendTime: Int64
    /// The log's start offset.
    public var logStartOffset: Int64
    /// The batch was there already; nothing was written.
    public var isDuplicate: Bool
}

/// Why a batch was not appended.
public enum AppendError: Error, Sendable, Equatable {
    /// One record of the batch and what is wrong with it.
    public struct RecordError: Sendable, Equatable {
        /// Place in the batch, from 0.
        public var index: Int32
        /// What is wrong.
        public var message: String

        /// A bad record.
        public init(index: Int32, message: String) {
            self.index = index
            self.message = message
        }
    }

    /// The bytes are not one batch of magic 2: nobody looked at the log yet.
    case notOneBatch(String)
    /// The batch or a record in it breaks a rule.
    case invalidRecord(String, [RecordError])
    /// Record timestamps outside of the topic's bounds.
    case invalidTimestamp(String, [RecordError])
    /// Bytes that are no batch, or that do not match their checksum.
    case corrupt(String)
    /// Larger than `max.message.bytes`.
    case tooLarge(String)
    /// Inflates to more than the broker looks into.
    case inflatesTooLarge(String)
    /// Larger than a segment.
    case recordListTooLarge(String)
    /// A gap or an old batch in the sequence of an idempotent producer.
    case outOfOrderSequence(String)
    /// A producer that may have been forgotten here goes on with its sequence.
    case unknownProducer(String)
    /// A newer instance of the producer has written.
    case invalidProducerEpoch(String)
    /// Data outside of the transaction that the producer has open.
    case invalidTransactionState(String)
    /// The log cannot be written.
    case storage(LogError)

    /// A broken rule without a list of records.
    static func invalid(_ message: String) -> AppendError { .invalidRecord(message, []) }

    /// The code that the producer gets.
    public var code: ErrorCode {
        switch self {
        case .invalidRecord, .notOneBatch, .inflatesTooLarge: .invalidRecord
        case .invalidTimestamp: .invalidTimestamp
        case .corrupt: .corruptMessage
        case .tooLarge: .messageTooLarge
        case .recordListTooLarge: .recordListTooLarge
        case .outOfOrderSequence: .outOfOrderSequenceNumber
        case .unknownProducer: .unknownProducerId
        case .invalidProducerEpoch: .invalidProducerEpoch
        case .invalidTransactionState: .invalidTxnState
        case .storage: .kafkaStorageError
        }
    }

    /// The text that the producer gets.
    public var message: String? {
        switch self {
        case .invalidRecord(let text, _), .invalidTimestamp(let text, _), .notOneBatch(let text), .corrupt(let text),
            .tooLarge(let text), .inflatesTooLarge(let text), .recordListTooLarge(let text),
            .outOfOrderSequence(let text), .unknownProducer(let text),
            .invalidProducerEpoch(let text),
            .invalidTransactionState(let text):
            text
        case .storage(let error): error.description
        }
    }

    /// True when the answer names the log's start offset, as Kafka's does for what was refused by the log itself and
    /// not by the look of its bytes.
    public var namesLogStart: Bool {
        switch self {
        case .notOneBatch, .corrupt, .tooLarge, .recordListTooLarge: false
        default: true
        }
    }

    /// The bad records, where the batch was refused because of some.
    public var recordErrors: [RecordError] {
        switch self {
        case .invalidRecord(_, let errors), .invalidTimestamp(_, let errors): errors
        default: []
        }
    }
}
