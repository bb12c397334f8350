import KafkaClient
import Terminal

extension TransactionOutcome {
    /// Its name alone.
    var name: String {
        switch self {
        case .committed: "committed"
        case .aborted: "aborted"
        case .open: "open"
        }
    }

    /// What stands in a narrow list.
    var sign: String {
        switch self {
        case .committed: "✔"
        case .aborted: "✘"
        case .open: "◌"
        }
    }

    /// What stands in a wide one.
    var words: String { "\(sign) \(name)" }

    var role: Role {
        switch self {
        case .committed: .dim
        case .aborted: .bad
        case .open: .warn
        }
    }

    /// What it means for readers.
    var explanation: String {
        switch self {
        case .committed: "Its transaction was committed: every reader gets it."
        case .aborted: "Its transaction was given up: readers of committed records never get it, all others do."
        case .open: "Its transaction is open: readers of committed records wait here until it ends."
        }
    }
}
