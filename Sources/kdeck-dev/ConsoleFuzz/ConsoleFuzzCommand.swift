import Foundation
import Synchronization

/// `kdeck-dev console-fuzz`: the real console on a pseudo terminal, with hostile data, random keys and sizes.
enum ConsoleFuzzCommand {
    @Sendable static func run(_ words: [String]) throws -> Int32 {
        var seconds = 60.0
        var life = 20.0
        var seed: UInt64 = 1
        var program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "kdeck").path
        var rest = words[...]
        while let word = rest.popFirst() {
            let value = rest.popFirst() ?? ""
            switch word {
            case "--seconds": seconds = Double(value) ?? seconds
            case "--life": life = Double(value) ?? life
            case "--seed": seed = UInt64(value) ?? seed
            case "--kdeck": program = value
            default:
                FileHandle.standardError.write(
                    Data("usage: kdeck-dev console-fuzz [--seconds N] [--life N] [--seed S] [--kdeck FILE]\n".utf8))
                return 2
            }
        }
        let (first, whole, each, file) = (seed, seconds, life, program)
        let outcome = Mutex<Outcome?>(nil)
        // The main thread has nothing else to do than to wait for the one task.
        Task {
            let result = await lives(from: first, seconds: whole, each: each, program: file)
            outcome.withLock { $0 = result }
        }
        while outcome.withLock({ $0 == nil }) { usleep(50_000) }
        guard let result = outcome.withLock({ $0 }) else { return 1 }
        report(result.counts, from: seed)
        if let failure = result.failure {
            FileHandle.standardError.write(Data("kdeck-dev console-fuzz: \(failure)\n".utf8))
            return 1
        }
        return 0
    }

    private static func lives(from first: UInt64, seconds: Double, each: Double, program: String) async -> Outcome {
        let end = Date(timeIntervalSinceNow: seconds)
        var seed = first
        let fuzz = ConsoleFuzzRun(program: program)
        do {
            while Date() < end {
                try await fuzz.live(seed: seed, seconds: min(each, max(2, end.timeIntervalSinceNow)))
                seed += 1
            }
            return Outcome(counts: fuzz.counts, failure: nil)
        } catch {
            return Outcome(counts: fuzz.counts, failure: "\(error)")
        }
    }

    private struct Outcome: Sendable {
        var counts: ConsoleFuzzRun.Counts
        var failure: String?
    }

    private static func report(_ counts: ConsoleFuzzRun.Counts, from seed: UInt64) {
        print(
            """
            lives \(counts.lives) from seed \(seed), read-only \(counts.readOnlyLives), ended by a key \(counts.endedByKey)
            inputs \(counts.inputs), resizes \(counts.resizes)
            bytes drawn \(counts.bytes), sequences \(counts.sequences), characters \(counts.characters), all our own
            requests \(counts.requests), changes while open \(counts.changesWhileOpen), \
            while read-only \(counts.changesWhileReadOnly)
            slowest answer to a new size \(Int(counts.slowestAnswer * 1_000)) ms, most resident \
            \(counts.mostResident) MiB
            """)
        for (name, count) in counts.apis.sorted(by: { $0.value > $1.value }) { print("  \(name) \(count)") }
    }
}
