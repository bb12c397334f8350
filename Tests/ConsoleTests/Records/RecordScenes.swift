import Bytes
import KafkaClient
import KafkaWire
import Terminal
import Testing

@testable import Console

/// Records as in the picture of the tail, and the ways that lead to them.
enum RecordScenes {
    static func row(
        _ partition: Int32, _ offset: Int64, at time: Int64 = Script.start, key: String? = nil, value: String?
    ) -> RecordRow {
        .found(
            FoundRecord(
                partition: partition,
                record: Record(
                    offset: offset, timestamp: time, key: key.map { ByteSlice($0) }, value: value.map { ByteSlice($0) })
            ))
    }

    /// The batch of record 220,113.
    private static let batch: BatchFacts? = {
        var builder = RecordBatchBuilder(
            codec: .lz4, producer: RecordBatchBuilder.Producer(id: 17, epoch: 0, baseSequence: 88_000))
        builder.baseOffset = 220_100
        for index in 0..<14 {
            builder.append(
                key: ByteSlice("\(index)"), value: ByteSlice(String(repeating: "order \(index) ", count: 90)),
                timestamp: Script.start)
        }
        guard let bytes = try? builder.build(), let batch = try? RecordBatch(checking: bytes) else { return nil }
        return BatchFacts(batch, found: 14)
    }()

    /// A batch of a transaction.
    static func transaction(_ producer: ProducerID, at offset: Int64, _ outcome: TransactionOutcome) -> BatchFacts? {
        var builder = RecordBatchBuilder(
            producer: RecordBatchBuilder.Producer(id: producer, epoch: 2, baseSequence: 0), isTransactional: true)
        builder.baseOffset = offset
        builder.append(key: nil, value: ByteSlice("in a transaction"), timestamp: Script.start)
        guard let bytes = try? builder.build(), let batch = try? RecordBatch(checking: bytes) else { return nil }
        return BatchFacts(batch, found: 1, outcome: outcome)
    }

    /// Records of three transactions: one for each way they can end, the last of them not yet.
    static let transactions: RecordsReport = {
        var report = pictured
        let outcomes: [TransactionOutcome] = [.committed, .aborted, .open]
        report.rows = outcomes.enumerated().flatMap { index, outcome -> [RecordRow] in
            let offset = 219_000 + Int64(index) * 2
            var row = row(4, offset, at: Script.start - 500 + Int64(index), key: "k\(index)", value: "order \(index)")
            if case .found(var found) = row {
                found.batch = transaction(ProducerID(rawValue: Int64(17 + index)), at: offset, outcome)
                row = .found(found)
            }
            guard outcome != .open else { return [row] }
            let causes = GapCauses(markers: 1, abortMarkers: outcome == .aborted ? 1 : 0)
            return [row, .issue(ReadIssue(kind: .gap(causes), partition: 4, offsets: offset + 1..<offset + 2))]
        }
        return report
    }()

