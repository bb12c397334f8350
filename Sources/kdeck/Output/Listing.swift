import KafkaClient
import Terminal

/// Rows of named columns in any format: what every listing command prints. JSON and CSV carry every column, tables those
/// with a title; `name` prints the first.
struct Listing: Sendable {
    private let columns: [OutputColumn]
    private let rows: [[OutputCell]]

    /// A row has a cell for each column; the first column is the name.
    init(_ columns: [OutputColumn], _ rows: [[OutputCell]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The rows of any things, a cell a column.
    init<Thing>(_ things: [Thing], _ columns: [(OutputColumn, (Thing) -> OutputCell)]) {
        self.init(columns.map(\.0), things.map { thing in columns.map { $0.1(thing) } })
    }

    /// Prints it.
    /// - Parameter empty: what people read instead of a head with nothing under it.
    func print(as format: OutputFormat, empty: String? = nil) throws(Failure) {
        if let empty, rows.isEmpty, format.isForPeople { return try StandardOutput.say(empty) }
        try StandardOutput.put(text(as: format, isTerminal: StandardOutput.isTerminal))
    }

    /// The text of it. What could steer a terminal is never sent to one: tables and JSON show it escaped always, CSV and
    /// names when they are not piped.
    func text(as format: OutputFormat, isTerminal: Bool) -> String {
        switch format {
        case .table, .wide: StandardOutput.signs(table(isWide: format == .wide))
        case .json: JSONValue.lines(objects)
        case .jsonl: objects.map { $0.line + "\n" }.joined()
        case .csv:
            ([columns.map { $0.name }] + rows.map { $0.map(\.field) }).map { row in
                row.map { CSVText.field(isTerminal ? $0.map(Sanitizer.visible) : $0) }.joined(separator: ",") + "\r\n"
            }.joined()
        case .name:
            rows.map { row in
                let name = (row.first?.field).flatMap { $0 } ?? ""
                return (isTerminal ? Sanitizer.visible(name) : name) + "\n"
            }.joined()
        }
    }

    private var objects: [JSONValue] {
        rows.map { row in .object(zip(columns, row).map { ($0.name, $1.value) }) }
    }

    private func table(isWide: Bool) -> String {
        let shown = columns.indices.filter { columns[$0].title != nil && (isWide || !columns[$0].isWide) }
        var table = TableText(
            shown.map { (columns[$0].title ?? "", columns[$0].alignment == .right ? .right : .left) })
        for row in rows { table.add(shown.map { row[$0].text }) }
        return table.text
    }
}
