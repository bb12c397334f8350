/// What was asked, and when it is asked again. The questions are a handful and are told apart by comparing them: to hash
/// one about ten thousand groups would read every name, with each key that is pressed.
struct PollTable: Sendable {
    /// One question that was asked.
    struct Poll: Sendable {
        /// The number of the question that was sent last.
        var generation: Int
        /// Its answer is waited for.
        var isInFlight: Bool
        /// When it is due again, in milliseconds since the epoch.
        var next: Int64
    }

    private var entries: [(query: Query, poll: Poll)] = []

    /// Nothing was asked yet.
    init() {}

    /// What is known of a question; nil when it was not asked.
    subscript(query: Query) -> Poll? {
        get { entries.first { $0.query == query }?.poll }
        set {
            let place = entries.firstIndex { $0.query == query }
            switch (place, newValue) {
            case (let place?, let poll?): entries[place].poll = poll
            case (let place?, nil): entries.remove(at: place)
            case (nil, let poll?): entries.append((query, poll))
            case (nil, nil): break
            }
        }
    }

    /// Forgets what nobody wants to know any more; an answer on its way is waited for.
    mutating func keep(_ wanted: [Query]) {
        entries.removeAll { !$0.poll.isInFlight && !wanted.contains($0.query) }
    }

    /// Makes every question due.
    mutating func makeDue() {
        for place in entries.indices { entries[place].poll.next = 0 }
    }
}
