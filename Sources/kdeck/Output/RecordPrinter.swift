import Bytes
import KafkaClient
import KafkaWire
import Terminal

/// Prints records as they come, in any format, and remembers when to stop.
struct RecordPrinter: ~Copyable {
    private let topic: TopicName
    private let format: RecordFormat
    private var left: Int
    private var output = StandardOutput()
    private var isFirst = true
    private var columns = RecordText.Columns()

    init(topic: TopicName, format: RecordFormat, limit: Int = .max) {
        self.topic = topic
        self.format = format
        left = limit
    }

    /// True when nothing more is wanted, or nobody reads it.
    var isDone: Bool { left <= 0 || output.isClosed }

    mutating func print(_ records: [FoundRecord], _ issues: [ReadIssue]) {
        let now = WallClock.milliseconds()
        for entry in records where left > 0 && !output.isClosed {
            write(entry, TopicPartition(topic, entry.partition), now)
            isFirst = false
            left -= 1
        }
        output.flush()
        for issue in issues {
            guard case .badBatch(let why) = issue.kind else { continue }
            let offsets = "\(issue.offsets.lowerBound)-\(issue.offsets.upperBound - 1)"
            writeError("kdeck: \(topic)-\(issue.partition) offsets \(offsets) cannot be read: \(why)")
        }
    }

    private mutating func write(_ entry: FoundRecord, _ partition: TopicPartition, _ now: Int64) {
        let record = entry.record
        switch format {
        case .template(let template):
            output.write(bytes: template.bytes(record, partition, isTerminal: StandardOutput.isTerminal))
        case .listing(.table):
            output.write(StandardOutput.signs(RecordText.line(record, partition, now: now, in: &columns)))
        case .listing(.wide): output.write(StandardOutput.signs(RecordText.wideLine(entry, partition, in: &columns)))
        case .listing(.json):
            output.write(isFirst ? "[" : ",\n ")
            output.write(bytes: RecordJSON.object(record, partition))
        case .listing(.jsonl): output.write(bytes: RecordJSON.object(record, partition) + [0x0A])
        case .listing(.csv):
            if isFirst { output.write(RecordCSV.head) }
            output.write(RecordCSV.line(record, partition) { StandardOutput.isTerminal ? Sanitizer.visible($0) : $0 })
        case .listing(.name): output.write("\(Sanitizer.visible(partition.description))@\(record.offset)\n")
        }
    }

    /// Ends what was begun.
    /// - Parameter isWhole: false when something failed: where nothing was printed, nothing is.
    mutating func finish(isWhole: Bool = true) throws(Failure) {
        switch format {
        case _ where isFirst && !isWhole: break
        case .listing(.json): output.write(isFirst ? "[]\n" : "]\n")
        case .listing(.csv) where isFirst: output.write(RecordCSV.head)
        default: break
        }
        try output.finish()
    }
}
