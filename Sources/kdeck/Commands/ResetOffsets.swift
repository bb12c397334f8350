import KafkaClient
import KafkaWire

/// `kdeck groups reset`.
enum ResetOffsets {
    static let command = Command(
        name: "reset", summary: "Move a group: plan it, and with --execute do it.",
        details: [
            "Prints per partition where the group is, where it would be and the record it would read next. Nothing is "
                + "written without --execute. Kafka accepts new offsets only while no member holds the group: who does is "
                + "named, and with --arm the command waits until the last has left, plans again and commits. The offsets "
                + "before are kept in a file that --from-file reads; without it nothing is written."
        ],
        operands: [CommandOperand(name: "GROUP", about: "the group to move")],
        options: Attached.options + [
            CommandTable.output,
            CommandOption(
                "topic", nil, "T[:P,...]", "only this topic, only these partitions; may be repeated"),
            CommandOption("all-topics", nil, nil, "every topic that the group committed on; the default"),
            CommandOption("to-earliest", nil, nil, "the first record that is still there"),
            CommandOption("to-latest", nil, nil, "the end"),
            CommandOption("to-offset", nil, "N", "this offset"),
            CommandOption("to-datetime", nil, "TIME", "first record since 14:00, 2026-11-24T14:00:00.000 ..."),
            CommandOption("by-duration", nil, "D", "first record of the last PT1H, 2h, 1h30m ..."),
            CommandOption("shift-by", nil, "N", "so many records forward, or back with a minus"),
            CommandOption("from-file", nil, "FILE", "offsets as lines topic,partition,offset; - is standard input"),
            CommandOption("from-group", nil, "GROUP", "where another group is"),
            CommandOption("create", nil, nil, "make the group when it is not there"),
            CommandOption("execute", nil, nil, "do it"),
            CommandOption("arm", nil, nil, "with --execute: wait until nobody holds the group"),
            CommandOption("export", nil, nil, "print the plan as --from-file reads it, and write nothing"),
        ],
        examples: [
            "kdeck groups reset billing --to-datetime 14:00",
            "kdeck groups reset billing --topic orders:0,3 --shift-by 1 --execute",
            "kdeck groups reset billing --to-earliest --execute --arm",
        ], run: run)

    static let copy = Command(
        name: "copy", summary: "Put a group where another one is; it is made when it is not there.",
        details: [
            "Prints what `kdeck groups reset TARGET --from-group SOURCE` prints, and does it with --execute. Partitions that "
                + "the source never committed are left alone."
        ],
        operands: [
            CommandOperand(name: "SOURCE", about: "the group to copy from"),
            CommandOperand(name: "TARGET", about: "the group to move, or to make"),
        ],
        options: Attached.options + [
            CommandTable.output,
            CommandOption("topic", nil, "T[:P,...]", "only this topic, only these partitions; may be repeated"),
            CommandOption("execute", nil, nil, "do it"),
            CommandOption("arm", nil, nil, "with --execute: wait until nobody holds the target"),
        ], examples: ["kdeck groups copy billing billing-2 --execute"], run: runCopy)

    /// What a command line asks for.
    private struct Wish: Sendable {
        var group: GroupID
        var target: ResetTarget
        var topics: [TopicName]?
        var partitions: Set<TopicPartition>?
        var mayCreate: Bool
        var isExecuted: Bool
        var waits: Bool
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let now = WallClock.milliseconds()
        let target = try target(invocation, now: now)
        try carryOut(
            try wish(invocation, try GroupID.of(invocation.operands[0]), target, mayCreate: invocation.has("create")),
            invocation,
            now: now)
    }

    @Sendable static func runCopy(_ invocation: Invocation) throws(Failure) {
        let (source, target) = (try GroupID.of(invocation.operands[0]), try GroupID.of(invocation.operands[1]))
        if source == target { throw .usage("SOURCE and TARGET are the same group") }
        try carryOut(
            try wish(invocation, target, .group(source), mayCreate: true), invocation, now: WallClock.milliseconds())
    }

