import Bytes
@testable import KafkaClient
import KafkaWire

@testable import Console

/// Leads to the reset pane of the pictures.
enum ResetScenes {
    static func plan(holders: Bool, target: ResetTarget = .time(Script.start - 192_402)) -> ResetPlan {
        let values: [(Int64?, Int64?, ResetPlan.Note?, Int64)] = [
            (220_113, 201_909, nil, 12), (219_870, 218_001, nil, 101), (221_640, 219_555, nil, 7),
            (220_112, 220_112, .init("no record since 14:00", "stays at the end"), -1),
            (219_004, 219_004, .init("already there"), -1),
            (nil, 220_488, nil, 310),
        ]
        let rows = values.enumerated().map { index, row in
            ResetPlan.Row(
                topicPartition: TopicPartition(topic: "orders", partition: Int32(index)), now: row.0, new: row.1,
                logStart: 0,
                logEnd: 222_167, note: row.2,
                next: row.3 < 0
                    ? nil
                    : ResetPlan.NextRecord(
                        offset: row.1 ?? 0, timestamp: Script.start - 192_402 + row.3, key: bytes("47\(index)1"),
                        value: bytes(
                            "{\"id\":47\(index)1,\"customer\":{\"country\":\"PT\"},\"total\":99.95,\"note\":\"お届け先\"}"))
            )
        }
        let members = World.pictured.members["audit"]?.members ?? []
        return ResetPlan(
            group: "audit", target: target, moment: Script.start - 192_402, state: holders ? "Stable" : "Empty",
            holders: holders ? members : [], rows: rows,
            refusal: holders
                ? "Kafka refuses while 3 members hold the group: app-1 10.0.0.7, app-2 10.0.0.8, app-3 10.0.0.9. Stop them, then plan again."
                : nil, canWait: true)
    }

    static func bytes(_ text: String) -> ByteSlice { ByteSlice(Array(text.utf8)) }

    /// `o` on the group, `14:00` typed, the plan there.
    static func planned(_ script: inout Script, holders: Bool) {
        script.press("2 enter o")
        script.type("14:00")
        let number = script.takeJobs().last?.number ?? 0
        script.send(.report(PlanReport(result: .success(plan(holders: holders))), number: number))
        script.wait(600)
    }

    /// Armed for twelve seconds; two of three members have left.
    static func armed(_ script: inout Script) {
        planned(&script, holders: true)
        script.press("enter a")
        let number = script.takeJobs().last?.number ?? 0
        script.wait(12_000)
        let wait = ResetWait(state: "PreparingRebalance", holders: Array(plan(holders: true).holders.prefix(1)))
        script.send(.report(ArmReport(wait: wait), number: number))
    }

    static func outcome(verified: Bool = true) -> ResetOutcome {
        ResetOutcome(
            group: "audit",
            rows: plan(holders: false).rows.filter(\.isWritten).map { row in
                ResetOutcome.Row(
                    topicPartition: row.topicPartition, old: row.now.map { CommittedOffset(offset: $0) },
                    new: row.new ?? 0,
                    readBack: verified ? row.new : 1, error: .none)
            }, undoPath: "/home/you/.local/state/kdeck/undo/1795528992402-audit.csv")
    }

    static func done(_ script: inout Script) {
        planned(&script, holders: false)
        script.press("enter enter")
        let number = script.takeJobs().last?.number ?? 0
        script.send(
            .report(
                ResetReport(
                    result: .success(outcome()), isUndo: false, sameAs: plan(holders: false).equivalentCommand,
                    undo: AnyJob(UndoResetJob(outcome: outcome(), undoFolder: "/tmp/undo"))),
                number: number))
    }
}

/// What happens to a group while one looks.
enum GroupScenes {
    /// A member leaves, and another one takes its partitions over.
    static func rebalanced(_ script: inout Script) {
        guard var group = World.pictured.members["audit"] else { return }
        func learn() {
            script.wait(3_000)
            script.state.view.learn(
                .members(["audit": group], failures: [:]), to: .members(["audit"]), at: script.state.now)
        }
        group.state = "PreparingRebalance"
        learn()
        let left = group.members.removeFirst()
        group.generation = 15
        group.members[1].assignment = left.assignment
        group.state = "Stable"
        learn()
        script.send(.tick(script.state.now))
    }
}

/// Leads to the replication pane with one broker down.
enum ReplicationScenes {
    private static func learnCopies(_ passed: Int64, to script: inout Script, from start: Int64, isTwoUp: Bool) {
        var copies: [BrokerID: [TopicPartition: Int64]] = [:]
        for (partition, known) in World.pictured.ends {
            let end = known.end + Int64(known.rate * Double(passed) / 1_000) + (isTwoUp ? 0 : Int64(known.rate * 20))
            copies[1, default: [:]][partition] = end
            copies[3, default: [:]][partition] =
                partition == TopicPartition(topic: "shipments", partition: 0) ? end - 2_088 + passed / 10 : end
            if isTwoUp { copies[2, default: [:]][partition] = end }
        }
        script.state.view.learn(.copies(copies), to: .copies([:]), at: start + passed)
    }

    static func brokerGone(_ script: inout Script) {
        script.press("3")
        var world = World.pictured
        world.metadata.brokers.removeAll { $0.id == 2 }
        for topic in world.metadata.topics.indices {
            for index in world.metadata.topics[topic].partitions.indices {
                var partition = world.metadata.topics[topic].partitions[index]
                partition.inSync.removeAll { $0 == 2 }
                partition.offline = [2]
                if partition.leader == 2 {
                    partition.leader = partition.inSync.first
                    partition.leaderEpoch += 1
                }
                world.metadata.topics[topic].partitions[index] = partition
            }
        }
        // What each copy had, half a minute long: two keeps up, then stops; three fills shipments-0.
        let start = script.state.now
        for second in Int64(0)...10 { learnCopies(second * 2_000, to: &script, from: start, isTwoUp: true) }
        script.state.view.learn(.metadata(world.metadata), to: .metadata, at: script.state.now)
        for second in Int64(0)...10 { learnCopies(second * 2_000, to: &script, from: start + 1, isTwoUp: false) }
        script.wait(21_000)
        script.state.view.learn(.metadata(world.metadata), to: .metadata, at: script.state.now)
        script.send(.tick(script.state.now))
    }
}
