import Terminal
import Testing

@testable import Console

@Suite struct BindingTests {
    @Test func noKeyMeansTwoThingsInOneScope() {
        let rows = KeyTable.rows()
        #expect(KeyTable.conflicts() == [])
        #expect(rows.count > 30)
        #expect(Set(rows.map(\.scope)).count >= PaneCatalog.types.count)
    }

    @Test func everyCommandHasAKeyAndWords() {
        for row in KeyTable.rows() {
            #expect(!row.keys.isEmpty, "\(row.scope) \(row.command)")
            #expect(!row.words.isEmpty, "\(row.scope) \(row.command)")
        }
    }

    @Test func theMarkdownTableNamesEveryPane() {
        let text = KeyTable.markdown()
        for type in PaneCatalog.types { #expect(text.contains("**\(type.name)**")) }
        #expect(text.contains("| `n` | new topic |"))
    }

    @Test func theFootIsCutFromTheRightAndKeepsTheKeyForHelp() {
        for width in 30...200 {
            let script = Script(width: width, height: 30, world: .pictured)
            let foot = script.row(29)
            #expect(foot.hasSuffix("? keys"), "\(width): \(foot)")
            #expect(TextWidth.of(foot) < width)
        }
    }

    @Test func readOnlyModeDisablesWhatChangesAndSaysWhy() {
        var script = Script(console: .readOnly, world: .pictured)
        for key in ["n", "ctrl-d"] {
            _ = script.takeEffects()
            script.press(key)
            #expect(script.state.notice?.text.hasPrefix("read-only") == true, "\(key)")
            #expect(script.state.overlay == nil)
            #expect(script.takeJobs().isEmpty)
        }
    }

    @Test func aShellFormNamesTheThingUnderTheCursorAndTheCluster() {
        let context = Script(console: .attached, world: .pictured).state.context
        let line = ShellLine.filling("kdeck groups reset GROUP --topic TOPIC", with: ["GROUP": "it's"], in: context)
        #expect(line == "kdeck groups reset 'it'\\''s' --topic TOPIC -b kafka.example:9093")
        #expect(ShellLine.filling("", with: ["GROUP": "billing"], in: context) == "")
    }

    @Test func helpShowsTheKeysOfThePane() {
        var script = Script(world: .pictured)
        script.press("?")
        #expect(script.screen.contains("new topic"))
        // It is longer than the screen by now: the rest comes by scrolling.
        script.press("pgdn")
        #expect(script.screen.contains("suspend to the shell"))
        script.press("esc")
        #expect(script.state.overlay == nil)
    }
}

extension ConsoleState.Overlay: Equatable {
    /// Compares what can be compared.
    public static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.palette(let a), .palette(let b)): a == b
        case (.help(let a), .help(let b)): a == b
        case (.explanation(let a), .explanation(let b)): a == b
        default: false
        }
    }
}
