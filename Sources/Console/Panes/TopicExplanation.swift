import KafkaClient
import KafkaWire

/// What `x` says of a topic: where its figures come from and what they mean.
enum TopicExplanation {
    static func of(_ row: TopicRow, in context: PaneContext) -> Explanation {
        let view = context.view
        var lines: [String] = []
        if let records = row.records(view) {
            lines.append("\(Quantity.grouped(records)) offsets between the first and the end of its partitions.")
            lines.append(
                row.isUpperBound(view)
                    ? "At most so many records (≤): compaction and transactions leave offsets without a record."
                    : "It is neither compacted nor written to in transactions, so that is the number of its records.")
        }
        if let rate = row.rate(view) {
            lines.append(
                "\(Quantity.rate(rate)) records a second came in over the last ten seconds, by its end offsets.")
        }
        let top = view.topicEnds[row.topic.name]?.rates(columns: 10, now: context.now).compactMap { $0 }.max()
        if let top { lines.append("The highest bar of the last minute is \(Quantity.rate(top)) a second.") }
        if let bytes = row.size(view) {
            lines.append("\(Quantity.size(bytes)) is one copy; its \(row.replicationFactor) copies take room each.")
        }
        for partition in row.topic.partitions {
            let key = TopicPartition(topic: row.topic.name, partition: partition.index)
            if let why = view.bounds[key]?.failure {
                lines.append("p\(partition.index) does not tell its offsets: \(why)")
                break
            }
        }
        for (broker, known) in view.sizes.sorted(by: { $0.key < $1.key }) {
            if let why = known.failure { lines.append("Broker \(broker) does not tell its sizes: \(why)") }
        }
        if let why = view.configs[row.topic.name]?.failure { lines.append("Its settings are not told: \(why)") }
        if row.topic.error != .none { lines.append("\(row.topic.error.name): \(row.topic.error.advice)") }
        if row.belowReplicationFactor > 0 {
            lines.append("\(row.belowReplicationFactor) of its partitions have fewer copies in sync than they should.")
        }
        return Explanation(title: row.topic.name.rawValue, lines: lines)
    }
}
