/// What a counter said over the last minute or so: samples in time order, bounded, old ones dropped.
///
/// Rates come from here: `in/s` is the change of an end offset between two answers, never a figure that a peer claims.
struct History: Equatable, Sendable {
    /// One answer: when it came (ms) and what it said.
    struct Sample: Equatable, Sendable {
        /// Milliseconds since the epoch.
        var time: Int64
        /// The counter's value then.
        var value: Int64
    }

    /// How far back samples are kept, in milliseconds.
    static let span: Int64 = 66_000
    /// The most samples kept, whatever their distance.
    static let limit = 72

    /// Oldest first.
    private(set) var samples: [Sample] = []

    /// An empty history.
    init() {}

    /// Takes one answer. An answer that is not newer than the last replaces it.
    mutating func add(_ value: Int64, at time: Int64) {
        if let last = samples.last, time <= last.time { samples.removeLast() }
        samples.append(Sample(time: time, value: value))
        let floor = time - Self.span
        let stale = samples.prefix { $0.time < floor }.count
        let surplus = max(stale, samples.count - Self.limit)
        if surplus > 0 { samples.removeFirst(min(surplus, samples.count - 1)) }
    }

    /// The change a second over about the last `window` milliseconds; nil until two answers are known.
    func rate(over window: Int64 = 10_000) -> Double? {
        guard let last = samples.last, samples.count > 1 else { return nil }
        let floor = last.time - window
        guard let first = samples.first(where: { $0.time >= floor && $0.time < last.time }) ?? samples.dropLast().last
        else { return nil }
        return Double(last.value - first.value) / (Double(last.time - first.time) / 1000)
    }

    /// The change a second in `columns` equal slices of the last minute, newest last; nil where nothing was sampled.
    func rates(columns: Int, now: Int64, span: Int64 = 60_000) -> [Double?] {
        slices(columns: columns, now: now, span: span) { first, last in
            Double(last.value - first.value) / (Double(last.time - first.time) / 1000)
        }
    }

    /// The last known value in `columns` equal slices of the last minute, newest last.
    func values(columns: Int, now: Int64, span: Int64 = 60_000) -> [Double?] {
        slices(columns: columns, now: now, span: span) { _, last in Double(last.value) }
    }

    private func slices(
        columns: Int, now: Int64, span: Int64, _ measure: (Sample, Sample) -> Double
    ) -> [Double?] {
        guard columns > 0, samples.count > 1 else { return Array(repeating: nil, count: max(0, columns)) }
        let step = max(1, span / Int64(columns))
        return (0..<columns).map { column in
            let from = now - step * Int64(columns - column)
            let to = from + step
            guard let end = samples.lastIndex(where: { $0.time <= to }), end > 0, samples[end].time > from - step else {
                return nil
            }
            let begin = samples[..<end].lastIndex(where: { $0.time <= from }) ?? end - 1
            return measure(samples[begin], samples[end])
        }
    }

    /// When the counter passed `value`, by straight line between two answers; nil when that was before the first answer
    /// or has not happened. Used for "behind in time": the moment at which the end stood where the commit stands now.
    func time(at value: Int64) -> Int64? {
        guard let first = samples.first, let last = samples.last, value >= first.value, value <= last.value else {
            return nil
        }
        guard let after = samples.firstIndex(where: { $0.value > value }), after > 0 else { return last.time }
        let a = samples[after - 1]
        let b = samples[after]
        let share = Double(value - a.value) / Double(b.value - a.value)
        return a.time + Int64(share * Double(b.time - a.time))
    }

    /// When the value last changed, as far as the samples tell; nil when it stood still over all of them.
    var lastChange: Int64? {
        guard let last = samples.last else { return nil }
        guard let before = samples.lastIndex(where: { $0.value != last.value }) else { return nil }
        return samples[before + 1].time
    }
}
