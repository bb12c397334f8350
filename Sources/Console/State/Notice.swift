/// One line about what just happened.
public struct Notice: Equatable, Sendable {
    /// How it ended.
    public enum Kind: Equatable, Sendable { case good, info, warn, bad }

    /// How it ended.
    public var kind: Kind
    /// The sentence.
    public var text: String
    /// The command of Apache Kafka's tools that does the same; empty when there is none.
    public var sameAs: String
    /// When it was said; set by the console.
    var at: Int64 = 0

    /// A notice.
    public init(_ kind: Kind, _ text: String, sameAs: String = "") {
        self.kind = kind
        self.text = text
        self.sameAs = sameAs
    }

    /// How long it stays, in milliseconds; nil until the next key, which ends a warning too.
    var life: Int64? { kind == .bad ? nil : 20_000 }
}
