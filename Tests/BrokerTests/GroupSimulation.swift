import Bytes
import KafkaWire

@testable import KafkaBroker

/// A few consumers that behave well, badly or not at all, one group, and checks after every step. One seed is one run.
struct GroupSimulation {
    /// What a consumer knows and waits for.
    struct Consumer {
        var memberID = ""
        var instance: String?
        var protocols: [GroupProtocol]
        var needsID: Bool
        var generation: Int32 = -1
        var isLeader = false
        var members: [String] = []
        var join: UInt64?
        var sync: UInt64?
        /// Knows a generation, has not sent its sync.
        var owesSync = false
        var isOwner = false
        var lastHeard: Int64 = 0
    }

    var script: GroupScript
    var random: SplitMix64
    var consumers: [Int: Consumer] = [:]
    private(set) var failures: [String] = []
    private(set) var steps = 0
    private(set) var rebalances = 0
    private var nextConsumer = 0
    private var openJoins: Set<UInt64> = []
    private var openSyncs: Set<UInt64> = []
    /// What the leader of each generation handed out, and who was told to have it.
    private var owners: [Int32: [String: String]] = [:]
    private var leaders: [Int32: String] = [:]
    private var highest: Int32 = 0
    private var committed: Int64?

    init(seed: UInt64, delay: Int64) {
        random = SplitMix64(seed: seed)
        script = GroupScript(delay: delay, maxSize: 6)
    }

    // MARK: Steps

    mutating func chaos(_ count: Int) {
        for _ in 0..<count {
            step()
            check()
        }
    }

    private mutating func step() {
        steps += 1
        let some = consumers.keys.sorted()
        let pick = some.isEmpty ? nil : some[random.below(some.count)]
        switch random.below(16) {
        case 0: start(instance: nil)
        case 1: start(instance: "i\(random.below(3))")
        case 2: if let pick { consumers[pick] = nil }  // a crash: never heard again
        case 3: if let pick, let gone = consumers.removeValue(forKey: pick), !gone.memberID.isEmpty { leave(gone) }
        case 4, 5: advance(Int64(random.below(4_000)))
        case 6: if let pick { resubscribe(pick) }
        case 7: if let pick { commit(pick) }
        default: if let pick { act(pick) }
        }
    }

    private mutating func start(instance: String?) {
        guard consumers.count < 7 else { return }
        if let instance {
            // One process per instance id: a restart replaces the one before.
            for (key, other) in consumers where other.instance == instance { consumers[key] = nil }
        }
        nextConsumer += 1
        let range = GroupProtocol.range("orders")
        let sticky = GroupProtocol.range("orders", name: "sticky")
        consumers[nextConsumer] = Consumer(
            instance: instance, protocols: random.below(2) == 0 ? [range, sticky] : [sticky, range],
            needsID: random.below(4) != 0)
        act(nextConsumer)
    }

    private mutating func resubscribe(_ key: Int) {
        guard consumers[key]?.join == nil else { return }
        consumers[key]?.protocols.reverse()
        consumers[key]?.isOwner = false
        sendJoin(key)
    }

    private mutating func leave(_ consumer: Consumer) {
        _ = script.leave(consumer.memberID, instance: consumer.instance)
    }

    private mutating func commit(_ key: Int) {
        guard let consumer = consumers[key], consumer.isOwner else { return }
        let offset = Int64(random.below(1_000))
        let code = script.commit(
            offset, member: consumer.memberID, generation: consumer.generation, instance: consumer.instance)
        if code == .none { committed = offset }
    }

    mutating func advance(_ ms: Int64) {
        script.advance(ms)
    }

    /// What a well-behaved client does next.
    mutating func act(_ key: Int) {
        collect()
        guard let consumer = consumers[key] else { return }
        if consumer.join != nil || consumer.sync != nil { return }
        if consumer.owesSync { return sendSync(key) }
        guard consumer.isOwner else { return sendJoin(key) }
        let code = script.heartbeat(
            consumer.memberID, generation: consumer.generation, instance: consumer.instance)
        switch code {
        case .none: break
        case .rebalanceInProgress: consumers[key]?.isOwner = false
        case .illegalGeneration, .unknownMemberId: forget(key)
        case .fencedInstanceId: consumers[key] = nil
        default: failures.append("heartbeat answered \(code)")
        }
    }

    private mutating func forget(_ key: Int) {
        consumers[key]?.memberID = ""
        consumers[key]?.generation = -1
        consumers[key]?.isOwner = false
        consumers[key]?.owesSync = false
    }

    private mutating func sendJoin(_ key: Int) {
        guard let consumer = consumers[key] else { return }
        let ticket = script.join(
            consumer.memberID, instance: consumer.instance, rebalance: 20_000, protocols: consumer.protocols,
            needsID: consumer.needsID)
        openJoins.insert(ticket)
        consumers[key]?.join = ticket
        consumers[key]?.owesSync = false
        collect()
    }

    private mutating func sendSync(_ key: Int) {
        guard let consumer = consumers[key] else { return }
        var assignment: [String: ByteSlice] = [:]
        if consumer.isLeader {
            for (partition, member) in consumer.members.enumerated() { assignment[member] = ByteSlice("p\(partition)") }
        }
        let ticket = script.sync(
            consumer.memberID, generation: consumer.generation, instance: consumer.instance, assigning: assignment)
        openSyncs.insert(ticket)
        consumers[key]?.sync = ticket
        consumers[key]?.owesSync = false
        collect()
    }

