import KafkaWire

extension ResetPlanner {
    /// Looks again at the group, commits, reads back. Sends nothing and fails when a member came back or a commit
    /// changed since the plan was made. The old offsets go to the undo folder first.
    /// - Parameter now: milliseconds after the epoch, for the name of the undo file.
    public func execute(_ plan: ResetPlan, now: Int64) async throws(ClientError) -> ResetOutcome {
        let rows = plan.rows.filter(\.isWritten)
        if let refusal = plan.refusal { throw .invalid(refusal) }
        let current = try await check(plan.group)
        for row in rows where current[row.topicPartition].map(\.offset).flatMap({ $0 < 0 ? nil : $0 }) != row.now {
            throw .invalid("\(row.topicPartition) was committed since the plan was made: plan again")
        }
        let old = rows.map { ($0.topicPartition, $0.now) }
        let path = undoFolder.flatMap { UndoFile.write(old, group: plan.group, folder: $0, now: now) }
        var wanted: [TopicPartition: CommittedOffset] = [:]
        for row in rows { if let new = row.new { wanted[row.topicPartition] = CommittedOffset(offset: new) } }
        let errors = try await cluster.commitOffsets(plan.group, wanted)
        let back = try await cluster.committedOffsets(plan.group, topics: rows.map(\.topicPartition))
        return ResetOutcome(
            group: plan.group,
            rows: rows.map { row in
                let key = row.topicPartition
                return ResetOutcome.Row(
                    topicPartition: key, old: row.now == nil ? nil : current[key], new: row.new ?? 0,
                    readBack: back[key]?.offset, error: errors[key] ?? .none)
            }, undoPath: path)
    }

    /// Brings the old offsets back: commits them, and deletes those that were not there before. Sends nothing and fails
    /// when somebody committed since the reset: what was read meanwhile must not be read again unasked.
    public func undo(_ outcome: ResetOutcome) async throws(ClientError) -> ResetOutcome {
        let current = try await check(outcome.group)
        for row in outcome.rows where row.isVerified && current[row.topicPartition]?.offset != row.new {
            throw .invalid("\(row.topicPartition) was committed since the reset: plan again instead of undoing")
        }
        var wanted: [TopicPartition: CommittedOffset] = [:]
        for row in outcome.rows { if let old = row.old { wanted[row.topicPartition] = old } }
        let errors = wanted.isEmpty ? [:] : try await cluster.commitOffsets(outcome.group, wanted)
        let fresh = outcome.rows.filter { $0.old == nil }.map(\.topicPartition)
        if !fresh.isEmpty { try await cluster.deleteOffsets(outcome.group, fresh) }
        let back = try await cluster.committedOffsets(outcome.group, topics: Array(wanted.keys))
        return ResetOutcome(
            group: outcome.group,
            rows: outcome.rows.compactMap { row in
                guard let old = row.old else { return nil }
                return ResetOutcome.Row(
                    topicPartition: row.topicPartition, old: CommittedOffset(offset: row.new), new: old.offset,
                    readBack: back[row.topicPartition]?.offset, error: errors[row.topicPartition] ?? .none)
            }, undoPath: outcome.undoPath)
    }

    /// The commits of a group that nobody holds; fails naming the members when somebody does.
    private func check(_ group: GroupID) async throws(ClientError) -> [TopicPartition: CommittedOffset] {
        if case .success(let description) = await cluster.describeGroups([group])[group],
            let refusal = ResetArithmetic.refusal(
                state: description.state, type: "classic", holders: description.members)
        {
            throw .invalid(refusal)
        }
        return try await cluster.committedOffsets(group, topics: nil)
    }
}
