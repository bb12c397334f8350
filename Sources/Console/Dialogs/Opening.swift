import Terminal

/// When a question takes answers: not before it can have been read. Keys that were on their way when it came are no answer,
/// and that is said, or whoever typed them would look for what became of them.
struct Opening: Equatable, Sendable {
    /// How long a question is shown before it takes keys, in milliseconds.
    static let pause: Int64 = 500

    /// From when on it takes keys, milliseconds since the epoch.
    let at: Int64
    /// Keys came before and were dropped.
    private(set) var wasHasty = false

    /// A question that is shown now.
    init(in context: PaneContext) { at = context.now + Self.pause }

    /// True when it can have been read.
    func isOpen(in context: PaneContext) -> Bool { context.now >= at }

    /// Whether a key that comes now is an answer; notes one that is none.
    mutating func takesKey(in context: PaneContext) -> Bool {
        if isOpen(in: context) { return true }
        wasHasty = true
        return false
    }

    /// What came too early was made good.
    mutating func settle() { wasHasty = false }

    /// What is to be said of it now: that it is not open yet, or that keys came too early; nil when neither is so.
    /// - Parameter then: what is to be done once it was read: `type the name`.
    func remark(_ then: String, in context: PaneContext) -> (text: String, role: Role)? {
        if wasHasty { return ("▲ typed too early: read the question, then \(then)", .warn) }
        return isOpen(in: context) ? nil : ("read the question first …", .faint)
    }
}
