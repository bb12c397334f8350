import Testing

@testable import kdeck

@Suite struct CompletionTests {
    func words(_ line: String) -> [String] {
        guard case .words(let candidates) = answer(line) else { return [] }
        return candidates.map(\.word)
    }

    func typed(_ line: String) -> TypedLine {
        TypedLine(line.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
    }

    func answer(_ line: String) -> WordCompletion.Answer { WordCompletion.answer(typed(line)) }

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
        #expect(answer("tail or") == .topics)
        #expect(answer("groups describe ") == .groups)
        #expect(answer("groups reset billing --from-group ") == .groups)
        #expect(answer("groups copy a ") == .groups)
        #expect(answer("groups reset --topic ") == .partitions)
        #expect(answer("groups reset billing --topic orders:0,") == .partitions)
        #expect(answer("configs topic ") == .topics)
        #expect(answer("configs broker ") == .brokers)
        #expect(answer("contexts add ") == .words([]))
        #expect(answer("contexts use ") == .contexts)
        #expect(
            answer("configs topic orders --set ret")
                == .settings(kind: "topic", name: "orders", assigns: true))
        #expect(
            answer("configs broker 1 --delete ")
                == .settings(kind: "broker", name: "1", assigns: false))
        #expect(
            answer("topics create new --set ")
                == .settings(kind: "topic", name: nil, assigns: true))
        #expect(answer("attach -c ") == .contexts)
        #expect(answer("groups reset billing --from-file ") == .files)
    }

    @Test func optionsBeforeTheCommandAreStillOptions() {
        #expect(answer("-c prod tail ") == .topics)
        #expect(answer("-b h:1 groups -ojson describe ") == .groups)
        #expect(answer("tail -eb h:1 ") == .topics)
        #expect(typed("-b h:1 tail --bootstrap-server=h:2 -bh:3 ").arguments(of: "bootstrap") == ["h:1", "h:2", "h:3"])
        #expect(words("-").contains("--context") && words("-").contains("--version"))
        #expect(!words("topics -").contains("--version"))
        #expect(words("help ") == CommandTable.root.commands.map(\.name))
        #expect(words("help groups ") == CommandTable.groups.commands.map(\.name))
        #expect(words("help tail ") == [])
    }

    @Test func behindTwoDashesNothingIsAnOption() {
        #expect(answer("tail -- ") == .topics)
        #expect(answer("tail -- -") == .topics)
        #expect(answer("groups describe -e -- -") == .groups)
        #expect(answer("tail -- orders ") == .words([]))
    }

    @Test func anArgumentIsCompletedBehindItsEqualSign() {
        #expect(words("tail --output=") == OutputFormat.allCases.map(\.rawValue))
        #expect(typed("tail --output=js").before == "--output=" && typed("tail --output=js").last == "js")
        #expect(answer("tail --context=p") == .contexts)
        #expect(answer("configs topic orders --set=ret") == .settings(kind: "topic", name: "orders", assigns: true))
        // A switch takes none.
        #expect(words("tail --exit=") == words("tail --"))
    }

    @Test func everyOptionOfFixedWordsHasThem() {
        func walk(_ command: Command, _ path: String) {
            for option in command.options {
                let line = "\(path) --\(option.name) "
                switch option.name {
                case "output", "codec", "acks", "input", "theme", "color", "property":
                    #expect(!words(line).isEmpty, "\(line)")
                case "set", "delete": #expect(answer(line) != .words([]), "\(line)")
                default: break
                }
            }
            for next in command.commands { walk(next, path + " " + next.name) }
        }
        for command in CommandTable.root.commands { walk(command, command.name) }
        #expect(words("serve --set ").contains("log.retention.hours="))
        #expect(words("tail -X ").contains("security.protocol="))
        #expect(answer("tail orders --partition ") == .numbers(topic: "orders"))
        #expect(answer("topics create ") == .words([]))
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
