import Foundation

/// How long from the start of a process to the last byte of its first frame, and to the topics of the cluster on it.
struct FirstFrameBench {
    /// The end of a frame of kdeck: the terminal draws what came before it at once.
    private static let frameEnd = "\u{1b}[?2026l"
    private static let topic = "first-frame-topic"

    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func figures(on kafka: KafkaSubject?) throws -> [Figure] {
        let rounds = options.rounds ?? 30
        let attach = [options.kdeck, "attach", "--read-only", "-b"]
        var figures: [Figure] = []
        let sandbox = try measure(rounds, [options.kdeck, "sandbox", "--ephemeral", "--port", "0"])
        figures.append(figure("start to the first frame, own sandbox", sandbox.frame))
        // Nobody listens on port 1.
        let dead = try measure(rounds, attach + ["127.0.0.1:1"])
        figures.append(figure("start to the first frame, attached to a dead address", dead.frame))
        guard let kafka else { return figures }
        try kafka.createTopics([Self.topic], partitions: 3)
        let live = try measure(rounds, attach + [kafka.bootstrap], until: Self.topic)
        var peers: [(frame: Figure.Peer?, topics: Figure.Peer)] = []
        if let kaskade = Kaskade.program() {
            let words = [kaskade, "admin", "-b", kafka.bootstrap]
            let other = try measure(min(rounds, 5), words, until: Self.topic, framed: false)
            peers.append(
                (
                    .init(name: "kaskade", text: Figure.text(other.frame.median, 0, "ms")),
                    .init(name: "kaskade", text: Figure.text(other.topics.median, 0, "ms"))
                ))
        }
        let list = try measure(
            rounds, ["/usr/bin/kcat", "-L", "-b", kafka.bootstrap], until: Self.topic, framed: false)
        peers.append((nil, .init(name: "kcat -L", text: Figure.text(list.topics.median, 0, "ms"))))
        figures.append(
            figure("start to the first frame, attached to Apache Kafka", live.frame, peers.compactMap(\.frame)))
        figures.append(
            Figure(
                goal: "C1", title: "start to its topics on the screen", kdeck: text(live.topics),
                peers: peers.map(\.topics)))
        return figures
    }

    private func text(_ samples: Samples) -> String {
        String(format: "%.0f ms (most %.0f)", samples.median, samples.maximum)
    }

    private func figure(_ title: String, _ samples: Samples, _ peers: [Figure.Peer] = []) -> Figure {
        Figure(
            goal: "C1", title: title, kdeck: text(samples), peers: peers, wanted: "<= 50 ms",
            isMet: samples.median <= 50)
    }

    /// Milliseconds from the start of a process to the end of its first frame, and until `topic` was drawn. A program that
    /// marks no frames has its first one drawn when it draws nothing for 50 ms.
    private func measure(
        _ rounds: Int, _ words: [String], until topic: String? = nil, framed: Bool = true
    ) throws -> (frame: Samples, topics: Samples) {
        var (frames, topics) = (Samples(), Samples())
        for _ in 0..<rounds {
            let begin = Machine.seconds()
            let terminal = try PseudoTerminal(words, columns: 120, rows: 40)
            var text = ""
            var frame: Double?
            var last = begin
            while frame == nil || (topic.map { !text.contains($0) } ?? false) {
                guard Machine.seconds() - begin < 20 else {
                    throw BenchError.failed("\(words[0]) drew nothing of use within 20 s:\n\(text.suffix(600))")
                }
                guard let some = terminal.drawn(within: 0.05) else {
                    if !framed, frame == nil, text.utf8.count > 500 { frame = last - begin }
                    if terminal.isOver { frame = frame ?? last - begin }
                    continue
                }
                last = Machine.seconds()
                text += some
                if framed, frame == nil, text.contains(Self.frameEnd) { frame = last - begin }
            }
            if let frame { frames.values.append(frame * 1_000) }
            topics.values.append((last - begin) * 1_000)
        }
        return (frames, topics)
    }
}