    /// Newest last, as pages are.
    static let pictured: RecordsReport = {
        let start = Script.start
        var report = RecordsReport(kind: .read, failure: "")
        report.failure = nil
        report.rows = [
            .found(
                FoundRecord(
                    partition: 4,
                    record: Record(
                        offset: 219_003, timestamp: start - 112, key: [0, 0x0A, 0xFF],
                        value: [0, 0, 0, 0, 7, 2, 0x48, 0x0C, 0x70, 0x61, 0x69, 0x64, 0xFE]))),
            .issue(ReadIssue(kind: .gap(GapCauses(aborted: 5, markers: 2)), partition: 4, offsets: 219_004..<219_011)),
            row(4, 219_011, at: start - 101, key: "777", value: "\u{1b}]0;pwned\u{7}\u{202E}"),
            row(2, 221_639, at: start - 56, key: "9920", value: ""),
            row(2, 221_640, at: start - 52, key: "9920", value: nil),
            row(
                1, 219_870, at: start - 25,
                value: #"{"id":1203,"customer":{"country":"PT"},"total":77.10,"status":"refused"}"#),
            row(
                5, 222_167, at: start - 11, key: "東京-7",
                value: #"{"id":"東京-7","customer":{"country":"PT"},"total":51.00,"note":"お届け先"}"#),
            .found(
                FoundRecord(
                    partition: 0,
                    record: Record(
                        offset: 220_113, timestamp: start - 4, sequence: 88_013, key: ByteSlice("8815"),
                        value: ByteSlice(
                            #"{"id":8815,"customer":{"country":"PT"},"total":1202202201180000000002,"status":"paid","id":2,"lines":[{"sku":"A-1","quantity":2,"price":10.50},{"sku":"B-2","quantity":1,"price":99.95},{"sku":"C-3","quantity":7,"price":1.00}]}"#
                        ),
                        headers: [
                            .init(key: "trace-id", value: ByteSlice("6f0c1d")),
                            .init(key: "content-type", value: ByteSlice("application/json")),
                            .init(key: "empty", value: nil),
                        ]), batch: batch)),
            row(
                3, 220_112, at: start, key: "4711",
                value: #"{"id":4711,"customer":{"country":"PT"},"total":99.95,"status":"paid"}"#),
        ]
        report.positions = [0: 220_114, 1: 219_871, 2: 221_641, 3: 220_113, 4: 219_012, 5: 222_168]
        report.ends = report.positions
        report.starts = [0: 220_113, 1: 219_870, 2: 221_639, 3: 220_112, 4: 219_003, 5: 222_167]
        return report
    }()

    /// `⏎` on orders, and the answer.
    static func newest(_ script: inout Script, _ report: RecordsReport = pictured) {
        script.press("down down enter")
        answer(&script, report)
    }

    static func answer(_ script: inout Script, _ report: RecordsReport) {
        let number = script.state.top.jobs["records"] ?? 0
        script.send(.report(report, number: number))
    }

    static func following(_ script: inout Script, pages: Int = 3) {
        newest(&script)
        script.press("f")
        for page in 0..<pages {
            script.wait(500)
            answer(&script, more(page, now: script.state.now))
        }
    }

    /// Ten records more.
    static func more(_ page: Int, now: Int64) -> RecordsReport {
        var report = pictured
        report.kind = .followed
        let first = 220_114 + Int64(page) * 10
        report.rows = (first..<first + 10).map {
            row(0, $0, at: now - (first + 10 - $0), key: "k\($0)", value: "{\"id\":\($0)}")
        }
        report.skipped = 990
        report.positions = [0: first + 10]
        report.ends = [0: first + 12]
        return report
    }

    static let scenes: [SnapshotTests.Scene] = [
        .init(
            name: "Records",
            prepare: { script in
                newest(&script)
                script.press("down")
            }),
        .init(
            name: "RecordsTransactions",
            prepare: { script in
                newest(&script, transactions)
                script.press("down down")
            }),
        .init(name: "RecordsFollowing", prepare: { following(&$0) }),
        .init(
            name: "RecordsFrozen",
            prepare: { script in
                following(&script)
                script.press("down space")
                script.wait(500)
                answer(&script, more(3, now: script.state.now))
            }),
        .init(
            name: "RecordsFilter",
            prepare: { script in
                newest(&script)
                script.press("/")
                script.type("paid")
            }),
        .init(
            name: "RecordsSearch",
            prepare: { script in
                newest(&script)
                RecordsSearchTests.begin(&script)
                script.wait(2_000)
                let rows = (0..<30).map {
                    row(
                        Int32($0 % 6), 1_000 + $0, at: Script.start - 900_000 + $0 * 1_000, key: "k\($0)",
                        value: #"{"id":\#($0),"customer":{"country":"PT"},"total":\#(51 + $0).95,"status":"paid"}"#)
                }
                answer(&script, RecordsSearchTests.found(rows, done: 4_211_000, of: 10_000_000))
            }),
        .init(
            name: "RecordsGoTo",
            prepare: { script in
                newest(&script)
                script.press("@")
                script.type("14:00")
            }),
        .init(
            name: "RecordsWhole",
            prepare: { script in
                newest(&script)
                script.press("down enter")
            }),
        .init(
            name: "RecordsHex",
            prepare: { script in
                newest(&script)
                script.press("end b")
            }),
        .init(
            name: "RecordsHostile",
            prepare: { script in
                newest(&script)
                script.press("down down down down down down x")
            }),
        .init(
            name: "RecordsEmpty",
            prepare: { script in
                var report = pictured
                report.rows = []
                newest(&script, report)
            }),
        .init(
            name: "RecordsOneDown",
            prepare: { script in
                var report = pictured
                report.failures = [3: "broker 2 refuses at 127.0.0.1:9093: connection refused"]
                newest(&script, report)
            }),
        .init(
            name: "RecordsFailed",
            prepare: { script in
                newest(
                    &script,
                    RecordsReport(
                        kind: .read, failure: "no answer from 127.0.0.1:9092: connection refused"))
            }),
    ]
}
