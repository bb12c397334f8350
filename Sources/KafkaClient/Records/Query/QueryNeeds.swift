/// What must be so for any record of a batch, or of a partition, to pass: found once, so that most bytes are never decoded.
/// It may let through what does not pass, never the other way round.
struct QueryNeeds: Sendable {
    /// Something that stands in the bytes of a batch.
    enum Clue: Sendable {
        case bytes([UInt8])
        /// A text, letter case aside.
        case words(RecordPattern, count: Int)

        /// Longer clues are rarer.
        var count: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .words(_, let count): count
            }
        }

        func isIn(_ bytes: UnsafeRawBufferPointer) -> Bool {
            switch self {
            case .bytes(let needle): ByteSearch.contains(needle, in: bytes)
            // A search that gives up has seen nothing that speaks against.
            case .words(let pattern, _): pattern.find(in: bytes) != .absent
            }
        }
    }

    /// Partitions that can hold one; nil for all.
    var partitions: Set<Int32>?
    /// Offsets that one can have.
    var offsets: ClosedRange<Int64> = .min ... .max
    /// Times that one can have, in milliseconds since 1970.
    var times: ClosedRange<Int64> = .min ... .max
    /// One of these stands in its batch; nil when nothing is known.
    var clues: [Clue]?
    /// No record at all can pass.
    var isImpossible = false

    /// What `node` needs.
    init(_ node: QueryNode) {
        switch node {
        case .all(let nodes): for node in nodes { restrict(QueryNeeds(node)) }
        case .any(let nodes):
            let parts = nodes.map { QueryNeeds($0) }.filter { !$0.isImpossible }
            isImpossible = parts.isEmpty
            guard let first = parts.first else { return }
            self = first
            for part in parts.dropFirst() { widen(part) }
        case .not: break
        case .words(let pattern, let text): clues = [.words(pattern, count: text.count)]
        case .test(let test): take(test)
        }
    }

    /// Whether a batch with these bytes can hold a record that passes.
    func mayBe(in bytes: UnsafeRawBufferPointer) -> Bool {
        guard let clues else { return true }
        return clues.contains { $0.isIn(bytes) }
    }

    private mutating func restrict(_ other: QueryNeeds) {
        partitions =
            partitions.map { mine in other.partitions.map { mine.intersection($0) } ?? mine } ?? other.partitions
        if offsets.overlaps(other.offsets), times.overlaps(other.times) {
            offsets = offsets.clamped(to: other.offsets)
            times = times.clamped(to: other.times)
        } else {
            isImpossible = true
        }
        isImpossible = isImpossible || other.isImpossible || partitions?.isEmpty == true
        guard let theirs = other.clues else { return }
        if clues.map({ Self.weight($0) < Self.weight(theirs) }) ?? true { clues = theirs }
    }

    private mutating func widen(_ other: QueryNeeds) {
        partitions = partitions.flatMap { mine in other.partitions.map { mine.union($0) } }
        offsets = min(offsets.lowerBound, other.offsets.lowerBound)...max(offsets.upperBound, other.offsets.upperBound)
        times = min(times.lowerBound, other.times.lowerBound)...max(times.upperBound, other.times.upperBound)
        let both = clues.flatMap { mine in other.clues.map { mine + $0 } }
        // Many searches through a batch cost more than decoding it.
        clues = both.flatMap { $0.count <= 4 ? $0 : nil }
    }

    private static func weight(_ clues: [Clue]) -> Int { clues.map(\.count).min() ?? 0 }

    private mutating func take(_ test: QueryTest) {
        switch test.subject {
        case .partition:
            if case .comparesInteger(.equal, let number) = test.question {
                partitions = Int32(exactly: number).map { [$0] } ?? []
                isImpossible = partitions?.isEmpty == true
            }
        case .offset: if let range = Self.range(test.question) { offsets = range }
        case .timestamp: if let range = Self.range(test.question) { times = range }
        case .size: break
        case .header(let name):
            clues = [.bytes(Array(name.utf8))]
            if case .bytes(let text)? = Self.clue(test.question), text.count > name.utf8.count {
                clues = [.bytes(text)]
            }
        case .value(let path), .key(let path):
            guard case .bytes(let text)? = Self.clue(test.question) else { return }
            if path.steps.isEmpty {
                clues = [.bytes(text)]
            } else if !text.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
                // JSON may write any letter as \u0041 and a slash as \/.
                clues = [.bytes(text), .bytes(Array("\\u".utf8))]
                if text.contains(0x2F) { clues?.append(.bytes(Array("\\/".utf8))) }
            }
        }
    }

    /// What a text must hold to pass.
    private static func clue(_ question: QueryTest.Question) -> Clue? {
        switch question {
        case .isText(let text), .contains(let text), .startsWith(let text), .endsWith(let text):
            text.isEmpty ? nil : .bytes(text)
        default: nil
        }
    }

    private static func range(_ question: QueryTest.Question) -> ClosedRange<Int64>? {
        guard case .comparesInteger(let order, let number) = question else { return nil }
        return switch order {
        case .equal: number...number
        case .less: .min...(number == .min ? number : number - 1)
        case .lessOrEqual: .min...number
        case .greater: (number == .max ? number : number + 1) ... .max
        case .greaterOrEqual: number ... .max
        }
    }
}
