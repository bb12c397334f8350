import KafkaWire

/// What an armed reset waits for.
public struct ResetWait: Sendable, Equatable {
    /// The state of the group as its coordinator names it; empty when that could not be asked.
    public var state: String
    /// Members that hold it.
    public var holders: [GroupMemberInfo]
    /// Why it could not be asked, one sentence; it is asked again.
    public var trouble: String?

    /// The parts.
    public init(state: String, holders: [GroupMemberInfo], trouble: String? = nil) {
        self.state = state
        self.holders = holders
        self.trouble = trouble
    }
}

extension ResetPlanner {
    /// Waits until nobody holds the group, plans again from what is true then, commits and reads back. The target stays as
    /// it was armed: a moment does not move while one waits, and partitions that were left out stay out. A member that
    /// comes back before the commit is waited for again. Ends when its task is cancelled; fails as `plan` and `execute` do.
    /// - Parameters:
    ///   - every: how long to wait between two looks.
    ///   - now: milliseconds after the epoch.
    ///   - report: told what is waited for, each time that changes.
    public func executeWhenFree(
        _ plan: ResetPlan, every: Duration = .milliseconds(400), now: @Sendable () -> Int64,
        report: @Sendable (ResetWait) -> Void
    ) async throws(ClientError) -> ResetOutcome {
        var last: ResetWait?
        while true {
            let wait: ResetWait?
            do throws(ClientError) {
                if let outcome = try await commitIfFree(plan, now: now) { return outcome }
                wait = try await holders(of: plan.group)
            } catch {
                guard error.isRetriable else { throw error }
                wait = ResetWait(state: "", holders: [], trouble: error.sentence)
            }
            if let wait, wait != last {
                report(wait)
                last = wait
            }
            try await cluster.pause(every)
        }
    }

    /// Nil when somebody holds the group, or did before the commit came.
    private func commitIfFree(_ plan: ResetPlan, now: @Sendable () -> Int64) async throws(ClientError) -> ResetOutcome?
    {
        if try await refusal(of: plan.group) != nil { return nil }
        let target = plan.moment.map { ResetTarget.time($0) } ?? plan.target
        var anew = try await self.plan(
            group: plan.group, topics: plan.topics, target: target, mayCreate: plan.mayCreate, now: now())
        let leftOut = Set(plan.rows.filter { !$0.isIncluded }.map(\.topicPartition))
        for index in anew.rows.indices where leftOut.contains(anew.rows[index].topicPartition) {
            anew.rows[index].isIncluded = false
        }
        if anew.refusal != nil { return nil }
        switch try await attempt(anew, now: now()) {
        case .done(let outcome): return outcome
        case .held, .moved: return nil
        }
    }

    private func holders(of group: GroupID) async throws(ClientError) -> ResetWait? {
        switch await cluster.describeGroups([group])[group] {
        case .success(let found)?: return ResetWait(state: found.state, holders: found.members)
        case .failure(.broker(.groupIdNotFound, _))?, nil: return nil
        case .failure(let error)?: throw error
        }
    }
}
