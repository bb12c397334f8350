import Bytes
import KafkaWire

/// A group as ListGroups and DescribeGroups show it.
struct GroupDescription: Sendable, Equatable {
    struct Member: Sendable, Equatable {
        var id: String
        var instanceID: String?
        var clientID: String
        var clientHost: String
        var metadata: ByteSlice
        var assignment: ByteSlice
    }
    var id: GroupID
    /// Kafka's word for the state: "Stable".
    var state: String
    /// Empty for a group that only stores offsets.
    var protocolType: String
    /// The chosen protocol while the group is stable, else empty.
    var protocolName: String
    var members: [Member]
}

extension ClassicGroup.State {
    /// Kafka's word.
    var name: String {
        switch self {
        case .empty: "Empty"
        case .preparingRebalance: "PreparingRebalance"
        case .completingRebalance: "CompletingRebalance"
        case .stable: "Stable"
        }
    }
}

extension GroupTable {
    /// The group, or nil when it does not exist ("Dead").
    func describe(_ id: GroupID) -> GroupDescription? {
        guard let group = groups[id] else { return nil }
        var protocolName: String?
        if case .stable = group.state { protocolName = group.protocolName }
        return GroupDescription(
            id: id, state: group.state.name, protocolType: group.protocolType ?? "", protocolName: protocolName ?? "",
            members: group.membersInOrder.map {
                GroupDescription.Member(
                    id: $0.id, instanceID: $0.instanceID, clientID: $0.clientID, clientHost: $0.clientHost,
                    metadata: $0.metadata(for: protocolName), assignment: $0.assignment)
            })
    }

    /// All groups by name: state and protocol type only.
    func list() -> [(id: GroupID, state: String, protocolType: String)] {
        groups.values.sorted { $0.id < $1.id }.map { ($0.id, $0.state.name, $0.protocolType ?? "") }
    }
}
