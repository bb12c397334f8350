/// Names a timer of a loop; stale once the timer ran or was cancelled.
public struct TimerID: Hashable, Sendable {
    let index: Int32
    let generation: UInt32
}

/// Timers in 4,096 slots of one tick each: arming and cancelling cost a few nanoseconds, whatever their number.
///
/// A timer further away than one turn stays in its slot until its own tick comes. Ticks are milliseconds for the loop.
struct TimerWheel {
    private struct Node {
        var tick: Int64 = 0
        var next: Int32 = -1
        var previous: Int32 = -1
        var list: Int32 = -1
        var generation: UInt32 = 0
        var body: (() -> Void)?
    }

    private struct List {
        var first: Int32 = -1
        var last: Int32 = -1
    }

    private static let slots = 4_096
    /// The list behind the slots: timers that are due and not yet run.
    private static let due = Int32(slots)

    private var nodes: [Node] = []
    private var free: [Int32] = []
    private var lists = [List](repeating: List(), count: slots + 1)
    private var occupied = [UInt64](repeating: 0, count: slots / 64)
    /// The last tick whose timers are due.
    private var current: Int64
    /// Timers that neither ran nor were cancelled.
    private(set) var count = 0

    init(tick: Int64) {
        current = tick
    }

    /// Arms a timer for `tick`; one that lies in the past runs with the next tick.
    mutating func schedule(at tick: Int64, _ body: @escaping () -> Void) -> TimerID {
        let index: Int32
        if let reused = free.popLast() {
            index = reused
        } else {
            index = Int32(nodes.count)
            nodes.append(Node())
        }
        let at = max(tick, current &+ 1)
        nodes[Int(index)].tick = at
        nodes[Int(index)].body = body
        append(index, to: Int32(truncatingIfNeeded: at & Int64(Self.slots - 1)))
        count += 1
        return TimerID(index: index, generation: nodes[Int(index)].generation)
    }

    /// Forgets a timer; does nothing when it ran already.
    mutating func cancel(_ id: TimerID) {
        guard nodes[Int(id.index)].generation == id.generation, nodes[Int(id.index)].body != nil else { return }
        unlink(id.index)
        _ = release(id.index)
    }

    /// Makes every timer up to `tick` due, in order.
    mutating func advance(to tick: Int64) {
        guard tick > current else { return }
        let steps = min(tick &- current, Int64(Self.slots))
        var at = tick &- steps &+ 1
        while at <= tick {
            let slot = Int(at & Int64(Self.slots - 1))
            let word = occupied[slot / 64] >> UInt64(slot % 64)
            if word == 0 {
                at &+= Int64(64 - slot % 64)
                continue
            }
            let skip = word.trailingZeroBitCount
            at &+= Int64(skip)
            if at > tick { break }
            collect(slot + skip, upTo: tick)
            at &+= 1
        }
        current = tick
    }

    /// The next due timer, which is then over.
    mutating func popDue() -> (() -> Void)? {
        let index = lists[Int(Self.due)].first
        guard index >= 0 else { return nil }
        unlink(index)
        return release(index)
    }

    /// The tick to wait for: never later than the first timer, at most one turn away. Nil without timers.
    var nextTick: Int64? {
        guard count > 0 else { return nil }
        if lists[Int(Self.due)].first >= 0 { return current }
        var at = current &+ 1
        let end = current &+ Int64(Self.slots)
        while at <= end {
            let slot = Int(at & Int64(Self.slots - 1))
            let word = occupied[slot / 64] >> UInt64(slot % 64)
            if word != 0 { return at &+ Int64(word.trailingZeroBitCount) }
            at &+= Int64(64 - slot % 64)
        }
        return end
    }

    // MARK: Lists

    private mutating func collect(_ slot: Int, upTo tick: Int64) {
        var index = lists[slot].first
        while index >= 0 {
            let next = nodes[Int(index)].next
            if nodes[Int(index)].tick <= tick {
                unlink(index)
                append(index, to: Self.due)
            }
            index = next
        }
    }

    private mutating func append(_ index: Int32, to list: Int32) {
        let last = lists[Int(list)].last
        nodes[Int(index)].list = list
        nodes[Int(index)].previous = last
        nodes[Int(index)].next = -1
        if last >= 0 { nodes[Int(last)].next = index } else { lists[Int(list)].first = index }
        lists[Int(list)].last = index
        if list != Self.due { occupied[Int(list) / 64] |= 1 << UInt64(list % 64) }
    }

    private mutating func unlink(_ index: Int32) {
        let node = nodes[Int(index)]
        let list = Int(node.list)
        if node.previous >= 0 {
            nodes[Int(node.previous)].next = node.next
        } else {
            lists[list].first = node.next
        }
        if node.next >= 0 {
            nodes[Int(node.next)].previous = node.previous
        } else {
            lists[list].last = node.previous
        }
        if list != Self.due, lists[list].first < 0 { occupied[list / 64] &= ~(1 << UInt64(list % 64)) }
    }

    private mutating func release(_ index: Int32) -> (() -> Void)? {
        let body = nodes[Int(index)].body
        nodes[Int(index)].body = nil
        nodes[Int(index)].generation &+= 1
        free.append(index)
        count -= 1
        return body
    }
}
