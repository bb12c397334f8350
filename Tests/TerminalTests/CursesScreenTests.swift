import Bytes
import CVterm
import Foundation
import Terminal
import Testing

/// One screen at a time: curses is one per process.
@Suite(.serialized) struct CursesScreenTests {
    static let theme = Theme(name: "test", canvas: Color(red: 0, green: 0, blue: 0)) { role in
        switch role {
        case .accent: .init(Color(red: 0x5C, green: 0xCF, blue: 0xE6, ansi: .index(6)))
        case .bad: .init(Color(red: 0xFF, green: 0x7B, blue: 0x72, ansi: .index(9)), on: nil, .bold)
        case .dim: .init(Color(red: 0x87, green: 0x91, blue: 0xA3, ansi: .index(8)))
        case .title: .init(nil, on: nil, [.underline, .italic])
        case .selection:
            .init(Color(red: 255, green: 255, blue: 255), on: Color(red: 0x2A, green: 0x3B, blue: 0x57, ansi: .reverse))
        default: .init()
        }
    }

    private static func grid(_ bench: TerminalBench, _ draw: (inout GridArea) -> Void) -> CellGrid {
        var grid = CellGrid(width: bench.screen.size.width, height: bench.screen.size.height)
        grid.draw(in: grid.bounds) { draw(&$0) }
        return grid
    }

