import KafkaClient
import KafkaWire

/// How fast a group gets work and does it: records a second in and out, over the time its commits were watched.
struct GroupPace: Equatable, Sendable {
    /// Records a second that come in on the partitions it committed; nil until two answers are known.
    var rateIn: Double?
    /// Records a second that it commits.
    var rateOut: Double?
    /// Records behind; nil when not known.
    var lag: Int64?

    init(_ group: GroupID, _ view: ClusterView) {
        let known = view.lags[group]?.value
        lag = known?.total
        // Of a cluster that does not answer there is no pace, and nothing to foretell.
        guard let known, view.metadata.failingSince == nil else { return }
        rateIn = Self.sum(known) { view.ends[$0]?.rate(over: Self.window($0, known)) }
        rateOut = Self.sum(known) { known.commits[$0]?.rate(over: Self.window($0, known)) }
    }

    /// Ends may be known for longer than commits; both are measured over the same time, at most half a minute.
    static func window(_ partition: TopicPartition, _ lag: GroupLag) -> Int64 {
        guard let samples = lag.commits[partition]?.samples, let first = samples.first, let last = samples.last else {
            return 30_000
        }
        return min(30_000, max(2_000, last.time - first.time))
    }

    private static func sum(_ lag: GroupLag, _ rate: (TopicPartition) -> Double?) -> Double? {
        let known = lag.rows.filter { $0.value.committed != nil }.compactMap { rate($0.key) }
        return known.isEmpty ? nil : known.reduce(0, +)
    }

    /// Milliseconds until it has caught up at this pace; nil when it does not, or is not behind.
    var drains: Int64? {
        guard let lag, lag > 0, let rateIn, let rateOut, rateOut - rateIn > 0.05 else { return nil }
        return Int64(min(Double(lag) / (rateOut - rateIn), 1e12) * 1000)
    }

    /// Records a second by which it falls behind further; nil when it does not.
    var growth: Double? {
        guard let lag, lag > 0, let rateIn, let rateOut, rateIn - rateOut > 0.5 else { return nil }
        return rateIn - rateOut
    }

    /// `3 m 10 s`, `grows 12/s`, `–`.
    var text: String {
        if let drains { return Quantity.duration(drains) }
        if let growth { return "grows \(Quantity.rate(growth))/s" }
        return Quantity.nothing
    }
}
