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
        let limit = try RecordOptions.number("limit", invocation) ?? .max
        let isolation: Isolation = invocation.has("committed") ? .readCommitted : .readUncommitted
        let sink = Sink(topic: topic, format: format)
        let progress = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) in
            let reader = TopicReader(cluster: cluster, topic: topic, partitions: partitions, isolation: isolation)
            let search = TopicSearch(reader, query)
            return try await Attached.asked { () async throws(ClientError) in
                try await search.run(from: from.map { .timestamp($0) } ?? .earliest, until: until, limit: limit) {
                    sink.take($0)
                }
            }
        }
        try sink.finish()
        if progress.undecided > 0 {
            writeError(
                "kdeck: the pattern gave up on \(NumberText.count(Int64(progress.undecided))) records: "
                    + "it needs too many steps; write it simpler")
        }
        if let (partition, error) = progress.failures.min(by: { $0.key < $1.key }) {
            throw Failure(
                Failure.Code(rawValue: error.exitCode) ?? .failed,
                "\(topic)-\(partition) was not searched to its end: \(error.sentence)")
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

        func finish() throws(Failure) {
            try state.withLock { (state) throws(Failure) in
                state.meter.clear()
                try state.printer.finish()
            }
        }
    }
}
