import KafkaClient
import KafkaWire

extension PaneContext {
    /// Partitions on which somebody commits for a group that has no members, in the last `span` milliseconds. What this
    /// console committed itself and what the last member committed as it left are no stranger's.
    func partitionsOfStrangers(_ group: GroupID, within span: Int64) -> Int {
        let own = activity.entries.last { $0.moves(group) }.map { $0.endedAt ?? now }
        let left = view.rebalances[group]?.last { $0.state == "Empty" }?.at
        // A change is noticed two seconds late at most, and an answer takes its time.
        let known = max(own ?? 0, left ?? 0) + 4_000
        let commits = view.lags[group]?.value?.commits ?? [:]
        return commits.values.count { now - ($0.lastChange ?? 0) < span && ($0.lastChange ?? 0) > known }
    }
}

extension ActivityEntry {
    /// True when it wrote offsets of that group.
    fileprivate func moves(_ group: GroupID) -> Bool {
        switch job.job {
        case let job as CommitResetJob: job.plan.group == group
        case let job as ArmResetJob: job.plan.group == group
        case let job as UndoResetJob: job.outcome.group == group
        default: false
        }
    }
}
