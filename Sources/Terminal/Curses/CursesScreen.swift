import CNcurses
import Glibc

/// The real terminal, through ncurses, output only: bytes from `options.input` go to an `InputDecoder`.
///
/// One thread opens and uses it. While it is open the terminal is in raw mode on the alternate screen with paste, focus
/// and mouse reports on; quitting, exiting, SIGTERM (through `signals()`), a stop and a crash give it back as it was.
public final class CursesScreen: Screen {
    /// The theme; setting it draws everything anew.
    public var theme: Theme {
        didSet {
            theme.depth = depth
            looks.removeAll()
            shown = nil
        }
    }
    /// How many colours this terminal shows.
    public let depth: ColorDepth
    /// Becomes readable when `signals()` has something to say; -1 when there is no such descriptor.
    public let signalDescriptor: Int32

    private let colors: Int
    private let options: CursesOptions
    private var looks: [Style: Look] = [:]
    private var shown: CellGrid?
    private var shownCursor: (x: Int, y: Int)?
    private var isOpen = true

    private struct Look {
        var attributes: Int32
        var pair: Int32
        var background: Int32

        /// True when a blank looks the same in both.
        func hasSameGround(as other: Look) -> Bool {
            background == other.background && (attributes | other.attributes) & Self.lines == 0
        }

        private static let lines = Int32(Attributes.underline.rawValue | Attributes.reverse.rawValue)
    }

    /// Opens the terminal. A terminal that terminfo does not know is treated as `xterm-256color`.
    public static func open(
        theme: Theme, options: CursesOptions = .fromEnvironment()
    ) throws(TerminalError) -> CursesScreen {
        guard isatty(options.output) == 1, isatty(options.input) == 1 else { throw .notATerminal }
        guard options.term != "dumb", kd_screen_locale() == 0 else { throw .unknownTerminal(options.term) }
        guard kd_screen_rows() == 0 else { throw .alreadyOpen }
        let name = [options.term, "xterm-256color", "xterm"].first {
            !$0.isEmpty && isName($0) && kd_screen_knows($0) != 0
        }
        guard let name else { throw .unknownTerminal(options.term) }
        var isTrueColor = false
        if options.wantsTrueColor, options.makeCacheDirectory(), let directory = options.cacheDirectory {
            isTrueColor = kd_screen_derive_true_color(name, directory) == 0
        }
        if isTrueColor, kd_screen_open(name + "-kdeck2", options.input, options.output, options.noColor ? 0 : 1) != 0 {
            isTrueColor = false
        }
        if !isTrueColor, kd_screen_open(name, options.input, options.output, options.noColor ? 0 : 1) != 0 {
            throw .unknownTerminal(options.term)
        }
        return CursesScreen(theme: theme, options: options, isTrueColor: isTrueColor)
    }

    private init(theme: Theme, options: CursesOptions, isTrueColor: Bool) {
        colors = Int(kd_screen_colors())
        if options.noColor || colors < 8 || kd_screen_color_pairs() < 8 {
            depth = .none
        } else {
            depth = isTrueColor ? .trueColor : colors >= 256 ? .indexed256 : .ansi16
        }
        self.options = options
        self.theme = theme
        self.theme.depth = depth
        signalDescriptor = kd_screen_signals()
        enterModes()
    }

    /// Columns and rows.
    public var size: (width: Int, height: Int) { (Int(kd_screen_columns()), Int(kd_screen_rows())) }

    /// Sends what differs from the last frame; nothing when nothing does.
    public func present(_ grid: CellGrid, cursor: (x: Int, y: Int)?) {
        guard isOpen else { return }
        var changed = shown == nil || cursor?.x != shownCursor?.x || cursor?.y != shownCursor?.y
        let (width, height) = size
        for y in 0..<height {
            if let shown, shown.height > y, grid.height > y, shown.width == grid.width, shown.row(y) == grid.row(y) {
                continue
            }
            changed = true
            write(grid, row: y, columns: width)
        }
        guard changed else { return }
        shown = grid
        shownCursor = cursor
        if let cursor, cursor.x >= 0, cursor.x < width, cursor.y >= 0, cursor.y < height {
            kd_screen_update(Int32(cursor.y), Int32(cursor.x))
        } else {
            kd_screen_update(-1, -1)
        }
    }

    /// Draws everything anew with the next frame, for a terminal that somebody else wrote on.
    public func redraw() {
        shown = nil
        kd_screen_forget()
    }

    /// What arrived on `signalDescriptor` since the last call. Never blocks.
    public func signals() -> [TerminalSignal] {
        var kinds = [UInt8](repeating: 0, count: 64)
        let count = read(signalDescriptor, &kinds, kinds.count)
        guard count > 0 else { return [] }
        var found: [TerminalSignal] = []
        var isResized = false
        for kind in kinds.prefix(count) {
            switch kind {
            case UInt8(ascii: "W"): isResized = true
            case UInt8(ascii: "T"): found.append(.terminate)
            case UInt8(ascii: "Z"): found.append(.stop)
            case UInt8(ascii: "C") where isOpen:
                // Whoever was in front meanwhile may have changed the modes.
                kd_screen_resume()
                enterModes()
                isResized = kd_screen_resize() != 0 || isResized
                redraw()
                found.append(.resumed)
            default: break
            }
        }
        if isResized {
            _ = kd_screen_resize()
            redraw()
            found.append(.resize(width: size.width, height: size.height))
        }
        return found
    }

