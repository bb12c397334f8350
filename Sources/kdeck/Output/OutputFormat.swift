/// How a command prints what it found: `-o`.
enum OutputFormat: String, CaseIterable, Sendable {
    /// Columns for people.
    case table
    /// The same with every column.
    case wide
    /// One array of objects.
    case json
    /// One object a line.
    case jsonl
    /// A head line with the JSON names, then a line each, as RFC 4180 has it.
    case csv
    /// The names alone, one a line.
    case name

    /// For people rather than for programs.
    var isForPeople: Bool { self == .table || self == .wide }

    /// What `-o` asks for.
    /// - Parameter allowed: what the command can print.
    static func of(
        _ invocation: Invocation, allowing allowed: [OutputFormat] = OutputFormat.allCases
    ) throws(Failure) -> OutputFormat {
        // kubectl's users write -o=json.
        guard let word = invocation["output"].map({ String($0.drop { $0 == "=" }) }) else { return .table }
        if let format = OutputFormat(rawValue: word), allowed.contains(format) { return format }
        throw .unknownWord(word, of: "-o", among: allowed.map(\.rawValue))
    }
}
