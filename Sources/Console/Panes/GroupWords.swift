import KafkaClient
import KafkaWire

/// What the words about a group mean.
enum GroupWords {
    /// Offsets of a share group are moved by other requests than commits.
    static func movable(_ group: GroupID, in context: PaneContext) -> Availability {
        context.view.groups.value?.first { $0.id == group }?.type == "share"
            ? .disabled("a share group has no commits: kafka-share-groups --reset-offsets moves its start") : .enabled
    }

    static func explain(_ row: GroupRow) -> [String] {
        var lines: [String] = []
        switch row.state {
        case "Stable": lines.append("Stable: its members have their partitions and read.")
        case "Empty": lines.append("Empty: no member, but its commits are kept. Its offsets can be reset now.")
        case "PreparingRebalance":
            lines.append("PreparingRebalance: members join or leave; nobody reads until that is done.")
        case "CompletingRebalance": lines.append("CompletingRebalance: members wait for their partitions.")
        case "Assigning", "Reconciling":
            lines.append("\(row.state): partitions move between members (the newer protocol).")
        case "Dead": lines.append("Dead: the coordinator knows no such group, or it is being removed.")
        case "": break
        default: lines.append("\(row.state): this cluster's own word.")
        }
        if row.idle > 0 {
            lines.append(
                "\(row.idle) of \(row.members ?? 0) members have no partition: there are more members than partitions.")
        }
        lines.append("LAG: records between what it committed (asked first) and the end (asked second).")
        lines.append("0 is measured, – means it never committed, unknown means it could not be asked.")
        lines.append(
            row.lag.map { "Now \(Quantity.grouped($0)) over its partitions\(row.isPartial ? " that are known" : "")." }
                ?? "It is not known for any partition.")
        lines.append("BEHIND: the age of the first record it has not read; > means longer than was watched.")
        if let rateIn = row.pace.rateIn, let rateOut = row.pace.rateOut {
            lines.append(
                "DRAINS: lag ÷ (out − in), over the last half minute: \(Quantity.rate(rateIn))/s came in, \(Quantity.rate(rateOut))/s were committed."
            )
        }
        lines.append("COMMIT: when a commit was last seen to move; ≥ means not since this console looks.")
        if let failure = row.failure { lines.append("Last question failed: \(failure)") }
        return lines
    }
}
