import KafkaWire
import Network
import Synchronization

/// What a connection tells while it opens.
enum ConnectionStage: Sendable {
    case connected(SocketAddress)
    case secured(TLSFacts)
    case knows(requests: Int)
    case loggedIn(lifetime: Duration?)
    case closed(CloseReason)
}

extension Cluster {
    /// Climbs the way to the cluster on connections of its own, one first address after the other until one is good, then to
    /// every broker at the address it gives. `report` gets the ladder after each step, on any thread.
    public func climb(_ report: @escaping @Sendable (Ladder) -> Void) async -> Ladder {
        let climber = Climber(report)
        for address in configuration.bootstrap {
            climber.begin(address, configuration)
            do throws(ClientError) {
                let metadata = try await look(at: address) { climber.note($0) }
                climber.finish(metadata)
                await withTaskGroup(of: Void.self) { group in
                    for broker in metadata.brokers { group.addTask { await self.visit(broker, climber) } }
                }
                break
            } catch {
                climber.fail(error)
                // Another address would refuse the same login, and count it.
                if case .peer(_, let trouble) = error, trouble.isRefusal { break }
            }
        }
        return climber.end()
    }

    /// Opens a connection of its own to `address` and asks there what the cluster is.
    private func look(
        at address: HostPort, _ observer: @escaping @Sendable (ConnectionStage) -> Void
    ) async throws(ClientError) -> MetadataResponse {
        let lane = newLane()
        defer { release(lane) }
        observe(address, lane, observer)
        return try await exchange(
            with: address, lane: lane, timeout: configuration.connectTimeout * 2, versions: MetadataRequest.versions,
            expectsAnswer: true
        ) { _ in MetadataRequest(topics: [], allowAutoTopicCreation: false) }
    }

    private func visit(_ broker: MetadataResponse.MetadataResponseBroker, _ climber: Climber) async {
        let address = HostPort(host: broker.host, port: UInt16(clamping: broker.port))
        let reason = Mutex<CloseReason?>(nil)
        let begin = MonotonicTime.current
        do throws(ClientError) {
            _ = try await look(at: address) { stage in
                if case .closed(let why) = stage { reason.withLock { $0 = $0 ?? why } }
            }
            let span = (MonotonicTime.current - begin) / .milliseconds(1)
            climber.set(.broker(broker.nodeId), .passed("\(address) answers in \(max(1, Int(span))) ms"))
        } catch {
            climber.fail(broker: broker.nodeId, at: address, error, reason.withLock { $0 })
        }
    }
}

/// Keeps the ladder while it is climbed.
private final class Climber: Sendable {
    private let report: @Sendable (Ladder) -> Void
    private let state = Mutex(State())

    private struct State {
        var ladder = Ladder()
        var address = ""
        var peer: SocketAddress?
        var reason: CloseReason?
    }

    init(_ report: @escaping @Sendable (Ladder) -> Void) { self.report = report }

    func begin(_ address: HostPort, _ configuration: ClientConfiguration) {
        change { state in
            state.address = address.description
            state.peer = nil
            state.reason = nil
            let place = configuration.rewrite(address)
            let name = place == address ? state.address : "\(address) by \(place)"
            var steps: [Rung.Step] = [.dns, .tcp]
            if configuration.tls != nil { steps.append(.tls) }
            steps.append(.apiVersions)
            if configuration.sasl != nil { steps.append(.sasl) }
            steps.append(.metadata)
            for step in steps {
                state.ladder.rungs.append(Rung(address: name, step: step, state: step == .dns ? .running : .waiting))
            }
        }
    }

    func note(_ stage: ConnectionStage) {
        change { state in
            switch stage {
            case .connected(let peer):
                state.ladder.set(.dns, .passed("\(state.address) is \(peer.host)"))
                state.ladder.set(.tcp, .passed("connected to \(peer)"))
            case .secured(let facts): state.ladder.set(.tls, .passed(Self.words(facts)))
            case .knows(let requests): state.ladder.set(.apiVersions, .passed("it knows \(requests) requests"))
            case .loggedIn(let lifetime):
                let end = lifetime.map { ", for \(DurationText.text(Int64($0 / .milliseconds(1))))" } ?? ""
                state.ladder.set(.sasl, .passed("logged in\(end)"))
            case .closed(let reason): state.reason = state.reason ?? reason
            }
        }
    }

