import Bytes
import KafkaWire
import Network

/// One connection to one address, on the loop: it connects when it is needed, asks for the versions, logs in, then pipelines
/// requests, whose answers come in the same order. `BrokerConnection+Opening` is the way there.
///
/// A request whose deadline passes ends the connection: what would come later on it belongs to requests nobody waits for.
final class BrokerConnection: StreamHandler {
    enum State {
        case idle
        case connecting(Stream)
        case asking(Stream, VersionsTalk)
        /// Waits for the token that the login needs.
        case waitingForToken(Stream)
        case loggingIn(Stream, SASLTalk)
        case ready(Stream)
    }

    /// The largest answer that is taken, in bytes.
    static let maximumFrame = 512 << 20
    /// The largest before the peer has proved to be a broker: no answer to ApiVersions is near it, and the first bytes of any
    /// other protocol, read as a size, are above it.
    static let maximumFirstFrame = 1 << 20
    private static let firstPause = Duration.milliseconds(50)
    private static let longestPause = Duration.seconds(1)
    /// A refused login is not tried again soon: accounts are locked after a few.
    private static let loginPause = Duration.seconds(30)

    let address: HostPort
    unowned let loop: EventLoop
    let configuration: ClientConfiguration
    private let reachability: Reachability
    var state = State.idle
    var versions: [Int16: ClosedRange<Int16>] = [:]
    /// The login that runs beside requests which are still on their way, when a session is about to end.
    var renewal: Renewal?
    var openingTimer: TimerID?
    var renewalTimer: TimerID?
    /// Told what happens while the connection opens, and why it ended.
    var observer: (@Sendable (ConnectionStage) -> Void)?
    /// Why this side closed the connection.
    var trouble: PeerTrouble?
    private var correlationID: Int32 = 0
    private var waiting: [Call] = []
    private var inFlight: [(correlationID: Int32, version: Int16, call: Call)] = []
    /// True once a request other than ApiVersions and the login's was answered.
    private var hasAnswered = false
    /// After a failed attempt: until when requests fail at once, and with what.
    private var rest: (until: MonotonicTime, error: ClientError)?
    private var pause = firstPause

    init(address: HostPort, loop: EventLoop, configuration: ClientConfiguration, reachability: Reachability) {
        self.address = address
        self.loop = loop
        self.reachability = reachability
        self.configuration = configuration
    }

    /// True when a request would leave at once.
    var isReady: Bool { if case .ready = state { renewal == nil } else { false } }

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
        if case .ready(let stream) = state, renewal == nil {
            write(call, to: stream)
            return
        }
        waiting.append(call)
        if case .idle = state { connect() }
    }

    /// Ends the connection; what is on its way fails.
    func close(_ reason: CloseReason) {
        stream?.close(reason)
    }

    /// Requests may leave: now those that waited do.
    func becameReady(_ stream: Stream) {
        rest = nil
        reachability.reached(address)
        pause = Self.firstPause
        renewal = nil
        stream.maximumFrame = Self.maximumFrame
        state = .ready(stream)
        let calls = waiting
        waiting = []
        for call in calls { write(call, to: stream) }
    }

    /// The address, and where it is reached when that is another one.
    var name: String {
        let place = configuration.rewrite(address)
        return place == address ? address.description : "\(address) (by \(place))"
    }

    private var stream: Stream? {
        switch state {
        case .idle: nil
        case .connecting(let stream), .asking(let stream, _), .waitingForToken(let stream), .loggingIn(let stream, _),
            .ready(let stream):
            stream
        }
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
        guard case .ready = state else {
            opening(stream, frame)
            return
        }
        let id = frame.integer(at: 0, as: Int32.self)
        if let first = inFlight.first, id == first.correlationID {
            inFlight.removeFirst()
            hasAnswered = true
            // A small answer must not keep the loop's buffer.
            let kept = frame.count <= 64 * 1_024 ? frame.detached() : frame
            finish(first.call, .success(Answer(frame: kept, version: first.version)))
        } else if inFlight.isEmpty, case .exchange(let talk)? = renewal, id == talk.correlationID {
            loggedIn(talk, frame, stream)
        } else {
            stream.close(.rejected("it answered a request that was not asked"))
        }
    }

    func stream(_ stream: Stream, closed reason: CloseReason) {
        endTimers()
        observer?(.closed(reason))
        let wasReady = if case .ready = state { true } else { false }
        let errors = self.errors(after: reason, wasReady: wasReady)
        state = .idle
        renewal = nil
        trouble = nil
        if !wasReady {
            rest = (loop.now + pause, errors.unsent)
            reachability.missed(address, why: reason.words)
            pause = min(pause * 2, Self.longestPause)
        }
        if case .peer(_, .credentials) = errors.unsent { rest = (loop.now + Self.loginPause, errors.unsent) }
        let (unsentCalls, sentCalls) = (waiting, inFlight)
        waiting = []
        inFlight = []
        hasAnswered = false
        for call in unsentCalls { finish(call, .failure(errors.unsent)) }
        for entry in sentCalls {
            // Nobody who must log in is answered anything before: such a request was dropped, not acted upon.
            let isDropped = errors.isStranger && entry.call.key.onlyReads
            finish(entry.call, .failure(isDropped ? errors.unsent : errors.sent))
        }
    }

    /// What to tell those whose request was not sent and those whose was.
    private func errors(
        after reason: CloseReason, wasReady: Bool
    ) -> (unsent: ClientError, sent: ClientError, isStranger: Bool) {
        if reason == .loopStopped { return (.closed, .closed, false) }
        let lost = ClientError.lost(address: name, why: reason.words)
        if let trouble = trouble ?? (wasReady ? nil : PeerTrouble(reason)) {
            return (.peer(address: name, trouble), lost, false)
        }
        let hungUp = reason == .endOfStream || reason == .reset
        if case .connecting = state, hungUp, configuration.tls != nil {
            return (.peer(address: name, .noTLS("the peer hung up during the handshake")), lost, false)
        }
        if wasReady, hungUp, !hasAnswered, !inFlight.isEmpty, configuration.sasl == nil {
            return (.peer(address: name, .wantsSASL), lost, true)
        }
        return (.unreachable(address: name, why: reason.words), lost, false)
    }

    private func expired(_ call: Call) {
        call.ticket.finish(.failure(.timedOut(call.key, address: name)))
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

    func nextID() -> Int32 {
        correlationID = correlationID == .max ? 1 : correlationID + 1
        return correlationID
    }
}
