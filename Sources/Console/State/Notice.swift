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
    /// A key was answered with it, so that whoever pressed it looks at it; set by the console.
    var isAnswer = false

    /// A notice.
    public init(_ kind: Kind, _ text: String, sameAs: String = "") {
        self.kind = kind
        self.text = text
        self.sameAs = sameAs
    }

    /// How long it stays, in milliseconds; nil until the next key, which ends a warning too.
    var life: Int64? { kind == .bad ? nil : 20_000 }

    /// An error that comes by itself is not ended by a key that was on its way, in milliseconds.
    static let seenAfter: Int64 = 1_000

    /// True when whoever presses a key at `now` has had time to see it.
    func isSeen(at now: Int64) -> Bool { isAnswer || now - at >= Self.seenAfter }
}
