/// Names a stream of a loop: its slot and how often the slot was used before. Stale once the stream closed.
public struct StreamID: Hashable, Sendable {
    let slot: UInt32
    let generation: UInt32

    init(slot: UInt32, generation: UInt32) {
        self.slot = slot
        self.generation = generation
    }

    init(token: UInt64) {
        slot = UInt32(truncatingIfNeeded: token >> 32)
        generation = UInt32(truncatingIfNeeded: token)
    }

    /// The number that libuv's handle carries.
    var token: UInt64 { UInt64(slot) << 32 | UInt64(generation) }
}

/// What lives on a loop, found by number.
struct SlotTable {
    enum Entry {
        case free
        case stream(Stream)
        case listener(Listener)
        case connector(Connector)
    }

    private var entries: [(generation: UInt32, entry: Entry)] = []
    private var free: [UInt32] = []

    /// Claims a slot; `store` fills it.
    mutating func claim() -> StreamID {
        if let slot = free.popLast() { return StreamID(slot: slot, generation: entries[Int(slot)].generation) }
        entries.append((generation: 0, entry: .free))
        return StreamID(slot: UInt32(entries.count - 1), generation: 0)
    }

    mutating func store(_ entry: Entry, at id: StreamID) {
        entries[Int(id.slot)].entry = entry
    }

    /// Gives the slot back; its old name is stale from now on.
    mutating func release(_ id: StreamID) {
        guard entries[Int(id.slot)].generation == id.generation else { return }
        entries[Int(id.slot)].entry = .free
        entries[Int(id.slot)].generation &+= 1
        free.append(id.slot)
    }

    func entry(_ id: StreamID) -> Entry {
        guard Int(id.slot) < entries.count, entries[Int(id.slot)].generation == id.generation else { return .free }
        return entries[Int(id.slot)].entry
    }

    func stream(_ id: StreamID) -> Stream? {
        if case .stream(let stream) = entry(id) { stream } else { nil }
    }

    func connector(_ id: StreamID) -> Connector? {
        if case .connector(let connector) = entry(id) { connector } else { nil }
    }

    /// The bodies may close what they are given: they walk a copy.
    func forEachStream(_ body: (Stream) -> Void) {
        for case .stream(let stream) in entries.map(\.entry) { body(stream) }
    }

    func forEachListener(_ body: (Listener) -> Void) {
        for case .listener(let listener) in entries.map(\.entry) { body(listener) }
    }

    func forEachConnector(_ body: (Connector) -> Void) {
        for case .connector(let connector) in entries.map(\.entry) { body(connector) }
    }
}
