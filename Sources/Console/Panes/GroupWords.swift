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
        lines.append(
            row.lag.map {
                "\(Quantity.grouped($0)) behind over its partitions\(row.isPartial ? " that are known" : "")."
            }
                ?? "How far it is behind is not known for any partition.")
        if let rateIn = row.pace.rateIn, let rateOut = row.pace.rateOut {
            lines.append(
                "Over the last half minute \(Quantity.rate(rateIn))/s came in and \(Quantity.rate(rateOut))/s were committed."
            )
        }
        if let failure = row.failure { lines.append("Last question failed: \(failure)") }
        return lines
    }
}
