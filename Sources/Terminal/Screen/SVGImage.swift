/// A grid as a picture: a rounded window in the theme's canvas colour, 9 by 19 units a cell.
public enum SVGImage {
    private static let cellWidth = 9
    private static let cellHeight = 19
    private static let padding = 14

    /// The SVG text of `grid` in the colours of `theme`.
    public static func render(_ grid: CellGrid, theme: Theme) -> String {
        let width = grid.width * cellWidth + 2 * padding
        let height = grid.height * cellHeight + 2 * padding
        var output = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" \
            font-family="JetBrains Mono, DejaVu Sans Mono, Noto Sans Mono, monospace" font-size="15">
            <rect width="100%" height="100%" rx="10" fill="\(theme.canvas.hex)"/>\n
            """
        for y in 0..<grid.height { row(grid, y, theme, &output) }
        return output + "</svg>\n"
    }

    private struct Look: Equatable {
        var fill: String
        var ground: String?
        var attributes: Attributes
    }

    private static func row(_ grid: CellGrid, _ y: Int, _ theme: Theme, _ output: inout String) {
        let looks = grid.row(y).map { look($0.style, theme) }
        let top = padding + y * cellHeight
        var x = 0
        while x < grid.width {
            var end = x + 1
            while end < grid.width, looks[end].ground == looks[x].ground { end += 1 }
            if let ground = looks[x].ground {
                output +=
                    "<rect x=\"\(padding + x * cellWidth)\" y=\"\(top)\" "
                    + "width=\"\((end - x) * cellWidth)\" height=\"\(cellHeight)\" fill=\"\(ground)\"/>\n"
            }
            x = end
        }
        x = 0
        while x < grid.width {
            let cell = grid[x, y]
            let left = padding + x * cellWidth
            if looks[x].attributes.contains(.underline) {
                output +=
                    "<rect x=\"\(left)\" y=\"\(top + 16)\" width=\"\(cellWidth)\" height=\"1\" "
                    + "fill=\"\(looks[x].fill)\"/>\n"
            }
            guard cell.width > 0, cell.cluster != " " else {
                x += 1
                continue
            }
            if let shape = BlockGlyph.shape(cell.cluster, left: left, top: top, color: looks[x].fill) {
                output += shape + "\n"
                x += 1
                continue
            }
            // Letters of one word go out together; anything else stands on its own column.
            var word = String(cell.cluster)
            var end = x + 1
            if cell.cluster.isASCII {
                while end < grid.width, grid[end, y].cluster.isASCII, grid[end, y].cluster != " ",
                    grid[end, y].width == 1, looks[end] == looks[x], !looks[x].attributes.contains(.underline)
                {
                    word.append(grid[end, y].cluster)
                    end += 1
                }
            }
            output += "<text x=\"\(left)\" y=\"\(top + 14)\" fill=\"\(looks[x].fill)\"\(font(looks[x].attributes))>"
            output += escape(word) + "</text>\n"
            x = end
        }
    }

    private static func font(_ attributes: Attributes) -> String {
        (attributes.contains(.bold) ? " font-weight=\"bold\"" : "")
            + (attributes.contains(.italic) ? " font-style=\"italic\"" : "")
            + (attributes.contains(.dim) ? " fill-opacity=\"0.6\"" : "")
    }

    private static func look(_ style: Style, _ theme: Theme) -> Look {
        var full = theme
        full.depth = .trueColor
        let resolved = full.resolve(style)
        let plain =
            theme.style(.text).foreground?.hex
            ?? (theme.canvas.contrast(to: .init(red: 0, green: 0, blue: 0)) > 5 ? "#24292f" : "#d5dae3")
        var fill = hex(resolved.foreground) ?? plain
        var ground = hex(resolved.background)
        if resolved.attributes.contains(.reverse) { (fill, ground) = (ground ?? theme.canvas.hex, fill) }
        return Look(fill: fill, ground: ground, attributes: resolved.attributes)
    }

    private static func hex(_ ink: ResolvedStyle.Ink) -> String? {
        if case .rgb(let r, let g, let b) = ink { Color(red: r, green: g, blue: b).hex } else { nil }
    }

    private static func escape(_ text: String) -> String {
        var output = ""
        for character in text {
            switch character {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            default: output.append(character)
            }
        }
        return output
    }
}
