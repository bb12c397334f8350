import Bytes
import KafkaWire
import Network

/// One connection to one address, on the loop: it connects when it is needed, asks for the versions, then pipelines
/// requests, whose answers come in the same order.
///
/// A request whose deadline passes ends the connection: what would come later on it belongs to requests nobody waits for.
final class BrokerConnection: StreamHandler {
    private enum State {
        case idle
        case connecting(Stream)
        case negotiating(Stream, attempt: Int)
        case ready(Stream)
    }

    /// The largest answer that is taken, in bytes.
    static let maximumFrame = 512 << 20
    private static let firstPause = Duration.milliseconds(50)
    private static let longestPause = Duration.seconds(1)

    let address: HostPort
    private unowned let loop: EventLoop
    private let configuration: ClientConfiguration
    private var state = State.idle
    private var versions: [Int16: ClosedRange<Int16>] = [:]
    private var correlationID: Int32 = 0
    private var negotiationID: Int32 = 0
    private var waiting: [Call] = []
    private var inFlight: [(correlationID: Int32, version: Int16, call: Call)] = []
    private var negotiationTimer: TimerID?
    /// After a failed attempt: until when requests fail at once, and with what.
    private var rest: (until: MonotonicTime, error: ClientError)?
    private var pause = firstPause

    init(address: HostPort, loop: EventLoop, configuration: ClientConfiguration) {
        self.address = address
        self.loop = loop
        self.configuration = configuration
    }

    /// True when a request would leave at once.
    var isReady: Bool { if case .ready = state { true } else { false } }

    /// Sends `call`, connecting first where needed. Its ticket is finished within `timeout`.
    func submit(_ call: Call, timeout: Duration) {
        if case .idle = state, let rest, loop.now < rest.until {
            call.ticket.finish(.failure(rest.error))
            return
        }
        call.timer = loop.schedule(after: timeout) { [weak self, weak call] in
            guard let self, let call else { return }
            call.timer = nil
            self.expired(call)
        }
        switch state {
        case .ready(let stream): write(call, to: stream)
        case .connecting, .negotiating: waiting.append(call)
        case .idle:
            waiting.append(call)
            connect()
        }
    }

    /// Ends the connection; what is on its way fails.
    func close(_ reason: CloseReason) {
        switch state {
        case .idle: return
        case .connecting(let stream), .negotiating(let stream, _), .ready(let stream): stream.close(reason)
        }
    }

    // MARK: Connecting

    private func connect() {
        let stream = loop.connect(
            host: address.host, port: address.port, timeout: configuration.connectTimeout,
            maximumFrame: Self.maximumFrame, tls: configuration.tls, handler: self)
        if stream.isOpen { state = .connecting(stream) }
    }

    func streamOpened(_ stream: Stream) {
        negotiationTimer = loop.schedule(after: configuration.connectTimeout) { [weak stream] in
            stream?.close(.rejected("it took the connection and did not answer ApiVersions; is it a Kafka broker?"))
        }
        negotiate(stream, version: ApiVersionsRequest.versions.upperBound, attempt: 1)
    }

    private func negotiate(_ stream: Stream, version: Int16, attempt: Int) {
        state = .negotiating(stream, attempt: attempt)
        negotiationID = nextID()
        let request = ApiVersionsRequest(clientSoftwareName: "kdeck", clientSoftwareVersion: "0.1")
        do {
            stream.send(
                try Frame.encode(
                    request, version: version, correlationID: negotiationID, clientID: configuration.clientID))
            negotiationVersion = version
        } catch {
            stream.close(.rejected("\(error)"))
        }
    }

    private var negotiationVersion: Int16 = 0

