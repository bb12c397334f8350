extension HistoryChecker {
    /// Each process reads forward and leaves nothing out, from one assignment to the next.
    mutating func polls() {
        struct Place: Hashable {
            var process: Int
            var partition: Int
        }
        var ends: [Int: [Int: Int]] = [:]
        for operation in operations {
            switch operation.action {
            case .assign:
                ends[operation.process] = nil
            case .poll(let reads):
                for read in reads {
                    let last = ends[operation.process]?[read.partition]
                    ends[operation.process, default: [:]][read.partition] = read.offset
                    guard let last else { continue }
                    let step = "process \(operation.process) read \(read.partition)@\(read.offset) after @\(last)"
                    if read.offset <= last {
                        report(.nonmonotonicPoll, step)
                    } else if let between = known(in: read.partition, after: last), between < read.offset {
                        report(.skippingPoll, step + ", past @\(between)")
                    }
                }
            default: break
            }
        }
    }

    /// The first known offset behind one.
    private func known(in partition: Int, after offset: Int) -> Int? {
        guard let known = partitions[partition]?.known else { return nil }
        var (low, high) = (0, known.count)
        while low < high {
            let middle = (low + high) / 2
            if known[middle] > offset { high = middle } else { low = middle + 1 }
        }
        return low < known.count ? known[low] : nil
    }

    /// Acknowledged sends of one producer lie in the order they were sent in.
    mutating func sends() {
        var last: [Int: [Int: Int]] = [:]
        for operation in operations where operation.outcome == .ok {
            guard case .send(let sent) = operation.action else { continue }
            for one in sent {
                guard let offset = one.offset else { continue }
                if let before = last[operation.process]?[one.partition], before >= offset {
                    report(
                        .nonmonotonicSend,
                        "process \(operation.process) wrote \(one.partition):\(one.value)@\(offset) after @\(before)")
                }
                last[operation.process, default: [:]][one.partition] = offset
            }
        }
    }

    /// Something works at least every half minute unless something is broken.
    mutating func progress() {
        var last: Int?
        var isBroken = false
        for operation in operations.sorted(by: { $0.end < $1.end }) {
            switch operation.action {
            case .fault: (isBroken, last) = (true, nil)
            case .healed: (isBroken, last) = (false, operation.end)
            default:
                if operation.outcome != .ok { break }
                if let last, !isBroken, operation.end - last > Self.patience {
                    report(.stuck, "nothing worked from \(last) to \(operation.end)")
                }
                last = operation.end
            }
        }
        guard let last, !isBroken, let end = operations.map(\.end).max(), end - last > Self.patience else { return }
        report(.stuck, "nothing worked from \(last) to the end at \(end)")
    }
}
