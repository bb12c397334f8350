/// How a command that prints records prints them: `-o`, or `-f` with kcat's tokens.
enum RecordFormat: Sendable {
    case listing(OutputFormat)
    case template(RecordTemplate)

    /// What `-o` and `-f` ask for.
    static func of(_ invocation: Invocation) throws(Failure) -> RecordFormat {
        guard let text = invocation["format"] else {
            return .listing(try OutputFormat.of(invocation))
        }
        guard invocation["output"] == nil else { throw .usage("give only one of -o and -f") }
        return .template(try RecordTemplate(text))
    }
}
