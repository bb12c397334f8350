import Terminal

/// A table as lines: columns as wide as their content, names in capitals, numbers at the right.
struct TableText {
    enum Alignment { case left, right }

    let columns: [(title: String, alignment: Alignment)]
    private var rows: [[String]] = []

    init(_ columns: [(title: String, alignment: Alignment)]) { self.columns = columns }

    /// Cells are made safe here: a topic's or member's name is the peer's text.
    mutating func add(_ cells: [String]) { rows.append(cells.map { Sanitizer.visible($0) }) }

    var text: String {
        let all = [columns.map(\.title)] + rows
        let widths = columns.indices.map { column in all.map { TextWidth.of($0[column]) }.max() ?? 0 }
        return all.map { row in
            var line = ""
            for (index, cell) in row.enumerated() {
                let space = String(repeating: " ", count: widths[index] - TextWidth.of(cell))
                let isLast = index == row.count - 1
                if columns[index].alignment == .right {
                    line += space + cell
                } else {
                    line += isLast ? cell : cell + space
                }
                if !isLast { line += "  " }
            }
            // Empty cells at the end are no blanks.
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}

/// Numbers and sizes as the console writes them.
enum NumberText {
    /// `1,322,913`; `–` for nil.
    static func count(_ value: Int64?) -> String {
        guard let value else { return "–" }
        let digits = Array(String(value.magnitude))
        var out = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out += "," }
            out.append(digit)
        }
        return out
    }

    /// `1 record`, `1,322,913 records`.
    static func counted(_ value: Int64, _ one: String, _ many: String? = nil) -> String {
        "\(count(value)) \(value == 1 ? one : many ?? one + "s")"
    }

    /// `312 MiB`, `9.1 MiB`, `417 B`; `–` for nil.
    static func size(_ bytes: Int64?) -> String {
        guard let bytes else { return "–" }
        var value = Double(bytes)
        var units = ["B", "KiB", "MiB", "GiB", "TiB"][...]
        while value >= 1000, units.count > 1 {
            value /= 1024
            units = units.dropFirst()
        }
        let unit = units.first ?? "B"
        if unit == "B" || value >= 10 { return "\(Int64(value.rounded())) \(unit)" }
        let tenths = Int64((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
