import KafkaWire

extension ResetPlanner {
    /// Looks again at the group and the topics, keeps the old offsets in a file, commits, reads back. Sends nothing and
    /// fails when a member came back, a commit changed or a topic was created again since the plan was made, or when the
    /// old offsets cannot be kept.
    /// - Parameter now: milliseconds after the epoch, for the name of the undo file.
    public func execute(_ plan: ResetPlan, now: Int64) async throws(ClientError) -> ResetOutcome {
        if let refusal = plan.refusal { throw .invalid(refusal) }
        switch try await attempt(plan, now: now) {
        case .done(let outcome): return outcome
        case .held(let sentence), .moved(let sentence): throw .invalid(sentence)
        }
    }

    /// How trying a plan went.
    enum Attempt {
        /// Committed and read back.
        case done(ResetOutcome)
        /// Somebody holds the group: nothing was written.
        case held(String)
        /// The group committed since the plan was made: nothing was sent.
        case moved(String)
    }

    func attempt(_ plan: ResetPlan, now: Int64) async throws(ClientError) -> Attempt {
        let rows = plan.rows.filter(\.isWritten)
        if let refusal = try await refusal(of: plan.group) { return .held(refusal) }
        try await checkTopics(plan)
        let current = try await cluster.committedOffsets(plan.group, topics: nil)
        for row in rows where current[row.topicPartition].map(\.offset) != row.now {
            return .moved("\(row.topicPartition) was committed since the plan was made: plan again")
        }
        let old = rows.map { ($0.topicPartition, $0.now) }
        var path: String?
        if let undoFolder {
            do throws(UndoFileError) {
                path = try UndoFile.write(old, group: plan.group, folder: undoFolder, now: now)
            } catch {
                throw .invalid(error.sentence)
            }
        }
        var wanted: [TopicPartition: CommittedOffset] = [:]
        for row in rows { if let new = row.new { wanted[row.topicPartition] = CommittedOffset(offset: new) } }
        let errors = try await cluster.commitOffsets(plan.group, wanted)
        if !errors.isEmpty, errors.values.allSatisfy(\.meansMembers) {
            return .held("A member came back before the commit: Kafka refused it, nothing was written.")
        }
        let (back, members) = try await look(at: plan.group, rows.map(\.topicPartition))
        return .done(
            ResetOutcome(
                group: plan.group,
                rows: rows.map { row in
                    let key = row.topicPartition
                    return ResetOutcome.Row(
                        topicPartition: key, old: row.now == nil ? nil : current[key], new: row.new ?? 0,
                        readBack: back[key]?.offset, error: errors[key] ?? .none)
                }, undoPath: path, returned: members))
    }

    /// Brings the old offsets back: commits them, and deletes those that were not there before. Sends nothing and fails
    /// when somebody committed since the reset: what was read meanwhile must not be read again unasked.
    public func undo(_ outcome: ResetOutcome) async throws(ClientError) -> ResetOutcome {
        if let refusal = try await refusal(of: outcome.group) { throw .invalid(refusal) }
        let current = try await cluster.committedOffsets(outcome.group, topics: nil)
        for row in outcome.rows where row.isVerified && current[row.topicPartition]?.offset != row.new {
            throw .invalid("\(row.topicPartition) was committed since the reset: plan again instead of undoing")
        }
        var wanted: [TopicPartition: CommittedOffset] = [:]
        for row in outcome.rows { if let old = row.old { wanted[row.topicPartition] = old } }
        let errors = wanted.isEmpty ? [:] : try await cluster.commitOffsets(outcome.group, wanted)
        let fresh = outcome.rows.filter { $0.old == nil }.map(\.topicPartition)
        if !fresh.isEmpty { try await cluster.deleteOffsets(outcome.group, fresh) }
        let (back, members) = try await look(at: outcome.group, Array(wanted.keys))
        return ResetOutcome(
            group: outcome.group,
            rows: outcome.rows.compactMap { row in
                guard let old = row.old else { return nil }
                return ResetOutcome.Row(
                    topicPartition: row.topicPartition, old: CommittedOffset(offset: row.new), new: old.offset,
                    readBack: back[row.topicPartition]?.offset, error: errors[row.topicPartition] ?? .none)
            }, undoPath: outcome.undoPath, returned: members)
    }

    /// What the coordinator holds after a commit, and who is a member by then.
    private func look(
        at group: GroupID, _ partitions: [TopicPartition]
    ) async throws(ClientError) -> ([TopicPartition: CommittedOffset], [GroupMemberInfo]) {
        let back = try await cluster.committedOffsets(group, topics: partitions)
        guard case .success(let description)? = await cluster.describeGroups([group])[group] else { return (back, []) }
        return (back, description.members)
    }

    /// Why Kafka would refuse a commit from outside now, naming the members; nil when nobody holds the group.
    func refusal(of group: GroupID) async throws(ClientError) -> String? {
        switch await cluster.describeGroups([group])[group] {
        case .success(let description)?:
            return ResetArithmetic.refusal(
                state: description.state, protocolType: description.protocolType, holders: description.members)
        case .failure(.broker(.groupIdNotFound, _))?, nil: return nil
        case .failure(let error)?: throw error
        }
    }

    /// A topic that was deleted and created again since the plan is another topic under the old name.
    private func checkTopics(_ plan: ResetPlan) async throws(ClientError) {
        guard !plan.topicIDs.isEmpty else { return }
        let metadata = try await cluster.metadata(plan.topicIDs.keys.sorted())
        for (name, id) in plan.topicIDs.sorted(by: { $0.key < $1.key }) where id != .zero {
            guard let topic = metadata.topic(name), topic.id != id else { continue }
            let what = topic.error == .unknownTopicOrPartition ? "was deleted" : "was created again"
            throw .invalid("\(name) \(what) since the plan was made: plan again, nothing was sent")
        }
    }
}

extension ErrorCode {
    /// The coordinator refuses a commit from outside because the group has members.
    fileprivate var meansMembers: Bool {
        self == .unknownMemberId || self == .illegalGeneration || self == .rebalanceInProgress
            || self == .staleMemberEpoch || self == .nonEmptyGroup
    }
}
