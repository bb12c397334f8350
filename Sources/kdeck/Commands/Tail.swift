import KafkaClient
import KafkaWire

/// `kdeck tail`.
enum Tail {
    private enum Start: Sendable {
        /// With so many of the newest records of all partitions together.
        case newest(Int)
        case at(ReadStart)
    }

    private struct Wish: Sendable {
        var topic: TopicName
        var start: Start
        var limit: Int
        var stopsAtEnd: Bool
        var format: RecordFormat
        var partitions: [Int32]?
        var isolation: Isolation
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let limit = try RecordOptions.number("max-messages", invocation)
        let wish = Wish(
            topic: try TopicName.of(invocation.operands[0]), start: try start(invocation, limit: limit),
            limit: limit ?? .max, stopsAtEnd: invocation.has("exit"),
            format: try RecordFormat.of(invocation), partitions: try RecordOptions.partitions(invocation),
            isolation: invocation.has("committed") ? .readCommitted : .readUncommitted)
        try Attached.run(invocation, endsWhole: true) { (cluster: Cluster) async throws(Failure) in
            let reader = TopicReader(
                cluster: cluster, topic: wish.topic, partitions: wish.partitions, isolation: wish.isolation)
            var printer = RecordPrinter(topic: wish.topic, format: wish.format, limit: wish.limit)
            do throws(Failure) {
                try await read(reader, wish, &printer)
            } catch {
                try printer.finish(isWhole: Task.isCancelled)
                throw error
            }
            try printer.finish()
        }
    }

    /// Where it begins. Nobody who wants three records wants the oldest of the newest twenty, so a limit alone is a number of
    /// newest ones.
    private static func start(_ invocation: Invocation, limit: Int?) throws(Failure) -> Start {
        let given = ["newest", "from-beginning", "from", "offset"].filter(invocation.has)
        guard given.count < 2 else {
            throw .usage(
                "give only one of --\(given.joined(separator: ", --")): each says where to begin; "
                    + "--max-messages N stops after N records")
        }
        switch given.first {
        case "from-beginning": return .at(.earliest)
        case "from": return .at(.timestamp(try RecordOptions.time("from", invocation) ?? 0))
        case "offset": return .at(.offset(try RecordOptions.offset("offset", invocation) ?? 0))
        default: return .newest(try RecordOptions.number("newest", invocation) ?? limit ?? 20)
        }
    }

    private static func read(
        _ reader: TopicReader, _ wish: Wish, _ printer: inout RecordPrinter
    ) async throws(Failure) {
        // The first answer also finds out whether the topic is there.
        let positions: [Int32: Int64]
        let failures: [Int32: ClientError]
        switch wish.start {
        case .newest(let count): (positions, failures) = try await newest(count, reader, wish, &printer)
        case .at(let start):
            let walk = try await Known.asked(wish.topic, wish.partitions, reader.cluster) {
                () async throws(ClientError) in try await reader.walk(from: start)
            }
            if case .offset(let offset) = start { tellClamped(walk.positions, offset, wish.topic) }
            (positions, failures) = await show(walk, &printer)
        }
        if printer.isDone { return }
        let lost = LostPartitions(failures, of: wish.topic)
        if wish.stopsAtEnd {
            if let lost { throw lost.failure("read to the end") }
            return
        }
        if let lost { writeError("kdeck: \(lost.names) cannot be read and is left out: \(lost.error.sentence)") }
        Streams.endWithReader()
        await follow(positions, reader, wish, &printer)
    }

    /// The newest records. What is too large to be held at once is only counted backwards, and then read forwards.
    private static func newest(
        _ count: Int, _ reader: TopicReader, _ wish: Wish, _ printer: inout RecordPrinter
    ) async throws(Failure) -> (positions: [Int32: Int64], failures: [Int32: ClientError]) {
        let page = try await Known.asked(wish.topic, wish.partitions, reader.cluster) {
            () async throws(ClientError) in try await reader.newest(max(count, 1))
        }
        guard count > 0 else { return (page.positions, page.failures) }
        var starts = page.starts
        var found = page.records.count
        while found < count {
            let (before, missing) = (starts, count - found)
            let earlier = try await Attached.asked { () async throws(ClientError) in
                try await reader.page(before: before, limit: missing)
            }
            starts.merge(earlier.starts) { $1 }
            found += earlier.records.count
            if starts == before { break }
        }
        if starts == page.starts {
            printer.print(page.records, page.issues)
            return (page.positions, page.failures)
        }
        let from = starts
        let walk = try await Attached.asked { () async throws(ClientError) in
            try await reader.walk(from: .positions(from))
        }
        let read = await show(walk, &printer)
        return (read.positions, page.failures.merging(read.failures) { $1 })
    }

    /// Prints what a walk gives until it ends or no more is wanted.
    private static func show(
        _ walk: TopicWalk, _ printer: inout RecordPrinter
    ) async -> (positions: [Int32: Int64], failures: [Int32: ClientError]) {
        var walk = walk
        while !printer.isDone, let page = await walk.next() { printer.print(page.records, page.issues) }
        return (walk.positions, walk.failures)
    }

    /// An offset that is not in a partition is not what is read there.
    private static func tellClamped(_ positions: [Int32: Int64], _ offset: Int64, _ topic: TopicName) {
        let others = positions.filter { $0.value != offset }
        guard let (partition, position) = others.min(by: { $0.key < $1.key }) else { return }
        if others.count > 1 {
            return writeError(
                "kdeck: \(topic)-\(partition) and \(others.count - 1) more do not hold offset \(offset); "
                    + "each is read from the nearest that it has")
        }
        let why = position < offset ? "ends before" : "begins behind"
        writeError("kdeck: \(topic)-\(partition) \(why) offset \(offset); it is read from \(position)")
    }

    private static func follow(
        _ positions: [Int32: Int64], _ reader: TopicReader, _ wish: Wish, _ printer: inout RecordPrinter
    ) async {
        var failures: [Int32: ClientError] = [:]
        for await page in reader.follow(from: .positions(positions)) {
            printer.print(page.records, page.issues)
            tell(page.failures, before: failures, wish.topic)
            failures = page.failures
            if printer.isDone { return }
        }
    }

    /// A line when partitions cannot be read, and one when all can again.
    private static func tell(_ now: [Int32: ClientError], before: [Int32: ClientError], _ topic: TopicName) {
        if before.isEmpty, let lost = LostPartitions(now, of: topic) {
            // What a change would have to fear is of no weight for a reader.
            let why = lost.error.sentence.split(separator: ". ")[0]
            writeError("kdeck: \(lost.names) cannot be read now, trying on: \(why)")
        } else if !before.isEmpty, now.isEmpty {
            writeError("kdeck: all of \(topic) is read again, from where it stopped")
        }
    }
}
