import Console
import Glibc
import KafkaClient
import Terminal

/// `kdeck themes`.
enum ThemeCommands {
    static let command = Command(
        name: "themes", summary: "List the themes, or make one of another program's.",
        details: [
            "`:theme NAME` draws with one at once, `theme = \"NAME\"` in config.toml and --theme NAME start with it. Files of "
                + "your own stand in $XDG_CONFIG_HOME/kdeck/themes (~/.config); one may inherit another and change a colour."
        ],
        options: [CommandTable.output],
        examples: [
            "kdeck themes import ~/.config/k9s/skins/nord.yaml", "kdeck attach -b localhost:9092 --theme dracula",
        ],
        commands: [
            Command(
                name: "list", summary: "List the themes.", options: [CommandTable.output],
                examples: ["kdeck themes list -o name"], run: list),
            Command(
                name: "import", summary: "Make a theme of a base16 scheme or a skin of k9s.",
                operands: [CommandOperand(name: "FILE", about: "a YAML file")],
                options: [CommandOption("name", nil, "NAME", "what it is called (default: as the file)")],
                examples: ["kdeck themes import ~/.config/k9s/skins/nord.yaml"],
                run: importFile),
        ], run: list)

    @Sendable private static func list(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let catalog = ThemeCatalog.fromEnvironment()
        try Listing(
            catalog.names,
            [
                (OutputColumn("name", "NAME"), { .text($0) }),
                (OutputColumn("own", "FROM"), { .flag(catalog.ownNames.contains($0), yes: "your file", no: "kdeck") }),
                (
                    OutputColumn("findings", "FINDINGS"),
                    { name in
                        let findings = catalog.check(name)
                        return OutputCell(
                            .array(findings.map { .text($0.description) }),
                            findings.first.map { $0.description + (findings.count > 1 ? " …" : "") } ?? "–")
                    }
                ),
            ]
        ).print(as: format)
    }

    @Sendable private static func importFile(_ invocation: Invocation) throws(Failure) {
        let path = invocation.operands[0]
        let text = try Folders.read(path)
        let stem = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? "imported"
        let name = invocation["name"] ?? stem
        guard !name.isEmpty, name.utf8.allSatisfy({ isPlain($0) }) else {
            throw .usage("--name \(name): letters, digits, - and _ make the name of a theme")
        }
        let toml: String
        do throws(ThemeImport.Failure) {
            toml = try ThemeImport.toml(text, name: name)
        } catch {
            throw Failure(.failed, "\(path): \(error.sentence)")
        }
        guard let store = ContextStore.standard() else {
            throw Failure(.failed, "neither XDG_CONFIG_HOME nor HOME is set, so there is no place for themes")
        }
        let folder = store.folder + "/themes"
        for place in [store.folder, folder] where mkdir(place, 0o700) != 0 && errno != EEXIST {
            throw Failure(.failed, "\(place) cannot be made: \(Folders.systemError())")
        }
        let file = folder + "/" + name + ".toml"
        do throws(OffsetsFileError) {
            try OffsetsFile.write(toml, to: file)
        } catch {
            throw Failure(.failed, error.sentence)
        }
        try StandardOutput.say(
            "theme \(name) is in \(file); `:theme \(name)` or theme = \"\(name)\" in config.toml uses it")
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
            || byte == 0x5F
    }
}
