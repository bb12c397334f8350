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

    func refusal(of line: String) -> String {
        do throws(Failure) {
            _ = try ArgumentReader.read(line.split(separator: " ").map(String.init), table: CommandTable.root)
            return "accepted"
        } catch {
            #expect(error.code == .usage)
            return error.sentence
        }
    }

    @Test func whatLeadsToAClusterMayStandBeforeTheCommand() throws {
        for line in ["-c prod -o json topics describe orders", "topics -c prod describe -o json orders"] {
            guard
                case .run(let invocation) = try ArgumentReader.read(
                    line.split(separator: " ").map(String.init), table: CommandTable.root)
            else { throw Failure(.failed, "not a run") }
            #expect(invocation["context"] == "prod" && invocation["output"] == "json")
            #expect(invocation.operands == ["orders"])
        }
        #expect(refusal(of: "-b h:1").contains("`kdeck attach` shows another"))
        #expect(refusal(of: "-b h:1 serve") == "`kdeck serve` has no option --bootstrap; see `kdeck serve --help`")
        #expect(refusal(of: "log -o json verify /x").contains("`kdeck log verify` has no option --output"))
    }

    @Test func anOptionIsNotTakenForTheArgumentOfAnother() {
        #expect(
            refusal("groups reset g -b --execute")
                == "-b wants an argument: HOST:PORT; '--execute' behind it is an option")
        #expect(refusal("groups reset g --shift-by -b h:1").hasPrefix("--shift-by wants an argument: N; '-b'"))
        #expect(refusal("groups -b -- reset g").contains("'--' behind it"))
        #expect(refusal("groups reset g --shift-by -3") == "accepted")
        #expect(refusal("groups reset g --bootstrap=-b") == "accepted")
    }

    @Test func helpAndVersionAreWordsToo() throws {
        func path(_ line: String) throws -> [String]? {
            guard
                case .help(let path, _) = try ArgumentReader.read(
                    line.split(separator: " ").map(String.init), table: CommandTable.root)
            else { return nil }
            return path
        }
        #expect(try path("help groups reset") == ["groups", "reset"])
        #expect(try path("groups help reset") == ["groups", "reset"])
        #expect(try path("groups help") == ["groups"])
        guard case .version = try ArgumentReader.read(["version"], table: CommandTable.root) else {
            Issue.record("`kdeck version` is no command")
            return
        }
        #expect(refusal(of: "help groups resset").contains("did you mean 'reset'?"))
    }

    @Test func wordsOfOtherToolsLeadToOurs() {
        for (line, words) in [
            ("consume orders", "'tail'"), ("-C -t orders", "`kdeck tail`"), ("get topics", "'topics'"),
            ("topics ls", "'list'"), ("topics --describe --topic orders", "`kdeck topics describe`"),
            ("tail --topic orders", "`kdeck tail TOPIC`"), ("tail -t orders", "TOPIC is a word of its own"),
            ("groups describe --group g", "`kdeck groups describe GROUP...`"),
            ("groups --list", "`kdeck groups list`"), ("topics delete orders --yes", "'--execute'"),
            ("tail orders --broker-list h:1", "'--bootstrap'"),
            ("tail -f orders", "'orders' was taken as the FORMAT of -f"),
            ("topics orders", "`kdeck topics describe orders`"), ("topic", "'topics'"), ("Topics", "'topics'"),
        ] {
            #expect(refusal(of: line).contains(words), "\(line): \(refusal(of: line))")
        }
    }

    @Test func helpFitsANarrowTerminal() {
        for (width, most) in [(30, 40), (40, 40), (64, 64), (80, 80), (300, 100)] {
            let text = Help.text(path: ["tail"], CommandTable.tail, width: width)
            let described = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0 != "Examples" }
            for line in described { #expect(line.count <= most, "\(width): \(line)") }
            for option in CommandTable.tail.options { #expect(text.contains("--\(option.name)")) }
        }
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
            let text = Help.text(path: path, found, width: 100)
            #expect(!found.examples.isEmpty, "no example for \(path)")
            for option in found.options { #expect(text.contains("--\(option.name)")) }
            for line in text.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
            for next in command.commands { try walk(next, path + [next.name]) }
        }
        try walk(CommandTable.root, [])
        #expect(checked > 0)
    }
}