    /// Hands out the answers that came.
    private mutating func collect() {
        for (ticket, answer) in script.joins.sorted(by: { $0.key < $1.key }) where openJoins.remove(ticket) != nil {
            script.joins[ticket] = nil
            noteJoin(answer)
            guard let key = consumers.first(where: { $0.value.join == ticket })?.key else { continue }
            consumers[key]?.join = nil
            switch answer.error {
            case .none:
                consumers[key]?.memberID = answer.memberID
                consumers[key]?.generation = answer.generation
                consumers[key]?.isLeader = answer.leader == answer.memberID && !answer.skipAssignment
                consumers[key]?.members = answer.members.map(\.id)
                consumers[key]?.owesSync = true
            case .memberIdRequired: consumers[key]?.memberID = answer.memberID
            case .unknownMemberId: forget(key)
            case .fencedInstanceId, .groupMaxSizeReached: consumers[key] = nil
            case .rebalanceInProgress: break
            default: failures.append("join answered \(answer.error)")
            }
        }
        for (ticket, answer) in script.syncs.sorted(by: { $0.key < $1.key }) where openSyncs.remove(ticket) != nil {
            script.syncs[ticket] = nil
            guard let key = consumers.first(where: { $0.value.sync == ticket })?.key else { continue }
            consumers[key]?.sync = nil
            switch answer.error {
            case .none:
                consumers[key]?.isOwner = true
                noteOwner(consumers[key], answer)
            case .rebalanceInProgress: break
            case .unknownMemberId, .illegalGeneration: forget(key)
            case .fencedInstanceId: consumers[key] = nil
            default: failures.append("sync answered \(answer.error)")
            }
        }
    }

    // MARK: Checks

    private mutating func noteJoin(_ answer: JoinAnswer) {
        guard answer.error == .none else { return }
        if let leader = leaders[answer.generation] {
            // A static leader that came back under a new id leads the same generation.
            let isSuccessor = answer.skipAssignment || script.group?.leader == answer.leader
            if leader != answer.leader, !isSuccessor {
                failures.append("two leaders in generation \(answer.generation)")
            }
        } else {
            if answer.generation < highest { failures.append("generation went back to \(answer.generation)") }
            leaders[answer.generation] = answer.leader
            rebalances += 1
        }
        highest = max(highest, answer.generation)
        if answer.memberID != answer.leader, !answer.members.isEmpty { failures.append("a follower saw the members") }
    }

    private mutating func noteOwner(_ consumer: Consumer?, _ answer: SyncAnswer) {
        guard let consumer, !answer.assignment.isEmpty else { return }
        let partition = answer.assignment.text
        let holder = consumer.instance ?? consumer.memberID
        if let other = owners[consumer.generation]?[partition], other != holder {
            failures.append("\(partition) has two owners in generation \(consumer.generation)")
        }
        owners[consumer.generation, default: [:]][partition] = holder
    }

    private mutating func check() {
        collect()
        let group = script.group
        // No request is lost: it is answered, or the group holds it.
        let parkedJoins = Set(group?.members.values.compactMap { $0.joinTicket?.number } ?? [])
        let parkedSyncs = Set(group?.members.values.compactMap { $0.syncTicket?.number } ?? [])
        if openJoins != parkedJoins { failures.append("joins open \(openJoins), parked \(parkedJoins)") }
        if openSyncs != parkedSyncs { failures.append("syncs open \(openSyncs), parked \(parkedSyncs)") }
        guard let group else { return }
        if group.joiningCount != parkedJoins.count { failures.append("joins counted \(group.joiningCount)") }
        if !group.members.isEmpty, script.table.nextDeadline == nil { failures.append("nothing will ever end") }
        if group.isEmpty != group.members.isEmpty, group.state != .empty, case .stable = group.state {
            failures.append("stable without members")
        }
        if let leader = group.leader, group.members[leader] == nil { failures.append("the leader is not a member") }
        for (instance, id) in group.staticMembers where group.members[id]?.instanceID != instance {
            failures.append("instance \(instance) has no member")
        }
        let stored = script.table.fetchOffset(TopicPartition(topic: "orders", partition: 0), of: "g")?.offset
        if stored != committed { failures.append("offset \(String(describing: stored)) is not the one committed") }
    }

    /// Without further trouble: everybody acts, time goes on.
    mutating func settle() {
        for _ in 0..<60 {
            for key in consumers.keys.sorted() {
                act(key)
                check()
            }
            advance(1_000)
            check()
        }
        let live = Set(consumers.values.map(\.memberID))
        let members = Set(script.group?.members.keys.map { $0 } ?? [])
        if members != live { failures.append("members \(members.sorted()), live \(live.sorted())") }
        if !live.isEmpty, script.state != "Stable" { failures.append("ended \(script.state)") }
        if live.isEmpty, script.state != "Empty", script.state != "Dead" { failures.append("ended \(script.state)") }
        let assigned = script.group?.members.values.map(\.assignment.text).sorted() ?? []
        if assigned.count != Set(assigned).count { failures.append("a partition has two owners at the end") }
    }
}
