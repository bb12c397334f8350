import KafkaClient
import KafkaWire

/// A change that asks the cluster what stands there now, so that what it would do is shown before it is sent.
protocol LooksFirst: ChangeJob {
    /// What it would change as things are, one line each; fails with what stands in its way. Sends nothing that changes.
    func look(at cluster: Cluster) async throws(ClientError) -> [String]
}

/// Looks for a change that waits for its answer.
struct LookJob: Job {
    /// The change.
    var target: AnyJob
    var name: String { "look" }

    init(for job: any LooksFirst) { target = AnyJob(job) }

    func run(_ tools: JobTools) async {
        guard let job = target.job as? any LooksFirst else { return }
        do throws(ClientError) {
            tools.report(LookReport(target: target, result: .success(try await job.look(at: tools.cluster))))
        } catch {
            if error != .cancelled { tools.report(LookReport(target: target, result: .failure(error))) }
        }
    }
}

/// What was found, or what stands in the way.
struct LookReport: JobReport {
    var target: AnyJob
    var result: Result<[String], ClientError>
}

extension UndoResetJob: LooksFirst {
    func look(at cluster: Cluster) async throws(ClientError) -> [String] {
        try await cluster.checkNobodyHolds(outcome.group)
        let now = try await cluster.committedOffsets(outcome.group, topics: outcome.rows.map(\.topicPartition))
        if let moved = outcome.rows.first(where: { $0.isVerified && now[$0.topicPartition]?.offset != $0.new }) {
            throw .invalid("\(moved.topicPartition) was committed since the reset: plan a reset instead of undoing")
        }
        return outcome.rows.map { row in
            let old = row.old.map { Quantity.grouped($0.offset) } ?? "no commit"
            return "\(row.topicPartition)  \(Quantity.committed(now[row.topicPartition])) → \(old)"
        }
    }
}

extension RestoreOffsetsJob: LooksFirst {
    func look(at cluster: Cluster) async throws(ClientError) -> [String] {
        try await cluster.checkNobodyHolds(removal.group)
        let places = removal.offsets.keys.sorted()
        let now = try await cluster.committedOffsets(removal.group, topics: places)
        if let newer = now.keys.min() {
            throw .invalid("\(removal.group) committed \(newer) since: its old offsets are not written over that")
        }
        return places.map { "\($0)  no commit → \(Quantity.committed(removal.offsets[$0]))" }
    }
}

extension AlterConfigJob: LooksFirst {
    func look(at cluster: Cluster) async throws(ClientError) -> [String] {
        try await cluster.alterConfigs(of: resource, [setting], validateOnly: true)
        guard let answer = await cluster.configs(of: [resource], isDeep: true)[resource] else { return [] }
        guard let now = try answer.get().first(where: { $0.name == setting.name }) else {
            throw .invalid("\(setting.name) is not told any more")
        }
        let then =
            switch setting {
            case .set(let name, let value): ConfigText.readable(value, name)
            case .revert(let name):
                now.inherited.map { "\(ConfigText.readable($0.value, name)), from \($0.source.words)" } ?? "default"
            }
        var lines = ["\(setting.name)  \(ConfigText.readable(now)) → \(then)"]
        // What a revert took away is not what it left: there is nothing to compare with.
        let isKnown = if case .set(_, let value) = setting { value != before.value } else { true }
        if isKnown, now.value != before.value {
            lines.append("Somebody changed it since: it was \(ConfigText.readable(before)) after the change from here.")
        }
        return lines
    }
}

extension Cluster {
    /// Fails with the names of those who hold a group: Kafka refuses a commit from outside while they do.
    fileprivate func checkNobodyHolds(_ group: GroupID) async throws(ClientError) {
        guard case .success(let found)? = await describeGroups([group])[group], let first = found.members.first else {
            return
        }
        let more = found.members.count > 1 ? " and \(found.members.count - 1) more" : ""
        throw .invalid(
            "\(first.nameAndHost)\(more) would have to stop first: Kafka refuses while anybody holds the group")
    }
}

extension Quantity {
    /// `18,204`, `no commit`.
    fileprivate static func committed(_ offset: CommittedOffset?) -> String {
        offset.map { grouped($0.offset) } ?? "no commit"
    }
}
