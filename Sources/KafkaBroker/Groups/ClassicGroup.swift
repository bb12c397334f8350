import Bytes
import KafkaWire

/// One classic group: who is in it, which generation it is at, who waits for what.
///
/// A value without clock, chance or I/O: an input with its time goes in, effects come out. `GroupTable` owns it. A group
/// that was deleted ("Dead") is simply not in the table.
struct ClassicGroup: Sendable {
    /// Where the group is in its life.
    enum State: Sendable, Equatable {
        /// No members; perhaps offsets.
        case empty
        /// Members are joining; the answers wait until all have come or the phase ends.
        case preparingRebalance(JoinPhase)
        /// All know the generation; the leader's assignment is awaited.
        case completingRebalance(SyncPhase)
        /// The assignment is stored. Members that have not asked for it yet may still be waited for.
        case stable(SyncPhase?)
    }
    struct JoinPhase: Sendable, Equatable {
        /// Monotonic ms.
        var deadline: Int64
        /// Only in the first rebalance of an empty group, which ends by its delay and not by all having joined.
        var initial: InitialDelay?
    }
    struct InitialDelay: Sendable, Equatable {
        /// The delay of this round and what is left of the rebalance timeout behind it, both in ms.
        var delay: Int64
        var remaining: Int64
        /// A member came in this round: wait for another.
        var memberAdded = false
    }
    struct SyncPhase: Sendable, Equatable {
        /// Monotonic ms.
        var deadline: Int64
        /// Members whose SyncGroup has not come.
        var waiting: Set<String>
    }

    let id: GroupID
    var state = State.empty
    /// Wall clock ms of the last change of state.
    var stateTimestamp: Int64
    var generation: Int32 = 0
    /// nil until a member joined: a group that only stores offsets.
    var protocolType: String?
    var protocolName: String?
    var leader: String?
    /// Topics of all members in this generation; nil when they cannot be known.
    var subscribedTopics: Set<TopicName>?
    private(set) var members: [String: GroupMember] = [:]
    /// Instance id to member id.
    private(set) var staticMembers: [String: String] = [:]
    /// Ids given out and not yet used, with the monotonic ms at which they are forgotten.
    var pendingMembers: [String: Int64] = [:]
    private var supporters: [String: Int] = [:]
    private var joining = 0
    private var arrivals = 0

    init(id: GroupID, now: GroupTime) {
        self.id = id
        stateTimestamp = now.wall
    }

    // MARK: What it is

    /// Members in the order they came.
    var membersInOrder: [GroupMember] {
        members.values.sorted { $0.order < $1.order }
    }
    var isEmpty: Bool { state == .empty }
    var usesConsumerProtocol: Bool { protocolType == "consumer" }
    /// Members whose JoinGroup waits.
    var joiningCount: Int { joining }
    /// Nobody else is known to come.
    var hasAllMembersJoined: Bool { members.count == joining && pendingMembers.isEmpty }
    /// The longest any member may take to rejoin, in ms.
    var rebalanceTimeoutMs: Int64 {
        Int64(members.values.map(\.rebalanceTimeoutMs).max() ?? 0)
    }

    /// Kafka's check that a request comes from a member, and from the holder of the instance id it names.
    func check(memberID: String, instanceID: String?) -> ErrorCode {
        if let instanceID {
            guard let holder = staticMembers[instanceID] else { return .unknownMemberId }
            guard holder == memberID else { return .fencedInstanceId }
        }
        return members[memberID] == nil ? .unknownMemberId : .none
    }

    /// True when a member with these protocols fits: the type is the group's, and one protocol is everybody's.
    func supports(type: String, protocols: [GroupProtocol]) -> Bool {
        guard !isEmpty else { return !type.isEmpty && !protocols.isEmpty }
        return type == protocolType
            && protocols.contains { (supporters[$0.name] ?? 0) == members.count }
    }

