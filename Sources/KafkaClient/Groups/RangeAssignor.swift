import KafkaWire

/// Kafka's range assignor: each topic's partitions are cut into runs, one for each member that wants the topic, in the order
/// of the members; the first members get one more when it does not come out even. Racks are not looked at.
enum RangeAssignor {
    /// A member and what it wants.
    struct Member {
        var id: String
        var instanceID: String?
        var topics: [TopicName]
    }

    /// The partitions of each member. Topics without partitions are left out.
    static func assign(_ members: [Member], partitions: [TopicName: Int32]) -> [String: [TopicPartition]] {
        var assignment = Dictionary(members.map { ($0.id, [TopicPartition]()) }, uniquingKeysWith: { $1 })
        let ordered = members.sorted(by: precedes)
        for (topic, count) in partitions.sorted(by: { $0.key < $1.key }) where count > 0 {
            let wanting = ordered.filter { $0.topics.contains(topic) }
            guard !wanting.isEmpty else { continue }
            let share = count / Int32(clamping: wanting.count)
            let extra = count % Int32(clamping: wanting.count)
            var next: Int32 = 0
            for (index, member) in wanting.enumerated() {
                let end = next + share + (index < Int(extra) ? 1 : 0)
                assignment[member.id, default: []] += (next..<end).map { TopicPartition(topic, $0) }
                next = end
            }
        }
        return assignment
    }

    /// Static members come first, by their instance id; the others follow by member id.
    private static func precedes(_ a: Member, _ b: Member) -> Bool {
        switch (a.instanceID, b.instanceID) {
        case (let x?, let y?): x < y
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): a.id < b.id
        }
    }
}
