import Bytes
import KafkaWire

/// A request that may have to wait. The shell gives each JoinGroup and SyncGroup a ticket of its own and answers the
/// request when an effect names it.
struct GroupTicket: Hashable, Sendable {
    var number: UInt64
}

/// JoinGroup as the state machine takes it.
struct JoinRequest: Sendable {
    var group: GroupID
    /// Empty at the first join.
    var memberID = ""
    var instanceID: String?
    var clientID = ""
    var clientHost = ""
    var sessionTimeoutMs: Int32
    var rebalanceTimeoutMs: Int32
    var protocolType: String
    var protocols: [GroupProtocol]
    /// Version 4 and later: a dynamic member first gets an id, then joins with it.
    var requiresKnownMemberID = true
    /// Version 9 and later: a returning static leader can be told to keep the assignment.
    var canSkipAssignment = true
    /// Chance, from outside: a UUID for the id of a member that is new.
    var freshUUID: String
}

/// What JoinGroup answers.
struct JoinAnswer: Sendable, Equatable {
    /// A member as the leader sees it.
    struct Member: Sendable, Equatable {
        var id: String
        var instanceID: String?
        var metadata: ByteSlice
    }
    var error = ErrorCode.none
    var generation: Int32 = -1
    var protocolType: String?
    var protocolName: String?
    var leader = ""
    var skipAssignment = false
    var memberID = ""
    /// Everybody, for the leader; nobody, for the others.
    var members: [Member] = []
}

/// SyncGroup as the state machine takes it.
struct SyncRequest: Sendable {
    var group: GroupID
    var memberID: String
    var instanceID: String?
    var generation: Int32
    /// Version 5 and later.
    var protocolType: String?
    /// Version 5 and later.
    var protocolName: String?
    /// From the leader: what each member is to have.
    var assignments: [(memberID: String, assignment: ByteSlice)] = []
}

/// What SyncGroup answers.
struct SyncAnswer: Sendable, Equatable {
    var error = ErrorCode.none
    var protocolType: String?
    var protocolName: String?
    var assignment = ByteSlice.empty
}

/// One member that LeaveGroup names.
struct LeavingMember: Sendable, Equatable {
    /// Empty when an operator names a static member by its instance id only.
    var memberID: String
    var instanceID: String?
}

/// What the shell has to do after an input, in this order: write `writes` and flush them, then send `answers`. When a
/// write fails, it answers with an error instead and rebuilds the groups of that partition from the log
/// (`GroupTable.unload`, `replay`).
struct GroupEffects: Sendable {
    /// An answer to a parked request.
    enum Answer: Sendable, Equatable {
        case join(GroupTicket, JoinAnswer)
        case sync(GroupTicket, SyncAnswer)
    }
    /// Records for the group's partition of `__consumer_offsets`, in order.
    var writes: [GroupRecord] = []
    var answers: [Answer] = []
    /// New entries for the coordinator's queue of deadlines.
    var deadlines: [GroupDeadline] = []
    /// Limits that were met.
    var met: [BrokerLimit] = []

    /// The answer to `ticket`, taken out; nil when that request has to wait.
    mutating func takeJoin(_ ticket: GroupTicket) -> JoinAnswer? {
        for (index, answer) in answers.enumerated() {
            if case .join(ticket, let found) = answer {
                answers.remove(at: index)
                return found
            }
        }
        return nil
    }

    /// The answer to `ticket`, taken out; nil when that request has to wait.
    mutating func takeSync(_ ticket: GroupTicket) -> SyncAnswer? {
        for (index, answer) in answers.enumerated() {
            if case .sync(ticket, let found) = answer {
                answers.remove(at: index)
                return found
            }
        }
        return nil
    }
}
