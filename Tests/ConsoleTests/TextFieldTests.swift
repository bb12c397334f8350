import Bytes
import Terminal
import Testing

@testable import Console

@Suite struct TextFieldTests {
    /// Characters that meet become one: what is typed behind them must not stand beyond the end.
    @Test func theCursorStaysWithinTextWhoseCharactersMerge() {
        var field = TextField("e")
        field.paste("\u{301}x")
        #expect(field.text == "e\u{301}x" && field.position == 2)
        var flags = TextField()
        for _ in 0..<4 { flags.paste("\u{1F1F5}") }
        #expect(flags.text.count == 2 && flags.position == 2)
        _ = flags.handle(Key(.backspace))
        #expect(flags.text.count == 1 && flags.position == 1)
    }

    @Test func aPasteBringsNoControlCharacter() {
        var field = TextField()
        field.paste("a\u{1B}]0;x\u{7}b\u{9B}c\u{7F}\nd\te")
        #expect(field.text == "a]0;xbcde" && field.position == 9)
    }

    @Test func anyEditsKeepTheCursorInTheTextAndTheTextShort() {
        let pieces = [
            "\u{301}", "e", "\u{1F1F5}", "\u{200D}", "\u{1F468}", "\u{FE0F}", "\r\n", "한", "\u{1B}[2J", "क्", "ष",
        ]
        let keys: [Key.Code] = [.left, .right, .home, .end, .backspace, .delete]
        var chance = SplitMix64(seed: 5)
        var field = TextField()
        for _ in 0..<4_000 {
            if chance.below(3) == 0 {
                field.paste((0...chance.below(60)).map { _ in pieces[chance.below(pieces.count)] }.joined())
            } else {
                _ = field.handle(Key(keys[chance.below(keys.count)]))
            }
            #expect(field.position >= 0 && field.position <= field.text.count && field.text.count <= 1_024)
        }
        var grid = CellGrid(width: 40, height: 1)
        grid.draw(in: grid.bounds) { _ = field.draw(on: &$0, x: 0, y: 0, columns: 30, isFocused: true) }
    }
}
