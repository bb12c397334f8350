/// What a history shows that Kafka promises never to happen.
struct HistoryAnomaly: Equatable, CustomStringConvertible {
    enum Kind: String, CaseIterable {
        /// An acknowledged record that readers passed without seeing it.
        case lostWrite = "lost write"
        /// An acknowledged record that nobody had read at the end.
        case unseen = "unseen"
        /// A record whose send failed, or whose transaction was aborted, was read.
        case abortedRead = "aborted read"
        /// A transaction read what it had sent itself.
        case precommittedRead = "precommitted read"
        /// A record that nobody sent was read.
        case unknownRead = "unknown read"
        /// One value at two offsets.
        case duplicate = "duplicate"
        /// Two values at one offset.
        case inconsistentOffset = "inconsistent offset"
        /// A poll started at or before the end of the one before it.
        case nonmonotonicPoll = "non-monotonic poll"
        /// A poll left out a record that is known to lie between.
        case skippingPoll = "skipping poll"
        /// Later sends of one producer lie before earlier ones.
        case nonmonotonicSend = "non-monotonic send"
        /// Some of a committed transaction was read, and some passed without being seen.
        case tornTransaction = "torn transaction"
        /// Transactions that each read what another of them wrote.
        case circularTransactions = "circular transactions"
        /// A group's offset is none that was committed last.
        case lostOffset = "lost offset"
        /// Nothing worked for 30 seconds although nothing was broken.
        case stuck = "stuck"
    }

    var kind: Kind
    var detail: String

    var description: String { "\(kind.rawValue): \(detail)" }
}