    private static func carryOut(_ wish: Wish, _ invocation: Invocation, now: Int64) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let (plan, outcome) = try Attached.run(invocation) {
            (cluster: Cluster) async throws(Failure) -> (ResetPlan, ResetOutcome?) in
            try await work(wish, on: cluster, now: now)
        }
        var output = StandardOutput()
        if invocation.has("export") {
            output.write(OffsetsFile.text(of: plan))
        } else if format.isForPeople {
            output.write(StandardOutput.signs(ResetText.table(plan, outcome, now: now)))
        } else {
            output.write(
                ResetText.listing(plan, outcome).text(as: format, isTerminal: StandardOutput.isTerminal))
        }
        output.flush()
        if !format.isForPeople, let path = outcome?.undoPath { writeError("kdeck: the offsets before are in \(path)") }
        if wish.isExecuted, outcome == nil, let refusal = plan.refusal { throw Failure(.failed, refusal) }
        if let outcome, !outcome.isVerified { throw Failure(.failed, outcome.sentence) }
        try output.finish()
    }

    private static func work(
        _ wish: Wish, on cluster: Cluster, now: Int64
    ) async throws(Failure) -> (ResetPlan, ResetOutcome?) {
        let planner = ResetPlanner(cluster: cluster)
        var made = try await planned(wish, planner, cluster, now: now)
        if let wanted = wish.partitions { made.rows = try await narrowed(made.rows, to: wanted, cluster) }
        let plan = made
        guard wish.isExecuted else { return (plan, nil) }
        if wish.waits, plan.canArm {
            let outcome = try await Attached.asked { () async throws(ClientError) in
                try await planner.executeWhenFree(plan, now: { WallClock.milliseconds() }) { wait in
                    let names = wait.holders.map(\.nameAndHost).joined(separator: ", ")
                    writeError(
                        "kdeck: waiting: "
                            + (wait.trouble ?? (names.isEmpty ? "\(wish.group) is \(wait.state)" : "\(names) to leave"))
                    )
                }
            }
            return (plan, outcome)
        }
        guard plan.canExecute else { return (plan, nil) }
        return (
            plan,
            try await Attached.asked { () async throws(ClientError) in try await planner.execute(plan, now: now) }
        )
    }

    /// The plan; what it names and is not there is told as everywhere.
    private static func planned(
        _ wish: Wish, _ planner: ResetPlanner, _ cluster: Cluster, now: Int64
    ) async throws(Failure) -> ResetPlan {
        var (topics, partitions) = (wish.topics ?? [], [TopicPartition]())
        if case .positions(let positions) = wish.target {
            partitions = positions.keys.filter { topics.isEmpty || topics.contains($0.topic) }
            topics += partitions.map(\.topic)
        }
        do throws(ClientError) {
            return try await planner.plan(
                group: wish.group, topics: wish.topics, target: wish.target, mayCreate: wish.mayCreate, now: now)
        } catch {
            switch error {
            case .broker(.unknownTopicOrPartition, _): try await Known.check(topics, partitions, cluster)
            case .broker(.groupIdNotFound, _):
                let groups = (try? await cluster.listGroups().map(\.id)) ?? []
                if !wish.mayCreate, !groups.contains(wish.group) { throw await Known.noGroup(wish.group, cluster) }
                if case .group(let source) = wish.target, !groups.contains(source) {
                    throw await Known.noGroup(source, cluster)
                }
            default: break
            }
            throw Failure(error)
        }
    }

    private static func wish(
        _ invocation: Invocation, _ group: GroupID, _ target: ResetTarget, mayCreate: Bool
    ) throws(Failure) -> Wish {
        let scope = try scope(invocation)
        let isExecuted = invocation.has("execute")
        if invocation.has("export"), isExecuted {
            throw .usage("--export and --execute contradict each other; give one of them")
        }
        if invocation.has("arm"), !isExecuted { throw .usage("--arm waits to do it: give --execute too") }
        return Wish(
            group: group, target: target, topics: scope?.topics, partitions: scope?.partitions, mayCreate: mayCreate,
            isExecuted: isExecuted, waits: invocation.has("arm"))
    }

    private static func narrowed(
        _ rows: [ResetPlan.Row], to wanted: Set<TopicPartition>, _ cluster: Cluster
    ) async throws(Failure) -> [ResetPlan.Row] {
        let known = Set(rows.map(\.topicPartition))
        if let missing = wanted.subtracting(known).sorted().first {
            try await Known.check([], [missing], cluster)
            throw Failure(.notFound, "nothing says where \(missing) is to go; leave it out of --topic")
        }
        let narrow = Set(wanted.map(\.topic))
        return rows.map { row in
            var row = row
            let key = row.topicPartition
            if narrow.contains(key.topic), !wanted.contains(key) { row.isIncluded = false }
            return row
        }
    }

    /// `--topic orders`, `--topic orders:0,3`, `--topic orders:0,3,payments`: a number belongs to the topic before it.
    static func scope(
        _ invocation: Invocation
    ) throws(Failure) -> (topics: [TopicName], partitions: Set<TopicPartition>?)? {
        guard invocation.has("topic") else { return nil }
        let text = invocation.all("topic").joined(separator: ",")
        if invocation.has("all-topics") { throw .usage("--topic and --all-topics contradict each other; give one") }
        var topics: [TopicName] = []
        var partitions: Set<TopicPartition> = []
        var takesNumbers = false
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            if takesNumbers, let topic = topics.last, let number = Int32(word), number >= 0 {
                partitions.insert(TopicPartition(topic, number))
                continue
            }
            let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let topic = try TopicName.of(String(parts[0]))
            topics.append(topic)
            takesNumbers = parts.count == 2
            guard takesNumbers else { continue }
            guard let number = Int32(parts[1]), number >= 0 else {
                throw .usage("--topic \(text): '\(parts[1])' is no partition")
            }
            partitions.insert(TopicPartition(topic, number))
        }
        return (topics, partitions.isEmpty ? nil : partitions)
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
            case "from-group": return .group(try GroupID.of(text))
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
