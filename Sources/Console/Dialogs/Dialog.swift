import Terminal

/// What floats above a pane and takes all keys: a form, a question, a list of keys. `esc` always leaves it.
protocol Dialog: Equatable, Sendable {
    /// Takes a key; `.stay` unless it is done.
    mutating func handle(_ key: Key, in context: PaneContext) -> DialogOutcome
    /// Takes pasted text. Line ends never count as enter.
    mutating func paste(_ text: String, in context: PaneContext)
    /// Takes a report of a job that it started.
    mutating func receive(_ report: any JobReport, in context: PaneContext) -> DialogOutcome
    /// The keys that work in it, for the foot.
    var keys: [(sign: String, words: String)] { get }
    /// What `esc` does, for the foot.
    var escape: String { get }
    /// From when on it takes keys as answers, milliseconds since the epoch; nil when it does so at once.
    var opensAt: Int64? { get }
    /// The box it wants, within the pane's area.
    func frame(in context: PaneContext) -> Rect
    /// Draws the box and its inside; `area` is the whole pane.
    func draw(on area: inout GridArea, in context: PaneContext)
    /// Where the text cursor stands; nil hides it.
    func cursor(in context: PaneContext) -> (x: Int, y: Int)?
}

/// What a dialog wants after a key or a report.
enum DialogOutcome: Sendable {
    /// Stay open and do these.
    case stay([PaneAction] = [])
    /// Close and do these.
    case done([PaneAction])
}

extension Dialog {
    var escape: String { "leave" }
    var opensAt: Int64? { nil }
    mutating func paste(_ text: String, in context: PaneContext) {}
    mutating func receive(_ report: any JobReport, in context: PaneContext) -> DialogOutcome { .stay() }
    func cursor(in context: PaneContext) -> (x: Int, y: Int)? { nil }

    /// A box of at most `width` by `height`, in the middle.
    func centred(_ width: Int, _ height: Int, in context: PaneContext) -> Rect {
        let columns = min(width, max(0, context.width - 2))
        let rows = min(height, context.height)
        return Rect(
            x: (context.width - columns) / 2, y: max(0, (context.height - rows) / 3), width: columns, height: rows)
    }
}

/// One line of text that is edited.
struct TextField: Equatable, Sendable {
    /// What is typed so far.
    private(set) var text: String
    /// The cursor, in characters from the start.
    private(set) var position: Int
    /// The text is a proposal that nobody has touched: what is typed takes its place, what edits keeps it.
    private var isProposal = false

    /// Characters that it holds at most.
    private static let limit = 1024

    /// A field with a text and the cursor at its end.
    init(_ text: String = "") {
        self.text = text
        position = text.count
    }

    /// A field with a text that typing replaces.
    init(proposal: String) {
        self.init(proposal)
        isProposal = true
    }

    /// Edits the text; true when the key was one of editing.
    mutating func handle(_ key: Key) -> Bool {
        if isProposal, key.text != nil { self = TextField() }
        isProposal = false
        var characters = Array(text)
        switch (key.code, key.modifiers) {
        case (.backspace, _):
            guard position > 0 else { return true }
            position -= 1
            characters.remove(at: position)
        case (.delete, _):
            guard position < characters.count else { return true }
            characters.remove(at: position)
        case (.left, []): position = max(0, position - 1)
        case (.right, []): position = min(characters.count, position + 1)
        case (.home, _), (.character("a"), .control): position = 0
        case (.end, _), (.character("e"), .control): position = characters.count
        case (.character("u"), .control):
            characters.removeSubrange(..<position)
            position = 0
        case (.character("k"), .control): characters.removeSubrange(position...)
        case (.character("w"), .control):
            let from = characters[..<position].lastIndex(of: " ") ?? 0
            characters.removeSubrange(from..<position)
            position = from
        default:
            guard let character = key.text, characters.count < Self.limit else { return false }
            characters.insert(character, at: position)
            position += 1
        }
        take(characters)
        return true
    }

    /// Takes pasted text on one line, without the control characters in it: they mean nothing in a name or an expression,
    /// and nobody wants a file that is called by one.
    mutating func paste(_ pasted: String) {
        if isProposal { self = TextField() }
        var characters = Array(text)
        let line = pasted.filter { !$0.isNewline && !Self.isControl($0) }
            .prefix(max(0, Self.limit - characters.count))
        characters.insert(contentsOf: line, at: position)
        position += line.count
        take(characters)
    }

    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
    }

    /// Characters that meet may become one, such as a letter and an accent that was pasted behind it; so the position is
    /// counted anew in what they became.
    private mutating func take(_ characters: [Character]) {
        text = String(characters)
        position = min(String(characters[..<position]).count, text.count)
    }

    /// Replaces the text.
    mutating func set(_ new: String) { self = TextField(new) }

    /// Draws the field `columns` wide with its ground; the end is shown when it is longer. Returns the cursor's column.
    @discardableResult
    func draw(on area: inout GridArea, x: Int, y: Int, columns: Int, isFocused: Bool) -> Int {
        let style: Style = isFocused ? Role.text.on(.input) : Style(.text)
        if isFocused { area.fill(Rect(x: x, y: y, width: columns, height: 1), style: style) }
        let characters = Array(text)
        var first = 0
        while first < position, TextWidth.of(String(characters[first..<position])) > columns - 3 { first += 1 }
        area.put(String(characters[first...]), x: x + 1, y: y, style: style, maxWidth: max(0, columns - 2))
        return x + 1 + TextWidth.of(String(characters[first..<position]))
    }
}
