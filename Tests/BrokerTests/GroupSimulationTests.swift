import KafkaWire
import Testing

@testable import KafkaBroker

@Suite struct GroupSimulationTests {
    @Test(arguments: [0, 3_000] as [Int64])
    func `random consumers never break the group's promises, and it settles`(_ delay: Int64) {
        var steps = 0
        var rebalances = 0
        for seed in 1...100 as ClosedRange<UInt64> {
            var simulation = GroupSimulation(seed: seed, delay: delay)
            simulation.chaos(300)
            simulation.settle()
            steps += simulation.steps
            rebalances += simulation.rebalances
            #expect(simulation.failures.isEmpty, "seed \(seed): \(simulation.failures.prefix(3))")
        }
        #expect(steps == 100 * 300)
        #expect(rebalances > 100 * 5)
    }

    @Test func `a run is decided by its seed`() {
        var first = GroupSimulation(seed: 7, delay: 0)
        var second = GroupSimulation(seed: 7, delay: 0)
        first.chaos(200)
        second.chaos(200)
        #expect(first.script.log == second.script.log)
        #expect(first.script.table.groups["g"]?.stored == second.script.table.groups["g"]?.stored)
    }
}