    private func negotiated(_ frame: ByteSlice, _ stream: Stream, attempt: Int) {
        do {
            var reader = WireReader(frame)
            let header = try Frame.responseHeader(from: &reader, answering: .apiVersions, version: negotiationVersion)
            guard header.correlationId == negotiationID else {
                stream.close(.rejected("its answer belongs to another request; is it a Kafka broker?"))
                return
            }
            // A broker that does not know the version answers in version 0, with what it knows of ApiVersions itself.
            let refused = frame.integer(at: 4, as: Int16.self) == ErrorCode.unsupportedVersion.rawValue
            let response = try ApiVersionsResponse(from: &reader, version: refused ? 0 : negotiationVersion)
            if refused, attempt == 1 {
                let own = response.apiKeys.first { $0.apiKey == APIKey.apiVersions.rawValue }?.maxVersion ?? 0
                negotiate(stream, version: max(0, min(own, negotiationVersion - 1)), attempt: 2)
                return
            }
            guard response.errorCode == .none else {
                stream.close(.rejected("it answered ApiVersions with \(response.errorCode.name)"))
                return
            }
            versions = [:]
            for api in response.apiKeys where api.minVersion <= api.maxVersion {
                versions[api.apiKey] = api.minVersion...api.maxVersion
            }
        } catch {
            stream.close(.rejected("its answer to ApiVersions is broken (\(error)); is it a Kafka broker?"))
            return
        }
        endNegotiation()
        rest = nil
        pause = Self.firstPause
        state = .ready(stream)
        let calls = waiting
        waiting = []
        for call in calls { write(call, to: stream) }
    }

    private func endNegotiation() {
        if let negotiationTimer { loop.cancel(negotiationTimer) }
        negotiationTimer = nil
    }

    // MARK: Requests and answers

    /// The highest version that caller, schema and broker have in common.
    private func version(for call: Call) -> Int16? {
        guard let theirs = versions[call.key.rawValue], let ours = call.key.stableVersions else { return nil }
        let lowest = max(theirs.lowerBound, ours.lowerBound, call.versions.lowerBound)
        let highest = min(theirs.upperBound, ours.upperBound, call.versions.upperBound)
        return lowest <= highest ? highest : nil
    }

    private func write(_ call: Call, to stream: Stream) {
        guard !call.ticket.isOver else {
            finish(call, .failure(.cancelled))
            return
        }
        guard let version = version(for: call) else {
            finish(call, .failure(.unsupported(call.key)))
            return
        }
        let id = nextID()
        do {
            stream.send(try call.encode(version, id))
        } catch {
            finish(call, .failure(.unwritable(call.key, "\(error)")))
            return
        }
        if call.expectsAnswer {
            inFlight.append((id, version, call))
        } else {
            finish(call, .success(Answer(frame: .empty, version: version)))
        }
    }

    func stream(_ stream: Stream, frame: ByteSlice) {
        if case .negotiating(_, let attempt) = state {
            negotiated(frame, stream, attempt: attempt)
            return
        }
        guard let first = inFlight.first, frame.integer(at: 0, as: Int32.self) == first.correlationID else {
            stream.close(.rejected("it answered a request that was not asked"))
            return
        }
        inFlight.removeFirst()
        // A small answer must not keep the loop's buffer.
        let kept = frame.count <= 64 * 1_024 ? frame.detached() : frame
        finish(first.call, .success(Answer(frame: kept, version: first.version)))
    }

    func stream(_ stream: Stream, closed reason: CloseReason) {
        endNegotiation()
        let wasReady = isReady
        state = .idle
        let isOver = reason == .loopStopped
        let unsent: ClientError = isOver ? .closed : .unreachable(address: address.description, why: reason.words)
        let sent: ClientError = isOver ? .closed : .lost(address: address.description, why: reason.words)
        if !wasReady {
            rest = (loop.now + pause, unsent)
            pause = min(pause * 2, Self.longestPause)
        }
        let (unsentCalls, sentCalls) = (waiting, inFlight)
        waiting = []
        inFlight = []
        for call in unsentCalls { finish(call, .failure(unsent)) }
        for entry in sentCalls { finish(entry.call, .failure(sent)) }
    }

    private func expired(_ call: Call) {
        call.ticket.finish(.failure(.timedOut(call.key, address: address.description)))
        if let index = waiting.firstIndex(where: { $0 === call }) {
            waiting.remove(at: index)
        } else {
            close(.rejected("\(call.key.name) was not answered in time"))
        }
    }

    private func finish(_ call: Call, _ result: Result<Answer, ClientError>) {
        if let timer = call.timer { loop.cancel(timer) }
        call.timer = nil
        call.ticket.finish(result)
    }

    private func nextID() -> Int32 {
        correlationID = correlationID == .max ? 1 : correlationID + 1
        return correlationID
    }
}