    /// Gives the terminal back, stops this process as ctrl-z does, and takes the terminal again when it goes on.
    public func suspend() {
        outside { kd_screen_stop() }
    }

    /// Gives the terminal back while `body` runs (an editor, a pager), then takes it again.
    public func outside<Result>(_ body: () -> Result) -> Result {
        guard isOpen else { return body() }
        isOpen = false
        kd_screen_suspend()
        defer {
            kd_screen_resume()
            isOpen = true
            enterModes()
            _ = kd_screen_resize()
            redraw()
        }
        return body()
    }

    /// Gives the terminal back for good. Safe to call twice.
    public func close() {
        guard kd_screen_rows() > 0 else { return }
        isOpen = false
        kd_screen_close()
        kd_screen_signals_end()
    }

    /// Puts `text` on the clipboard by OSC 52; false when it is longer than terminals take (56,244 bytes).
    public func copy(_ text: String) -> Bool {
        let encoded = Clipboard.base64(Array(text.utf8))
        guard isOpen, encoded.count <= Clipboard.limit else { return false }
        send(Array("\u{1b}]52;c;".utf8) + encoded + [0x07])
        return true
    }

    private func enterModes() {
        var enter = "\u{1b}[?2004h\u{1b}[?1004h"
        var leave = "\u{1b}[?1004l\u{1b}[?2004l"
        if options.mouse {
            enter += "\u{1b}[?1000h\u{1b}[?1002h\u{1b}[?1006h"
            leave = "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l" + leave
        }
        if !options.term.hasPrefix("linux"), !options.term.hasPrefix("vt") {
            // Kitty's keyboard, only what tells escape and ctrl keys apart; pushed, so that it can be popped.
            enter += "\u{1b}[>1u"
            leave = "\u{1b}[<u" + leave
        }
        let bytes = leave.utf8.map { CChar(bitPattern: $0) }
        kd_screen_on_crash(bytes, Int32(bytes.count))
        send(Array(enter.utf8))
    }

    private func send(_ bytes: [UInt8]) {
        let signed = bytes.map { CChar(bitPattern: $0) }
        kd_screen_send(signed, Int32(signed.count))
    }

    private func write(_ grid: CellGrid, row y: Int, columns: Int) {
        let line = Int32(y)
        var x = 0
        var style = grid[0, y].style
        var look = look(of: style)
        while x < columns {
            let cell = grid[x, y]
            if cell.style != style, !isGap(grid, x, y, after: style) {
                style = cell.style
                look = self.look(of: style)
            }
            if let ascii = cell.cluster.asciiValue {
                var scalar = UInt32(ascii)
                kd_screen_put(line, Int32(x), &scalar, 1, look.attributes, look.pair)
                x += 1
                continue
            }
            let width = x + Int(max(cell.width, 1)) > columns ? 1 : Int(max(cell.width, 1))
            for (offset, scalars) in CursesCluster.cells(of: cell.cluster, width: width).enumerated() {
                kd_screen_put(line, Int32(x + offset), scalars, Int32(scalars.count), look.attributes, look.pair)
            }
            x += width
        }
    }

    /// True for a blank between two words that looks the same in the style of the word before it: keeping the pen there
    /// spares the terminal two changes of colour.
    private func isGap(_ grid: CellGrid, _ x: Int, _ y: Int, after style: Style) -> Bool {
        // In the middle of a resize the terminal may be wider than what was drawn for it.
        guard x > 0, x + 1 < grid.width, grid[x, y].cluster == " ",
            look(of: grid[x, y].style).hasSameGround(as: look(of: style))
        else {
            return false
        }
        let end = (x + 1..<min(x + Self.gap, grid.width)).first { grid[$0, y].cluster != " " }
        return end != nil
    }

    /// Longer runs of blanks are jumped over or erased, in the style that they have.
    private static let gap = 9

    private func look(of style: Style) -> Look {
        if let look = looks[style] { return look }
        let resolved = theme.resolve(style)
        var attributes = resolved.attributes
        let foreground = number(resolved.foreground, &attributes)
        var none: Attributes = []
        let background = number(resolved.background, &none)
        let pair = depth == .none ? 0 : kd_screen_pair(foreground, background)
        let look = Look(attributes: Int32(attributes.rawValue), pair: pair, background: background)
        looks[style] = look
        return look
    }

    private func number(_ ink: ResolvedStyle.Ink, _ attributes: inout Attributes) -> Int32 {
        switch ink {
        case .standard: return -1
        case .index(let index):
            if colors > Int(index) { return Int32(index) }
            // Of eight colours the grey would be bold black, which many terminals draw as black on black.
            if index == 8 {
                attributes.insert(.dim)
                return -1
            }
            if index < 16 { attributes.insert(.bold) }
            return Int32(index & 7)
        case .rgb(let red, let green, let blue):
            // The description keeps 0 to 7 for the palette; the eighth blue is as black.
            return max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
        }
    }

    private static func isName(_ term: String) -> Bool {
        term.utf8.count < 100
            && term.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
                    || [0x2B, 0x2D, 0x2E, 0x5F].contains($0)
            }
    }
}
