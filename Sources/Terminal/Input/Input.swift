/// What comes from the person in front of the terminal.
public enum Input: Equatable, Sendable {
    /// A key press.
    case key(Key)
    /// The mouse, where it is reported.
    case mouse(Mouse)
    /// Text pasted in one piece, with `\n` for line ends; raw otherwise, so it must be drawn through a grid.
    case paste(String)
    /// The terminal's new size in columns and rows.
    case resize(width: Int, height: Int)
    /// The terminal's window came to the front or left it.
    case focus(Bool)
}

/// A report of the mouse.
public struct Mouse: Equatable, Sendable {
    /// What happened.
    public enum Action: Equatable, Sendable {
        case press(Button), release(Button), drag(Button), move
        case wheelUp, wheelDown, wheelLeft, wheelRight
    }

    /// Which button.
    public enum Button: Equatable, Sendable { case left, middle, right }

    /// What happened.
    public var action: Action
    /// The column, from 0.
    public var x: Int
    /// The row, from 0.
    public var y: Int
    /// Keys held meanwhile.
    public var modifiers: KeyModifiers

    /// A report.
    public init(_ action: Action, x: Int, y: Int, modifiers: KeyModifiers = []) {
        self.action = action
        self.x = x
        self.y = y
        self.modifiers = modifiers
    }
}
