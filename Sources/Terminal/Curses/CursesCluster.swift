import CNcurses

/// How a cluster is handed to curses, which counts columns by the C library's older tables and keeps a base with four
/// marks: where the two disagree, what is written takes the columns the grid has given it.
enum CursesCluster {
    /// The code points of each cell `cluster` fills: one element when curses draws it `width` columns wide, else one a
    /// column.
    static func cells(of cluster: Character, width: Int) -> [[UInt32]] {
        let scalars = cluster.unicodeScalars.map(\.value)
        guard let first = scalars.first else { return [[0x20]] }
        if let pair = flag(scalars), width == 2 { return pair }
        let own = Int(kd_screen_width(first))
        let marks = scalars.dropFirst().prefix { kd_screen_width($0) == 0 && !isSwitch($0) }.prefix(4)
        if own == width { return [[first] + marks] }
        if own == 1, width == 2 {
            // The second consonant of a conjunct takes the second column; after VS16 it stays empty.
            let rest = scalars.dropFirst(1 + marks.count).drop { kd_screen_width($0) != 1 }
            guard let second = rest.first else { return [[first] + marks.prefix(4), [0x20]] }
            return [
                [first] + marks,
                [second] + rest.dropFirst().prefix { kd_screen_width($0) == 0 && !isSwitch($0) }.prefix(4),
            ]
        }
        return [[0xFFFD]] + Array(repeating: [0x20], count: width - 1)
    }

    /// Two regional indicators as the two letters they stand for: every terminal draws those.
    private static func flag(_ scalars: [UInt32]) -> [[UInt32]]? {
        guard scalars.count == 2, scalars.allSatisfy({ (0x1F1E6...0x1F1FF).contains($0) }) else { return nil }
        return scalars.map { [$0 - 0x1F1E6 + 0x41] }
    }

    /// Code points that change the width of what stands before or after them.
    private static func isSwitch(_ scalar: UInt32) -> Bool {
        scalar == 0x200D || (0xFE00...0xFE0F).contains(scalar) || (0xE0000...0xE01FF).contains(scalar)
    }
}
