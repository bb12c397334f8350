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
            topic: try TopicName.of(invocation.operands[0]), stopsAtEnd: invocation.has("exit"),
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
        // The first answer also finds out whether the topic is there.
        let positions: [Int32: Int64]
        var failures: [Int32: ClientError]
        if let start = wish.start {
            var walk = try await Attached.asked { () async throws(ClientError) in try await reader.walk(from: start) }
            while !printer.isDone, let page = await walk.next() { printer.print(page.records, page.issues) }
            (positions, failures) = (walk.positions, walk.failures)
        } else {
            let page = try await Attached.asked { () async throws(ClientError) in
                try await reader.newest(max(wish.newest, 1))
            }
            if wish.newest > 0 { printer.print(page.records, page.issues) }
            (positions, failures) = (page.positions, page.failures)
        }
        if printer.isDone { return }
        guard !wish.stopsAtEnd else {
            guard let (partition, error) = failures.min(by: { $0.key < $1.key }) else { return }
            throw Failure(
                Failure.Code(rawValue: error.exitCode) ?? .failed,
                "\(wish.topic)-\(partition) was not read to its end: \(error.sentence)")
        }
        if let (partition, error) = failures.min(by: { $0.key < $1.key }) {
            let others = failures.count > 1 ? " and \(failures.count - 1) more" : ""
            writeError("kdeck: \(wish.topic)-\(partition)\(others) cannot be read and is left out: \(error.sentence)")
        }
        failures = [:]
        for await page in reader.follow(from: .positions(positions)) {
            printer.print(page.records, page.issues)
            tell(page.failures, before: failures, wish.topic)
            failures = page.failures
            if printer.isDone { return }
        }
    }

    /// A line when partitions cannot be read, and one when all can again.
    private static func tell(_ now: [Int32: ClientError], before: [Int32: ClientError], _ topic: TopicName) {
        if before.isEmpty, let (partition, error) = now.min(by: { $0.key < $1.key }) {
            let others = now.count > 1 ? " and \(now.count - 1) more" : ""
            // What a change would have to fear is of no weight for a reader.
            let why = error.sentence.split(separator: ". ")[0]
            writeError("kdeck: \(topic)-\(partition)\(others) cannot be read now, trying on: \(why)")
        } else if !before.isEmpty, now.isEmpty {
            writeError("kdeck: all of \(topic) is read again, from where it stopped")
        }
    }
}
