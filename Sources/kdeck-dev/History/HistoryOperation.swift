/// One thing a client did and how it ended, as the history of a run keeps it.
struct HistoryOperation: Equatable {
    /// How an operation ended for the client.
    enum Outcome: String {
        /// It happened.
        case ok
        /// It did not happen, and never will.
        case fail
        /// Nobody knows: the answer was lost.
        case info
    }

    /// A record that was sent. Its value is unique in its partition.
    struct Sent: Equatable {
        var partition: Int
        var value: Int
        /// Where the broker says it lies; nil when it did not say.
        var offset: Int?
    }

    /// A record that was read.
    struct Read: Equatable {
        var partition: Int
        var offset: Int
        var value: Int
    }

    /// The next offset that a group wants to read.
    struct Position: Equatable {
        var partition: Int
        var offset: Int
    }

    /// What was done.
    enum Action: Equatable {
        case send([Sent])
        case poll([Read])
        /// A read of everything from the start, after all is over.
        case drain([Read])
        /// The process chose partitions, or gets them from its group: positions start anew. So after a rebalance.
        case assign
        case commit([Position])
        /// What a group's offsets are, read back.
        case committed([Position])
        /// The end of a transaction: `ok` committed it, `fail` aborted it.
        case endTransaction
        /// Something was broken on purpose.
        case fault(String)
        /// It works again.
        case healed
    }

    /// Microseconds.
    var begin: Int
    var end: Int
    /// Who did it; operations of one process follow each other.
    var process: Int
    var outcome: Outcome
    var action: Action
    /// The transaction it belongs to.
    var transaction: Int?
}
