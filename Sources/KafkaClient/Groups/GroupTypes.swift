import KafkaWire

/// A group as its broker lists it.
public struct ListedGroup: Sendable, Hashable {
    /// Its name.
    public var id: GroupID
    /// `consumer`, `connect`, or empty for a group that only has offsets.
    public var protocolType: String
    /// `Stable`, `Empty`, ...; empty when the broker is too old to say.
    public var state: String
    /// `classic`, `consumer`, `share`, ...; empty when the broker is too old to say.
    public var type: String

    /// The parts.
    public init(id: GroupID, protocolType: String = "", state: String = "", type: String = "") {
        self.id = id
        self.protocolType = protocolType
        self.state = state
        self.type = type
    }
}

/// A member of a group and what it reads.
public struct GroupMemberInfo: Sendable, Hashable {
    /// The name the broker gave it.
    public var id: String
    /// The name it was configured with, for static members.
    public var instanceID: String?
    /// Its client id.
    public var clientID: String
    /// Where it runs, as the broker sees it.
    public var host: String
    /// The partitions it reads now.
    public var assignment: [TopicPartition]
    /// The topics it wants to read; empty when it does not say, or names them by a pattern.
    public var topics: [TopicName]

    /// The parts.
    public init(
        id: String, instanceID: String? = nil, clientID: String = "", host: String = "",
        assignment: [TopicPartition] = [], topics: [TopicName] = []
    ) {
        self.id = id
        self.instanceID = instanceID
        self.clientID = clientID
        self.host = host
        self.assignment = assignment
        self.topics = topics
    }
}

extension GroupMemberInfo {
    /// `app-1 10.0.0.7`: what a person calls it, and where it runs.
    public var nameAndHost: String {
        let host = host.hasPrefix("/") ? String(host.dropFirst()) : host
        let name = instanceID ?? clientID
        return host.isEmpty ? name : "\(name) \(host)"
    }
}

/// A group in full.
public struct GroupDescription: Sendable, Hashable {
    /// Its name.
    public var id: GroupID
    /// `Stable`, `Empty`, `PreparingRebalance`, `CompletingRebalance`, `Assigning`, `Reconciling`, `Dead`.
    public var state: String
    /// `consumer`, `connect`, or empty.
    public var protocolType: String
    /// The assignor in use.
    public var protocolName: String
    /// The broker that looks after it.
    public var coordinator: BrokerID?
    /// The group's epoch, where the broker says it.
    public var generation: Int32?
    /// Its members.
    public var members: [GroupMemberInfo]

    /// The parts.
    public init(
        id: GroupID, state: String, protocolType: String = "", protocolName: String = "", coordinator: BrokerID? = nil,
        generation: Int32? = nil, members: [GroupMemberInfo] = []
    ) {
        self.id = id
        self.state = state
        self.protocolType = protocolType
        self.protocolName = protocolName
        self.coordinator = coordinator
        self.generation = generation
        self.members = members
    }
}
