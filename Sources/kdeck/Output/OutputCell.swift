import KafkaClient
import Terminal

/// A column of a listing: one name for programs, one title for people.
struct OutputColumn: Sendable {
    enum Alignment: Sendable { case left, right }

    /// The name in JSON and CSV. Scripts rely on it.
    let name: String
    /// The head in tables; nil leaves the column out of them.
    let title: String?
    /// Numbers stand at the right.
    let alignment: Alignment
    /// Only in `wide` tables.
    let isWide: Bool

    init(_ name: String, _ title: String?, _ alignment: Alignment = .left, wide isWide: Bool = false) {
        self.name = name
        self.title = title
        self.alignment = alignment
        self.isWide = isWide
    }

    /// A column of times: the zone stands in its title.
    static func time(_ name: String, _ title: String, wide isWide: Bool = false) -> OutputColumn {
        OutputColumn(name, "\(title) (\(LocalZone.system.name))", wide: isWide)
    }
}

/// One value of a listing: exact for programs, readable for people.
struct OutputCell: Sendable {
    let value: JSONValue
    let text: String

    init(_ value: JSONValue, _ text: String) {
        self.value = value
        self.text = text
    }

    /// What could not be asked, or is not known.
    static let unknown = OutputCell(.null, "unknown")
    /// What has nothing to say.
    static let nothing = OutputCell(.null, "–")

    static func text(_ text: String) -> OutputCell { OutputCell(.text(text), text) }

    /// A text, or `–`.
    static func text(_ text: String?) -> OutputCell { text.map { OutputCell(.text($0), $0) } ?? nothing }

    /// `1,322,913`; `–` for nil unless another word is given.
    static func count(_ value: (some BinaryInteger)?, missing: OutputCell = nothing) -> OutputCell {
        guard let value else { return missing }
        let whole = Int64(clamping: value)
        return OutputCell(.integer(whole), NumberText.count(whole))
    }

    /// A number that is a name: never grouped.
    static func number(_ value: some BinaryInteger) -> OutputCell {
        OutputCell(.integer(Int64(clamping: value)), String(value))
    }

    /// Bytes: `312 MiB`.
    static func size(_ bytes: Int64?, missing: OutputCell = nothing) -> OutputCell {
        guard let bytes else { return missing }
        return OutputCell(.integer(bytes), NumberText.size(bytes))
    }

    /// A moment in milliseconds since 1970, in the zone of this process, which the column's title names.
    static func time(_ milliseconds: Int64?) -> OutputCell {
        guard let milliseconds else { return nothing }
        return OutputCell(.integer(milliseconds), milliseconds < 0 ? "–" : TimeText.dateTime(milliseconds))
    }

    static func flag(_ value: Bool, yes: String = "yes", no: String = "–") -> OutputCell {
        OutputCell(.bool(value), value ? yes : no)
    }

    /// Names apart by commas; `–` when there is none.
    static func list(_ names: [String]) -> OutputCell {
        OutputCell(.array(names.map { .text($0) }), names.isEmpty ? "–" : names.joined(separator: ", "))
    }

    /// The value as a field of CSV. Null is nil, a list is its members apart by blanks.
    var field: String? {
        switch value {
        case .null: nil
        case .text(let text): text
        case .array(let members):
            members.isEmpty ? nil : members.map { OutputCell($0, "").field ?? "" }.joined(separator: " ")
        default: value.line
        }
    }
}
