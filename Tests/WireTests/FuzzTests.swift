import Testing

@testable import kdeck_dev

struct FuzzTests {
    @Test func `hostile bytes give a value or an error in every decoder`() throws {
        var run = FuzzRun(seed: 20_261_125)
        try run.run(120_000)
        print("fuzz: \(run.accepted) inputs read, \(run.refused) refused, \(Fuzzing.subjects.count) decoders")
        #expect(run.accepted > 1_000)
        #expect(run.refused > 1_000)
    }

    @Test func `the same seed gives the same run`() throws {
        var first = FuzzRun(seed: 5)
        var second = FuzzRun(seed: 5)
        try first.run(3_000)
        try second.run(3_000)
        #expect(first.accepted == second.accepted)
    }
}
