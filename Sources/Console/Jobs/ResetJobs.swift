import Glibc
import KafkaClient
import KafkaWire

/// Works out what a reset would do.
struct PlanResetJob: Job {
    /// Where to, with a file still to be read.
    enum Wish: Equatable, Sendable {
        case target(ResetTarget)
        case file(String)
    }

    static let name = "plan"

    var group: GroupID
    var topics: [TopicName]?
    var wish: Wish
    /// The group need not be there.
    var mayCreate = false
    var name: String { Self.name }

    func run(_ tools: JobTools) async {
        do {
            let target: ResetTarget
            switch wish {
            case .target(let known): target = known
            case .file(let path): target = .positions(try OffsetsOnDisk.read(path))
            }
            let planner = ResetPlanner(cluster: tools.cluster, undoFolder: nil)
            let plan = try await planner.plan(
                group: group, topics: topics, target: target, mayCreate: mayCreate, now: tools.now())
            tools.report(PlanReport(result: .success(plan)))
        } catch let error as ClientError {
            if error != .cancelled { tools.report(PlanReport(result: .failure(error))) }
        } catch {
            tools.report(PlanReport(result: .failure(.invalid((error as? CannotRead)?.sentence ?? "\(error)"))))
        }
    }
}

/// A plan, or why there is none.
struct PlanReport: JobReport {
    var result: Result<ResetPlan, ClientError>
}

/// Commits a plan and reads it back.
struct CommitResetJob: ChangeJob {
    var plan: ResetPlan
    var undoFolder: String?
    var name: String { "commit" }

    var change: PlannedChange {
        PlannedChange(
            what: "reset offsets of \(plan.group) on \(Quantity.count(plan.written, "partition"))",
            sameAs: plan.equivalentCommand,
            requests: ["OffsetCommit", "OffsetFetch, read back"],
            details: plan.rows.filter(\.isWritten).map { row in
                let now = row.now.map { Quantity.grouped($0) } ?? "no commit"
                return "\(row.topicPartition)  \(now) → \(row.new.map { Quantity.grouped($0) } ?? now)"
            })
    }

    func run(_ tools: JobTools) async {
        let planner = ResetPlanner(cluster: tools.cluster, undoFolder: undoFolder)
        do {
            let outcome = try await planner.execute(plan, now: tools.now())
            tools.report(ResetReport(done: outcome, of: plan, undoFolder: undoFolder))
        } catch {
            tools.report(ResetReport(result: .failure(error), isUndo: false, sameAs: ""))
        }
    }
}

/// Waits until nobody holds the group, then plans again, commits and reads back. It is given up with its pane.
struct ArmResetJob: ChangeJob {
    static let name = "commit"

    var plan: ResetPlan
    var undoFolder: String?
    var name: String { Self.name }
    var endsWithItsPane: Bool { true }

    var change: PlannedChange {
        var change = CommitResetJob(plan: plan, undoFolder: undoFolder).change
        change.what = "once nobody holds it: " + change.what
        change.requests.insert("ConsumerGroupDescribe or DescribeGroups, until it is free", at: 0)
        return change
    }

    func run(_ tools: JobTools) async {
        let planner = ResetPlanner(cluster: tools.cluster, undoFolder: undoFolder)
        do {
            let outcome = try await planner.executeWhenFree(
                plan, now: tools.now, report: { tools.report(ArmReport(wait: $0)) })
            tools.report(ResetReport(done: outcome, of: plan, undoFolder: undoFolder))
        } catch {
            if error != .cancelled { tools.report(ResetReport(result: .failure(error), isUndo: false, sameAs: "")) }
        }
    }
}

/// For whom an armed reset waits.
struct ArmReport: JobReport {
    var wait: ResetWait
}

/// Writes a plan as lines `topic,partition,offset` in the folder that the console was started in.
struct ExportPlanJob: Job {
    var plan: ResetPlan
    var name: String { "export" }

    func run(_ tools: JobTools) async {
        let word = plan.group.rawValue.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        let path = "reset-\(word.isEmpty ? "group" : word)-\(tools.now()).csv"
        do {
            try OffsetsFile.write(OffsetsFile.text(of: plan), to: path)
            tools.report(ExportReport(path: path, failure: nil))
        } catch {
            tools.report(ExportReport(path: path, failure: error.sentence))
        }
    }
}

