import Bytes
import KafkaWire

/// What goes out to a client.
enum Outgoing: Sendable {
    /// A whole answer.
    case frame(EncodedResponse)
    /// The connection is to be closed, after what was handed out before.
    case close(String)
}

extension Engine {
    /// Takes a frame (without its size) off a connection. It is handled now, or waits for its turn; false when it does.
    @discardableResult
    func receive(_ frame: ByteSlice, on connection: Connection) -> Bool {
        switch connection.admit(frame) {
        case .now:
            handle(frame, on: connection)
            return true
        case .behindAnswers:
            limits.count(.inFlight)
            return false
        case .behindParked, .never: return false
        }
    }

    /// Handles one request; its reply stands in the connection's next slot.
    func handle(_ frame: ByteSlice, on connection: Connection) {
        guard let key = frame.integer(at: 0, as: Int16.self), let version = frame.integer(at: 2, as: Int16.self),
            let correlationID = frame.integer(at: 4, as: Int32.self)
        else {
            refuse(connection)
            return
        }
        let apiKey = APIKey(rawValue: key)
        guard let row = api.row(apiKey), row.versions.contains(version) else {
            if apiKey == .apiVersions {
                // The one API whose wrong version is answered: in version 0, so that anybody can read it.
                let slot = connection.openSlot(.init(apiVersion: 0, correlationID: correlationID))
                connection.fill(slot, with: .ready(unsupportedApiVersions()))
            } else {
                refuse(connection)
            }
            return
        }
        let slot = connection.openSlot(.init(apiVersion: version, correlationID: correlationID))
        do {
            var reader = WireReader(frame)
            _ = try reader.take(8)
            let clientID = try Self.clientID(&reader, connection)
            if Frame.headerVersion(request: apiKey, version: version) >= 2 { try Self.skipTags(&reader) }
            let context = RequestContext(
                apiKey: apiKey, apiVersion: version, correlationID: correlationID, clientID: clientID,
                connection: connection, slot: slot)
            var body = WireReader(reader.rest)
            connection.fill(slot, with: try row.handle(self, &body, context))
        } catch {
            connection.fill(slot, with: .close)
        }
    }

    /// A request nobody can answer: the connection ends, as Kafka does.
    private func refuse(_ connection: Connection) {
        let slot = connection.openSlot(.init(apiVersion: 0, correlationID: 0))
        connection.fill(slot, with: .close)
    }

    private static func clientID(_ reader: inout WireReader, _ connection: Connection) throws(WireError) -> String? {
        let length: Int16 = try reader.integer()
        if length < 0 { return nil }
        let bytes = try reader.take(Int(length))
        return connection.clientID(bytes)
    }

    private static func skipTags(_ reader: inout WireReader) throws(WireError) {
        let count = try reader.unsignedVarint()
        for _ in 0..<count {
            _ = try reader.unsignedVarint()
            let size = try reader.unsignedVarint()
            _ = try reader.take(Int(size))
        }
    }

    /// What leaves for a reply, after this pass was written.
    func encode(_ reply: Reply, _ request: Connection.Answered) -> Outgoing? {
        switch reply {
        case .ready(let response): encode(response, request)
        case .afterFlush(let build): encode(build(), request)
        case .encoded(let response): .frame(response)
        case .appended(let frame, let produced):
            produced.partition.failure == .none
                ? .frame(EncodedResponse(head: frame))
                : encode(produced.failed(.kafkaStorageError), request)
        case .silent, .parked: nil
        case .close: .close("the request could not be read")
        }
    }

    private func encode(_ response: any KafkaResponse, _ request: Connection.Answered) -> Outgoing {
        func encode<R: KafkaResponse>(_ response: R) throws(WireError) -> ByteSlice {
            try Frame.encode(response, version: request.apiVersion, correlationID: request.correlationID)
        }
        do {
            return .frame(EncodedResponse(head: try encode(response)))
        } catch {
            return .close("an answer could not be written: \(error)")
        }
    }
}
