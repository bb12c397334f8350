/// Eight heights of a block, scaled to the largest value of the row. A flat zero is a flat line, not nothing.
enum Sparkline {
    private static let blocks: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// One character a value, `top` (the largest of them unless given) at full height. Values that are missing become
    /// spaces; negative ones count as zero.
    static func text(_ values: [Double?], top: Double? = nil) -> String {
        let top = max(top ?? 0, values.compactMap { $0 }.max() ?? 0)
        var line = String.UnicodeScalarView()
        for value in values {
            guard let value else {
                line.append(" ")
                continue
            }
            let step = top > 0 && value > 0 ? Int((value / top * 7).rounded()) : 0
            line.append(blocks[min(7, max(value > 0 ? 1 : 0, step))])
        }
        return String(line)
    }
}