    /// The protocol with the most votes among those that all members have. A tie goes to the one voted for first.
    func selectedProtocol() -> String? {
        let candidates = Set(supporters.filter { $0.value == members.count }.keys)
        var votes: [(name: String, count: Int)] = []
        for member in membersInOrder {
            guard let vote = member.vote(candidates) else { continue }
            if let index = votes.firstIndex(where: { $0.name == vote }) {
                votes[index].count += 1
            } else {
                votes.append((vote, 1))
            }
        }
        let most = votes.map(\.count).max()
        return votes.first { $0.count == most }?.name
    }

    /// True when a member reads `topic`, or may: its offsets must stay.
    func isSubscribed(to topic: TopicName) -> Bool {
        subscribedTopics?.contains(topic) ?? usesConsumerProtocol
    }

    private func topicsOfMembers() -> Set<TopicName>? {
        guard usesConsumerProtocol else { return nil }
        guard !members.isEmpty else { return [] }
        guard let protocolName else { return nil }
        var topics: Set<TopicName> = []
        for member in members.values {
            guard let some = ConsumerSubscription.topics(in: member.metadata(for: protocolName)) else { return nil }
            topics.formUnion(some)
        }
        return topics
    }

    /// The group as the log keeps it.
    var stored: StoredGroup {
        StoredGroup(
            protocolType: protocolType ?? "", generation: generation, protocolName: protocolName, leader: leader,
            stateTimestamp: stateTimestamp,
            members: membersInOrder.map {
                StoredGroup.Member(
                    id: $0.id, instanceID: $0.instanceID, clientID: $0.clientID, clientHost: $0.clientHost,
                    rebalanceTimeoutMs: $0.rebalanceTimeoutMs, sessionTimeoutMs: $0.sessionTimeoutMs,
                    subscription: $0.metadata(for: protocolName), assignment: $0.assignment)
            })
    }

    // MARK: Members

    mutating func add(_ member: GroupMember) {
        var member = member
        arrivals += 1
        member.order = arrivals
        if let instanceID = member.instanceID { staticMembers[instanceID] = member.id }
        if leader == nil { leader = member.id }
        if member.joinTicket != nil { joining += 1 }
        count(member.protocols, 1)
        members[member.id] = member
        pendingMembers[member.id] = nil
    }

    /// Takes a member out; the leadership goes to the one who is here longest.
    @discardableResult
    mutating func remove(_ memberID: String) -> GroupMember? {
        pendingMembers[memberID] = nil
        guard let member = members.removeValue(forKey: memberID) else { return nil }
        count(member.protocols, -1)
        if member.joinTicket != nil { joining -= 1 }
        if let instanceID = member.instanceID, staticMembers[instanceID] == memberID { staticMembers[instanceID] = nil }
        if leader == memberID { leader = membersInOrder.first?.id }
        stopWaiting(forSyncOf: memberID)
        return member
    }

    /// Gives the place of a static member, with its assignment and its order, to its successor.
    mutating func replace(_ oldID: String, with newID: String) {
        let wasLeader = leader == oldID
        guard var member = remove(oldID) else { return }
        member.id = newID
        member.joinTicket = nil
        member.syncTicket = nil
        member.armedDeadline = nil
        if let instanceID = member.instanceID { staticMembers[instanceID] = newID }
        count(member.protocols, 1)
        members[newID] = member
        if wasLeader { leader = newID }
    }

    /// Changes what a member says about itself.
    mutating func update(
        _ memberID: String, protocols: [GroupProtocol], rebalanceTimeoutMs: Int32, sessionTimeoutMs: Int32
    ) {
        guard let member = members[memberID] else { return }
        count(member.protocols, -1)
        count(protocols, 1)
        members[memberID]?.protocols = protocols
        members[memberID]?.rebalanceTimeoutMs = rebalanceTimeoutMs
        members[memberID]?.sessionTimeoutMs = sessionTimeoutMs
    }

    /// Parks a join, or takes it off; gives back the one that was parked before.
    @discardableResult
    mutating func setJoinTicket(_ ticket: GroupTicket?, of memberID: String) -> GroupTicket? {
        guard let old = members[memberID]?.joinTicket else {
            if ticket != nil, members[memberID] != nil { joining += 1 }
            members[memberID]?.joinTicket = ticket
            return nil
        }
        if ticket == nil { joining -= 1 }
        members[memberID]?.joinTicket = ticket
        return old
    }

