import Bytes
import KafkaWire
import Network

/// One request on its way through a connection. Belongs to the loop once it was submitted.
final class Call {
    let key: APIKey
    /// The versions the caller can use.
    let versions: ClosedRange<Int16>
    /// False for a request that no answer follows (produce with acks 0).
    let expectsAnswer: Bool
    /// The frame for a version and a correlation id.
    let encode: @Sendable (Int16, Int32) throws(WireError) -> ByteSlice
    let ticket: Ticket<Answer>
    var timer: TimerID?

    init(
        key: APIKey, versions: ClosedRange<Int16>, expectsAnswer: Bool, ticket: Ticket<Answer>,
        encode: @escaping @Sendable (Int16, Int32) throws(WireError) -> ByteSlice
    ) {
        self.key = key
        self.versions = versions
        self.expectsAnswer = expectsAnswer
        self.ticket = ticket
        self.encode = encode
    }
}
