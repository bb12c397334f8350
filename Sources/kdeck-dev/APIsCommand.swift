import KafkaBroker

/// `kdeck-dev apis`: the table of APIs for the README, from the table that the broker answers by.
enum APIsCommand {
    @Sendable static func run(_ words: [String]) throws -> Int32 {
        try ReadmeSection(
            command: "apis", begin: "<!-- apis: written by kdeck-dev apis -->", end: "<!-- end of apis -->",
            text: APISupport.markdown()
        ).run(words)
    }
}
