import Bytes
import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

@Suite struct RandomKeysTests {
    private static let names =
        [
            "enter", "esc", "tab", "shift-tab", "backspace", "delete", "up", "down", "left", "right", "home", "end",
            "pgup", "pgdn", "space", "ctrl-d", "ctrl-l", "ctrl-z", "ctrl-a", "ctrl-u", "ctrl-w",
        ] + "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789:/?@-.東é".map(String.init)

    /// Only these change a cluster; everything else that runs only reads.
    private static func changes(_ job: any Job) -> Bool {
        job is any ChangeJob || job is ValidateConfigJob
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func anyKeysAndSizesAreSurvivedAndReadOnlyChangesNothing(_ seed: UInt64) {
        var chance = SplitMix64(seed: seed)
        let console: ConsoleContext = seed % 2 == 0 ? .readOnly : .sandbox
        var script = Script(console: console, world: .pictured)
        var jobs = 0
        for step in 0..<1_000 {
            switch chance.below(40) {
            case 0:
                script.send(.input(.resize(width: chance.below(220), height: chance.below(60))))
            case 1: script.wait(Int64(chance.below(3_000)))
            case 2: script.send(.input(.paste("a\nb\u{1B}[31m\u{202E}")))
            case 3:
                let mouse = Mouse(
                    chance.below(2) == 0 ? .press(.left) : .wheelDown, x: chance.below(200), y: chance.below(60))
                script.send(.input(.mouse(mouse)))
            case 4:
                var world = World.pictured
                world.metadata.topics.removeAll { _ in chance.below(4) == 0 }
                world.metadata.brokers.removeAll { _ in chance.below(4) == 0 }
                script.state.view.learn(.metadata(world.metadata), to: .metadata, at: script.state.now)
            case 5: script.press("esc esc esc 2 home enter o")
            default: script.press(Self.names[chance.below(Self.names.count)])
            }
            for effect in script.takeEffects() {
                guard case .start(let job, let number) = effect else { continue }
                jobs += 1
                if console.isReadOnly { #expect(!Self.changes(job.job), "seed \(seed), step \(step)") }
                if job.job is PlanResetJob {
                    let plan = ResetScenes.plan(holders: chance.below(2) == 0)
                    script.send(.report(PlanReport(result: .success(plan)), number: number))
                }
            }
            let grid = render(script.state)
            for y in 0..<grid.height {
                for cell in grid.row(y) {
                    #expect(cell.cluster.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
                }
            }
        }
        #expect(jobs > 0)
    }
}
