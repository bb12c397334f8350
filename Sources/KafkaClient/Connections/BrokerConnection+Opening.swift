import Bytes
import KafkaWire
import Network

/// The way from nothing to a connection that takes requests: connect, ask for the versions, log in; and the login that is
/// repeated before a session ends.
extension BrokerConnection {
    /// A login while requests may still be on their way.
    enum Renewal {
        case waitingForToken
        case exchange(SASLTalk)
    }

    func connect() {
        let place = configuration.rewrite(address)
        let stream = loop.connect(
            host: place.host, port: place.port, timeout: configuration.connectTimeout,
            maximumFrame: Self.maximumFirstFrame, tls: configuration.tls, certificateName: address.host, handler: self)
        if stream.isOpen { state = .connecting(stream) }
    }

    func streamConnected(_ stream: Stream) {
        observer?(.connected(stream.peer))
    }

    func streamOpened(_ stream: Stream) {
        if let facts = stream.tlsFacts { observer?(.secured(facts)) }
        armOpeningTimer(stream)
        var talk = VersionsTalk(clientID: configuration.clientID)
        attempt(stream) { () throws(PeerTrouble) in
            stream.send(try talk.ask(nextID()))
            state = .asking(stream, talk)
        }
    }

    /// A frame before the connection took its first request.
    func opening(_ stream: Stream, _ frame: ByteSlice) {
        switch state {
        case .asking(_, var talk):
            attempt(stream) { () throws(PeerTrouble) in
                switch try talk.answer(frame, next: nextID()) {
                case .send(let question):
                    state = .asking(stream, talk)
                    stream.send(question)
                case .done(let found):
                    versions = found
                    observer?(.knows(requests: found.count))
                    if let sasl = configuration.sasl {
                        try logIn(sasl, stream)
                    } else {
                        opened(stream)
                    }
                }
            }
        case .loggingIn(_, let talk): loggedIn(talk, frame, stream)
        case .idle, .connecting, .waitingForToken, .ready:
            stream.close(.rejected("it answered a request that was not asked"))
        }
    }

    /// A step of the login, the first or a later one.
    func loggedIn(_ talk: SASLTalk, _ frame: ByteSlice, _ stream: Stream) {
        var talk = talk
        attempt(stream) { () throws(PeerTrouble) in
            switch try talk.answer(frame, next: nextID()) {
            case .send(let message):
                stream.send(message)
                if case .ready = state { renewal = .exchange(talk) } else { state = .loggingIn(stream, talk) }
            case .done(let lifetime):
                observer?(.loggedIn(lifetime: lifetime))
                opened(stream)
                if let lifetime { renewLater(lifetime) }
            }
        }
    }

    func endTimers() {
        for timer in [openingTimer, renewalTimer] { if let timer { loop.cancel(timer) } }
        openingTimer = nil
        renewalTimer = nil
    }

    private func opened(_ stream: Stream) {
        endTimers()
        becameReady(stream)
    }

    private func armOpeningTimer(_ stream: Stream) {
        openingTimer = loop.schedule(after: configuration.connectTimeout) { [weak self, weak stream] in
            self?.openingTimer = nil
            self?.trouble = .silent
            stream?.close(.idle)
        }
    }

    private func logIn(_ sasl: SASLLogin, _ stream: Stream) throws(PeerTrouble) {
        guard case .oauthBearer(let source) = sasl else {
            try exchange(sasl, nil, stream)
            return
        }
        // The command that gives the token takes its own time.
        if let openingTimer { loop.cancel(openingTimer) }
        openingTimer = nil
        if case .ready = state { renewal = .waitingForToken } else { state = .waitingForToken(stream) }
        let (remote, own) = (loop.remote, LoopBound((self, stream), to: loop))
        source.token { result in
            remote.execute { loop in
                let (connection, stream) = own.value(on: loop)
                connection.tokenCame(result, sasl, stream)
            }
        }
    }

    private func tokenCame(_ result: Result<Secret, PeerTrouble>, _ sasl: SASLLogin, _ stream: Stream) {
        switch (state, renewal) {
        case (.waitingForToken(let current), _) where current === stream: armOpeningTimer(stream)
        case (.ready(let current), .waitingForToken?) where current === stream: break
        // The connection ended meanwhile.
        default: return
        }
        attempt(stream) { () throws(PeerTrouble) in
            try exchange(sasl, try result.get(), stream)
        }
    }

    private func exchange(_ sasl: SASLLogin, _ token: Secret?, _ stream: Stream) throws(PeerTrouble) {
        var talk = try SASLTalk(sasl, token: token, versions: versions, clientID: configuration.clientID)
        stream.send(try talk.begin(nextID()))
        if case .ready = state { renewal = .exchange(talk) } else { state = .loggingIn(stream, talk) }
    }

    /// Logs in again when nine tenths of the session are over: the broker hangs up on who does not (KIP-368).
    private func renewLater(_ lifetime: Duration) {
        renewalTimer = loop.schedule(after: lifetime / 10 * 9) { [weak self] in
            guard let self else { return }
            self.renewalTimer = nil
            guard case .ready(let stream) = self.state, let sasl = self.configuration.sasl else { return }
            self.attempt(stream) { () throws(PeerTrouble) in try self.logIn(sasl, stream) }
        }
    }

    private func attempt(_ stream: Stream, _ step: () throws(PeerTrouble) -> Void) {
        do throws(PeerTrouble) {
            try step()
        } catch {
            trouble = error
            stream.close(.rejected(error.why))
        }
    }
}

extension PeerTrouble {
    /// What the end of a connection tells of a peer that never answered; nil when it tells nothing.
    init?(_ reason: CloseReason) {
        switch reason {
        case .tls(let failure):
            switch failure.kind {
            case .certificate: self = .certificate(failure.words)
            case .notTLS: self = .noTLS(failure.words)
            case .wantsIdentity: self = .identity(failure.words)
            case .other: self = .tls(failure.words)
            }
        case .frameSize(let size):
            let first = UInt32(bitPattern: size)
            // A TLS record of type alert or handshake, and the word HTTP.
            switch first >> 16 {
            case 0x1503, 0x1603: self = .wantsTLS
            case 0x4854 where first & 0xFFFF == 0x5450: self = .http
            default: self = .notKafka("the first answer announces \(first) bytes")
            }
        default: return nil
        }
    }
}
