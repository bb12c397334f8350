/// What a piece of the screen means. Panes name roles, themes give them colours; no pane names a colour.
///
/// The raw value is the name used in theme files.
public enum Role: String, CaseIterable, Sendable {
    // Content.
    case text, dim, faint, strong, accent, title
    // State; always with a word or a sign beside it.
    case good, warn, bad
    case badStrong = "bad.strong"
    // Record content.
    case key, number, string, keyword
    // Charts.
    case bar
    case barStrong = "bar.strong"
    case spark
    // The cluster's badge.
    case badgeSandbox = "badge.sandbox"
    case badgeDev = "badge.dev"
    case badgeStaging = "badge.staging"
    case badgeProd = "badge.prod"
    case badgeOwn = "badge.own"
    // The frame.
    case tab, head, foot
    case footKey = "foot.key"
    case border
    // Where the hands are.
    case selection
    case selectionMark = "selection.mark"
    case input, hit, fresh, button
    case buttonGood = "button.good"
    case buttonBad = "button.bad"

    /// The letter of this role in the style layer of a snapshot.
    public var letter: Character { Self.letters[Int(index)] }

    /// The position in `allCases`.
    public var index: UInt8 { unsafeBitCast(self, to: UInt8.self) }

    private static let letters = Array("tdfSaTgwbBknslurx12345yhoOcPLiHFmGX")
}
