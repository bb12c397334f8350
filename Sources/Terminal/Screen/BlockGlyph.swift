/// Blocks and lines drawn as shapes, so that charts and rules join up in every font.
enum BlockGlyph {
    /// The SVG shape of `cluster` in a cell of 9 by 19 units; nil for what a font should draw.
    static func shape(_ cluster: Character, left: Int, top: Int, color: String) -> String? {
        guard let scalar = cluster.unicodeScalars.first, cluster.unicodeScalars.count == 1 else { return nil }
        func rect(_ x: Double, _ y: Double, _ w: Double, _ h: Double) -> String {
            "<rect x=\"\(Double(left) + x)\" y=\"\(Double(top) + y)\" width=\"\(w)\" height=\"\(h)\" fill=\"\(color)\"/>"
        }
        switch scalar.value {
        case 0x2581...0x2588:
            let height = Double(scalar.value - 0x2580) * 19 / 8
            return rect(0, 19 - height, 9, height)
        case 0x2589...0x258F: return rect(0, 0, Double(0x2590 - scalar.value) * 9 / 8, 19)
        case 0x2580: return rect(0, 0, 9, 9.5)
        case 0x2590: return rect(4.5, 0, 4.5, 19)
        default: break
        }
        if let round = corner(scalar.value, left: left, top: top, color: color) { return round }
        guard let arms = lines[scalar.value] else { return nil }
        var output = ""
        for (weight, arm) in zip(arms, 0..<4) where weight > 0 {
            let thick = Double(weight) * 1.3
            switch arm {
            case 0: output += rect(4.5 - thick / 2, 0, thick, 9.5 + thick / 2)
            case 1: output += rect(4.5 - thick / 2, 9.5 - thick / 2, 4.5 + thick / 2, thick)
            case 2: output += rect(4.5 - thick / 2, 9.5 - thick / 2, thick, 9.5 + thick / 2)
            default: output += rect(0, 9.5 - thick / 2, 4.5 + thick / 2, thick)
            }
        }
        return output
    }

    private static func corner(_ value: UInt32, left: Int, top: Int, color: String) -> String? {
        let (x, y) = (Double(left), Double(top))
        let path: String
        switch value {
        case 0x256D: path = "M\(x + 4.5) \(y + 19)V\(y + 14)Q\(x + 4.5) \(y + 9.5) \(x + 9) \(y + 9.5)"
        case 0x256E: path = "M\(x + 4.5) \(y + 19)V\(y + 14)Q\(x + 4.5) \(y + 9.5) \(x) \(y + 9.5)"
        case 0x256F: path = "M\(x + 4.5) \(y)V\(y + 5)Q\(x + 4.5) \(y + 9.5) \(x) \(y + 9.5)"
        case 0x2570: path = "M\(x + 4.5) \(y)V\(y + 5)Q\(x + 4.5) \(y + 9.5) \(x + 9) \(y + 9.5)"
        default: return nil
        }
        return "<path d=\"\(path)\" stroke=\"\(color)\" stroke-width=\"1.3\" fill=\"none\"/>"
    }

    /// Weight of the arms up, right, down, left: 1 light, 2 heavy.
    private static let lines: [UInt32: [Int]] = [
        0x2500: [0, 1, 0, 1], 0x2501: [0, 2, 0, 2], 0x2502: [1, 0, 1, 0], 0x2503: [2, 0, 2, 0], 0x250C: [0, 1, 1, 0],
        0x2510: [0, 0, 1, 1], 0x2514: [1, 1, 0, 0], 0x2518: [1, 0, 0, 1], 0x251C: [1, 1, 1, 0], 0x251D: [1, 2, 1, 0],
        0x2524: [1, 0, 1, 1], 0x2525: [1, 0, 1, 2], 0x252C: [0, 1, 1, 1], 0x2534: [1, 1, 0, 1], 0x253C: [1, 1, 1, 1],
    ]
}
