import KafkaWire

/// Every pane that exists: the tabs in their order, and the panes that are opened from others. A new tab is one line.
enum PaneCatalog {
    /// A tab and how its root is made.
    struct Tab: Sendable {
        /// The title in the tab row.
        let title: String
        /// What a shell says for it.
        let shell: ShellForm
        /// A fresh root.
        let root: @Sendable () -> any Pane
    }

    /// The tabs; their order is the order of the number keys.
    static let tabs: [Tab] = [
        Tab(title: "Topics", shell: .line("kdeck topics", "kafka-topics --describe")) { TopicsPane() },
        Tab(title: "Groups", shell: .line("kdeck groups", "kafka-groups --list")) { GroupsPane() },
        Tab(
            title: "Replication",
            shell: .line("kdeck topics -o wide", "kafka-topics --describe --under-replicated-partitions")
        ) { ReplicationPane() },
        Tab(title: "Brokers", shell: .line("kdeck brokers", "kafka-log-dirs --describe")) { BrokersPane() },
        Tab(title: "Activity", shell: .none(.session)) { ActivityPane() },
    ]

    /// Every type of pane, for the key table and its checks.
    static let types: [any Pane.Type] = [
        TopicsPane.self, GroupsPane.self, GroupLagPane.self, ResetPane.self, ReplicationPane.self, RecordsPane.self,
        ActivityPane.self, BrokersPane.self, PartitionsPane.self, ConfigsPane.self,
    ]

    /// The pane that shows a topic's records, opened at an offset of a partition if one is given.
    static let records: (@Sendable (TopicName, TopicPosition?) -> any Pane)? = { RecordsPane(topic: $0, at: $1) }
}

/// A place in a topic.
struct TopicPosition: Hashable, Sendable {
    /// The partition.
    var partition: Int32
    /// The offset.
    var offset: Int64

    /// A place.
    init(partition: Int32, offset: Int64) {
        self.partition = partition
        self.offset = offset
    }
}
