import Bytes
import KafkaWire
import Synchronization

/// A client's connection as the engine sees it: the order of its answers, and the requests that wait for their turn.
///
/// Requests run one after the other, in the order they came. The next one runs as soon as all before it have a reply;
/// behind a parked one it waits. Answers leave in order at the end of the loop pass.
final class Connection: Sendable {
    /// Unique in the life of the process.
    let id: UInt64
    /// The client's address as Kafka prints it: `/127.0.0.1`.
    let clientHost: String
    private let pass: LoopPass
    /// Answers it may have in memory before further requests wait.
    private let maximumInFlight: Int
    private let state = Mutex(State())

    fileprivate struct Slot {
        var request: Answered
        var reply: Reply?
    }

    fileprivate struct State {
        var isOpen = true
        /// True while the connection stands in the pass's list.
        var isTouched = false
        /// The number of `slots[0]`.
        var firstSlot: UInt64 = 0
        var slots: [Slot] = []
        /// How many of `slots` have left already.
        var leftCount = 0
        /// Whole frames behind a parked request, or behind as many answers as may be in memory.
        var waiting: [ByteSlice] = []
        var waitingBytes = 0
        /// Answers of some size that were not handed out yet.
        var answersInMemory = 0
        /// The parked fetch, for taking it back when the connection goes.
        var parkedFetch: ParkedFetch?
        var clientIDBytes = ByteSlice.empty
        var clientID: String?
        /// Where the last produce or fetch went: the next one mostly goes there too.
        var lastName = ByteSlice.empty
        var lastPlace: ProducedPartition?
    }

    /// What of a request its answer needs.
    struct Answered {
        var apiVersion: Int16
        var correlationID: Int32
    }

    init(id: UInt64, clientHost: String, pass: LoopPass, maximumInFlight: Int) {
        self.maximumInFlight = maximumInFlight
        self.id = id
        self.clientHost = clientHost
        self.pass = pass
    }

    /// False once the peer or the broker closed it.
    var isOpen: Bool { state.withLock { $0.isOpen } }

    /// Requests that wait for their turn, and their bytes.
    var waiting: (count: Int, bytes: Int) { state.withLock { ($0.waiting.count, $0.waitingBytes) } }

    /// True while requests wait for their turn.
    var isWaiting: Bool { state.withLock { !$0.waiting.isEmpty } }

    /// True while the client waits for an answer.
    var isBusy: Bool { state.withLock { $0.slots.count > $0.leftCount } }

    /// What becomes of a frame that came in.
    enum Admission {
        /// It may be handled now.
        case now
        /// It was put behind a parked request.
        case behindParked
        /// It was put behind the answers in memory.
        case behindAnswers
        /// The connection is closed.
        case never
    }

    /// Says whether `frame` may be handled now; else it was put where it waits.
    func admit(_ frame: ByteSlice) -> Admission {
        state.withLock { state in
            guard state.isOpen else { return .never }
            let isFull = state.answersInMemory >= maximumInFlight
            guard isFull || state.isBlocked || !state.waiting.isEmpty else { return .now }
            // A copy: the frame may be a slice of a large buffer, and it may wait for long.
            state.waiting.append(frame.detached())
            state.waitingBytes += frame.count
            return isFull ? .behindAnswers : .behindParked
        }
    }

    /// The next waiting frame whose turn has come.
    func takeWaiting() -> ByteSlice? {
        state.withLock { state in
            guard state.isOpen, !state.waiting.isEmpty, !state.isBlocked, state.answersInMemory < maximumInFlight else {
                return nil
            }
            let frame = state.waiting.removeFirst()
            state.waitingBytes -= frame.count
            return frame
        }
    }

    /// Opens the place of the next answer.
    func openSlot(_ request: Answered) -> UInt64 {
        state.withLock { state in
            state.slots.append(Slot(request: request, reply: nil))
            return state.firstSlot + UInt64(state.slots.count - 1)
        }
    }

