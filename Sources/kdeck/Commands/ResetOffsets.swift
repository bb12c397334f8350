import KafkaClient
import KafkaWire

/// `kdeck groups reset`.
enum ResetOffsets {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let now = WallClock.milliseconds()
        let target = try target(invocation, now: now)
        let scope = try scope(invocation)
        let group = GroupID(invocation.operands[0])
        let isExecuted = invocation.has("execute")
        let (plan, outcome) = try Attached.run(invocation) {
            (cluster: Cluster) async throws(Failure) -> (ResetPlan, ResetOutcome?) in
            let planner = ResetPlanner(cluster: cluster)
            var plan = try await Attached.asked { () async throws(ClientError) in
                try await planner.plan(group: group, topics: scope.map { [$0.topic] }, target: target, now: now)
            }
            if let wanted = scope?.partitions {
                plan.rows = try narrowed(plan.rows, to: wanted)
            }
            guard isExecuted, plan.canExecute else { return (plan, nil) }
            let executed = plan
            return (
                plan,
                try await Attached.asked { () async throws(ClientError) in
                    try await planner.execute(executed, now: now)
                }
            )
        }
        var output = StandardOutput()
        if format.isForPeople {
            output.write(ResetText.table(plan, outcome, now: now))
        } else {
            output.write(
                ResetText.listing(plan, outcome).text(as: format, isTerminal: StandardOutput.isTerminal))
        }
        output.flush()
        if isExecuted, let refusal = plan.refusal { throw Failure(.failed, refusal) }
        if let outcome, !outcome.isVerified { throw Failure(.failed, outcome.sentence) }
        try output.finish()
    }

    private static func narrowed(_ rows: [ResetPlan.Row], to wanted: Set<Int32>) throws(Failure) -> [ResetPlan.Row] {
        let known = Set(rows.map(\.topicPartition.partition))
        if let missing = wanted.subtracting(known).sorted().first, let topic = rows.first?.topicPartition.topic {
            throw Failure(.notFound, "\(topic) has no partition \(missing); it has \(known.count)")
        }
        return rows.map { row in
            var row = row
            if !wanted.contains(row.topicPartition.partition) { row.isIncluded = false }
            return row
        }
    }

    /// `--topic orders` or `--topic orders:0,3`.
    static func scope(_ invocation: Invocation) throws(Failure) -> (topic: TopicName, partitions: Set<Int32>?)? {
        guard let text = invocation["topic"] else { return nil }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty else { throw .usage("--topic wants a name, or NAME:0,3") }
        if parts.count == 1 { return (TopicName(String(name)), nil) }
        var numbers: Set<Int32> = []
        for word in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = Int32(word), number >= 0 else {
                throw .usage("--topic \(text): '\(word)' is no partition")
            }
            numbers.insert(number)
        }
        return (TopicName(String(name)), numbers)
    }

    private static let kinds = [
        "to-earliest", "to-latest", "to-offset", "to-datetime", "by-duration", "shift-by", "from-file", "from-group",
    ]

    /// The one target that the options name.
    static func target(_ invocation: Invocation, now: Int64) throws(Failure) -> ResetTarget {
        let given = kinds.filter(invocation.has)
        guard given.count == 1, let kind = given.first else {
            let all = kinds.map { "--" + $0 }.joined(separator: ", ")
            throw .usage(
                given.isEmpty ? "say where to: one of \(all)" : "give only one of --\(given.joined(separator: ", --"))")
        }
        let text = invocation[kind] ?? ""
        do {
            switch kind {
            case "to-earliest": return .earliest
            case "to-latest": return .latest
            case "to-datetime": return .time(try TimeText.parse(text, now: now))
            case "by-duration": return .duration(try DurationText.parse(text))
            case "from-group": return .group(GroupID(text))
            case "from-file": return .positions(try OffsetsFile.parse(try Folders.read(text)))
            default:
                guard let number = Int64(text), kind == "shift-by" || number >= 0 else {
                    throw Failure.usage("--\(kind) \(text): that is no \(kind == "shift-by" ? "number" : "offset")")
                }
                return kind == "shift-by" ? .shift(number) : .offset(number)
            }
        } catch let error as TimeTextError {
            throw .usage("--\(kind): \(error.sentence)")
        } catch let error as OffsetsFileError {
            throw .usage("--from-file \(text): \(error.sentence)")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.failed, "\(error)")
        }
    }
}
