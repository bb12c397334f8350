import Testing

@testable import Console
@testable import kdeck

/// What the palette says a shell would say: each key has a line, or a reason why there is none.
@Suite struct ShellFormTests {
    /// Things for the words in capitals.
    private static let things = [
        "TOPIC": "orders", "NAME": "orders", "N": "3", "PARTITIONS": "6", "COPIES": "3", "SETTINGS": "--set a=b",
        "PARTITION": "0", "TIME": "-2h", "EXPRESSION": "x", "SAME_KEY": #"key == "1""#, "GROUP": "billing",
        "TARGET": "audit", "PLACE": "partition == 0 && offset >= 1", "TOPIC:PARTITION": "orders:0", "BROKER": "1",
        "KIND": "topic", "SETTING": "retention.ms", "SETTING=VALUE": "retention.ms=1", "SCOPE": "--all-topics",
        "FILE": "f.csv",
    ]

    private static let tools: Set<String> = [
        "kafka-topics", "kafka-console-consumer", "kafka-console-producer", "kafka-configs", "kafka-delete-records",
        "kafka-consumer-groups", "kafka-groups", "kafka-leader-election", "kafka-log-dirs",
    ]

    private static var forms: [(name: String, form: ShellForm)] {
        PaneCatalog.types.flatMap { type in type.staticRows.map { ("\($0.scope) \($0.command)", $0.shell) } }
            + PaneCatalog.tabs.map { ($0.title, $0.shell) }
    }

    @Test func everyCommandOfEveryPaneHasALineOrAReason() {
        #expect(Self.forms.count > 80)
        for (name, form) in Self.forms {
            let hasLine = !form.kdeck.isEmpty || !form.apache.isEmpty
            #expect(hasLine == (form.nothing == nil), "\(name)")
        }
    }

    @Test func everyLineOfThisProgramIsUnderstood() throws {
        var checked = 0
        for (name, form) in Self.forms where !form.kdeck.isEmpty {
            let isReset = name.hasPrefix("reset")
            var words = form.kdeck.split(separator: " ").map(String.init).flatMap { word -> [String] in
                if isReset, word == "TARGET" { return ["--to-earliest"] }
                return Self.things[word].map { $0.hasPrefix("--") ? $0.split(separator: " ").map(String.init) : [$0] }
                    ?? [word]
            }
            #expect(words.removeFirst() == "kdeck")
            #expect(throws: Never.self, "\(name): \(words)") {
                _ = try ArgumentReader.read(words, table: CommandTable.root)
            }
            #expect(!words.contains { $0.allSatisfy { $0.isUppercase } }, "\(name): \(words)")
            checked += 1
        }
        #expect(checked > 30)
    }

    @Test func everyOtherLineBeginsWithAToolOfApacheKafka() {
        for (name, form) in Self.forms where !form.apache.isEmpty {
            #expect(Self.tools.contains(String(form.apache.prefix { $0 != " " })), "\(name)")
        }
    }
}
