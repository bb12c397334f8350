import Bytes
import KafkaLog
import KafkaWire
import Synchronization

/// The shell around `GroupTable`: gives it time and tickets, writes its records, parks and answers requests, and wakes
/// it when a deadline comes.
///
/// One lock for all groups. It is taken before that of a partition and never while an internal topic is created, so that
/// it cannot meet the administration lock the other way round. Records are appended under it: the log has them in the
/// order in which the table changed. Answers leave at the end of the pass, after the records were written.
final class GroupCoordinator: Sendable {
    static let topicName: TopicName = "__consumer_offsets"

    private struct State {
        var table: GroupTable
        var parked: [GroupTicket: RequestContext] = [:]
        var tickets: UInt64 = 0
        var timer: (deadline: Int64, token: TimerToken)?
    }

    private let state: Mutex<State>
    private let configuration: GroupConfiguration

    /// A coordinator without groups; `load` reads those of the log.
    init(configuration: GroupConfiguration) {
        self.configuration = configuration
        state = Mutex(State(table: GroupTable(configuration: configuration)))
    }

    // MARK: Reading

    /// Looks at the table.
    func read<R>(_ body: (GroupTable) -> sending R) -> sending R {
        state.withLock { body($0.table) }
    }

    // MARK: Changing

    /// An answer, and the partition whose records it promises; without one it promises nothing.
    struct Promise<R: Sendable>: Sendable {
        var answer: R
        var partition: Partition?

        /// The reply: at once, or when the records were written. `refused` is what is answered when they could not be.
        func reply(_ response: @escaping @Sendable (R, ErrorCode) -> any KafkaResponse) -> Reply {
            guard let partition else { return .ready(response(answer, .none)) }
            return .afterFlush { [answer] in response(answer, partition.failure == .none ? .none : .notCoordinator) }
        }
    }

    /// Changes the table for one group, appends the records and answers others that were waiting. The error is that of
    /// a coordinator that cannot write. Only who may bring a group into being `creates` the topic.
    func change<R: Sendable>(
        _ group: GroupID, _ engine: Engine, creates: Bool = false,
        _ body: (inout GroupTable, GroupTime) -> (R, GroupEffects)
    ) -> Result<Promise<R>, CoordinatorError> {
        run(group, engine, creates: creates) { state, partition throws(CoordinatorError) in
            let (answer, effects) = body(&state.table, engine.time)
            try Self.perform(effects, partition, &state, engine)
            return Promise(answer: answer, partition: effects.writes.isEmpty ? nil : partition)
        }
    }

    /// The same for a request that may have to wait: `find` takes its answer out of the effects; without one the
    /// request is parked.
    func request<R: Sendable>(
        _ group: GroupID, _ context: RequestContext, _ engine: Engine, creates: Bool = false,
        _ body: (inout GroupTable, GroupTicket, GroupTime) -> GroupEffects,
        find: (inout GroupEffects, GroupTicket) -> R?
    ) -> Result<Promise<R>?, CoordinatorError> {
        run(group, engine, creates: creates) { state, partition throws(CoordinatorError) in
            state.tickets += 1
            let ticket = GroupTicket(number: state.tickets)
            var effects = body(&state.table, ticket, engine.time)
            let answer = find(&effects, ticket)
            if answer == nil { state.parked[ticket] = context }
            do throws(CoordinatorError) {
                try Self.perform(effects, partition, &state, engine)
            } catch {
                state.parked[ticket] = nil
                throw error
            }
            return answer.map { Promise(answer: $0, partition: effects.writes.isEmpty ? nil : partition) }
        }
    }

    private func run<R: Sendable>(
        _ group: GroupID, _ engine: Engine, creates: Bool,
        _ body: (inout State, Partition?) throws(CoordinatorError) -> R
    ) -> Result<R, CoordinatorError> {
        do throws(CoordinatorError) {
            let partition = try partition(of: group, engine, creates: creates)
            let result = state.withLock { state -> Result<R, CoordinatorError> in
                defer { rearm(&state, engine) }
                do throws(CoordinatorError) {
                    return .success(try body(&state, partition))
                } catch {
                    return .failure(error)
                }
            }
            return result
        } catch {
            return .failure(error)
        }
    }

    /// The partition that keeps `group`; nil as long as no group ever was.
    private func partition(
        of group: GroupID, _ engine: Engine, creates: Bool
    ) throws(CoordinatorError) -> Partition? {
        var topic = engine.topics.topic(named: Self.topicName)
        if topic == nil, creates {
            do {
                topic = try engine.internalTopic(Self.topicName)
            } catch {
                throw CoordinatorError(code: .coordinatorNotAvailable)
            }
        }
        guard let topic else { return nil }
        let number = CoordinatorPartition.of(group.rawValue, count: Int32(topic.partitions.count))
        guard let partition = topic.partition(number), partition.failure == .none else {
            throw CoordinatorError(code: .notCoordinator)
        }
        return partition
    }

