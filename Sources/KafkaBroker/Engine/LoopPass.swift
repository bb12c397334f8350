import Synchronization

/// What one event loop has to do at the end of its pass: the connections that have answers to send. Answers may be
/// given from any thread; one from outside wakes the loop.
final class LoopPass: Sendable {
    private let touched = Mutex(Batch<Connection>())
    private let isOnLoop: @Sendable () -> Bool
    private let wake: @Sendable () -> Void

    /// `wake` makes the loop run a pass soon; it is called when `isOnLoop` says that another thread answered, and for `runAgain()`.
    init(isOnLoop: @escaping @Sendable () -> Bool = { true }, wake: @escaping @Sendable () -> Void = {}) {
        self.isOnLoop = isOnLoop
        self.wake = wake
    }

    /// Lists a connection whose first answer of this pass has come.
    func touch(_ connection: Connection) {
        let isFirst = touched.withLock { touched in
            touched.items.append(connection)
            return touched.items.count == 1
        }
        if isFirst && !isOnLoop() { wake() }
    }

    /// Has the loop run a pass soon: answers were given when the end of this one was over.
    func runAgain() { wake() }

    /// The connections listed since the last call; given back with `recycle` when they are done.
    func takeTouched() -> [Connection] {
        touched.withLock { $0.take() }
    }

    /// Takes a list back, for its memory.
    func recycle(_ list: inout [Connection]) {
        touched.withLock { $0.recycle(&list) }
    }
}

/// A list that is filled by many and emptied by one, over and over, in the same two pieces of memory.
struct Batch<Item: Sendable>: Sendable {
    var items: [Item] = []
    private var spare: [Item] = []

    /// What was put in; the list is empty then.
    mutating func take() -> [Item] {
        if items.isEmpty { return [] }
        var taken: [Item] = []
        swap(&taken, &items)
        swap(&items, &spare)
        return taken
    }

    /// Takes an emptied list back.
    mutating func recycle(_ list: inout [Item]) {
        guard list.capacity <= 1_024, list.capacity > spare.capacity else { return }
        list.removeAll(keepingCapacity: true)
        swap(&spare, &list)
    }
}