    /// Puts a reply into its place. Ignored when the place is filled or gone.
    func fill(_ slot: UInt64, with reply: Reply) {
        if case .parked = reply { return }
        let isNews = state.withLock { state in
            guard state.isOpen, slot >= state.firstSlot else { return false }
            let place = Int(slot - state.firstSlot)
            guard place < state.slots.count, state.slots[place].reply == nil else { return false }
            state.slots[place].reply = reply
            state.parkedFetch = nil
            if reply.isLarge { state.answersInMemory += 1 }
            if state.isTouched { return false }
            state.isTouched = true
            return true
        }
        if isNews { pass.touch(self) }
    }

    /// Hands out the replies that may leave, in order.
    func drain(_ deliver: (Answered, Reply) -> Void) {
        while let slot = takeLeaving(), let reply = slot.reply { deliver(slot.request, reply) }
    }

    private func takeLeaving() -> Slot? {
        state.withLock { state in
            guard state.isOpen, state.leftCount < state.slots.count, state.slots[state.leftCount].reply != nil else {
                state.isTouched = false
                state.forgetLeft()
                return nil
            }
            let slot = state.slots[state.leftCount]
            if slot.reply?.isLarge == true { state.answersInMemory -= 1 }
            state.slots[state.leftCount].reply = .silent
            state.leftCount += 1
            return slot
        }
    }

    /// The partition that a produce or fetch of one goes to, found once as long as the client stays with it; nil for
    /// one of an internal topic, which takes a closer look.
    func place(
        name: ByteSlice, topicID: KafkaUUID, partition: Int32, in topics: TopicCatalog, usesTopicIDs: Bool
    ) -> ProducedPartition? {
        let known = state.withLock { state -> ProducedPartition? in
            guard let last = state.lastPlace, last.partition.topicPartition.partition == partition,
                usesTopicIDs ? last.topicID == topicID : state.lastName == name
            else { return nil }
            return last
        }
        if let known, known.partition.failure == .none { return known }
        let topic = usesTopicIDs ? topics.topic(id: topicID) : topics.topic(named: TopicName(name.text))
        guard let topic, !topic.isInternal, let partition = topic.partition(partition) else { return nil }
        let place = ProducedPartition(
            topic: usesTopicIDs ? "" : topic.name, topicID: topicID, partition: partition)
        state.withLock { state in
            state.lastPlace = place
            state.lastName = name.detached()
        }
        return place
    }

    /// Remembers the fetch that is parked, so that `close()` can take it back.
    func park(_ fetch: ParkedFetch) {
        state.withLock { $0.parkedFetch = fetch }
    }

    /// Ends the connection for the engine: nothing is answered any more. Gives the fetch that was parked.
    func close() -> ParkedFetch? {
        state.withLock { state in
            state.isOpen = false
            state.firstSlot += UInt64(state.slots.count)
            state.slots = []
            state.leftCount = 0
            state.answersInMemory = 0
            state.waiting = []
            state.waitingBytes = 0
            state.lastPlace = nil
            defer { state.parkedFetch = nil }
            return state.parkedFetch
        }
    }

    /// The text of a client id, made once as long as the client keeps it.
    func clientID(_ bytes: ByteSlice) -> String {
        state.withLock { state in
            if let known = state.clientID, state.clientIDBytes == bytes { return known }
            let text = bytes.text
            state.clientIDBytes = bytes.detached()
            state.clientID = text
            return text
        }
    }
}

extension Connection.State {
    /// Drops the slots that have left; the memory stays unless there was much of it.
    fileprivate mutating func forgetLeft() {
        guard leftCount > 0 else { return }
        firstSlot += UInt64(leftCount)
        if leftCount == slots.count {
            slots.removeAll(keepingCapacity: slots.count <= 16)
        } else {
            slots.removeFirst(leftCount)
        }
        leftCount = 0
    }

    fileprivate var isBlocked: Bool {
        guard let last = slots.last else { return false }
        return last.reply == nil
    }
}