    /// Appends the records of one group and answers those it concerns.
    private static func perform(
        _ effects: GroupEffects, _ partition: Partition?, _ state: inout State, _ engine: Engine
    ) throws(CoordinatorError) {
        for limit in effects.met { engine.limits.count(limit) }
        if !effects.writes.isEmpty {
            guard let partition else { throw CoordinatorError(code: .coordinatorNotAvailable) }
            do {
                let batch = try GroupRecord.batch(effects.writes, timestamp: engine.clock.wall)
                _ = try partition.append(batch, origin: .coordinator, engine: engine)
            } catch {
                // The table is ahead of the log: what it holds of this partition is read anew.
                rebuild(partition, &state, engine)
                throw CoordinatorError(code: .coordinatorNotAvailable)
            }
        }
        send(effects.answers, effects.writes.isEmpty ? nil : partition, &state)
    }

    private static func send(_ answers: [GroupEffects.Answer], _ partition: Partition?, _ state: inout State) {
        for answer in answers {
            switch answer {
            case .join(let ticket, let answer):
                guard let context = state.parked.removeValue(forKey: ticket) else { continue }
                context.answer(
                    Promise(answer: answer, partition: partition).reply { $0.response($1, context.apiVersion) })
            case .sync(let ticket, let answer):
                guard let context = state.parked.removeValue(forKey: ticket) else { continue }
                context.answer(Promise(answer: answer, partition: partition).reply { $0.response($1) })
            }
        }
    }

    /// Reads the groups of a partition anew that has come back after its files had failed.
    func reload(_ partition: Partition, _ engine: Engine) {
        state.withLock { state in
            Self.rebuild(partition, &state, engine)
            rearm(&state, engine)
        }
    }

    private static func rebuild(_ partition: Partition, _ state: inout State, _ engine: Engine) {
        guard let topic = engine.topics.topic(named: topicName) else { return }
        let count = Int32(topic.partitions.count)
        let isHere = { (group: GroupID) in
            CoordinatorPartition.of(group.rawValue, count: count) == partition.topicPartition.partition
        }
        let effects = state.table.unload(isHere, error: .notCoordinator)
        send(effects.answers, nil, &state)
        let now = engine.time
        GroupReplay.replay(partition) { state.table.replay($0, now: now) }
        state.table.startSessions(of: isHere, now: now)
    }

    // MARK: Time

    /// Deadlines came: members are taken for dead, phases of rebalances end.
    private func tick(_ engine: Engine) {
        guard let topic = engine.topics.topic(named: Self.topicName) else { return }
        state.withLock { state in
            state.timer = nil
            let effects = state.table.tick(now: engine.time)
            performAcrossGroups(effects, topic, &state, engine)
            rearm(&state, engine)
        }
    }

    /// Effects of several groups. Answers wait for the last partition written; a partition that cannot be written is
    /// rebuilt, and its members find out by their next request.
    private func performAcrossGroups(
        _ effects: GroupEffects, _ topic: Topic, _ state: inout State, _ engine: Engine
    ) {
        var byPartition: [Int32: [GroupRecord]] = [:]
        for record in effects.writes {
            let number = CoordinatorPartition.of(record.group.rawValue, count: Int32(topic.partitions.count))
            byPartition[number, default: []].append(record)
        }
        var last: Partition?
        for number in byPartition.keys.sorted() {
            guard let partition = topic.partition(number), partition.failure == .none else { continue }
            let writes = GroupEffects(writes: byPartition[number] ?? [])
            if (try? Self.perform(writes, partition, &state, engine)) != nil { last = partition }
        }
        Self.send(effects.answers, last, &state)
    }

    private func rearm(_ state: inout State, _ engine: Engine) {
        guard let next = state.table.nextDeadline else { return }
        if let timer = state.timer {
            if timer.deadline <= next { return }
            engine.timers.cancel(timer.token)
        }
        let token = engine.timers.schedule(at: next) { engine in engine.groups.tick(engine) }
        state.timer = (next, token)
    }

    // MARK: Life

    /// Reads all groups from the log, once, before the first request, and begins to look for what has expired.
    func load(_ engine: Engine) {
        if let topic = engine.topics.topic(named: Self.topicName) {
            state.withLock { state in
                let now = engine.time
                for partition in topic.partitions {
                    GroupReplay.replay(partition) { state.table.replay($0, now: now) }
                }
                state.table.startSessions(of: { _ in true }, now: now)
                rearm(&state, engine)
            }
        }
        scheduleExpiry(engine)
    }

    private func scheduleExpiry(_ engine: Engine) {
        let next = engine.clock.monotonic + configuration.retentionCheckIntervalMs
        engine.timers.schedule(at: next) { engine in
            engine.groups.changeAll(engine) { $0.expire(now: $1) }
            engine.groups.scheduleExpiry(engine)
        }
    }

    /// A topic is gone: so are the offsets committed for it.
    func topicDeleted(_ topic: TopicName, _ engine: Engine) {
        changeAll(engine) { table, _ in table.topicDeleted(topic) }
    }

    private func changeAll(_ engine: Engine, _ body: (inout GroupTable, GroupTime) -> GroupEffects) {
        guard let topic = engine.topics.topic(named: Self.topicName) else { return }
        state.withLock { state in
            let effects = body(&state.table, engine.time)
            performAcrossGroups(effects, topic, &state, engine)
        }
    }
}

/// Why the coordinator cannot serve a group now; clients look for the coordinator again and retry.
struct CoordinatorError: Error, Sendable, Equatable {
    var code: ErrorCode
}

extension Engine {
    /// Now, on both clocks.
    var time: GroupTime { GroupTime(monotonic: clock.monotonic, wall: clock.wall) }
}
