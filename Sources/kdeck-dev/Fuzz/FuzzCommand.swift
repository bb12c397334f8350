import Bytes

/// `kdeck-dev fuzz`: hostile bytes to every decoder, from a seed. A trap ends the process: that is the finding.
///
/// `LibFuzzer.swift` tells how to run the same under libFuzzer, which looks for inputs that reach new code.
enum FuzzCommand {
    static func run(_ words: [String]) throws -> Int32 {
        var runs = 1_000_000
        var seed: UInt64 = 1
        var words = words[...]
        while let word = words.popFirst() {
            if word == "--runs", let number = words.popFirst().flatMap({ Int($0) }), number > 0 {
                runs = number
            } else if word == "--seed", let number = words.popFirst().flatMap({ UInt64($0) }) {
                seed = number
            } else {
                print("usage: kdeck-dev fuzz [--runs N] [--seed S]")
                return 2
            }
        }
        var run = FuzzRun(seed: seed)
        try run.run(runs)
        print(
            "seed \(seed): \(Fuzzing.subjects.count) decoders, \(run.accepted) inputs read, \(run.refused) refused, no rule broken"
        )
        return 0
    }
}
