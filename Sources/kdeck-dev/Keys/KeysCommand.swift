import Console

/// `kdeck-dev keys`: the table of keys for the README, from the same bindings that the console obeys.
enum KeysCommand {
    @Sendable static func run(_ words: [String]) throws -> Int32 {
        try ReadmeSection(
            command: "keys", begin: "<!-- keys: written by kdeck-dev keys -->", end: "<!-- end of keys -->",
            text: KeyTable.markdown()
        ).run(words)
    }
}
