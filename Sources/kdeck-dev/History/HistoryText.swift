/// Histories as text, a line an operation: `BEGIN END PROCESS OUTCOME ACTION ITEM... [txn=N]`. The items of `send` are
/// `PARTITION:VALUE[:OFFSET]`, of `poll` and `drain` `PARTITION:OFFSET:VALUE`, of `commit` and `committed`
/// `PARTITION:OFFSET`; `fault` has a word.
enum HistoryText {
    /// A line that cannot be read.
    struct Malformed: Error, CustomStringConvertible {
        var line: Int
        var text: String
        var description: String { "line \(line) is no operation: \(text)" }
    }

    static func parse(_ text: String) throws(Malformed) -> [HistoryOperation] {
        var operations: [HistoryOperation] = []
        var number = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            number += 1
            guard let operation = parse(line) else { throw Malformed(line: number, text: "\(Substring(line))") }
            operations.append(operation)
        }
        return operations
    }

    private static func parse(_ line: Substring.UTF8View) -> HistoryOperation? {
        var words = line.split(separator: UInt8(ascii: " "))
        guard words.count >= 5, let begin = integer(words[0]), let end = integer(words[1]),
            let process = integer(words[2]), let outcome = HistoryOperation.Outcome(rawValue: "\(Substring(words[3]))")
        else { return nil }
        var transaction: Int?
        if let last = words.last, last.starts(with: "txn=".utf8) {
            transaction = integer(last.dropFirst(4))
            if transaction == nil { return nil }
            words.removeLast()
        }
        guard words.count >= 5, let action = action("\(Substring(words[4]))", words[5...]) else { return nil }
        return HistoryOperation(
            begin: begin, end: end, process: process, outcome: outcome, action: action, transaction: transaction)
    }

    private static func action(
        _ name: String, _ words: ArraySlice<Substring.UTF8View>
    ) -> HistoryOperation.Action? {
        var items: [[Int]] = []
        if name != "fault" {
            for word in words {
                let numbers = word.split(separator: UInt8(ascii: ":")).map(integer)
                guard !numbers.contains(nil) else { return nil }
                items.append(numbers.compactMap { $0 })
            }
        }
        func all(_ count: ClosedRange<Int>) -> Bool { items.allSatisfy { count.contains($0.count) } }
        switch name {
        case "send" where all(2...3):
            return .send(items.map { .init(partition: $0[0], value: $0[1], offset: $0.count > 2 ? $0[2] : nil) })
        case "poll" where all(3...3):
            return .poll(items.map { .init(partition: $0[0], offset: $0[1], value: $0[2]) })
        case "drain" where all(3...3):
            return .drain(items.map { .init(partition: $0[0], offset: $0[1], value: $0[2]) })
        case "commit" where all(2...2):
            return .commit(items.map { .init(partition: $0[0], offset: $0[1]) })
        case "committed" where all(2...2):
            return .committed(items.map { .init(partition: $0[0], offset: $0[1]) })
        case "assign" where items.isEmpty: return .assign
        case "end" where items.isEmpty: return .endTransaction
        case "healed" where items.isEmpty: return .healed
        case "fault": return .fault(words.map { "\(Substring($0))" }.joined(separator: " "))
        default: return nil
        }
    }

    private static func integer(_ digits: Substring.UTF8View) -> Int? { Int(Substring(digits)) }

    static func print(_ operation: HistoryOperation) -> String {
        let items: [String]
        let name: String
        switch operation.action {
        case .send(let sent):
            name = "send"
            items = sent.map { "\($0.partition):\($0.value)" + ($0.offset.map { ":\($0)" } ?? "") }
        case .poll(let reads):
            name = "poll"
            items = reads.map { "\($0.partition):\($0.offset):\($0.value)" }
        case .drain(let reads):
            name = "drain"
            items = reads.map { "\($0.partition):\($0.offset):\($0.value)" }
        case .commit(let positions):
            name = "commit"
            items = positions.map { "\($0.partition):\($0.offset)" }
        case .committed(let positions):
            name = "committed"
            items = positions.map { "\($0.partition):\($0.offset)" }
        case .assign: (name, items) = ("assign", [])
        case .endTransaction: (name, items) = ("end", [])
        case .fault(let what): (name, items) = ("fault", [what])
        case .healed: (name, items) = ("healed", [])
        }
        let head = "\(operation.begin) \(operation.end) \(operation.process) \(operation.outcome.rawValue) \(name)"
        return ([head] + items + (operation.transaction.map { ["txn=\($0)"] } ?? [])).joined(separator: " ")
    }
}
