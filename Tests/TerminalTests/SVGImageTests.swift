import Terminal
import Testing

@Suite struct SVGImageTests {
    private static let theme = Theme(name: "test", canvas: Color(red: 13, green: 17, blue: 23)) { role in
        switch role {
        case .accent: .init(Color(red: 0x5C, green: 0xCF, blue: 0xE6))
        case .selection: .init(nil, on: Color(red: 0x2A, green: 0x3B, blue: 0x57), .bold)
        default: .init()
        }
    }

    private static func picture(_ draw: (inout CellGrid) -> Void) -> String {
        var grid = CellGrid(width: 20, height: 2)
        draw(&grid)
        return SVGImage.render(grid, theme: theme)
    }

    @Test func `a grid becomes a rounded window of its size in the theme's colours`() {
        let svg = Self.picture { $0.put("orders 7", x: 1, y: 0, style: .accent) }
        #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"208\" height=\"66\""))
        #expect(svg.contains("<rect width=\"100%\" height=\"100%\" rx=\"10\" fill=\"#0d1117\"/>"))
        #expect(svg.contains("<text x=\"23\" y=\"28\" fill=\"#5ccfe6\">orders</text>"))
        #expect(svg.contains("<text x=\"86\" y=\"28\" fill=\"#5ccfe6\">7</text>"))
        #expect(svg.hasSuffix("</svg>\n"))
    }

    @Test func `a ground is one rectangle and bold text is bold`() {
        let svg = Self.picture { $0.fill(Rect(x: 0, y: 1, width: 20, height: 1), style: Style(.selection)) }
        #expect(svg.contains("<rect x=\"14\" y=\"33\" width=\"180\" height=\"19\" fill=\"#2a3b57\"/>"))
        let text = Self.picture { $0.put("x", x: 0, y: 0, style: .selection) }
        #expect(text.contains("font-weight=\"bold\">x</text>"))
    }

    @Test func `text cannot break out of the picture`() {
        let svg = Self.picture { $0.put("</text><&\u{1b}", x: 0, y: 0, style: .text) }
        #expect(svg.contains(">&lt;/text&gt;&lt;&amp;</text>"))
        #expect(!svg.unicodeScalars.contains("\u{1b}"))
    }

    @Test func `blocks and lines are shapes, so that they join in every font`() {
        let svg = Self.picture { $0.put("▄─╭▌", x: 0, y: 0, style: .accent) }
        #expect(!svg.contains("<text"))
        #expect(svg.contains("<rect x=\"14.0\" y=\"23.5\" width=\"9.0\" height=\"9.5\" fill=\"#5ccfe6\"/>"))
        #expect(svg.contains("<path d="))
    }

    @Test func `a wide cluster takes its two columns and pushes nothing`() {
        let svg = Self.picture { $0.put("東a", x: 0, y: 0, style: .text) }
        #expect(svg.contains("<text x=\"14\" y=\"28\" fill=\"#d5dae3\">東</text>"))
        #expect(svg.contains("<text x=\"32\" y=\"28\" fill=\"#d5dae3\">a</text>"))
    }
}
