import KafkaClient
import KafkaWire

extension Happening {
    /// What changed between two answers about a group: who joined and left, what was assigned, the state. Both ends of a
    /// rebalance are seen only as often as the group is asked.
    static func between(_ old: GroupDescription, _ new: GroupDescription, at now: Int64) -> [Happening] {
        var words: [String] = []
        let before = Dictionary(old.members.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let after = Dictionary(new.members.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let joined = new.members.filter { before[$0.id] == nil }
        let left = old.members.filter { after[$0.id] == nil }
        words += Self.names("+", joined, "joined") + Self.names("-", left, "left")
        let moved = new.members.filter { member in
            before[member.id].map { Set($0.assignment) != Set(member.assignment) } ?? false
        }
        let partitions = moved.reduce(0) { count, member in
            count + Set(member.assignment).subtracting(before[member.id]?.assignment ?? []).count
        }
        if partitions > 0 { words.append("\(Quantity.count(partitions, "partition")) moved") }
        if old.state != new.state { words.append("\(old.state) → \(new.state)") }
        if let generation = new.generation, generation >= 0, generation != old.generation {
            words.insert("generation \(generation)", at: 0)
        }
        guard !words.isEmpty else { return [] }
        let kind: Kind = !left.isEmpty ? .warn : new.state == "Stable" ? .good : .plain
        let state = old.state == new.state ? nil : new.state
        return [Happening(at: now, text: words.joined(separator: "   "), kind: kind, state: state)]
    }

    private static func names(_ sign: String, _ members: [GroupMemberInfo], _ verb: String) -> [String] {
        guard let first = members.first else { return [] }
        let more = members.count > 1 ? " and \(members.count - 1) more" : ""
        return ["\(sign) \(first.nameAndHost)\(more) \(verb)"]
    }
}
