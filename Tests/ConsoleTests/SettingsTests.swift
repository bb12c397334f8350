import KafkaClient
import Terminal
import Testing

@testable import Console

@Suite struct SettingsTests {
    @Test func aKeyThatIsChangedWorksIsShownAndTheOldOneIsFree() {
        let settings = ConsoleSettings(
            "theme = \"nord\"\nascii = true\n[keys.groups]\nreset = \"R ctrl-r\"\n[keys.everywhere]\nquit = \"f10\"\n"
                + "[context.prod]\nx = 1\n")
        #expect(settings.problems == [])
        #expect(settings.theme == "nord" && settings.isASCII == true && settings.mouse == nil)
        var script = Script(world: .pictured, keys: settings.keys)
        script.press("2")
        #expect(script.row(39).contains("R reset offsets"))
        script.press("o")
        #expect(script.state.crumbs == ["Groups"])
        script.press("ctrl-r")
        #expect(script.state.crumbs.last == "reset")
        _ = script.takeEffects()
        var other = Script(world: .pictured, keys: settings.keys)
        other.press("q")
        #expect(!other.takeEffects().contains(.quit))
        other.press("f10")
        #expect(other.takeEffects().contains(.quit))
        var third = Script(world: .pictured, keys: settings.keys)
        third.press("ctrl-c")
        #expect(third.takeEffects().contains(.quit))
    }

    @Test(arguments: [
        ("[keys.groups]\nreset = \"enter\"", "line 2: keys.groups.reset: enter is lag there already"),
        ("[keys.groups]\nreset = \"G\"", "line 2: keys.groups.reset: G is sort by group there already"),
        ("[keys.groups]\nreset = \"esc\"", "line 2: keys.groups.reset: esc keeps its meaning"),
        ("[keys.groups]\nreset = \"strg-r\"", "line 2: keys.groups.reset: no key is called 'strg-r'"),
        ("[keys.groups]\nreste = \"r\"", "line 2: keys.groups.reste: there is no such command: did you mean 'reset'?"),
        ("[keys.grups]\nreset = \"r\"", "line 2: keys.grups: there is no such pane: did you mean 'groups'?"),
        ("[keys.groups]\nreset = 1", "line 2: reset takes the name of a key"),
        ("[keys]\nreset = \"r\"", "line 2: write [keys.PANE]"),
        ("theme = 1", "line 1: theme takes a name"),
        ("refresh = 0", "line 1: refresh takes seconds, from 1 to 10"),
        ("refresh = \"1s\"", "line 1: refresh takes seconds, from 1 to 10"),
        ("keys = [", "line 1"),
    ]) func whatIsNotTakenIsNamedWithItsLine(text: String, problem: String) {
        let settings = ConsoleSettings(text)
        #expect(settings.problems.count == 1)
        #expect(settings.problems.first?.hasPrefix(problem) == true, "\(settings.problems)")
        #expect(settings.keys == KeyMap())
    }

    @Test func asciiIsAskedForByTheLocaleThatIsNamed() {
        func isWanted(_ values: [String: String]) -> Bool { ASCIIFold.isWanted { values[$0] ?? "" } }
        #expect(!isWanted([:]))
        #expect(!isWanted(["LANG": "en_US.UTF-8"]))
        #expect(!isWanted(["LANG": "C.utf8"]))
        #expect(!isWanted(["LC_ALL": "de_DE.UTF-8@euro", "LANG": "C"]))
        #expect(isWanted(["LANG": "C"]))
        #expect(isWanted(["LC_ALL": "POSIX", "LANG": "en_US.UTF-8"]))
        #expect(isWanted(["LC_CTYPE": "de_DE.ISO-8859-1"]))
    }

    @Test func everyPaneCanBeDrawnInASCIIAndNothingMoves() {
        for scene in SnapshotTests.scenes {
            var script = Script(width: 120, height: 40, console: scene.console, world: scene.world)
            scene.prepare(&script)
            let grid = render(script.state)
            let folded = grid.foldedToASCII()
            for y in 0..<grid.height {
                for (column, cell) in folded.row(y).enumerated() {
                    #expect(cell.cluster.isASCII, "\(scene.name) \(column),\(y)")
                    #expect(cell.style == grid[column, y].style)
                }
            }
        }
    }

    @Test func `keys are words where there are no signs for them`() {
        var console = Script(console: .attached, world: .pictured).state
        console = ConsoleState(
            console: console.console, size: (120, 40), zone: .utc, now: Script.start, isASCII: true)
        World.pictured.fill(&console.view, now: Script.start)
        _ = update(&console, .tick(Script.start + 1))
        func screen() -> String { SnapshotText.text(render(console).foldedToASCII()) }
        #expect(screen().contains(" enter records   p partitions"))
        #expect(screen().contains("<= 40,912") && screen().contains("- enter records   p partitions   c configs -"))
        _ = update(&console, .input(.key(Key(":"))))
        #expect(screen().contains("up/down choose   tab complete   enter run   esc leave"))
        #expect(!screen().contains("<  ") && ASCIIFold.spelled("a → b ⏎") == "a -> b enter")
    }
}
