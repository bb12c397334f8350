import Bytes
import Codecs
import Glibc
import KafkaClient
import KafkaWire
import Terminal

/// `kdeck produce`.
enum Produce {
    /// Who must have a record before it counts as sent.
    static let levels = ["all", "1", "0"]

    private struct Wish: Sendable {
        var topic: TopicName
        var form: LineForm
        var partition: Int32?
        var keepsPartitions: Bool
        var codec: CompressionCodec
        var acks: Producer.Acks
    }

    @Sendable static func run(_ invocation: Invocation) throws(Failure) {
        let wish = Wish(
            topic: try TopicName.of(invocation.operands[0]), form: try LineForm.of(invocation),
            partition: try RecordOptions.partition(invocation),
            keepsPartitions: invocation.has("keep-partitions"), codec: try codec(invocation),
            acks: try acks(invocation))
        let count = try Attached.run(invocation) { (cluster: Cluster) async throws(Failure) in
            try await send(wish, to: cluster)
        }
        if isatty(STDERR_FILENO) == 1 {
            writeError("\(NumberText.counted(Int64(count), "record")) sent to \(wish.topic)")
        }
    }

    private static func codec(_ invocation: Invocation) throws(Failure) -> CompressionCodec {
        guard let name = invocation["codec"] else { return .none }
        if let codec = CompressionCodec(name: name) { return codec }
        throw .unknownWord(name, of: "--codec", among: CompressionCodec.allCases.map(\.name))
    }

    private static func acks(_ invocation: Invocation) throws(Failure) -> Producer.Acks {
        switch invocation["acks"] ?? "all" {
        case "all", "-1": return .all
        case "1": return .leader
        case "0": return .none
        case let other: throw .unknownWord(other, of: "--acks", among: levels)
        }
    }

    /// Records that are on their way before the first of them is waited for.
    private static let ahead = 20_000

    private static func send(_ wish: Wish, to cluster: Cluster) async throws(Failure) -> Int {
        // Before the first line is waited for: what stands in the command line is wrong or right already.
        try await Known.check([wish.topic], wish.partition.map { [TopicPartition(wish.topic, $0)] } ?? [], cluster)
        if isatty(STDIN_FILENO) == 1 { writeError("kdeck: each line is a record of \(wish.topic); ^D ends") }
        let producer = Producer(cluster: cluster, codec: wish.codec, acks: wish.acks)
        var input = LineInput()
        var waiting: [Producer.Delivery] = []
        var sent = 0
        func settle(_ some: ArraySlice<Producer.Delivery>) async throws(Failure) {
            for delivery in some {
                do throws(ClientError) { _ = try await delivery.outcome() } catch {
                    throw Failure(
                        .of(error),
                        "\(error.sentence) \(NumberText.count(Int64(sent))) records before it were sent.")
                }
                sent += 1
            }
        }
        while let line = try input.next() {
            let record: RecordJSON.Parsed
            do throws(Failure) {
                guard let found = try wish.form.record(line, number: input.number) else { continue }
                record = found
            } catch {
                // What stood before it goes out, and is counted: whoever mends the line knows where to go on.
                try await settle(waiting[...])
                throw Failure(
                    error.code, "\(error.sentence); records before it that were sent: \(NumberText.count(Int64(sent)))")
            }
            let partition = wish.partition ?? (wish.keepsPartitions ? record.partition : nil)
            let delivery = try await Known.asked(wish.topic, partition.map { [$0] }, cluster) {
                () async throws(ClientError) in
                try await producer.begin(
                    topic: wish.topic, partition: partition, key: record.key, value: record.value,
                    headers: record.headers, timestamp: record.timestamp)
            }
            waiting.append(delivery)
            if waiting.count >= ahead {
                try await settle(waiting[..<(ahead / 2)])
                waiting.removeFirst(ahead / 2)
            }
        }
        try await settle(waiting[...])
        return sent
    }
}
