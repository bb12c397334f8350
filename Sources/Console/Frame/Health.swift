import KafkaClient
import KafkaWire

/// The one phrase about the cluster in the head: it names the worst thing.
struct Health: Equatable, Sendable {
    /// How it is coloured.
    enum Level: Equatable, Sendable { case good, warn, bad, asking }

    /// How bad it is.
    var level: Level
    /// The phrase.
    var text: String

    /// The sign before the phrase, so that it can be read without colour.
    var sign: String {
        switch level {
        case .good: "●"
        case .warn: "▲"
        case .bad: "✘"
        case .asking: "◌"
        }
    }

    /// Two answers and a half are missing, in milliseconds.
    private static let silence: Int64 = 5_000

    /// The worst thing known at `now`.
    static func of(_ view: ClusterView, now: Int64) -> Health {
        guard view.metadata.value != nil else {
            guard let since = view.metadata.failingSince else { return Health(level: .asking, text: "connecting") }
            return Health(level: .bad, text: "no answer for \(Quantity.duration(max(1_000, now - since)))")
        }
        if let since = view.metadata.failingSince {
            return Health(level: .bad, text: "no answer for \(Quantity.duration(max(1_000, now - since)))")
        }
        // A network that swallows everything refuses nothing: what was true then is not said of now.
        if let last = view.metadata.at, now - last >= silence {
            return Health(level: .bad, text: "no answer for \(Quantity.duration(now - last))")
        }
        let leaderless = view.summary.leaderless
        if leaderless > 0 { return Health(level: .bad, text: "\(Quantity.grouped(leaderless)) without leader") }
        if let first = view.silentSince.keys.min() {
            let who =
                view.silentSince.count == 1
                ? "broker \(first) does not" : "\(Quantity.count(view.silentSince.count, "broker")) do not"
            return Health(level: .bad, text: "\(who) answer")
        }
        let below = view.summary.underReplicated
        let gone = view.goneSince.count
        if below > 0 { return Health(level: .bad, text: "\(Quantity.grouped(below)) under-replicated") }
        if gone > 0 { return Health(level: .warn, text: "\(Quantity.count(gone, "broker")) gone") }
        return Health(level: .good, text: "healthy")
    }
}
