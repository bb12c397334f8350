import Bytes
import Codecs
import Foundation
import KafkaClient
import KafkaWire

/// What a literal without a hit costs over a whole topic, by codec: CPU seconds of the searching side for each GB of records
/// as they were before compression, of `kdeck search`, of kcat piped to grep and of Apache's console consumer piped to grep.
/// All read from the same `kdeck serve`, in turns.
struct SearchBench {
    private struct Side {
        var name: String
        /// The same for any topic.
        var command: (_ topic: String) -> [String]
        /// A JVM is slow: it reads each topic once.
        var isSlow = false
    }

    private static let codecs: [CompressionCodec] = [.none, .lz4, .zstd, .gzip]
    private static let needle = "no-such-text-in-it"

    private let options: Options

    init(_ options: Options) {
        self.options = options
    }

    func run() throws {
        _ = try figures()
    }

    /// What is wanted: GB a CPU second, and how many times that of the console consumer and of kcat, both piped to grep.
    private static let goals = ["none": 0.8, "lz4": 0.7, "zstd": 0.5, "gzip": 0.4]

    func figures() throws -> [Figure] {
        var figures: [Figure] = []
        let broker = KdeckSubject(program: options.kdeck)
        defer { broker.stop() }
        _ = try broker.start()
        let megabytes = max(8, Int(256 * options.scale))
        let codecs = Self.codecs.filter { options.onlyCase == nil || options.onlyCase == $0.name }
        guard !codecs.isEmpty else { throw BenchError.usage("no such case; there are none lz4 zstd gzip") }
        for codec in codecs { try fill(codec, megabytes << 20, broker.bootstrap) }
        print(
            "search: \(megabytes) MiB of JSON records of about 200 B in each topic, 2 partitions, no hit; GB of records a CPU second "
                + "of the searching side, min / median / max; seconds by the clock in brackets")
        printRow(["codec", "kdeck search", "kcat | grep", "console-consumer | grep"])
        for codec in codecs {
            var cells = [codec.name]
            var measured: [(name: String, rate: Double)] = []
            for side in try sides(broker.bootstrap) {
                var rates = Samples()
                var clock = Samples()
                for _ in 0..<(side.isSlow ? 1 : options.rounds ?? 5) {
                    let cost = try Machine.cost(side.command("search-\(codec.name)"))
                    rates.values.append(Double(megabytes << 20) / 1e9 / cost.cpu)
                    clock.values.append(cost.seconds)
                }
                measured.append((side.name, rates.median))
                cells.append("\(rates.text(2)) (\(String(format: "%.2f", clock.median)))")
            }
            printRow(cells)
            let new = Self.figures(codec.name, measured)
            for figure in new.dropFirst() {
                print(
                    "  \(figure.title): \(figure.kdeck), wanted \(figure.wanted)\(figure.isMet == true ? "" : ", MISSED")"
                )
            }
            figures += new
        }
        return figures
    }

    private static func figures(_ codec: String, _ measured: [(name: String, rate: Double)]) -> [Figure] {
        let own = measured[0].rate
        let peers = measured.dropFirst()
        var figures = [
            Figure.atLeast(
                goals[codec] ?? 0, own, "GB a CPU second", "C7", "search, \(codec)",
                peers: peers.map { .init(name: $0.name, text: String(format: "%.2f", $0.rate)) })
        ]
        for peer in peers {
            figures.append(
                .atLeast(
                    peer.name.hasPrefix("kcat") ? 1 : 10, own / peer.rate, "x", "C7",
                    "search, \(codec), against \(peer.name)", digits: 1))
        }
        return figures
    }

    private func sides(_ bootstrap: String) throws -> [Side] {
        let needle = Self.needle
        var sides = [
            Side(name: "kdeck search") { topic in
                [options.kdeck, "search", topic, "value contains \"\(needle)\"", "-b", bootstrap, "-o", "jsonl"]
            }
        ]
        if options.only != "kdeck" {
            sides.append(
                Side(name: "kcat | grep") { topic in
                    ["sh", "-c", "kcat -C -b \(bootstrap) -t \(topic) -o beginning -e -q | grep -c \(needle) || true"]
                })
            if let kafka = options.kafka {
                sides.append(
                    Side(
                        name: "console-consumer | grep",
                        command: { topic in
                            [
                                "sh", "-c",
                                "\(kafka) console-consume --bootstrap-server \(bootstrap) --topic \(topic) --from-beginning "
                                    + "--timeout-ms 3000 2>/dev/null | grep -c \(needle) || true",
                            ]
                        }, isSlow: true))
            }
        }
        return sides
    }

    /// Fills a topic with batches of about 256 KiB, made once each and sent as they are.
    private func fill(_ codec: CompressionCodec, _ bytes: Int, _ bootstrap: String) throws {
        let topic = TopicName("search-\(codec.name)")
        try Waiting.wait {
            let cluster = try Cluster(ClientConfiguration(bootstrap: try HostPort.parseList(bootstrap)))
            defer { cluster.close() }
            try await cluster.createTopic(topic, partitions: 2, replicationFactor: 1)
            let id = try await cluster.metadata([topic]).topic(topic)?.id ?? .zero
            var sent = 0
            var number = 0
            while sent < bytes {
                var builder = RecordBatchBuilder(codec: codec, capacity: 300_000)
                var size = 0
                while size < 256 << 10 {
                    let value = Self.value(number)
                    builder.append(key: nil, value: value, timestamp: 1_764_000_000_000 + Int64(number))
                    size += value.count
                    number += 1
                }
                sent += size
                let partition = Int32(number % 2)
                let batch = try builder.build()
                let answer = try await cluster.send(
                    ProduceRequest(
                        acks: 1, timeoutMs: 30_000,
                        topicData: [
                            ProduceRequest.TopicProduceData(
                                topicId: id,
                                partitionData: [ProduceRequest.PartitionProduceData(index: partition, records: batch)])
                        ]), to: .leader(TopicPartition(topic, partition)))
                guard answer.responses.first?.partitionResponses.first?.errorCode == ErrorCode.none else {
                    throw BenchError.failed("the broker did not take a batch of \(codec.name)")
                }
            }
        }
    }

    private static func value(_ number: Int) -> ByteSlice {
        let hash = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
        let country = ["PT", "DE", "FR", "ES", "IT", "NL"][Int(hash >> 60) % 6]
        return ByteSlice(
            """
            {"id":\(number),"customer":{"id":\(hash >> 40),"country":"\(country)","name":"customer \(hash >> 48)"},\
            "total":\(hash >> 50).\(10 + number % 90),"status":"\(number % 9 == 0 ? "refused" : "paid")",\
            "lines":[{"sku":"A-\(hash >> 52)","count":\(number % 7 + 1)}],"trace":"\(String(hash, radix: 16))"}
            """)
    }
}
