import Glibc
import Testing

@testable import KafkaBroker

/// Any bytes to a live engine: it never traps, stays within its memory and answers whoever asks next. A long run:
/// `KDECK_FUZZ_RUNS=10000000 KDECK_FUZZ_SEED=2 swift test -c release -Xswiftc -enable-testing --filter EngineFuzzTests`.
@Suite struct EngineFuzzTests {
    private func number(_ name: String, default value: Int) -> Int {
        getenv(name).flatMap { Int(String(cString: $0)) } ?? value
    }

    /// Resident memory of this process, in bytes.
    private func resident() throws -> Int {
        let file = try #require(fopen("/proc/self/statm", "r"))
        defer { fclose(file) }
        var line = [UInt8](repeating: 0, count: 128)
        let count = fread(&line, 1, line.count, file)
        let words = String(decoding: line.prefix(count), as: UTF8.self).split(separator: " ")
        return try #require(words.count > 1 ? Int(words[1]) : nil) * Int(getpagesize())
    }

    @Test func anyBytesLeaveAWorkingEngineBehind() throws {
        let runs = number("KDECK_FUZZ_RUNS", default: 40_000)
        let seed = UInt64(number("KDECK_FUZZ_SEED", default: 20_261_125))
        var fuzz = try EngineFuzz(seed: seed)
        let before = try resident()
        try fuzz.run(runs)
        let grown = try resident() - before
        print(
            "engine fuzz, seed \(seed): \(runs) frames, \(fuzz.answered) answered, \(fuzz.closed) closed, "
                + "\(fuzz.silent) silent, \(fuzz.alive) looks, \(fuzz.restarts) restarts, \(grown >> 20) MiB grown")
        #expect(fuzz.answered > runs / 20 && fuzz.closed > runs / 20)
        #expect(fuzz.alive == runs / EngineFuzz.round)
        #expect(grown < 512 << 20, "\(grown) bytes were kept")
    }
}
