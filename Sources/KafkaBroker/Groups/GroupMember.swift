import Bytes

/// One way of assigning partitions that a member offers, in its order of preference.
struct GroupProtocol: Sendable, Equatable {
    /// The assignor's name: "range", "cooperative-sticky".
    var name: String
    /// What the member says to the leader under that protocol; opaque to the broker but for the topics in front.
    var metadata: ByteSlice
}

/// A member of a classic group. Lives in its `ClassicGroup`.
struct GroupMember: Sendable {
    /// The id that the coordinator gave it.
    var id: String
    /// `group.instance.id` of a static member (KIP-345).
    var instanceID: String?
    var clientID: String
    /// As Java prints an address: "/127.0.0.1".
    var clientHost: String
    var sessionTimeoutMs: Int32
    var rebalanceTimeoutMs: Int32
    var protocols: [GroupProtocol]
    var assignment = ByteSlice.empty
    /// Where in the order of arrival it stands: every walk over members follows it, so that runs can be repeated.
    var order: Int
    /// The parked JoinGroup, if it waits for one.
    var joinTicket: GroupTicket?
    /// The parked SyncGroup, if it waits for one.
    var syncTicket: GroupTicket?
    /// True until its first join is answered.
    var isNew = true
    /// Monotonic ms at which it is taken for dead.
    var sessionDeadline = Int64.max
    /// The deadline of the entry that the coordinator's queue holds for it: at most one is live.
    var armedDeadline: Int64?

    /// A member that waits for an answer of ours cannot send heartbeats: it is not timed out. A new one is, after
    /// `newMemberJoinTimeoutMs`.
    var isExcusedFromHeartbeats: Bool {
        !isNew && (joinTicket != nil || syncTicket != nil)
    }

    /// What it said under `name`, or nothing.
    func metadata(for name: String?) -> ByteSlice {
        protocols.first { $0.name == name }?.metadata ?? .empty
    }

    /// The first of its protocols that is among `candidates`.
    func vote(_ candidates: Set<String>) -> String? {
        protocols.first { candidates.contains($0.name) }?.name
    }
}
