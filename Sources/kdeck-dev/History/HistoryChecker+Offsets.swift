extension HistoryChecker {
    private struct Commit {
        var begin: Int
        var end: Int
        var offset: Int
        var isCertain: Bool
    }

    /// What a group's offset is read as was committed, and nothing was surely committed after that and before the read.
    mutating func committedOffsets() {
        var commits: [Int: [Commit]] = [:]
        for operation in operations where operation.outcome != .fail {
            guard case .commit(let positions) = operation.action else { continue }
            let isCertain = operation.outcome == .ok
            for position in positions {
                commits[position.partition, default: []].append(
                    Commit(
                        begin: operation.begin, end: isCertain ? operation.end : .max, offset: position.offset,
                        isCertain: isCertain))
            }
        }
        var reads: [Int: [(begin: Int, end: Int, offset: Int)]] = [:]
        for operation in operations where operation.outcome == .ok {
            guard case .committed(let positions) = operation.action else { continue }
            for position in positions {
                reads[position.partition, default: []].append((operation.begin, operation.end, position.offset))
            }
        }
        for (partition, reads) in reads.sorted(by: { $0.key < $1.key }) {
            check(reads, of: partition, against: commits[partition] ?? [])
        }
    }

    private mutating func check(
        _ reads: [(begin: Int, end: Int, offset: Int)], of partition: Int, against commits: [Commit]
    ) {
        let byOffset = Dictionary(grouping: commits, by: \.offset)
        let certain = commits.filter(\.isCertain).sorted { $0.end < $1.end }
        var next = 0
        // The latest begin of a commit that was over when the read began: what ended before that was overwritten.
        var floor: Int?
        for read in reads.sorted(by: { $0.begin < $1.begin }) {
            while next < certain.count, certain[next].end < read.begin {
                floor = max(floor ?? .min, certain[next].begin)
                next += 1
            }
            let isPossible =
                floor == nil && read.offset < 0
                || byOffset[read.offset, default: []].contains { commit in
                    commit.begin <= read.end && (floor.map { commit.end >= $0 } ?? true)
                }
            if !isPossible {
                report(.lostOffset, "partition \(partition) read \(read.offset), not what was committed last")
            }
        }
    }
}
