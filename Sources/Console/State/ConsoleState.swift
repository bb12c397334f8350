import KafkaClient
import KafkaWire
import Terminal

/// Everything the console is: what is known, where one is, what floats above. Changed only by ``update(_:_:)``.
struct ConsoleState: Sendable {
    /// Milliseconds since the epoch, as the last tick said.
    var now: Int64 = 0
    /// Columns and rows of the terminal.
    var size: (width: Int, height: Int)
    /// Badge, address, mode.
    let console: ConsoleContext
    /// Until when changes are unlocked, in milliseconds since the epoch; nil when they are not.
    var unlockedUntil: Int64?
    /// The way to the cluster, until it is known.
    var ladder: Ladder?
    /// The zone of every time on the screen.
    let zone: LocalZone
    /// The keys as the user wants them.
    let keys: KeyMap
    /// The screen shows ASCII alone.
    let isASCII: Bool
    /// Milliseconds between an answer and the next question, of what is asked most often; the rest is asked as much more
    /// often or seldom.
    let refreshPause: Int64
    /// The same, when the user wants nothing else.
    static let usualRefresh: Int64 = 2_000
    /// What is known of the cluster.
    var view = ClusterView()
    /// What was known when the pane was frozen; nil while it lives.
    var frozen: ClusterView?
    /// The tabs, each with the panes opened above its root.
    var tabs: [Tab]
    /// The tab that is seen.
    var activeTab = 0
    /// What floats above the pane.
    var overlay: Overlay?
    /// What just happened.
    var notice: Notice?
    /// What was said while an error stood that nobody had seen: it comes after that.
    var nextNotice: Notice?
    /// A key is being answered.
    var isAnswering = false
    /// The name of the theme in use.
    var themeName: String
    /// The theme shows no colours: states need their signs.
    var isColorless: Bool
    /// Every theme that can be chosen.
    let themeNames: [String]
    /// What was changed from here.
    var activity = ActivityLog()
    /// What was asked.
    var polls = PollTable()
    var lastAsked: [Int: Int64] = [:]
    var numbers = 0

    /// One tab: a stack of panes, the root first.
    struct Tab: Sendable {
        /// What the tab row says.
        let title: String
        /// What a shell says for it.
        let shell: ShellForm
        /// The panes, the seen one last; never empty.
        var panes: [OpenPane]
    }

    /// A pane on a stack, with the jobs that run for it, by name.
    struct OpenPane: Sendable {
        /// The pane.
        var pane: any Pane
        var jobs: [String: Int] = [:]
        var wasOpened = false

        init(_ pane: any Pane) { self.pane = pane }
    }

    /// What floats above a pane.
    enum Overlay: Sendable {
        /// The palette.
        case palette(Palette)
        /// The keys that work here.
        case help(scroll: Int)
        /// Sentences about the thing under the cursor.
        case explanation(Explanation, scroll: Int)
        /// A form or question of the pane.
        case dialog(any Dialog)
    }

    /// The console as it starts.
    init(
        console: ConsoleContext, size: (width: Int, height: Int), zone: LocalZone = .system, now: Int64,
        themeName: String = "default-dark", themeNames: [String] = [], isColorless: Bool = false,
        keys: KeyMap = KeyMap(), isASCII: Bool = false, refreshPause: Int64 = Self.usualRefresh
    ) {
        self.console = console
        self.size = size
        self.zone = zone
        self.keys = keys
        self.isASCII = isASCII
        self.refreshPause = refreshPause
        self.now = now
        self.themeName = themeName
        self.themeNames = themeNames
        self.isColorless = isColorless
        tabs = PaneCatalog.tabs.map { Tab(title: $0.title, shell: $0.shell, panes: [OpenPane($0.root())]) }
    }

    /// The pane that is seen.
    var top: OpenPane {
        get { tabs[activeTab].panes[tabs[activeTab].panes.count - 1] }
        set { tabs[activeTab].panes[tabs[activeTab].panes.count - 1] = newValue }
    }

    /// The rows between the frame's head and foot: what a pane draws in.
    var paneFrame: Rect { Rect(x: 0, y: 3, width: size.width, height: max(0, size.height - 5)) }

    /// What the seen pane may look at.
    var context: PaneContext {
        PaneContext(
            view: frozen ?? view, now: now, width: paneFrame.width, height: paneFrame.height, console: shownConsole,
            zone: zone, activity: activity, keys: keys)
    }

    /// The console as it is now: one that is unlocked is not read-only.
    var shownConsole: ConsoleContext {
        var shown = console
        if isUnlocked { shown.isReadOnly = false }
        return shown
    }

    /// True while a read-only session may change things.
    var isUnlocked: Bool { unlockedUntil.map { now < $0 } ?? false }

    /// When something on the screen changes by time alone, sooner than the clock ticks on: a question that opens.
    var opensAt: Int64? {
        guard case .dialog(let dialog) = overlay, let at = dialog.opensAt, at > now else { return nil }
        return at
    }

    /// The least of columns and rows in which one can look around.
    static let smallest = (width: 40, height: 10)
    /// The same for what changes something: a question that is not read whole is none.
    static let smallestForChanges = (width: 72, height: 20)

    /// Columns and rows that are needed here, when there are fewer; nil when all can be read.
    var roomNeeded: (width: Int, height: Int)? {
        var needed = Self.smallest
        if isLarge(needed), isQuestion || top.pane is ResetPane { needed = Self.smallestForChanges }
        return isLarge(needed) ? nil : needed
    }

    /// A question or form floats above the pane.
    var isQuestion: Bool { if case .dialog = overlay { true } else { false } }

    private func isLarge(_ needed: (width: Int, height: Int)) -> Bool {
        size.width >= needed.width && size.height >= needed.height
    }

    /// True while nothing is known of the cluster and nobody says why.
    var isWaiting: Bool { view.metadata.value == nil && view.metadata.failingSince == nil }

    /// True while the way to the cluster stands in the panes' place.
    var isConnecting: Bool { ladder != nil && view.metadata.value == nil }

    /// True when the cluster refused the login: it is not tried again soon.
    var isRefused: Bool { if case .peer(_, let trouble)? = ladder?.failure { trouble.isRefusal } else { false } }

    /// Where one is: the tab and what was opened above its root.
    var crumbs: [String] { [tabs[activeTab].title] + top.pane.crumbs }
}
