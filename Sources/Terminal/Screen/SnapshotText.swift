/// A grid as text that reads well in a diff: the text layer, then the style layer with one letter a role (so that a new
/// palette breaks nothing), then the rows that stand on another role's ground.
public enum SnapshotText {
    /// The snapshot of `grid`. Trailing blanks of a row are left out.
    public static func render(_ grid: CellGrid) -> String {
        var output = "\(grid.width)x\(grid.height)\n"
        output += text(grid)
        output += "-- style\n"
        for y in 0..<grid.height {
            output += line(grid.row(y)) { cell in
                let isBlank = cell.cluster == " " && cell.width == 1 && cell.style.role == .text
                return isBlank ? " " : cell.style.role.letter
            }
        }
        var ground = ""
        for y in 0..<grid.height where grid.row(y).contains(where: { $0.style.ground != nil }) {
            ground += "\(y): " + line(grid.row(y)) { $0.style.ground?.letter ?? " " }
        }
        if !ground.isEmpty { output += "-- ground\n" + ground }
        var marks = ""
        for y in 0..<grid.height where grid.row(y).contains(where: { !$0.style.attributes.isEmpty }) {
            marks +=
                "\(y): "
                + line(grid.row(y)) { cell in
                    let bits = cell.style.attributes.rawValue
                    return bits == 0 ? " " : String(bits, radix: 32).first ?? "?"
                }
        }
        if !marks.isEmpty { output += "-- attributes\n" + marks }
        return output
    }

    /// Only what is written, a line a row.
    public static func text(_ grid: CellGrid) -> String {
        var output = ""
        for y in 0..<grid.height { output += line(grid.row(y)) { $0.width == 0 ? nil : $0.cluster } }
        return output
    }

    private static func line(_ row: ArraySlice<Cell>, _ show: (Cell) -> Character?) -> String {
        var text = String(row.compactMap(show))
        while text.last == " " { text.removeLast() }
        return text + "\n"
    }
}
