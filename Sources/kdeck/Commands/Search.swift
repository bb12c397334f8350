import KafkaClient
import KafkaWire
import Synchronization
import Terminal

/// `kdeck search`.
enum Search {
    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let topic = try TopicName.of(invocation.operands[0])
        let query = try query(invocation.operands[1])
        let format = try RecordFormat.of(invocation)
        let partitions = try RecordOptions.partitions(invocation)
        let from = try RecordOptions.time("from", invocation)
        let until = try RecordOptions.time("to", invocation)
        if let from, let until, until <= from {
            throw .usage("--to is not behind --from: no record is in between")
        }
        let limit = try RecordOptions.number("limit", invocation) ?? .max
        let isolation: Isolation = invocation.has("committed") ? .readCommitted : .readUncommitted
        let sink = Sink(topic: topic, format: format)
        let progress = try searched(invocation, sink) { (cluster: Cluster) async throws(Failure) in
            let reader = TopicReader(cluster: cluster, topic: topic, partitions: partitions, isolation: isolation)
            let search = TopicSearch(reader, query)
            return try await Known.asked(topic, partitions, cluster) { () async throws(ClientError) in
                try await search.run(from: from.map { .timestamp($0) } ?? .earliest, until: until, limit: limit) {
                    sink.take($0)
                }
            }
        }
        if progress.undecided > 0 {
            writeError(
                "kdeck: the pattern gave up on \(NumberText.count(Int64(progress.undecided))) records: "
                    + "it needs too many steps; write it simpler")
        }
        if let lost = LostPartitions(progress.failures, of: topic) { throw lost.failure("searched to the end") }
    }

    /// Runs the search; what it printed is ended whole whatever comes in between.
    private static func searched(
        _ invocation: Invocation, _ sink: Sink,
        _ work: @escaping @Sendable (Cluster) async throws(Failure) -> SearchProgress
    ) throws(Failure) -> SearchProgress {
        try Attached.run(invocation, endsWhole: true) { (cluster: Cluster) async throws(Failure) -> SearchProgress in
            do throws(Failure) {
                let progress = try await work(cluster)
                try sink.finish()
                return progress
            } catch {
                try sink.finish(isWhole: Task.isCancelled)
                throw error
            }
        }
    }

    private static func query(_ text: String) throws(Failure) -> RecordQuery {
        do throws(QueryError) {
            return try RecordQuery(text, now: WallClock.milliseconds())
        } catch {
            throw .usage(
                "the expression breaks at \(error.sentence)\n"
                    + error.picture.split(separator: "\n", omittingEmptySubsequences: false)
                    .map { "  " + Sanitizer.visible(String($0)) }.joined(separator: "\n"))
        }
    }

    /// Where what was found goes: the printer, and a line of progress where a person looks.
    private final class Sink: Sendable {
        private struct State: ~Copyable {
            var printer: RecordPrinter
            var meter: SearchMeter
        }

        private let state: Mutex<State>

        init(topic: TopicName, format: RecordFormat) {
            state = Mutex(State(printer: RecordPrinter(topic: topic, format: format), meter: SearchMeter()))
        }

        /// False when nobody reads any more.
        func take(_ report: SearchReport) -> Bool {
            state.withLock { state in
                if !report.found.isEmpty || !report.issues.isEmpty {
                    state.meter.clear()
                    state.printer.print(report.found, report.issues)
                }
                state.meter.show(report.progress)
                return !state.printer.isDone
            }
        }

        func finish(isWhole: Bool = true) throws(Failure) {
            try state.withLock { (state) throws(Failure) in
                state.meter.clear()
                try state.printer.finish(isWhole: isWhole)
            }
        }
    }
}
