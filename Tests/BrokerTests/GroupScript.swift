import Bytes
import KafkaWire

@testable import KafkaBroker

/// A group table with a clock and a book of answers, so that a test reads as a script of one group "g".
struct GroupScript {
    var table: GroupTable
    var now = GroupTime(monotonic: 1_000, wall: 1_700_000_000_000)
    /// Answers that came, by ticket.
    var joins: [UInt64: JoinAnswer] = [:]
    var syncs: [UInt64: SyncAnswer] = [:]
    /// Records, in the order they were to be written.
    var log: [GroupRecord] = []
    private var tickets: UInt64 = 0

    init(delay: Int64 = 0, maxSize: Int = 1_000, maximumGroups: Int = 1_000, maximumPendingMembers: Int = 1_000) {
        var configuration = GroupConfiguration()
        configuration.initialRebalanceDelayMs = delay
        configuration.maxSize = maxSize
        configuration.maximumGroups = maximumGroups
        configuration.maximumPendingMembers = maximumPendingMembers
        table = GroupTable(configuration: configuration)
    }

    var group: ClassicGroup? { table.groups["g"] }
    var state: String { table.describe("g")?.state ?? "Dead" }

    mutating func take(_ effects: GroupEffects) {
        log += effects.writes
        for answer in effects.answers {
            switch answer {
            case .join(let ticket, let answer):
                precondition(joins[ticket.number] == nil, "two answers to one join")
                joins[ticket.number] = answer
            case .sync(let ticket, let answer):
                precondition(syncs[ticket.number] == nil, "two answers to one sync")
                syncs[ticket.number] = answer
            }
        }
    }

    mutating func advance(_ ms: Int64) {
        now.monotonic += ms
        now.wall += ms
        take(table.tick(now: now))
    }

    /// A JoinGroup; gives its ticket.
    mutating func join(
        _ memberID: String = "", instance: String? = nil, group: GroupID = "g", session: Int32 = 10_000,
        rebalance: Int32 = 60_000, type: String = "consumer", protocols: [GroupProtocol] = [.range("orders")],
        needsID: Bool = false, canSkip: Bool = true, client: String = "c"
    ) -> UInt64 {
        tickets += 1
        let request = JoinRequest(
            group: group, memberID: memberID, instanceID: instance, clientID: client, clientHost: "/127.0.0.1",
            sessionTimeoutMs: session, rebalanceTimeoutMs: rebalance, protocolType: type, protocols: protocols,
            requiresKnownMemberID: needsID, canSkipAssignment: canSkip, freshUUID: "u\(tickets)")
        take(table.join(request, ticket: GroupTicket(number: tickets), now: now))
        return tickets
    }

    /// A SyncGroup; gives its ticket.
    mutating func sync(
        _ memberID: String, generation: Int32, instance: String? = nil, type: String? = nil, name: String? = nil,
        assigning: [String: ByteSlice] = [:], group: GroupID = "g"
    ) -> UInt64 {
        tickets += 1
        let request = SyncRequest(
            group: group, memberID: memberID, instanceID: instance, generation: generation, protocolType: type,
            protocolName: name,
            assignments: assigning.sorted { $0.key < $1.key }.map { (memberID: $0.key, assignment: $0.value) })
        take(table.sync(request, ticket: GroupTicket(number: tickets), now: now))
        return tickets
    }

    mutating func heartbeat(_ memberID: String, generation: Int32, instance: String? = nil) -> ErrorCode {
        let (code, effects) = table.heartbeat(
            "g", memberID: memberID, instanceID: instance, generation: generation, now: now)
        take(effects)
        return code
    }

    mutating func leave(_ memberID: String, instance: String? = nil) -> [ErrorCode] {
        let (_, codes, effects) = table.leave(
            "g", [LeavingMember(memberID: memberID, instanceID: instance)], now: now)
        take(effects)
        return codes
    }

    mutating func commit(
        _ offset: Int64, partition: Int32 = 0, topic: TopicName = "orders", member: String = "",
        generation: Int32 = -1, instance: String? = nil, metadata: String? = nil, group: GroupID = "g",
        namesMissing: Bool = true, retention: Int64 = -1
    ) -> ErrorCode {
        let position = TopicPartition(topic: topic, partition: partition)
        let request = GroupTable.CommitRequest(
            group: group, memberID: member, instanceID: instance, generation: generation,
            namesMissingGroup: namesMissing, retentionMs: retention,
            offsets: [.init(position: position, offset: offset, metadata: metadata)])
        let (codes, effects) = table.commit(request, now: now)
        take(effects)
        return codes[0]
    }

    /// A stable group of `count` dynamic members, the first of them the leader; gives their ids.
    mutating func stableGroup(of count: Int, protocols: [GroupProtocol] = [.range("orders")]) -> [String] {
        var ids: [String] = []
        for _ in 0..<count {
            // The first member's rebalance ends at once; each further one has the others rejoin.
            let ticket = join(protocols: protocols)
            for id in ids { _ = join(id, protocols: protocols) }
            ids.append(joins[ticket]?.memberID ?? "")
        }
        guard let generation = group?.generation else { return ids }
        let leader = group?.leader ?? ""
        _ = sync(
            leader, generation: generation,
            assigning: Dictionary(uniqueKeysWithValues: ids.map { ($0, ByteSlice("to \($0)")) }))
        for id in ids where id != leader { _ = sync(id, generation: generation) }
        return ids
    }
}

extension GroupProtocol {
    /// A consumer's subscription, version 0.
    static func range(_ topics: String..., name: String = "range") -> GroupProtocol {
        var buffer = ByteBuffer()
        buffer.append(Int16(0))
        buffer.append(Int32(topics.count))
        for topic in topics {
            buffer.append(Int16(topic.utf8.count))
            buffer.append(utf8: topic)
        }
        buffer.append(Int32(-1))
        return GroupProtocol(name: name, metadata: buffer.freeze())
    }
}
