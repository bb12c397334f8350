import KafkaWire

/// A broker as the cluster registered it, up or not.
public struct RegisteredBroker: Sendable, Hashable {
    /// Number, address, rack.
    public var info: BrokerInfo
    /// Registered, but not heard from: it leads nothing.
    public var isFenced: Bool

    /// The parts.
    public init(info: BrokerInfo, isFenced: Bool = false) {
        self.info = info
        self.isFenced = isFenced
    }
}

/// The controllers of a cluster and how far each has the metadata.
public struct Quorum: Sendable, Hashable {
    /// A controller, or a broker that follows the metadata.
    public struct Replica: Sendable, Hashable {
        /// Its number.
        public var id: BrokerID
        /// One past the last record of metadata that it has.
        public var end: Int64
        /// When it last fetched, milliseconds since 1970; nil when not told.
        public var lastFetch: Int64?
        /// When it last had everything, milliseconds since 1970; nil when not told.
        public var lastCaughtUp: Int64?

        /// The parts.
        public init(id: BrokerID, end: Int64, lastFetch: Int64? = nil, lastCaughtUp: Int64? = nil) {
            self.id = id
            self.end = end
            self.lastFetch = lastFetch
            self.lastCaughtUp = lastCaughtUp
        }
    }

    /// The active controller.
    public var leader: BrokerID
    /// How often it changed.
    public var epoch: Int32
    /// Metadata up to here is on a majority.
    public var highWatermark: Int64
    /// Those that vote.
    public var voters: [Replica]
    /// Those that only follow: brokers.
    public var observers: [Replica]

    /// The parts.
    public init(leader: BrokerID, epoch: Int32, highWatermark: Int64, voters: [Replica], observers: [Replica]) {
        self.leader = leader
        self.epoch = epoch
        self.highWatermark = highWatermark
        self.voters = voters
        self.observers = observers
    }
}

extension Cluster {
    /// All brokers that are registered, those that are down (fenced) among them where the cluster tells.
    public func registeredBrokers() async throws(ClientError) -> [RegisteredBroker] {
        let response: DescribeClusterResponse = try await call(
            .any, check: { (response: DescribeClusterResponse) in (response.errorCode, response.errorMessage) }
        ) { version in DescribeClusterRequest(includeFencedBrokers: version >= 2) }
        return response.brokers.map {
            RegisteredBroker(
                info: BrokerInfo(id: $0.brokerId, host: $0.host, port: $0.port, rack: $0.rack), isFenced: $0.isFenced)
        }.sorted { $0.info.id < $1.info.id }
    }

    /// The quorum of controllers: with KRaft, metadata names any broker as the controller, only this tells who leads.
    public func quorum() async throws(ClientError) -> Quorum {
        let response: DescribeQuorumResponse = try await call(
            .any,
            check: { (response: DescribeQuorumResponse) in
                let partition = response.topics.first?.partitions.first
                return response.errorCode == .none
                    ? partition.map { ($0.errorCode, $0.errorMessage) } : (response.errorCode, response.errorMessage)
            }
        ) { _ in
            DescribeQuorumRequest(topics: [
                DescribeQuorumRequest.TopicData(
                    topicName: "__cluster_metadata", partitions: [DescribeQuorumRequest.PartitionData()])
            ])
        }
        guard let partition = response.topics.first?.partitions.first else {
            throw .decode(.describeQuorum, "no partition in it")
        }
        return Quorum(
            leader: partition.leaderId, epoch: partition.leaderEpoch, highWatermark: partition.highWatermark,
            voters: partition.currentVoters.map(Quorum.Replica.init),
            observers: partition.observers.map(Quorum.Replica.init))
    }
}

extension Quorum.Replica {
    init(_ state: DescribeQuorumResponse.ReplicaState) {
        self.init(
            id: state.replicaId, end: state.logEndOffset,
            lastFetch: state.lastFetchTimestamp < 0 ? nil : state.lastFetchTimestamp,
            lastCaughtUp: state.lastCaughtUpTimestamp < 0 ? nil : state.lastCaughtUpTimestamp)
    }
}
