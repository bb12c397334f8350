import KafkaClient
import KafkaWire
import Synchronization

/// Performs the effects that need the cluster: questions and jobs, each in a task of its own whose handle is kept here, so
/// that every one can be cancelled and none outlives ``close()`` for long.
///
/// It asks only what it is told to, which is what the screen shows. It never creates a topic by asking and never joins a
/// group.
final class EffectRunner: Sendable {
    private let cluster: Cluster
    private let post: @Sendable (ConsoleEvent) -> Void
    private let now: @Sendable () -> Int64
    private let memory = ClusterMemory()
    private let running = Mutex<Running>(Running())

    private struct Running {
        var isClosed = false
        var tasks: [Int: Task<Void, Never>] = [:]
    }

    /// A runner that hands what comes back to `post`, from any thread.
    init(
        cluster: Cluster, now: @escaping @Sendable () -> Int64, post: @escaping @Sendable (ConsoleEvent) -> Void
    ) {
        self.cluster = cluster
        self.now = now
        self.post = post
    }

    /// Asks; the answer is posted with its generation.
    func ask(_ query: Query, generation: Int) {
        start(generation) { [cluster, memory, post] in
            let answer = await QueryAnswers(cluster: cluster, memory: memory).answer(query)
            if !Task.isCancelled { post(.answer(query, generation: generation, answer)) }
        }
    }

    /// Runs a job; its reports are posted with its number, and then its end.
    func start(_ job: AnyJob, number: Int) {
        start(number) { [cluster, post, now] in
            let tools = JobTools(
                cluster: cluster, report: { report in post(.report(report, number: number)) }, now: now)
            await job.job.run(tools)
            post(.ended(number: number))
        }
    }

    /// Climbs the way to the cluster again and again until it is reached; every step is posted.
    func climb() {
        start(Self.climbNumber) { [cluster, post] in
            while !Task.isCancelled {
                let ladder = await cluster.climb { post(.ladder($0)) }
                guard let failure = ladder.failure else { return }
                // A login that was refused is counted somewhere: it is not tried often.
                let isRefused = if case .peer(_, let trouble) = failure { trouble.isRefusal } else { false }
                guard (try? await cluster.pause(.seconds(isRefused ? 30 : 2))) != nil else { return }
            }
        }
    }

    /// The number of the climb, which no question or job has.
    private static let climbNumber = -2

    /// Opens the lock of changes for so long, or closes it.
    func unlock(milliseconds: Int64?) {
        if let milliseconds { cluster.changes.open(for: .milliseconds(milliseconds)) } else { cluster.changes.lock() }
    }

    /// Cancels a job.
    func stop(number: Int) {
        running.withLock { $0.tasks.removeValue(forKey: number) }?.cancel()
    }

    /// Cancels everything and takes nothing more.
    func close() {
        let left = running.withLock { running in
            running.isClosed = true
            defer { running.tasks.removeAll() }
            return Array(running.tasks.values)
        }
        for task in left { task.cancel() }
    }

    private func start(_ number: Int, _ work: @escaping @Sendable () async -> Void) {
        running.withLock { running in
            guard !running.isClosed else { return }
            // Owned by `tasks` until it ends; numbers are never used twice.
            running.tasks[number] = Task { [weak self] in
                await work()
                self?.forget(number)
            }
        }
    }

    private func forget(_ number: Int) {
        _ = running.withLock { $0.tasks.removeValue(forKey: number) }
    }
}

/// The last answer about a whole cluster. What did not change since is shared with the next, so that the state compares and
/// keeps next to nothing new.
final class ClusterMemory: Sendable {
    private let last = Mutex<ClusterMetadata?>(nil)
    private let shareGroups = Mutex<Set<GroupID>>([])

    /// The topics there were.
    var topics: [TopicName] { last.withLock { $0?.topics.map(\.name) ?? [] } }

    /// Notes which groups are share groups: their positions are asked in another way.
    func note(_ groups: [ListedGroup]) -> [ListedGroup] {
        let share = Set(groups.filter { $0.type == "share" }.map(\.id))
        shareGroups.withLock { $0 = share }
        return groups
    }

    /// True for a share group.
    func isShare(_ group: GroupID) -> Bool { shareGroups.withLock { $0.contains(group) } }

    /// `new`, sharing what it can with the answer before it.
    func share(_ new: ClusterMetadata) -> ClusterMetadata {
        let before = last.withLock { $0 }
        let shared = before.map { new.sharing(with: $0) } ?? new
        last.withLock { $0 = shared }
        return shared
    }
}
