import Foundation

/// Every figure of the console with its goal, beside the peers that are here, in one run.
struct ConsoleBench {
    /// A part that can be run alone, by `--case`.
    private static let parts: [(name: String, figures: @Sendable (Options, KafkaSubject?) throws -> [Figure])] = [
        ("first", { try FirstFrameBench($0).figures(on: $1) }),
        ("large", { options, _ in try ScreenBench(options).figures() }),
        ("frames", { options, _ in try FramesBench(options).figures() }),
        ("idle", { options, kafka in try kafka.map { try IdleBench(options).figures(on: $0) } ?? [] }),
        ("follow", { options, kafka in try kafka.map { try FollowBench(options).figures(on: $0) } ?? [] }),
        ("search", { options, _ in try SearchBench(options).figures() }),
        ("size", { options, _ in [try StartBench(options).sizeFigure()] }),
    ]
    /// The parts that look at Apache Kafka.
    private static let onKafka = ["first", "idle", "follow"]

    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        let parts = Self.parts.filter { options.onlyCase == nil || options.onlyCase == $0.name }
        guard !parts.isEmpty else {
            throw BenchError.usage("no such case; there are \(Self.parts.map(\.name).joined(separator: " "))")
        }
        var kafka: KafkaSubject?
        defer { kafka?.stop() }
        if options.only != "kdeck", parts.contains(where: { Self.onKafka.contains($0.name) }) {
            if let wrapper = options.kafka {
                kafka = KafkaSubject(wrapper: wrapper)
                _ = try kafka?.start()
            } else {
                print("Apache Kafka is not here (--kafka PATH): without what needs it")
            }
        }
        // The cases choose among codecs too; here they choose parts.
        var inner = options
        inner.onlyCase = nil
        var figures: [Figure] = []
        var failed: [String] = []
        for part in parts {
            print("\(part.name) ...")
            do {
                figures += try part.figures(inner, kafka)
            } catch {
                // The others are worth having; why it failed is asked while it can still be seen.
                failed.append("\(part.name): \(error)" + (kafka?.lastWords.map { "\n\($0)" } ?? ""))
            }
        }
        Figure.print(figures)
        let missed = figures.count { $0.isMet == false }
        print(missed == 0 ? "every goal is met" : "\(missed) of \(figures.count { $0.isMet != nil }) goals missed")
        if !failed.isEmpty { throw BenchError.failed("without \(failed.joined(separator: "\nwithout "))") }
    }
}
