/// What the visible cells said last and when they changed: a changed cell is bright for a second and then settles. Cells
/// that come into view are not changed.
struct Glow: Equatable, Sendable {
    private struct Cell: Equatable, Sendable {
        var text: String
        var changedAt: Int64?
    }

    /// How long a change is bright, in milliseconds.
    static let span: Int64 = 1_000

    private var cells: [String: [Cell]] = [:]
    private var revision = -1

    /// Nothing seen yet.
    init() {}

    /// True when there is something to compare with `revision` of the data.
    func isOlder(than revision: Int) -> Bool { self.revision != revision }

    /// Takes what the visible rows say at `now`: one text a glowing column.
    mutating func see(_ rows: [(id: String, texts: [String])], revision: Int, at now: Int64) {
        self.revision = revision
        var next: [String: [Cell]] = [:]
        next.reserveCapacity(rows.count)
        for (id, texts) in rows {
            let before = cells[id]
            next[id] = texts.enumerated().map { place, text in
                guard let old = before?[place] else { return Cell(text: text) }
                // The first answer to a question is no change.
                let isChange = old.text != text && old.text != Quantity.asking
                return Cell(text: text, changedAt: isChange ? now : old.changedAt)
            }
        }
        cells = next
    }

    /// True while the cell of that row and glowing column is bright.
    func isBright(_ id: String, _ place: Int, at now: Int64) -> Bool {
        guard let cell = cells[id], cell.indices.contains(place), let at = cell[place].changedAt else { return false }
        return now - at < Self.span
    }
}
