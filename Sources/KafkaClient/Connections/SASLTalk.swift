import Bytes
import KafkaWire

/// The login on a connection: which mechanism, then its messages. Nothing here sends.
struct SASLTalk {
    private enum State {
        case handshake
        case exchange
    }

    /// What comes of an answer.
    enum Step {
        /// That is to be sent, and answered again.
        case send(ByteSlice)
        /// Logged in; for so long, or for ever when nil.
        case done(lifetime: Duration?)
    }

    private let login: SASLLogin
    private let clientID: String
    private let handshakeVersion: Int16
    private let authenticateVersion: Int16
    private var exchange: SASLExchange
    private var state = State.handshake
    private(set) var correlationID: Int32 = 0

    /// A login on a connection whose broker knows `versions`; `token` for the mechanisms that need one.
    init(
        _ login: SASLLogin, token: Secret?, versions: [Int16: ClosedRange<Int16>], clientID: String
    ) throws(PeerTrouble) {
        guard let handshake = Self.version(SaslHandshakeRequest.self, versions), handshake >= 1,
            let authenticate = Self.version(SaslAuthenticateRequest.self, versions)
        else { throw .noSASL }
        self.login = login
        self.clientID = clientID
        handshakeVersion = handshake
        authenticateVersion = authenticate
        exchange = SASLExchange(login, token: token)
    }

    /// The first frame.
    mutating func begin(_ correlationID: Int32) throws(PeerTrouble) -> ByteSlice {
        self.correlationID = correlationID
        return try frame(SaslHandshakeRequest(mechanism: login.mechanism), handshakeVersion)
    }

    /// The broker's answer; `next` is the number of the frame that may follow.
    mutating func answer(_ frame: ByteSlice, next: Int32) throws(PeerTrouble) -> Step {
        switch state {
        case .handshake:
            let response: SaslHandshakeResponse = try parse(frame, handshakeVersion)
            switch response.errorCode {
            case .none: break
            case .unsupportedSaslMechanism: throw .mechanism(login.mechanism, offered: response.mechanisms)
            case .illegalSaslState: throw .noSASL
            case let code: throw .credentials("it answered SaslHandshake with \(code.name)")
            }
            state = .exchange
            return .send(try send(exchange.first, next))
        case .exchange:
            let response: SaslAuthenticateResponse = try parse(frame, authenticateVersion)
            guard response.errorCode == .none else {
                let words = response.errorMessage ?? ""
                throw .credentials(words.isEmpty ? response.errorCode.name : words)
            }
            if let more = try exchange.answer(response.authBytes) { return .send(try send(more, next)) }
            let lifetime = response.sessionLifetimeMs
            return .done(lifetime: lifetime > 0 ? .milliseconds(lifetime) : nil)
        }
    }

    private mutating func send(_ bytes: ByteSlice, _ correlationID: Int32) throws(PeerTrouble) -> ByteSlice {
        self.correlationID = correlationID
        return try frame(SaslAuthenticateRequest(authBytes: bytes), authenticateVersion)
    }

    private func frame<R: KafkaRequest>(_ request: R, _ version: Int16) throws(PeerTrouble) -> ByteSlice {
        do throws(WireError) {
            return try Frame.encode(request, version: version, correlationID: correlationID, clientID: clientID)
        } catch {
            throw .notKafka("\(error)")
        }
    }

    private func parse<R: KafkaResponse>(_ frame: ByteSlice, _ version: Int16) throws(PeerTrouble) -> R {
        do throws(WireError) {
            var reader = WireReader(frame)
            _ = try Frame.responseHeader(from: &reader, answering: R.apiKey, version: version)
            return try R(from: &reader, version: version)
        } catch {
            throw .notKafka("its answer to \(R.apiKey.name) is broken (\(error))")
        }
    }

    private static func version<R: KafkaRequest>(_: R.Type, _ theirs: [Int16: ClosedRange<Int16>]) -> Int16? {
        guard let range = theirs[R.apiKey.rawValue] else { return nil }
        let highest = min(range.upperBound, R.versions.upperBound)
        return highest >= max(range.lowerBound, R.versions.lowerBound) ? highest : nil
    }
}
