/// A value that a cluster was asked for: what it said last, when, and why the last question failed.
///
/// Old data stays: a failure never removes the value, it only lets it age.
struct Known<Value: Equatable & Sendable>: Equatable, Sendable {
    /// The last answer; nil before the first.
    var value: Value?
    /// When the last answer came, milliseconds since the epoch.
    var at: Int64?
    /// One sentence why the newest question got no answer; nil when it did.
    var failure: String?
    /// Since when questions fail without an answer between, milliseconds since the epoch.
    var failingSince: Int64?

    /// Nothing known yet.
    init() {}

    /// Known from the start.
    init(_ value: Value, at: Int64) {
        self.value = value
        self.at = at
    }

    /// Takes an answer.
    mutating func learn(_ value: Value, at time: Int64) {
        self.value = value
        at = time
        failure = nil
        failingSince = nil
    }

    /// Notes a failed question; the value stays.
    mutating func fail(_ sentence: String, at time: Int64) {
        failure = sentence
        failingSince = failingSince ?? time
    }

    /// What stands in a cell that has no value: `·` while asked for the first time, `unknown` after a failure.
    var placeholder: String { failure == nil ? Quantity.asking : Quantity.unknown }
}
