import KafkaClient

extension ReadIssue {
    /// What it is, in one line.
    var words: String {
        let count = Quantity.count(offsets.count, "offset")
        switch kind {
        case .gap(let causes): return "\(count): \(Self.words(causes))"
        case .badBatch(let why): return "a batch of \(count) that cannot be read: \(why)"
        case .open: return "\(count) not shown yet: a transaction is open"
        }
    }

    private static func words(_ causes: GapCauses) -> String {
        var parts: [String] = []
        if causes.aborted > 0 { parts.append("\(Quantity.grouped(causes.aborted)) aborted") }
        if causes.markers == 1 {
            parts.append(causes.abortMarkers == 1 ? "1 abort marker" : "1 commit marker")
        } else if causes.markers > 0 {
            parts.append("\(Quantity.grouped(causes.markers)) markers")
        }
        if causes.compacted > 0 { parts.append("\(Quantity.grouped(causes.compacted)) compacted away") }
        if causes.removed > 0 { parts.append("\(Quantity.grouped(causes.removed)) deleted by retention") }
        return parts.joined(separator: ", ")
    }

    /// What it means, one idea a line.
    var explanation: [String] {
        switch kind {
        case .gap(let causes):
            var lines = [words]
            if causes.aborted > 0 {
                lines.append("Aborted: written by a transaction that was given up; nobody should read it.")
            }
            if causes.markers > 0 {
                lines.append("A marker ends a transaction, for good or not, and takes an offset of its own.")
            }
            if causes.compacted > 0 { lines.append("Compacted: a later record of the same key replaced it.") }
            if causes.removed > 0 {
                lines.append("Retention, or somebody's DeleteRecords, removed it before it was read here.")
            }
            return lines + ["Offsets count on over them; readers just step over."]
        case .badBatch:
            return [
                words, "The bytes on the broker are not what a producer sent. Other batches are not concerned.",
                "Consumers stop at it; a group can be reset to the offset behind it.",
            ]
        case .open:
            return [
                words, "Readers of committed records wait for its end, so their lag cannot become 0 before.",
                "i shows all records, committed or not.",
            ]
        }
    }
}