    func finish(_ metadata: MetadataResponse) {
        change { state in
            let id = metadata.clusterId.map { "cluster \($0), " } ?? ""
            let count = metadata.brokers.count
            let brokers = "\(count) broker\(count == 1 ? "" : "s")"
            state.ladder.set(.metadata, .passed("\(id)\(brokers), controller \(metadata.controllerId)"))
            for broker in metadata.brokers.sorted(by: { $0.nodeId < $1.nodeId }) {
                let address = HostPort(host: broker.host, port: UInt16(clamping: broker.port)).description
                state.ladder.rungs.append(Rung(address: address, step: .broker(broker.nodeId), state: .running))
            }
        }
    }

    func set(_ step: Rung.Step, _ rung: Rung.State) {
        change { $0.ladder.set(step, rung) }
    }

    func fail(_ error: ClientError) {
        change { state in
            state.ladder.failure = error
            let step = Self.step(of: error, state.reason) ?? state.ladder.rungs.first { $0.state == .running }?.step
            // The rungs before the failed one were climbed, even where nothing told so on the way.
            if let step {
                if case .refused(let peer)? = state.reason {
                    state.ladder.set(.dns, .passed("\(state.address) is \(peer.host)"))
                } else if case .connectTimedOut(let peer)? = state.reason {
                    state.ladder.set(.dns, .passed("\(state.address) is \(peer.host)"))
                }
                state.ladder.set(step, Self.failed(error, state.reason))
            }
            for index in state.ladder.rungs.indices where state.ladder.rungs[index].state == .running {
                state.ladder.rungs[index].state = .waiting
            }
        }
    }

    func fail(broker id: BrokerID, at address: HostPort, _ error: ClientError, _ reason: CloseReason?) {
        change { state in
            guard case .failed(let why, let fix) = Self.failed(error, reason) else { return }
            let isElsewhere = if case .peer = error { false } else { true }
            let advice =
                isElsewhere
                ? "Set its advertised.listeners to an address that is reached from here, or rewrite it: "
                    + "rewrite = [\"\(address)=HOST:PORT\"]."
                : fix
            state.ladder.set(.broker(id), .failed(why: "it calls itself \(address): \(why)", fix: advice))
        }
    }

    func end() -> Ladder {
        change { state in
            state.ladder.isOver = true
            if state.ladder.isConnected { state.ladder.failure = nil }
        }
        return state.withLock { $0.ladder }
    }

    private func change(_ body: (inout State) -> Void) {
        let ladder = state.withLock { state in
            body(&state)
            return state.ladder
        }
        report(ladder)
    }

    /// The rung on which `error` happens; nil for the one that is under way.
    private static func step(of error: ClientError, _ reason: CloseReason?) -> Rung.Step? {
        switch error {
        case .peer(_, let trouble):
            switch trouble {
            case .noTLS, .certificate, .identity, .tls: .tls
            case .wantsTLS, .http, .silent, .notKafka: .apiVersions
            case .noSASL, .mechanism, .credentials, .token: .sasl
            case .wantsSASL: .metadata
            }
        case .unreachable:
            switch reason {
            case .unresolved?: .dns
            case .refused?, .connectTimedOut?, .failed?: .tcp
            default: nil
            }
        default: nil
        }
    }

    private static func failed(_ error: ClientError, _ reason: CloseReason?) -> Rung.State {
        switch error {
        case .peer(_, let trouble): return .failed(why: "it " + trouble.why, fix: trouble.advice)
        case .unreachable(_, let why):
            let fix =
                switch reason {
                case .unresolved?:
                    "Check the name. One that is known only elsewhere (a container, a tunnel) is rewritten: "
                        + "rewrite = [\"NAME=localhost\"]."
                case .refused?: "Nothing listens there: check the port, and that the broker runs."
                case .connectTimedOut?: "Something drops the packets: check VPN, tunnel and firewall."
                default: "Check the address, and that the broker runs."
                }
            return .failed(why: why, fix: fix)
        case .lost(_, let why): return .failed(why: why, fix: "The broker hung up; its log says why.")
        default: return .failed(why: error.sentence, fix: "")
        }
    }

    private static func words(_ facts: TLSFacts) -> String {
        var words = "\(facts.version), \(facts.subject)"
        guard facts.notAfter > 0 else { return words }
        let days = (facts.notAfter - SystemClock.seconds()) / 86_400
        words += days < 30 ? ", its certificate ends in \(days) days" : ", its certificate holds for \(days) days"
        return words
    }
}
