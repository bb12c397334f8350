import Testing

@testable import kdeck

@Suite struct ArgumentTests {
    static let table = Command(
        name: "kdeck", summary: "Test.",
        options: [CommandOption("data", nil, "DIR", "a folder")],
        commands: [
            Command(
                name: "groups", summary: "Groups.",
                options: [CommandOption("bootstrap", "b", "HOST:PORT", alias: "bootstrap-server", "brokers")],
                commands: [
                    Command(
                        name: "reset", summary: "Reset.",
                        operands: [CommandOperand(name: "GROUP", about: "the group")],
                        options: [
                            CommandOption("bootstrap", "b", "HOST:PORT", "brokers"),
                            CommandOption("shift-by", nil, "N", "steps"),
                            CommandOption("execute", nil, nil, "do it"),
                        ],
                        run: { _ throws(Failure) in })
                ],
                run: { _ throws(Failure) in })
        ],
        run: { _ throws(Failure) in })

    func run(_ line: String) throws(Failure) -> Invocation {
        guard
            case .run(let invocation) = try ArgumentReader.read(
                line.split(separator: " ").map(String.init), table: Self.table)
        else { throw Failure(.failed, "not a run") }
        return invocation
    }

    func refusal(_ line: String) -> String {
        do throws(Failure) {
            _ = try run(line)
            return "accepted"
        } catch {
            #expect(error.code == .usage)
            return error.sentence
        }
    }

    @Test func anOptionGivenTwiceKeepsBothArguments() throws {
        let invocation = try run("groups -b h:1 reset billing --bootstrap=h:2")
        #expect(invocation.all("bootstrap") == ["h:1", "h:2"])
        #expect(invocation["bootstrap"] == "h:2" && invocation.all("shift-by").isEmpty)
    }

    @Test func optionsMayStandBeforeBetweenAndAfterTheWords() throws {
        for line in [
            "groups reset billing -b h:1 --shift-by -3 --execute",
            "groups -b h:1 reset --execute billing --shift-by=-3",
            "groups reset --bootstrap h:1 --shift-by -3 --execute -- billing",
        ] {
            let invocation = try run(line)
            #expect(invocation.path == ["groups", "reset"])
            #expect(invocation.operands == ["billing"])
            #expect(invocation["bootstrap"] == "h:1")
            #expect(invocation["shift-by"] == "-3")
            #expect(invocation.has("execute"))
        }
        #expect(try run("").path == [])
        #expect(try run("groups --bootstrap-server a:1 -bz:2")["bootstrap"] == "z:2")
    }

    @Test func namesAreNotAbbreviatedAndEveryRefusalNamesTheWord() {
        #expect(refusal("groups --boot h:1").contains("'--boot'"))
        #expect(refusal("groups -x").contains("'-x'"))
        #expect(refusal("groups reset g --execute=1") == "--execute takes no argument")
        #expect(refusal("groups reset g --shift-by") == "--shift-by wants an argument: N")
        #expect(refusal("groups -b") == "-b wants an argument: HOST:PORT")
        #expect(refusal("gruops").contains("did you mean 'groups'?"))
        #expect(refusal("groups reset").contains("GROUP is missing"))
        #expect(refusal("groups reset a b").contains("'b' is one word too many"))
        #expect(refusal("--data x groups").contains("no option --data"))
        #expect(refusal("groups reset g --execut").contains("did you mean '--execute'?"))
    }

    @Test func everyCommandOfTheProgramHasHelpWithItsOptions() throws {
        var checked = 0
        func walk(_ command: Command, _ path: [String]) throws {
            checked += 1
            guard
                case .help(let asked, let found) = try ArgumentReader.read(path + ["--help"], table: CommandTable.root)
            else {
                Issue.record("no help for \(path)")
                return
            }
            #expect(asked == path)
            let text = Help.text(path: path, found)
            #expect(!found.examples.isEmpty, "no example for \(path)")
            for option in found.options { #expect(text.contains("--\(option.name)")) }
            for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
            for next in command.commands { try walk(next, path + [next.name]) }
        }
        try walk(CommandTable.root, [])
        #expect(checked > 0)
    }
}
