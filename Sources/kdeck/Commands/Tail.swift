import KafkaClient
import KafkaWire

/// `kdeck tail`.
enum Tail {
    private struct Wish: Sendable {
        var topic: TopicName
        var newest = 20
        var start: ReadStart?
        var limit = Int.max
        var stopsAtEnd: Bool
        var format: OutputFormat
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        var wish = Wish(
            topic: TopicName(invocation.operands[0]), stopsAtEnd: invocation.has("exit"),
            format: try OutputFormat.of(invocation, allowing: [.table, .json, .jsonl]))
        if let text = invocation["newest"] { wish.newest = try number("newest", text) }
        if let text = invocation["max-messages"] { wish.limit = try number("max-messages", text) }
        if invocation.has("from-beginning") { wish.start = .earliest }
        if let text = invocation["from"] {
            guard wish.start == nil else { throw .usage("give only one of --from and --from-beginning") }
            do throws(TimeTextError) {
                wish.start = .timestamp(try TimeText.parse(text, now: WallClock.milliseconds()))
            } catch {
                throw .usage("--from: \(error.sentence)")
            }
        }
        let asked = wish
        try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) in
            let reader = TopicReader(cluster: cluster, topic: asked.topic)
            var printer = RecordPrinter(topic: asked.topic, format: asked.format, limit: asked.limit)
            try await read(reader, asked, &printer)
            try printer.finish()
        }
    }

    private static func read(
        _ reader: TopicReader, _ wish: Wish, _ printer: inout RecordPrinter
    ) async throws(Failure) {
        // The first page also finds out whether the topic is there.
        let first = try await Attached.asked { () async throws(ClientError) in
            if let start = wish.start { return try await reader.page(from: start, limit: 1_000) }
            return try await reader.newest(max(wish.newest, 1))
        }
        var positions = first.positions
        if wish.start != nil || wish.newest > 0 { printer.print(first) }
        while wish.start != nil, !printer.isDone, positions.contains(where: { $0.value < first.ends[$0.key] ?? 0 }) {
            let from = positions
            let page = try await Attached.asked { () async throws(ClientError) in
                try await reader.page(from: .positions(from), limit: 1_000)
            }
            if page.positions == from { break }
            positions = page.positions
            printer.print(page)
        }
        if wish.stopsAtEnd || printer.isDone { return }
        for await page in reader.follow(from: .positions(positions)) {
            printer.print(page)
            if printer.isDone { return }
        }
    }

    private static func number(_ option: String, _ text: String) throws(Failure) -> Int {
        guard let value = Int(text), value >= 0, value <= 1_000_000_000 else {
            throw .usage("--\(option) \(text): give a number from 0 to 1,000,000,000")
        }
        return value
    }
}

/// Prints records as they come and remembers when to stop.
private struct RecordPrinter: ~Copyable {
    private let topic: TopicName
    private let format: OutputFormat
    private var left: Int
    private var output = StandardOutput()
    private var isFirst = true

    init(topic: TopicName, format: OutputFormat, limit: Int) {
        self.topic = topic
        self.format = format
        left = limit
    }

    /// True when nothing more is wanted, or nobody reads it.
    var isDone: Bool { left <= 0 || output.isClosed }

    mutating func print(_ page: TopicPage) {
        let now = WallClock.milliseconds()
        for entry in page.records where left > 0 && !output.isClosed {
            let partition = TopicPartition(topic, entry.partition)
            switch format {
            case .json: output.write((isFirst ? "[" : ",\n ") + RecordText.json(entry.record, partition).line)
            case .jsonl: output.write(RecordText.json(entry.record, partition).line + "\n")
            default: output.write(RecordText.line(entry.record, partition, now: now))
            }
            isFirst = false
            left -= 1
        }
        output.flush()
        for issue in page.issues where issue.kind != .gap {
            writeError("kdeck: \(topic)-\(issue.partition) offsets \(issue.offsets) cannot be read: \(issue.kind)")
        }
    }

    mutating func finish() throws(Failure) {
        if format == .json { output.write(isFirst ? "[]\n" : "]\n") }
        try output.finish()
    }
}
