import Bytes
import Terminal
import Testing

@Suite struct GridTests {
    /// Every wide cluster has its second half at its right, and no second half stands alone.
    static func isWhole(_ grid: CellGrid) -> Bool {
        for y in 0..<grid.height {
            for x in 0..<grid.width {
                if grid[x, y].width == 2, x + 1 >= grid.width || grid[x + 1, y].width != 0 { return false }
                if grid[x, y].width == 0, x == 0 || grid[x - 1, y].width != 2 { return false }
            }
        }
        return true
    }

    @Test func `text is clipped at both edges by cluster`() {
        var grid = CellGrid(width: 6, height: 1)
        #expect(grid.put("abc東京", x: 1, y: 0, style: .text) >= 5)
        #expect(SnapshotText.text(grid) == " abc東\n")
        grid = CellGrid(width: 5, height: 1)
        grid.put("東京都", x: -1, y: 0, style: .text)
        #expect(SnapshotText.text(grid) == " 京都\n")
        grid = CellGrid(width: 4, height: 1)
        grid.put("ab東京", x: 0, y: 0, style: .text, maxWidth: 3)
        #expect(SnapshotText.text(grid) == "ab\n")
        #expect(Self.isWhole(grid))
    }

    @Test func `overwriting half of a wide cluster leaves no half`() {
        var grid = CellGrid(width: 6, height: 1)
        grid.put("東京都", x: 0, y: 0, style: .text)
        grid.put("x", x: 1, y: 0, style: .accent)
        #expect(SnapshotText.text(grid) == " x京都\n")
        grid.put("y", x: 2, y: 0, style: .accent)
        #expect(SnapshotText.text(grid) == " xy 都\n")
        grid.fill(Rect(x: 5, y: 0, width: 1, height: 1), style: Style(.selection))
        #expect(SnapshotText.text(grid) == " xy\n")
        #expect(Self.isWhole(grid))
    }

    @Test func `nothing outside the grid is written or trapped on`() {
        var grid = CellGrid(width: 4, height: 2)
        for (x, y) in [(-100, 0), (100, 0), (0, -1), (0, 2), (.max / 2, 1), (.min / 2, 1)] {
            grid.put("hello", x: x, y: y, style: .text)
            grid.fill(Rect(x: x, y: y, width: 3, height: 3))
        }
        #expect(grid == CellGrid(width: 4, height: 2))
        #expect(CellGrid(width: -3, height: 5).width == 0)
        #expect(grid[9, 9] == .blank)
    }

    @Test func `an area has its own origin and its own edges`() {
        var grid = CellGrid(width: 10, height: 4)
        grid.draw(in: Rect(x: 2, y: 1, width: 5, height: 2)) { area in
            area.put("0123456789", x: 0, y: 0, style: .text)
            area.put("no", x: 0, y: 2, style: .text)
            area.put("end", endingAt: area.width, y: 1, style: .number)
            area.draw(in: Rect(x: -1, y: 1, width: 3, height: 9)) { inner in
                inner.put("abc", x: 0, y: 0, style: .text)
            }
        }
        #expect(SnapshotText.text(grid) == "\n  01234\n  bcend\n\n")
    }

    @Test func `a box and a rule carry their titles`() {
        var grid = CellGrid(width: 24, height: 5)
        grid.draw(in: grid.bounds) { area in
            area.rule("orders", y: 0, right: "p parts")
            area.box(Rect(x: 2, y: 1, width: 16, height: 3), title: "command")
        }
        #expect(
            SnapshotText.text(grid) == """
                ─ orders ───── p parts ─
                  ╭─ command ────╮
                  │              │
                  ╰──────────────╯

                """ + "\n")
    }

    @Test func `random writes keep wide clusters whole`() {
        var random = SplitMix64(seed: 7)
        var grid = CellGrid(width: 17, height: 3)
        let texts = ["東京", "a", "x東", "\u{1F600}\u{1F600}", "e\u{301}", "\u{1b}[2J", "한글", ""]
        for _ in 0..<20_000 {
            let (x, y) = (random.below(25) - 4, random.below(5) - 1)
            if random.below(5) == 0 {
                grid.fill(Rect(x: x, y: y, width: random.below(6), height: random.below(3)))
            } else {
                let area = Rect(x: random.below(20) - 4, y: 0, width: random.below(15), height: 3)
                let text = texts[random.below(texts.count)]
                grid.draw(in: area) { _ = $0.put(text, x: x, y: y, style: .text, maxWidth: 5) }
            }
            if !Self.isWhole(grid) { Issue.record("half a cluster in \(SnapshotText.text(grid))") }
        }
    }

    @Test func `every role has its own letter and its own name`() {
        #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
        for (position, role) in Role.allCases.enumerated() { #expect(Int(role.index) == position) }
    }

    @Test func `a snapshot shows text, roles, grounds and attributes`() {
        var grid = CellGrid(width: 12, height: 2)
        grid.put("東 ok", x: 0, y: 0, style: .good)
        grid.fill(Rect(x: 0, y: 1, width: 12, height: 1), style: Style(.text, on: .selection))
        grid.put("▌", x: 0, y: 1, style: Role.selectionMark.on(.selection))
        grid.put("7", x: 2, y: 1, style: Style(.number, on: .selection, .bold))
        #expect(
            SnapshotText.render(grid) == """
                12x2
                東 ok
                ▌ 7
                -- style
                ggggg
                L n
                -- ground
                1: PPPPPPPPPPPP
                -- attributes
                1:   1

                """)
    }
}
