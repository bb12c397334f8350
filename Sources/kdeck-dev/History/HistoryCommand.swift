import Bytes
import Foundation

/// `kdeck-dev history`: looks for anomalies in the history of a run, or tries the checker on spoilt histories.
enum HistoryCommand {
    static func run(_ words: [String]) throws -> Int32 {
        switch words.first {
        case "--self-test" where words.count <= 2:
            guard let rounds = words.count == 2 ? Int(words[1]) : 1_000, rounds > 0 else { return usage() }
            return selfTest(rounds)
        case let path? where words.count == 1 && !path.hasPrefix("-"):
            return check(try HistoryText.parse(try String(contentsOfFile: path, encoding: .utf8)))
        default:
            return usage()
        }
    }

    private static func usage() -> Int32 {
        print("usage: kdeck-dev history FILE\n       kdeck-dev history --self-test [ROUNDS]")
        return 2
    }

    private static func check(_ operations: [HistoryOperation]) -> Int32 {
        let anomalies = HistoryChecker.check(operations)
        for anomaly in anomalies.prefix(50) { print(anomaly) }
        print("\(anomalies.isEmpty ? "ok" : "\(anomalies.count) anomalies in") \(HistorySummary(operations))")
        return anomalies.isEmpty ? 0 : 1
    }

    private static func selfTest(_ rounds: Int) -> Int32 {
        let result = HistorySelfTest.run(rounds: rounds)
        for complaint in result.complaints.prefix(20) { print(complaint) }
        print("\(result.good) good histories, \(result.planted) anomalies planted, \(result.complaints.count) mistakes")
        return result.complaints.isEmpty ? 0 : 1
    }
}

/// How much a history holds, in one line.
struct HistorySummary: CustomStringConvertible {
    let description: String

    init(_ operations: [HistoryOperation]) {
        var (acknowledged, read, faults) = (0, 0, 0)
        for operation in operations {
            switch operation.action {
            case .send(let sent) where operation.outcome == .ok: acknowledged += sent.count
            case .poll(let reads), .drain(let reads): read += reads.count
            case .fault: faults += 1
            default: break
            }
        }
        description =
            "\(operations.count) operations, \(acknowledged) acknowledged records, \(read) reads, \(faults) faults"
    }
}

/// Tries the checker: silence on good histories, the planted anomaly on spoilt ones.
enum HistorySelfTest {
    struct Result {
        var good = 0
        var planted = 0
        var complaints: [String] = []
    }

    static func run(rounds: Int, operations: Int = 120) -> Result {
        var result = Result()
        for round in 0..<rounds {
            let seed = UInt64(round)
            let history = HistoryMaker.good(seed: seed, count: operations)
            result.good += 1
            if let alarm = HistoryChecker.check(history).first {
                result.complaints.append("seed \(seed): a good history is said to have \(alarm)")
            }
            var chance = SplitMix64(seed: seed)
            let kind = HistoryAnomaly.Kind.allCases[round % HistoryAnomaly.Kind.allCases.count]
            guard let spoilt = HistorySpoiler.plant(kind, in: history, &chance) else { continue }
            result.planted += 1
            if !HistoryChecker.check(spoilt).contains(where: { $0.kind == kind }) {
                result.complaints.append("seed \(seed): \(kind.rawValue) was not found")
            }
        }
        return result
    }
}
