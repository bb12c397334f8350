import KafkaClient

/// What a shell says for what a key does: as this program's command, as the tool of Apache Kafka's, or why neither has it.
/// Words in capitals stand for what the pane's ``Pane/subject(in:)`` names.
struct ShellForm: Equatable, Sendable {
    /// Why a shell has nothing like it.
    enum Nothing: String, Sendable {
        /// It moves, narrows or lays out what is seen.
        case view = "changes only what is on the screen"
        /// It copies to the clipboard.
        case clipboard = "copies to the clipboard, sends nothing"
        /// It belongs to this session.
        case session = "belongs to this session: what it did, it knows how to take back"
    }

    /// The line of this program; empty when it has none.
    var kdeck = ""
    /// The line of Apache Kafka's tools; empty when they have none.
    var apache = ""
    /// Why both are empty.
    var nothing: Nothing?

    /// A line of this program and, if there is one, of Apache Kafka's tools.
    static func line(_ kdeck: String, _ apache: String = "") -> ShellForm { ShellForm(kdeck: kdeck, apache: apache) }

    /// Neither has it.
    static func none(_ why: Nothing) -> ShellForm { ShellForm(nothing: why) }

    /// What it only changes on the screen.
    static let view = none(.view)

    /// Puts the things of a pane in the place of the words in capitals and adds which cluster. Words that nothing stands for
    /// stay as they are.
    func filled(with subject: [String: String], in context: PaneContext) -> ShellForm {
        let address = shellWord(context.console.address)
        func fill(_ form: String) -> [String] {
            form.split(separator: " ").compactMap { word in
                guard let thing = subject[String(word)] else { return String(word) }
                // What begins with a dash is an option that the pane wrote out itself.
                return thing.isEmpty ? nil : thing.hasPrefix("--") ? thing : shellWord(thing)
            }
        }
        var filled = self
        let own = fill(kdeck)
        if !own.isEmpty { filled.kdeck = (own + ["-b", address]).joined(separator: " ") }
        let theirs = fill(apache)
        if let tool = theirs.first {
            filled.apache = ([tool, "--bootstrap-server", address] + theirs.dropFirst()).joined(separator: " ")
        }
        return filled
    }

    /// The same with an argument in the place of a word.
    func replacing(_ word: String, with argument: String) -> ShellForm {
        ShellForm(
            kdeck: kdeck.swapping(word, for: argument), apache: apache.swapping(word, for: argument), nothing: nothing)
    }
}
