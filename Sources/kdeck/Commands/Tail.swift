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
        var format: RecordFormat
        var partitions: [Int32]?
        var isolation: Isolation
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        var wish = Wish(
            topic: try RecordOptions.topic(invocation), stopsAtEnd: invocation.has("exit"),
            format: try RecordFormat.of(invocation), partitions: try RecordOptions.partitions(invocation),
            isolation: invocation.has("committed") ? .readCommitted : .readUncommitted)
        if let count = try RecordOptions.number("newest", invocation) { wish.newest = count }
        if let count = try RecordOptions.number("max-messages", invocation) { wish.limit = count }
        if invocation.has("from-beginning") { wish.start = .earliest }
        if let moment = try RecordOptions.time("from", invocation) {
            guard wish.start == nil else { throw .usage("give only one of --from and --from-beginning") }
            wish.start = .timestamp(moment)
        }
        let asked = wish
        try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) in
            let reader = TopicReader(
                cluster: cluster, topic: asked.topic, partitions: asked.partitions, isolation: asked.isolation)
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
        if wish.start != nil || wish.newest > 0 { printer.print(first.records, first.issues) }
        while wish.start != nil, !printer.isDone, positions.contains(where: { $0.value < first.ends[$0.key] ?? 0 }) {
            let from = positions
            let page = try await Attached.asked { () async throws(ClientError) in
                try await reader.page(from: .positions(from), limit: 1_000)
            }
            if page.positions == from { break }
            positions = page.positions
            printer.print(page.records, page.issues)
        }
        if wish.stopsAtEnd || printer.isDone { return }
        for await page in reader.follow(from: .positions(positions)) {
            printer.print(page.records, page.issues)
            if printer.isDone { return }
        }
    }
}
