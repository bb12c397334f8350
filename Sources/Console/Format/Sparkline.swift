/// Eight heights of a block, scaled to the largest value of the row. A flat zero is a flat line, not nothing.
enum Sparkline {
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// One character a value, `top` (the largest of them unless given) at full height. Values that are missing become
    /// spaces; negative ones count as zero.
    static func text(_ values: [Double?], top: Double? = nil) -> String {
        let top = max(top ?? 0, values.compactMap { $0 }.max() ?? 0)
        return String(
            values.map { value -> Character in
                guard let value else { return " " }
                guard top > 0, value > 0 else { return blocks[0] }
                let step = Int((value / top * 7).rounded())
                return blocks[min(7, max(value > 0 ? 1 : 0, step))]
            })
    }
}
