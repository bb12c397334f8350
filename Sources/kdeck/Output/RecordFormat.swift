/// How a command that prints records prints them: `-o`, or `-f` with kcat's tokens.
enum RecordFormat: Sendable {
    case listing(OutputFormat)
    case template(RecordTemplate)

    /// What `-o` and `-f` ask for.
    static func of(_ invocation: Invocation) throws(Failure) -> RecordFormat {
        guard let text = invocation["format"] else {
            // kcat's -o is where to begin.
            if let word = invocation["output"], Int64(word) != nil || ["beginning", "end", "stored"].contains(word) {
                throw .usage(
                    "-o '\(word)': -o is the format here; -n 3, --offset N, --from TIME and --from-beginning say where to begin"
                )
            }
            return .listing(try OutputFormat.of(invocation))
        }
        guard invocation["output"] == nil else { throw .usage("give only one of -o and -f") }
        return .template(try RecordTemplate(text))
    }
}