/// How writing a plan went.
struct ExportReport: JobReport {
    var path: String
    var failure: String?

    var notice: Notice {
        failure.map { Notice(.bad, $0) }
            ?? Notice(.good, "the plan is in \(path), as --from-file and kafka-consumer-groups read it")
    }
}

/// Brings old offsets back.
struct UndoResetJob: ChangeJob {
    var outcome: ResetOutcome
    var undoFolder: String?
    var name: String { "commit" }

    var change: PlannedChange {
        PlannedChange(
            what: "bring back the offsets of \(outcome.group)", sameAs: "",
            requests: ["OffsetCommit", "OffsetDelete, where there was no commit", "OffsetFetch, read back"],
            details: outcome.rows.map { row in
                let old = row.old.map { Quantity.grouped($0.offset) } ?? "no commit"
                return "\(row.topicPartition)  \(Quantity.grouped(row.new)) → \(old)"
            })
    }

    func run(_ tools: JobTools) async {
        let planner = ResetPlanner(cluster: tools.cluster, undoFolder: undoFolder)
        do {
            let back = try await planner.undo(outcome)
            tools.report(ResetReport(result: .success(back), isUndo: true, sameAs: ""))
        } catch {
            tools.report(ResetReport(result: .failure(error), isUndo: true, sameAs: ""))
        }
    }
}

/// How a commit or an undo ended.
struct ResetReport: ChangeReport {
    var result: Result<ResetOutcome, ClientError>
    var isUndo: Bool
    var sameAs: String
    /// What brings the old offsets back.
    var undo: AnyJob?

    init(result: Result<ResetOutcome, ClientError>, isUndo: Bool, sameAs: String, undo: AnyJob? = nil) {
        self.result = result
        self.isUndo = isUndo
        self.sameAs = sameAs
        self.undo = undo
    }

    /// A plan was committed: its command, and what takes it back.
    init(done outcome: ResetOutcome, of plan: ResetPlan, undoFolder: String?) {
        self.init(
            result: .success(outcome), isUndo: false, sameAs: plan.equivalentCommand,
            undo: AnyJob(UndoResetJob(outcome: outcome, undoFolder: undoFolder)))
    }

    var notice: Notice {
        switch result {
        case .success(let outcome):
            Notice(outcome.isVerified ? .good : .bad, (isUndo ? "undone: " : "") + outcome.sentence, sameAs: sameAs)
        case .failure(let error): Notice(.bad, error.sentence)
        }
    }

    var ending: ChangeEnding? {
        switch result {
        case .success(let outcome):
            ChangeEnding(
                isGood: outcome.isVerified, sentence: outcome.sentence,
                details: outcome.undoPath.map { ["the offsets before are kept in \($0)"] } ?? [], undo: undo)
        case .failure(let error): ChangeEnding(isGood: false, sentence: error.sentence)
        }
    }
}

/// Why a file of offsets gave none: one sentence.
struct CannotRead: Error, Equatable {
    var sentence: String
}

/// A file of offsets as the user names it.
enum OffsetsOnDisk {
    /// The largest file that is read, in bytes.
    static let limit = 4 << 20

    /// Reads `topic,partition,offset` lines; `~/` is the home folder.
    static func read(_ path: String) throws(CannotRead) -> [TopicPartition: Int64] {
        var full = path
        if path.hasPrefix("~/"), let home = getenv("HOME") { full = String(cString: home) + path.dropFirst() }
        let descriptor = open(full, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CannotRead(sentence: "cannot read \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 {
                do { return try OffsetsFile.parse(String(decoding: bytes, as: UTF8.self)) } catch {
                    throw CannotRead(sentence: "\(path): \(error.sentence)")
                }
            }
            if count < 0 { throw CannotRead(sentence: "cannot read \(path): \(String(cString: strerror(errno)))") }
            bytes += chunk[..<count]
        }
        throw CannotRead(sentence: "\(path) is larger than 4 MiB: that is no file of offsets")
    }
}