    /// Every cell libvterm shows has the grid's text, width and look.
    private static func compare(_ bench: TerminalBench, _ grid: CellGrid, widths: Bool = true) -> Int {
        var compared = 0
        var theme = bench.screen.theme
        theme.depth = bench.screen.depth
        for y in 0..<grid.height {
            for x in 0..<grid.width where grid[x, y].width > 0 {
                let (cell, shown, look) = (grid[x, y], bench.cell(x, y), theme.resolve(grid[x, y].style))
                compared += 1
                if widths {
                    let same = bench.text(x, y) == cell.cluster.unicodeScalars.map(\.value)
                    if !same { Issue.record("(\(x), \(y)) shows \(bench.text(x, y)), not \(cell.cluster)") }
                    #expect(shown.width == Int32(cell.width))
                }
                // A blank has no foreground.
                if cell.cluster != " " {
                    #expect(shown.foreground == number(look.foreground), "(\(x), \(y)) \(cell)")
                }
                #expect(shown.background == number(look.background), "(\(x), \(y)) \(cell)")
                if cell.cluster != " " { #expect((shown.bold != 0) == look.attributes.contains(.bold)) }
                #expect((shown.underline != 0) == look.attributes.contains(.underline))
                if cell.cluster != " " { #expect((shown.italic != 0) == look.attributes.contains(.italic)) }
                #expect((shown.reverse != 0) == look.attributes.contains(.reverse))
            }
        }
        return compared
    }

    private static func number(_ ink: ResolvedStyle.Ink) -> Int32 {
        switch ink {
        case .standard: -1
        case .index(let index): Int32(index)
        case .rgb(let r, let g, let b): 0x1000000 | Int32(r) << 16 | Int32(g) << 8 | Int32(b)
        }
    }

    private static func sample(_ bench: TerminalBench) -> CellGrid {
        grid(bench) { area in
            area.put("plain", x: 0, y: 0, style: .text)
            area.put("accent", x: 8, y: 0, style: .accent)
            area.put("bad", x: 16, y: 0, style: .bad)
            area.rule("orders", y: 1, right: "3")
            area.fill(Rect(x: 0, y: 2, width: area.width, height: 1), style: Role.text.on(.selection))
            area.put("東京-7", x: 1, y: 2, style: Role.accent.on(.selection))
            area.put("e\u{301}ü한글", x: 0, y: 3, style: .text)
            area.put("title", x: 20, y: 3, style: .title)
            area.put("▁▂▃▄▅▆▇█●◌✔▲∅", x: 0, y: 4, style: .bad)
            area.put("x", x: area.width - 1, y: area.height - 1, style: .accent)
        }
    }

    @Test(arguments: [ColorDepth.indexed256, .trueColor, .none, .ansi16])
    func `what a terminal shows is what the grid holds`(depth: ColorDepth) throws {
        let cache = NSTemporaryDirectory() + "kdeck-terminfo-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: cache) }
        let bench = try TerminalBench(
            columns: 40, rows: 8, theme: Self.theme, term: depth == .ansi16 ? "xterm-16color" : "xterm-256color",
            trueColor: depth == .trueColor, noColor: depth == .none, cache: cache)
        #expect(bench.screen.depth == depth)
        #expect(bench.screen.size == (40, 8))
        let grid = Self.sample(bench)
        let bytes = String(decoding: bench.show(grid), as: UTF8.self)
        if depth == .none { #expect(bytes.firstMatch(of: /\u{1b}\[([0-9]*;)*[34][0-9](;[0-9]+)*m/) == nil) }
        #expect(Self.compare(bench, grid) > 300)
        #expect(bench.isAlternate)
        #expect(!bench.isCursorVisible)
        #expect(bench.mouseMode > 0)
    }

    @Test func `with eight colours grey is dim text, never bold black`() throws {
        let bench = try TerminalBench(columns: 40, rows: 8, theme: Self.theme, term: "xterm")
        let grid = Self.grid(bench) { area in area.put("1 broker", x: 0, y: 0, style: .dim) }
        let bytes = String(decoding: bench.show(grid), as: UTF8.self)
        #expect(bytes.contains("1 broker"))
        #expect(bytes.firstMatch(of: /\u{1b}\[([0-9]+;)*30m/) == nil)
    }

    @Test func `a second frame sends only what changed, inside marks, and nothing when nothing did`() throws {
        let bench = try TerminalBench(columns: 80, rows: 24, theme: Self.theme)
        var grid = Self.sample(bench)
        let first = bench.show(grid)
        #expect(bench.show(grid).isEmpty)
        grid.put("!", x: 30, y: 5, style: .bad)
        let second = bench.show(grid, cursor: (31, 5))
        #expect(second.count < 80 && second.count < first.count)
        let text = String(decoding: second, as: UTF8.self)
        #expect(text.hasPrefix("\u{1b}[?2026h") && text.hasSuffix("\u{1b}[?2026l"))
        #expect(Self.compare(bench, grid) > 1900)
        #expect(bench.isCursorVisible)
    }

    @Test func `a bold word costs no change of the character set, and a cursor that is hidden is not moved`() throws {
        let cache = NSTemporaryDirectory() + "kdeck-terminfo-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: cache) }
        let bench = try TerminalBench(columns: 80, rows: 24, theme: Self.theme, trueColor: true, cache: cache)
        var grid = Self.sample(bench)
        let first = String(decoding: bench.show(grid), as: UTF8.self)
        #expect(!first.contains("\u{1b}(B") && !first.contains("\u{0f}"))
        grid.put("!", x: 30, y: 5, style: .bad)
        let second = String(decoding: bench.show(grid), as: UTF8.self)
        #expect(!second.contains("\r") && second.contains("!"), "\(second.debugDescription)")
        #expect(Self.compare(bench, grid) > 1900)
    }

    /// A table of 200 by 50 as the console draws it: words in several colours, one row in ten selected or not.
    private static func table(_ bench: TerminalBench, numbers: (Int) -> Int, first: Int = 0) -> CellGrid {
        grid(bench) { area in
            for y in 0..<area.height {
                let row = first + y
                area.put("09:16:\(10 + row % 50).\(100 + row * 7 % 900)", x: 2, y: y, style: .dim)
                area.put("\(row % 6)", x: 16, y: y, style: .accent)
                area.put("\(numbers(row))", x: 20, y: y, style: .bad)
                area.put("{\"id\":\(row),\"status\":\"paid\",\"total\":\(row * 13 % 1_000)}", x: 36, y: y, style: .text)
            }
        }
    }

    @Test func `new numbers in one row of ten write no other row, in few bytes`() throws {
        let bench = try TerminalBench(columns: 200, rows: 50, theme: Self.theme)
        _ = bench.show(Self.table(bench) { 1_000_000 + $0 })
        let grid = Self.table(bench) { ($0 % 10 == 3 ? 2_345_678 : 1_000_000) + $0 }
        let bytes = bench.show(grid)
        #expect(bytes.count <= 1_200, "\(bytes.count)")
        #expect(Self.rows(in: bytes) == [3, 13, 23, 33, 43])
        #expect(Self.compare(bench, grid) == 10_000)
        #expect(bench.show(grid).isEmpty)
    }

    @Test func `a line that comes in scrolls the others`() throws {
        let bench = try TerminalBench(columns: 200, rows: 50, theme: Self.theme)
        _ = bench.show(Self.table(bench) { 1_000 + $0 })
        let grid = Self.table(bench, numbers: { 1_000 + $0 }, first: 1)
        let bytes = bench.show(grid)
        #expect(bytes.count <= 300, "\(bytes.count)")
        #expect(Self.compare(bench, grid) == 10_000)
    }

    /// The rows in which something visible was written, of what moves by absolute positions alone.
    private static func rows(in bytes: [UInt8]) -> Set<Int> {
        var rows: Set<Int> = []
        var row = 0
        for piece in bytes.split(separator: 0x1B) {
            let text = String(decoding: piece, as: UTF8.self)
            var rest = text[...]
            if let move = text.prefixMatch(of: /\[([0-9]*)(;[0-9]*)?H/) {
                row = (Int(move.1) ?? 1) - 1
                rest = text[move.range.upperBound...]
            } else if let move = text.prefixMatch(of: /\[([0-9]+)d/) {
                row = (Int(move.1) ?? 1) - 1
                rest = text[move.range.upperBound...]
            } else if let other = text.prefixMatch(of: /\[[?0-9;]*[A-Za-z]|\(B/) {
                rest = text[other.range.upperBound...]
            }
            row += rest.count { $0 == "\n" }
            if rest.contains(where: { $0.isLetter || $0.isNumber }) { rows.insert(row) }
        }
        return rows
    }

    @Test func `doubtful clusters keep what stands after them in its column`() throws {
        let bench = try TerminalBench(columns: 60, rows: 40, theme: Self.theme)
        let grid = Self.grid(bench) { area in
            for (y, row) in TextWidthTests.table.enumerated() {
                let used = area.put(row.text, x: 2, y: y, style: .text)
                area.put("|end", x: 2 + used, y: y, style: .accent)
            }
        }
        _ = bench.show(grid)
        for (y, row) in TextWidthTests.table.enumerated() {
            // libvterm's tables end before it: it draws one column where terminals of today draw two.
            if row.name == "emoji of Unicode 14" { continue }
            let end = 2 + TextWidth.of(row.text)
            for (offset, letter) in "|end".unicodeScalars.enumerated() {
                #expect(bench.text(end + offset, y) == [letter.value], "\(row.name)")
            }
        }
    }

    @Test func `hostile text leaves no byte that speaks to the terminal`() throws {
        let bench = try TerminalBench(columns: 80, rows: 24, theme: Self.theme)
        bench.drain()
        var random = SplitMix64(seed: 3)
        let attacks = [
            "\u{1b}]0;pwned\u{7}", "\u{1b}[2J\u{1b}[H", "\u{9b}31m", "a\u{202E}b", "\r\n\t\u{8}\u{0}",
            "\u{1b}Pq\u{1b}\\", "\u{7f}\u{85}",
            "\u{200B}\u{FEFF}\u{2028}",
        ]
        var checked = 0
        for _ in 0..<200 {
            let grid = Self.grid(bench) { area in
                for y in 0..<24 {
                    var text = attacks[random.below(attacks.count)]
                    for _ in 0..<random.below(20) {
                        let value = UInt32(random.below(5) == 0 ? random.below(0x110000) : random.below(0x3000))
                        if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
                    }
                    area.put(text, x: random.below(60) - 5, y: y, style: random.below(2) == 0 ? .text : .bad)
                }
            }
            let bytes = bench.show(grid)
            checked += bytes.count
            let rest = try #require(OwnSequences.strip(bytes), "not our own sequence")
            if let bad = rest.unicodeScalars.first(where: { OwnSequences.speaks($0.value) }) {
                Issue.record("U+\(String(bad.value, radix: 16)) left the process")
            }
        }
        #expect(checked > 100_000)
        #expect(bench.isAlternate)
    }

    @Test func `closing gives the terminal back`() throws {
        let bench = try TerminalBench(columns: 80, rows: 24, theme: Self.theme)
        _ = bench.show(Self.sample(bench))
        #expect(!bench.isCooked)
        bench.screen.close()
        let bytes = String(decoding: bench.drain(), as: UTF8.self)
        #expect(!bench.isAlternate && bench.isCursorVisible && bench.isCooked && bench.mouseMode == 0)
        #expect(bytes.contains("\u{1b}[?2004l") && bytes.contains("\u{1b}[<u") && bytes.contains("\u{1b}[?1004l"))
    }

    @Test func `an editor gets the terminal and gives it back`() throws {
        let bench = try TerminalBench(columns: 80, rows: 24, theme: Self.theme)
        let grid = Self.sample(bench)
        _ = bench.show(grid)
        bench.screen.outside {
            bench.drain()
            #expect(!bench.isAlternate && bench.isCooked && bench.mouseMode == 0)
        }
        let bytes = String(decoding: bench.show(grid), as: UTF8.self)
        #expect(bench.isAlternate && !bench.isCooked && bench.mouseMode > 0)
        #expect(Self.compare(bench, grid) > 1900)
        // The palette that a shell has set stays: OSC 104 would take it away.
        #expect(!bytes.contains("\u{1b}]"))
    }

    @Test func `a new size and a wish to end arrive as signals`() throws {
        let bench = try TerminalBench(columns: 80, rows: 24, theme: Self.theme)
        _ = bench.show(Self.sample(bench))
        bench.resize(columns: 60, rows: 10)
        kill(getpid(), SIGWINCH)
        #expect(Self.wait(bench) == [.resize(width: 60, height: 10)])
        kill(getpid(), SIGTERM)
        #expect(Self.wait(bench) == [.terminate])
        kill(getpid(), SIGTSTP)
        #expect(Self.wait(bench) == [.stop])
        #expect(bench.screen.signals() == [])
        let grid = Self.sample(bench)
        #expect(grid.width == 60 && grid.height == 10)
    }

    private static func wait(_ bench: TerminalBench) -> [TerminalSignal] {
        var descriptor = pollfd(fd: bench.screen.signalDescriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&descriptor, 1, 120_000) == 1)
        return bench.screen.signals()
    }

    @Test func `an unknown terminal is taken for a common one, and a pipe for none`() throws {
        let bench = try TerminalBench(columns: 30, rows: 8, theme: Self.theme, term: "no-such-terminal")
        let grid = Self.sample(bench)
        _ = bench.show(grid)
        #expect(Self.compare(bench, grid) > 200)
        var options = CursesOptions(term: "xterm-256color")
        (options.input, options.output) = (bench.slave, bench.slave)
        #expect(throws: TerminalError.alreadyOpen) { try CursesScreen.open(theme: Self.theme, options: options) }
        options.output = -1
        #expect(throws: TerminalError.notATerminal) { try CursesScreen.open(theme: Self.theme, options: options) }
    }

    @Test(arguments: [("0;15", true), ("0;default;7", true), ("15;0", false), ("15;default", false), ("", false)])
    func `a terminal that says it is light is believed`(_ colors: String, _ isLight: Bool) {
        #expect(CursesOptions.hasLightGround(colors) == isLight)
    }

    @Test func `a copied text goes out whole and encoded, and too much does not`() throws {
        let bench = try TerminalBench(columns: 30, rows: 8, theme: Self.theme)
        bench.drain()
        #expect(bench.screen.copy("127.0.0.1:9092"))
        #expect(String(decoding: bench.drain(), as: UTF8.self) == "\u{1b}]52;c;MTI3LjAuMC4xOjkwOTI=\u{7}")
        #expect(!bench.screen.copy(String(repeating: "x", count: 60_000)))
        #expect(bench.drain().isEmpty)
    }
}

/// The sequences a frame may hold: SGR, cursor movement, erasing, scrolling, modes.
enum OwnSequences {
    /// What remains of `bytes` without them; nil when an escape begins anything else.
    static func strip(_ bytes: [UInt8]) -> String? {
        var rest: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == 0x1B else {
                // Curses moves with carriage return, line feed and backspace too.
                if ![0x0D, 0x0A, 0x08].contains(byte) { rest.append(byte) }
                continue
            }
            guard index < bytes.count else { return nil }
            if bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: "M") {
                index += bytes[index] == UInt8(ascii: "(") ? 2 : 1
                continue
            }
            guard bytes[index] == UInt8(ascii: "[") else { return nil }
            index += 1
            while index < bytes.count, (0x20..<0x40).contains(bytes[index]) { index += 1 }
            guard index < bytes.count, "mHfABCDGdJKXPLMSTrhlb@".utf8.contains(bytes[index]) else { return nil }
            index += 1
        }
        return String(decoding: rest, as: UTF8.self)
    }

    static func speaks(_ value: UInt32) -> Bool {
        value < 0x20 || (0x7F..<0xA0).contains(value) || (0x2028...0x202E).contains(value)
            || (0x2066...0x206F).contains(value) || [0x200B, 0x200D, 0x200E, 0x200F, 0xFEFF].contains(value)
    }
}
