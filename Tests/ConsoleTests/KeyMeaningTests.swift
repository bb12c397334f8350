import Testing

@testable import Console

/// A key means the same wherever it works, so that hands learn it once.
@Suite struct KeyMeaningTests {
    /// Commands of different names that are one thing to whoever presses the key.
    private static let same: [String: String] = [
        "delete-offsets": "delete", "revert": "delete", "what-differs": "faults", "rebalances": "read",
        "plan-again": "read", "resume": "read", "clone": "another like this", "copy-offsets": "another like this",
    ]

    /// Keys with more than one meaning, with each meaning's places, and why.
    private static let exceptions: [String: (meanings: [String: Set<String>], why: String)] = [
        "enter": (
            [
                "deeper": ["topics", "groups", "group lag", "records", "brokers", "partitions"],
                "do it": ["reset", "configs"],
            ], "deeper, and where one cannot go deeper it does what the pane is for"
        ),
        "space": (
            ["pick": ["topics", "reset"], "freeze": ["records", "everywhere"]],
            "it picks the row where rows can be picked; ctrl-s freezes there too"
        ),
        "tab": (
            ["next field": ["reset"], "next pane": ["everywhere"]], "within a form it goes on within the form"
        ),
        "n": (
            ["new": ["topics"], "next match": ["records"]], "less and vi have taught everybody n for the next match"
        ),
        "w": (
            ["own columns": ["records"], "columns": ["everywhere"]],
            "the columns of records are chosen, those of tables are named"
        ),
    ]

    @Test func `every key has one meaning over all panes, but for the listed ones`() {
        var uses: [String: [(scope: String, command: String)]] = [:]
        for row in KeyTable.rows() {
            for key in row.keys { uses[key.name, default: []].append((row.scope, row.command)) }
        }
        for (key, found) in uses where Self.exceptions[key] == nil {
            let meanings = Set(found.map { Self.same[$0.command] ?? $0.command })
            #expect(meanings.count == 1, "\(key): \(found.map { "\($0.scope) \($0.command)" }.joined(separator: ", "))")
        }
        for (key, exception) in Self.exceptions {
            let listed = exception.meanings.values.reduce(into: Set<String>()) { $0.formUnion($1) }
            #expect(listed == Set((uses[key] ?? []).map(\.scope)), "\(key): \(exception.why)")
            #expect(exception.meanings.count > 1)
        }
    }

    @Test func `a capital sorts tables, so that no table has a command on one that sorts another`() {
        let sorts = Set(PaneCatalog.types.flatMap { $0.sortKeys.map { String($0.letter) } })
        let tables = PaneCatalog.types.filter { !$0.sortKeys.isEmpty }.map { $0.name } + ["everywhere", "lists"]
        for row in KeyTable.rows() where tables.contains(row.scope) {
            for key in row.keys { #expect(!sorts.contains(key.name), "\(row.scope): \(key.name) \(row.command)") }
        }
    }

    @Test func `ctrl-z narrows every table and does nothing else anywhere`() {
        for (way, isTable) in [
            ("1", true), ("2", true), ("2 enter", true), ("3", true), ("4", true), ("5", true),
            ("down down p", true), ("down down c", true), ("2 o", false),
        ] {
            var script = Script(console: .attached, world: .pictured)
            script.press(way)
            if way == "2 o" { script.press("down") }
            _ = script.takeEffects()
            script.press("ctrl-z")
            #expect(!script.takeEffects().contains(.suspend))
            #expect(script.screen.contains("esc shows all") == isTable, "\(way): \(script.screen)")
            if !isTable { #expect(script.screen.contains("there is no table here to narrow")) }
        }
    }
}
