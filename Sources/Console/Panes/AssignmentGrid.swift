import KafkaClient
import KafkaWire
import Terminal

/// Who reads what: a row for each member, a column for each partition, and below them what nobody reads.
struct AssignmentGrid {
    /// The partitions of a topic, next to each other.
    struct Block: Equatable {
        var topic: TopicName
        var partitions: [Int32]
        /// Where it begins, and columns it takes.
        var x = 0
        var width: Int
    }

    private let commits: [TopicPartition: Int64]
    /// The topics, from the left.
    private(set) var blocks: [Block] = []
    /// Partitions of topics that members want and none of them has.
    private(set) var unowned: [TopicPartition] = []

    /// `stills` says for how long the commit of a partition has not moved, in milliseconds.
    init(
        _ members: [GroupMemberInfo], _ rows: [GroupLagPane.Row], stills: [TopicPartition: Int64], _ view: ClusterView
    ) {
        commits = stills
        let owned = Set(members.flatMap(\.assignment))
        // Members that do not say what they want are believed to want what some of them have.
        let told = Set(members.flatMap(\.topics))
        let wanted = told.isEmpty ? Set(owned.map(\.topic)) : told
        let topics = wanted.union(owned.map(\.topic)).union(rows.map(\.partition.topic)).sorted()
        for topic in topics {
            let known = view.topic(topic)?.partitions.map(\.index) ?? []
            let named = rows.filter { $0.partition.topic == topic }.map(\.partition.partition)
            let partitions = Set(known + named).sorted()
            guard !partitions.isEmpty else { continue }
            let name = min(12, TextWidth.of(topic.rawValue))
            blocks.append(Block(topic: topic, partitions: partitions, width: max(partitions.count, name)))
            guard wanted.contains(topic) else { continue }
            unowned += partitions.map { TopicPartition(topic, $0) }.filter { !owned.contains($0) }
        }
        var x = 0
        for index in blocks.indices {
            blocks[index].x = x
            x += blocks[index].width + 2
        }
    }

    /// Columns it takes.
    var width: Int { blocks.last.map { $0.x + $0.width } ?? 0 }

    /// Topics, and the last digit of each partition.
    func drawHead(on area: inout GridArea, x: Int, y: Int) {
        for block in blocks {
            area.put(block.topic.rawValue, x: x + block.x, y: y, style: Style(.dim), cutTo: block.width)
            for (column, partition) in block.partitions.enumerated() {
                area.put(String(partition % 10), x: x + block.x + column, y: y + 1, style: .dim)
            }
        }
    }

    /// What a member has. A partition whose commit stands still is told apart.
    func draw(_ member: GroupMemberInfo, on area: inout GridArea, x: Int, y: Int) {
        let mine = Set(member.assignment)
        draw(on: &area, x: x, y: y) { partition in
            guard mine.contains(partition) else { return ("·", .faint) }
            return commits[partition] ?? 0 > Self.still ? ("□", .warn) : ("■", .good)
        }
    }

    /// What nobody has.
    func drawUnowned(on area: inout GridArea, x: Int, y: Int) {
        let missing = Set(unowned)
        draw(on: &area, x: x, y: y) { missing.contains($0) ? ("✘", .bad) : (" ", .faint) }
    }

    /// A commit that did not move for so long, with records to read, stands still.
    static let still: Int64 = 30_000

    private func draw(
        on area: inout GridArea, x: Int, y: Int, _ cell: (TopicPartition) -> (String, Role)
    ) {
        for block in blocks {
            for (column, partition) in block.partitions.enumerated() {
                let (sign, role) = cell(TopicPartition(block.topic, partition))
                area.put(sign, x: x + block.x + column, y: y, style: Style(role))
            }
        }
    }
}