    /// Parks a sync, or takes it off; gives back the one that was parked before.
    @discardableResult
    mutating func setSyncTicket(_ ticket: GroupTicket?, of memberID: String) -> GroupTicket? {
        let old = members[memberID]?.syncTicket
        members[memberID]?.syncTicket = ticket
        return old
    }

    mutating func setAssignment(_ assignment: ByteSlice, of memberID: String) {
        members[memberID]?.assignment = assignment
    }

    mutating func markAsKnown(_ memberID: String) {
        members[memberID]?.isNew = false
    }

    /// Starts the member's session anew. The queue hears of it only when it holds no entry that comes early enough.
    mutating func restartSession(
        of memberID: String, after ms: Int64? = nil, now: GroupTime, _ effects: inout GroupEffects
    ) {
        guard let member = members[memberID] else { return }
        let deadline = now.monotonic + (ms ?? Int64(member.sessionTimeoutMs))
        members[memberID]?.sessionDeadline = deadline
        if let armed = member.armedDeadline, armed <= deadline { return }
        arm(memberID, at: deadline, &effects)
    }

    mutating func arm(_ memberID: String, at deadline: Int64, _ effects: inout GroupEffects) {
        members[memberID]?.armedDeadline = deadline
        effects.deadlines.append(GroupDeadline(time: deadline, group: id, kind: .session(memberID)))
    }

    mutating func disarm(_ memberID: String) {
        members[memberID]?.armedDeadline = nil
    }

    /// Notes that a member's SyncGroup came, or never will.
    mutating func stopWaiting(forSyncOf memberID: String) {
        switch state {
        case .completingRebalance(var phase):
            phase.waiting.remove(memberID)
            state = .completingRebalance(phase)
        case .stable(var phase?):
            phase.waiting.remove(memberID)
            state = .stable(phase.waiting.isEmpty ? nil : phase)
        case .empty, .preparingRebalance, .stable(nil): break
        }
    }

    /// Counts one more generation: with members the protocol is chosen anew, without the group is Empty.
    mutating func startGeneration(now: GroupTime) {
        // Kafka lets the number wrap as Java does; a group would need 2^31 rebalances.
        generation = generation == Int32.max ? 1 : generation + 1
        protocolName = members.isEmpty ? nil : selectedProtocol()
        subscribedTopics = topicsOfMembers()
        if members.isEmpty {
            leader = nil
            enter(.empty, now: now)
        }
    }

    mutating func enter(_ next: State, now: GroupTime) {
        state = next
        stateTimestamp = now.wall
    }

    private mutating func count(_ protocols: [GroupProtocol], _ change: Int) {
        for name in Set(protocols.map(\.name)) {
            let total = (supporters[name] ?? 0) + change
            supporters[name] = total == 0 ? nil : total
        }
    }

    // MARK: From the log

    /// A group as a restart finds it: Stable with the members of its last generation, or Empty.
    init(id: GroupID, stored: StoredGroup, now: GroupTime) {
        self.init(id: id, now: now)
        stateTimestamp = stored.stateTimestamp >= 0 ? stored.stateTimestamp : now.wall
        generation = stored.generation
        protocolType = stored.protocolType.isEmpty ? nil : stored.protocolType
        protocolName = stored.protocolName
        for member in stored.members {
            add(
                GroupMember(
                    id: member.id, instanceID: member.instanceID, clientID: member.clientID,
                    clientHost: member.clientHost, sessionTimeoutMs: member.sessionTimeoutMs,
                    rebalanceTimeoutMs: member.rebalanceTimeoutMs < 0
                        ? member.sessionTimeoutMs : member.rebalanceTimeoutMs,
                    protocols: stored.protocolName.map { [GroupProtocol(name: $0, metadata: member.subscription)] }
                        ?? [],
                    assignment: member.assignment, order: 0, isNew: false))
        }
        leader = stored.leader.flatMap { members[$0] == nil ? nil : $0 } ?? membersInOrder.first?.id
        if !members.isEmpty { state = .stable(nil) }
        subscribedTopics = topicsOfMembers()
    }
}
