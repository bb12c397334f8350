import Bytes
import KafkaWire

/// Which request is being handled, and the way back to its client. A small value: who parks a request keeps it.
struct RequestContext: Sendable {
    /// The API.
    let apiKey: APIKey
    /// Its version, one the table lists.
    let apiVersion: Int16
    /// The client's number for the request.
    let correlationID: Int32
    /// The client's name for itself.
    let clientID: String?
    /// Where it came from.
    let connection: Connection
    /// The place of the answer among the connection's answers.
    let slot: UInt64

    /// Answers a parked request, from any thread. Nothing happens when the connection has gone, or twice.
    func answer(_ reply: Reply) {
        connection.fill(slot, with: reply)
    }

    /// The size-prefixed frame of a response to this request.
    func encode(_ response: some KafkaResponse) throws(WireError) -> ByteSlice {
        try Frame.encode(response, version: apiVersion, correlationID: correlationID)
    }
}
