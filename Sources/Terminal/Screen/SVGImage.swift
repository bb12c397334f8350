/// A grid as a picture: a rounded window in the theme's canvas colour, 9 by 19 units a cell.
public enum SVGImage {
    private static let cellWidth = 9
    private static let cellHeight = 19
    private static let padding = 14

    /// A cell whose look is known: what a terminal shows.
    public struct Painted: Sendable {
        /// What is drawn.
        public var cluster: Character
        /// 1 or 2; 0 for the second half of a wide cluster.
        public var width: Int
        /// The look.
        public var style: ResolvedStyle

        /// A cell.
        public init(_ cluster: Character, width: Int, style: ResolvedStyle) {
            self.cluster = cluster
            self.width = width
            self.style = style
        }
    }

    /// The SVG text of `grid` in the colours of `theme`.
    public static func render(_ grid: CellGrid, theme: Theme) -> String {
        var full = theme
        full.depth = .trueColor
        let rows = (0..<grid.height).map { y in
            grid.row(y).map { Painted($0.cluster, width: Int($0.width), style: full.resolve($0.style)) }
        }
        return render(rows, canvas: theme.canvas, text: theme.style(.text).foreground)
    }

    /// The SVG text of rows of cells on `canvas`. `text` is the colour of what has none of its own. Colours of the palette
    /// are not known here and come out as `text`.
    public static func render(_ rows: [[Painted]], canvas: Color, text: Color? = nil) -> String {
        let width = (rows.map(\.count).max() ?? 0) * cellWidth + 2 * padding
        let height = rows.count * cellHeight + 2 * padding
        var output = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" \
            font-family="JetBrains Mono, DejaVu Sans Mono, Noto Sans Mono, monospace" font-size="15">
            <rect width="100%" height="100%" rx="10" fill="\(canvas.hex)"/>\n
            """
        let isDark = canvas.contrast(to: Color(red: 255, green: 255, blue: 255)) > 4
        let plain = text?.hex ?? (isDark ? "#d5dae3" : "#24292f")
        for (y, cells) in rows.enumerated() { row(cells, y, canvas, plain, &output) }
        return output + "</svg>\n"
    }

    private struct Look: Equatable {
        var fill: String
        var ground: String?
        var attributes: Attributes
    }

    private static func row(
        _ cells: [Painted], _ y: Int, _ canvas: Color, _ plain: String, _ output: inout String
    ) {
        let looks = cells.map { look($0.style, canvas, plain) }
        let top = padding + y * cellHeight
        var x = 0
        while x < cells.count {
            var end = x + 1
            while end < cells.count, looks[end].ground == looks[x].ground { end += 1 }
            if let ground = looks[x].ground {
                output +=
                    "<rect x=\"\(padding + x * cellWidth)\" y=\"\(top)\" "
                    + "width=\"\((end - x) * cellWidth)\" height=\"\(cellHeight)\" fill=\"\(ground)\"/>\n"
            }
            x = end
        }
        x = 0
        while x < cells.count {
            let cell = cells[x]
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
                while end < cells.count, cells[end].cluster.isASCII, cells[end].cluster != " ",
                    cells[end].width == 1, looks[end] == looks[x], !looks[x].attributes.contains(.underline)
                {
                    word.append(cells[end].cluster)
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

    private static func look(_ style: ResolvedStyle, _ canvas: Color, _ plain: String) -> Look {
        var fill = hex(style.foreground) ?? plain
        var ground = hex(style.background)
        if style.attributes.contains(.reverse) { (fill, ground) = (ground ?? canvas.hex, fill) }
        return Look(fill: fill, ground: ground, attributes: style.attributes)
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
