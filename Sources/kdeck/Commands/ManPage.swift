/// The page of `man kdeck`, written from the command table in man(7)'s macros.
enum ManPage {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        try StandardOutput.put(text(CommandTable.root))
    }

    static func text(_ root: Command) -> String {
        var out = ".TH KDECK 1 \"\" \"kdeck \(CommandTable.version)\" \"User Commands\"\n"
        out += ".SH NAME\nkdeck \\- \(escaped(lowered(root.summary)))\n"
        out += ".SH SYNOPSIS\n.B kdeck\n[\\fIoptions\\fR]\n.br\n.B kdeck\n\\fICOMMAND\\fR [\\fIoptions\\fR]\n"
        out += ".SH DESCRIPTION\n" + root.details.map(paragraph).joined()
        out += options(root.options + [ArgumentReader.helpOption, ArgumentReader.versionOption])
        out += paragraph(Help.sharedTitle + ":") + options(root.shared)
        out += ".SH COMMANDS\n"
        for command in root.commands { out += section(command, ["kdeck"]) }
        out += table("ENVIRONMENT", environment) + table("FILES", files) + table("EXIT STATUS", codes)
        if !root.examples.isEmpty {
            out += ".SH EXAMPLES\n.nf\n" + root.examples.map { escaped($0) + "\n" }.joined() + ".fi\n"
        }
        return out
    }

    private static func section(_ command: Command, _ path: [String]) -> String {
        let name = (path + [command.name]).joined(separator: " ")
        let operands = command.operands.map { " \\fI\(escaped($0.spelling))\\fR" }.joined()
        var out = ".SS \(escaped(name))\(operands)\n" + paragraph(command.summary)
        out += command.details.map(paragraph).joined()
        out += command.operands.map { ".TP\n\\fI\(escaped($0.spelling))\\fR\n\(escaped($0.about))\n" }.joined()
        out += options(command.options)
        if !command.examples.isEmpty {
            out += ".PP\n.nf\n" + command.examples.map { escaped($0) + "\n" }.joined() + ".fi\n"
        }
        return out + command.commands.map { section($0, path + [command.name]) }.joined()
    }

    private static func options(_ options: [CommandOption]) -> String {
        options.map { option in
            let letter = option.letter.map { "\\fB\\-\($0)\\fR, " } ?? ""
            let argument = option.argument.map { " \\fI\(escaped($0))\\fR" } ?? ""
            return ".TP\n\(letter)\\fB\\-\\-\(escaped(option.name))\\fR\(argument)\n\(escaped(option.about))\n"
        }.joined()
    }

    private static func paragraph(_ text: String) -> String { ".PP\n" + escaped(text) + "\n" }

    private static func table(_ title: String, _ rows: [(String, String)]) -> String {
        ".SH \(title)\n" + rows.map { ".TP\n.B \(escaped($0.0))\n\(escaped($0.1))\n" }.joined()
    }

    /// What roff would take for its own: backslashes, dashes that are no hyphens, a dot or quote that begins a line.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\": out += "\\e"
            case "-": out += "\\-"
            default: out.append(character)
            }
        }
        return out.first == "." || out.first == "'" ? "\\&" + out : out
    }

    private static func lowered(_ sentence: String) -> String {
        let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    static let environment = [
        (
            "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME",
            "where settings, the sandbox's data and undo files are kept"
        ),
        ("KAFKA_BOOTSTRAP_SERVERS, BOOTSTRAP_SERVERS", "the cluster where neither -b nor -c names one"),
        ("KDECK_CONTEXT", "the context in use, instead of the one that `kdeck contexts use` named"),
        ("KDECK_CONFIG", "the file to read instead of config.toml"),
        ("COLUMNS", "how wide `--help` is"),
        ("NO_COLOR", "when set, draw without colour"),
        ("TERM, COLORTERM", "what the terminal can do; COLORTERM=truecolor for all colours"),
        ("COLORFGBG", "when its last number is 7 or 15, start with the light theme"),
        ("TZ", "the zone of every time"),
    ]

    static let files = [
        ("~/.config/kdeck/config.toml", "contexts, keys and settings"),
        ("~/.config/kdeck/themes/*.toml", "themes of your own"),
        ("~/.local/share/kdeck/sandbox", "the data of the sandbox, in Kafka's own files"),
        ("~/.local/state/kdeck/undo", "offsets as they were before each reset or removal"),
    ]

    static let codes = [
        ("0", "done"), ("1", "the operation failed"), ("2", "the command line is wrong"),
        ("3", "a topic, group or file that was named is not there"),
        ("4", "the cluster, or read-only mode, forbids it"),
        ("5", "no broker answered in time"),
    ]
}
