import KafkaClient

/// The line in a shell that does what a key does.
enum ShellLine {
    /// Puts the things of a pane in the place of the words in capitals and adds which cluster: `kdeck groups describe GROUP`
    /// becomes `kdeck groups describe billing -b kafka:9092`. Words that nothing stands for stay as they are.
    static func filling(_ form: String, with subject: [String: String], in context: PaneContext) -> String {
        guard !form.isEmpty else { return "" }
        let words = form.split(separator: " ").map { word in
            // What begins with a dash is an option that the pane wrote out itself.
            subject[String(word)].map { $0.hasPrefix("--") ? $0 : shellWord($0) } ?? String(word)
        }
        return words.joined(separator: " ") + " -b " + shellWord(context.console.address)
    }
}
