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
        for width in ConsoleState.smallest.width...200 {
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
        let form = ShellForm.line("kdeck groups reset GROUP --topic TOPIC SCOPE", "kafka-consumer-groups --group GROUP")
            .filled(with: ["GROUP": "it's", "SCOPE": ""], in: context)
        #expect(form.kdeck == "kdeck groups reset 'it'\\''s' --topic TOPIC -b kafka.example:9093")
        #expect(
            form.apache == "kafka-consumer-groups --bootstrap-server kafka.example:9093 --group 'it'\\''s'")
        #expect(ShellForm.view.filled(with: ["GROUP": "billing"], in: context) == .view)
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

    @Test func xExplainsTheThingAndEveryColumnOfEveryPane() {
        let ways: [(keys: String, titles: [String])] = [
            ("", ["TOPIC", "RECORDS", "GROUPS"]), ("p", ["LEADER", "HIGH WM", "IN SYNC"]), ("c", ["SETTING", "FROM"]),
            ("2", ["LAG", "BEHIND"]), ("2 enter", ["COMMITTED", "OWNER"]), ("3", ["PARTITION", "EPOCH"]),
            ("4", ["BROKER", "LEADS"]), ("5", ["WHAT", "RESULT"]),
        ]
        for (keys, titles) in ways {
            var script = Script(width: 200, height: 50, world: .pictured)
            script.press(keys)
            guard script.state.top.pane.columnNames(in: script.state.context).all.count > 2 else {
                Issue.record("\(keys): no table")
                continue
            }
            script.press("x")
            guard case .explanation(let explanation, _) = script.state.overlay else {
                Issue.record("\(keys): nothing explained")
                continue
            }
            let shown = explanation.columns.map(\.title)
            #expect(titles.allSatisfy(shown.contains), "\(keys): \(shown)")
            #expect(explanation.columns.allSatisfy { !$0.text.isEmpty })
            for title in titles { #expect(script.screen.contains(title)) }
        }
    }

    @Test func aLongExplanationIsScrolledToItsEnd() {
        var script = Script(width: 80, height: 16, world: .pictured)
        script.press("2 x")
        #expect(script.screen.contains("esc leaves   ↓ ") && !script.screen.contains("TYPE"))
        script.press("pgdn pgdn pgdn")
        #expect(script.screen.contains("esc leaves") && !script.screen.contains("esc leaves   ↓ "))
        #expect(script.screen.contains("LAG  ") || script.screen.contains("BEHIND  "))
        script.press("esc")
        #expect(!script.screen.contains("esc leaves"))
    }

    @Test func thePaletteShowsBothShellLinesFilledIn() {
        var script = Script(width: 120, height: 40, world: .pictured)
        script.press("down down :")
        script.type("delete")
        #expect(script.screen.contains("kdeck topics delete orders -b 127.0.0.1:9092"))
        #expect(script.screen.contains("kafka-topics --bootstrap-server 127.0.0.1:9092 --delete --topic orders"))
        script.press("esc :")
        script.type("mark")
        #expect(script.screen.contains("no shell line: it changes only what is on the screen"))
    }
}

extension ConsoleState.Overlay: Equatable {
    /// Compares what can be compared.
    public static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.palette(let a), .palette(let b)): a == b
        case (.help(let a), .help(let b)): a == b
        case (.explanation(let a, let from), .explanation(let b, let to)): a == b && from == to
        default: false
        }
    }
}
