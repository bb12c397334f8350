import KafkaClient

/// A job that changes the cluster. The console notes every one that is started, so that Activity misses none: a pane has
/// nothing to do for it but to start the job.
protocol ChangeJob: Job {
    /// What it is about to do.
    var change: PlannedChange { get }
    /// Whether it is given up when its pane is left. A change that was sent goes on by default: the cluster may have done
    /// it, and how it ended is worth knowing.
    var endsWithItsPane: Bool { get }
}

extension ChangeJob {
    var endsWithItsPane: Bool { false }
}

/// What a change is about to do, as it is written down before it is sent.
struct PlannedChange: Equatable, Sendable {
    /// What is done, as an order: `create orders, 6 partitions, RF 3`.
    var what: String
    /// The command of Apache Kafka's tools that does the same; empty when there is none.
    var sameAs: String
    /// The requests that do it, by their name in the protocol, in their order.
    var requests: [String]
    /// What is sent, one line each: old and new values, partitions.
    var details: [String] = []
}

/// A report of a ``ChangeJob``.
protocol ChangeReport: JobReport {
    /// How the change ended; nil while it is still on its way.
    var ending: ChangeEnding? { get }
    /// The same in the words of the foot.
    var notice: Notice { get }
}

/// How a change ended.
struct ChangeEnding: Equatable, Sendable {
    /// The cluster has done it; what it refused or left undone is false.
    var isGood: Bool
    /// How it ended: `created`, `TopicAlreadyExists: ...`.
    var sentence: String
    /// What came back, one line each.
    var details: [String] = []
    /// What takes it back; nil when nothing can.
    var undo: AnyJob?
}

/// A change that was made or tried, as Activity shows it.
struct ActivityEntry: Equatable, Sendable {
    /// The number of its job, never used twice.
    let number: Int
    /// When it was started, milliseconds since the epoch.
    let at: Int64
    /// The job, to know it again when it takes back another one.
    let job: AnyJob
    /// What was to be done.
    let change: PlannedChange
    /// When it ended, milliseconds since the epoch; nil while it runs.
    var endedAt: Int64?
    /// How it ended; nil while it runs.
    var ending: ChangeEnding?
    /// When it was taken back, milliseconds since the epoch.
    var undoneAt: Int64?

    /// What takes it back, unless that was done already.
    var undo: (any ChangeJob)? { undoneAt == nil ? ending?.undo?.job as? any ChangeJob : nil }
}

/// The changes of this session, oldest first.
struct ActivityLog: Equatable, Sendable {
    /// The most entries kept.
    static let limit = 500

    private(set) var entries: [ActivityEntry] = []

    /// Notes that a job was started, when it is one that changes something.
    mutating func started(_ job: any Job, number: Int, at now: Int64) {
        guard let job = job as? any ChangeJob else { return }
        entries.append(ActivityEntry(number: number, at: now, job: AnyJob(job), change: job.change))
        if entries.count > Self.limit { entries.removeFirst(entries.count - Self.limit) }
    }

    /// True when the job of that number is a change on its way that outlives its pane.
    func outlivesItsPane(_ number: Int) -> Bool {
        guard let entry = entries.last(where: { $0.number == number }), entry.ending == nil else { return false }
        return !((entry.job.job as? any ChangeJob)?.endsWithItsPane ?? true)
    }

    /// The change of that number while it waits and would be given up with its pane; nil otherwise.
    func waiting(_ number: Int) -> PlannedChange? {
        guard let entry = entries.last(where: { $0.number == number }), entry.ending == nil,
            (entry.job.job as? any ChangeJob)?.endsWithItsPane == true
        else { return nil }
        return entry.change
    }

    /// Notes what a job reported.
    mutating func reported(_ report: any JobReport, number: Int, at now: Int64) {
        guard let ending = (report as? any ChangeReport)?.ending else { return }
        end(number, with: ending, at: now)
    }

    /// Notes that a job is over; one that said nothing was given up on the way.
    mutating func ended(number: Int, at now: Int64) {
        guard let entry = entries.last(where: { $0.number == number }), entry.ending == nil else { return }
        end(
            number,
            with: ChangeEnding(isGood: false, sentence: "given up by this side; the cluster may still have done it"),
            at: now)
    }

    private mutating func end(_ number: Int, with ending: ChangeEnding, at now: Int64) {
        guard let index = entries.lastIndex(where: { $0.number == number }) else { return }
        entries[index].ending = ending
        entries[index].endedAt = now
        guard ending.isGood else { return }
        let job = entries[index].job
        for other in entries.indices where entries[other].undoneAt == nil && entries[other].ending?.undo == job {
            entries[other].undoneAt = now
        }
    }
}
