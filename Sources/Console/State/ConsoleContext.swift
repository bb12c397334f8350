import Terminal

/// What the console was started with: the cluster's badge and address, and what may be done.
public struct ConsoleContext: Equatable, Sendable {
    /// The word in the badge: `SANDBOX`, `ATTACHED`, `PROD`, a name of one's own.
    public var badge: String
    /// What the cluster is called, which is typed to unlock changes: its context's name, else its address.
    public var name: String
    /// The address that clients use, `HOST:PORT`.
    public var address: String
    /// The broker lives in this process.
    public var isSandbox: Bool
    /// Where the sandbox keeps its data, as the user would write it; nil when attached or ephemeral.
    public var dataDirectory: String?
    /// How long the sandbox took until it accepted, in milliseconds.
    public var readyMs: Int?
    /// Nothing may be changed.
    public var isReadOnly: Bool
    /// The sandbox can start its demo workload.
    public var hasDemo: Bool
    /// The colour of the badge; nil goes by its word.
    public var color: ContextColor?
    /// The other clusters that can be attached to.
    public var contexts: [ContextChoice]
    /// Folder for undo files of offset resets; nil keeps none.
    public var undoDirectory: String?

    /// A context.
    public init(
        badge: String, name: String? = nil, address: String, isSandbox: Bool, dataDirectory: String? = nil,
        readyMs: Int? = nil,
        isReadOnly: Bool = false, hasDemo: Bool = false, color: ContextColor? = nil,
        contexts: [ContextChoice] = [],
        undoDirectory: String? = nil
    ) {
        self.badge = badge
        self.name = name ?? address
        self.address = address
        self.isSandbox = isSandbox
        self.dataDirectory = dataDirectory
        self.readyMs = readyMs
        self.isReadOnly = isReadOnly
        self.hasDemo = hasDemo
        self.color = color
        self.contexts = contexts
        self.undoDirectory = undoDirectory
    }

    /// Where a change goes, for its question: the badge, or the address of a cluster that has no name of its own.
    public var place: String { isSandbox || name != address ? badge : address }

    /// The colour of the badge: the one given, else by its word.
    var badgeRole: Role {
        if let color { return color.role }
        return switch badge.uppercased() {
        case "SANDBOX": .badgeSandbox
        case "DEV": .badgeDev
        case "STAGING": .badgeStaging
        case "PROD", "PRODUCTION": .badgeProd
        default: .badgeOwn
        }
    }
}

/// A cluster that can be attached to.
public struct ContextChoice: Equatable, Sendable {
    /// Its context's name.
    public var name: String
    /// Where it is.
    public var address: String
    /// The colour of its badge.
    public var color: ContextColor?

    /// The parts.
    public init(name: String, address: String, color: ContextColor? = nil) {
        self.name = name
        self.address = address
        self.color = color
    }
}
