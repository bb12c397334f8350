import Testing

@testable import kdeck

@Suite struct CompletionTests {
    func words(_ line: String) -> [String] {
        guard case .words(let candidates) = WordCompletion.answer(typed(line)) else { return [] }
        return candidates.map(\.word)
    }

    func typed(_ line: String) -> [String] {
        line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func commandsAndTheirOptionsComeFromTheTable() {
        #expect(words("") == CommandTable.root.commands.map(\.name))
        #expect(words("groups ") == CommandTable.groups.commands.map(\.name))
        #expect(words("groups reset billing --to").contains("--to-earliest"))
        #expect(words("groups -b h:1 describe x --").contains("--members"))
        #expect(words("groups -o ") == OutputFormat.allCases.map(\.rawValue))
        #expect(words("completion ") == ["bash", "zsh", "fish"])
        #expect(words("tail orders ") == [])
        #expect(words("configs ") == ["topic", "broker", "group"])
        #expect(words("produce orders -z ") == ["none", "gzip", "snappy", "lz4", "zstd"])
        #expect(words("attach --theme ").contains("dracula"))
    }

    @Test func namesAreAskedForWhereOneStands() {
        #expect(WordCompletion.answer(typed("tail or")) == .topics)
        #expect(WordCompletion.answer(typed("groups describe ")) == .groups)
        #expect(WordCompletion.answer(typed("groups reset billing --from-group ")) == .groups)
        #expect(WordCompletion.answer(typed("groups copy a ")) == .groups)
        #expect(WordCompletion.answer(typed("groups reset --topic ")) == .partitions)
        #expect(WordCompletion.answer(typed("groups reset billing --topic orders:0,")) == .partitions)
        #expect(WordCompletion.answer(typed("configs topic ")) == .topics)
        #expect(WordCompletion.answer(typed("configs broker ")) == .brokers)
        #expect(WordCompletion.answer(typed("contexts add ")) == .words([]))
        #expect(WordCompletion.answer(typed("contexts use ")) == .contexts)
        #expect(
            WordCompletion.answer(typed("configs topic orders --set ret"))
                == .settings(kind: "topic", name: "orders", assigns: true))
        #expect(
            WordCompletion.answer(typed("configs broker 1 --delete "))
                == .settings(kind: "broker", name: "1", assigns: false))
        #expect(
            WordCompletion.answer(typed("topics create new --set "))
                == .settings(kind: "topic", name: nil, assigns: true))
        #expect(WordCompletion.answer(typed("attach -c ")) == .contexts)
        #expect(WordCompletion.answer(typed("groups reset billing --from-file ")) == .files)
    }

    @Test func everyShellHasAScriptThatAsksTheProgram() throws {
        for shell in CompletionScript.shells {
            #expect(try CompletionScript.text(shell).contains("kdeck __complete"))
        }
        #expect(throws: Failure.self) { try CompletionScript.text("tcsh") }
    }

    @Test func theManualHasEveryCommandAndOption() {
        let page = ManPage.text(CommandTable.root)
        func walk(_ command: Command, _ path: String) {
            for option in command.options {
                #expect(
                    page.contains("\\-\\-" + option.name.split(separator: "-").joined(separator: "\\-")),
                    "\(option.name)")
            }
            for next in command.commands {
                let name = path + " " + next.name
                #expect(page.contains(".SS " + name.split(separator: "-").joined(separator: "\\-")), "\(name)")
                walk(next, name)
            }
        }
        walk(CommandTable.root, "kdeck")
        // A line that begins with a dot is a macro that exists.
        let macros: Set<Substring> = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".br", ".nf", ".fi"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") {
            #expect(macros.contains(line.prefix { $0 != " " }), "\(line)")
        }
    }
}
