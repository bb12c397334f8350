import Bytes
import Codecs
import Foundation
import KafkaWire
import Testing

@testable import KafkaLog

@Suite(.enabled(if: sharedFolder != nil, "there is no folder shared")) struct DumpLogTests {
    /// One run of Apache Kafka's own reader over every file of a log that was rolled, crashed, truncated and closed.
    @Test func `Apache's dump-log reads every file that was written without a complaint`() throws {
        let folder = try TemporaryFolder()
        var fixture = LogFixture(POSIXFileSystem(), directory: folder.path + "/orders-0")
        (fixture.config.indexIntervalBytes, fixture.config.segmentBytes) = (300, 4000)
        var log = try fixture.open()
        var sequence: Int32 = 0
        for number in 0..<60 {
            let codec = try #require(CompressionCodecs.all[number % 5])
            let values = (0...number % 4).map { "value \(number) \($0)" }
            let time = fixture.now + Int64(number)
            try fixture.append(
                batch(values, timestamp: time, codec: codec, producer: (7, 1, sequence)), to: log,
                epoch: Int32(number / 20))
            sequence += Int32(values.count)
            if number == 30 { log = try fixture.open(clean: false) }
            if number == 40 {
                try log.truncate(to: log.logEndOffset - 3)
                sequence = Int32(log.logEndOffset)
            }
            if number == 50 {
                try fixture.append(batch(["t"], producer: (8, 0, 0), transactional: true), to: log)
                try fixture.append(marker(commits: false, producer: 8, epoch: 0), to: log, origin: .coordinator)
                sequence = 0
                log.config.timestampType = .logAppendTime
                break
            }
        }
        for _ in 0..<5 { try fixture.append(batch(["stamped"], timestamp: 3, codec: .zstd), to: log, epoch: 3) }
        try log.close()

        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.directory).sorted()
        let files = names.filter { !$0.contains("checkpoint") && !$0.contains("metadata") }
        #expect(files.contains { $0.hasSuffix(".txnindex") } && files.contains { $0.hasSuffix(".snapshot") })
        let output = try dump(files.map { fixture.directory + "/" + $0 })
        for complaint in ["Mismatches", "Found timestamp mismatch", "corrupt", "Exception", "ERROR", "Could not"] {
            #expect(!output.contains(complaint), "dump-log says \(complaint):\n\(output)")
        }
        let batches = output.split(separator: "\n").filter { $0.hasPrefix("baseOffset: ") }
        #expect(batches.count > 50 && batches.allSatisfy { $0.contains("isvalid: true") })
        // The first batch of a later segment "follows" -1: dump-log says so of every such file, Kafka's own included.
        let gaps = output.split(separator: "\n").filter { $0.contains("is followed by") && !$0.hasPrefix("  -1 is") }
        #expect(gaps.isEmpty)
        #expect(output.contains("LogAppendTime"))
        #expect(output.contains("producerId: 8"))
        print("log: dump-log read \(files.count) files, \(batches.count) batches")
    }

    /// The same over a log that was compacted twice, with tombstones under a horizon and markers.
    @Test(arguments: [["--deep-iteration"], ["--index-sanity-check"]])
    func `Apache's dump-log reads compacted segments without a complaint`(_ options: [String]) throws {
        let folder = try TemporaryFolder()
        var fixture = LogFixture(POSIXFileSystem(), directory: folder.path + "/orders-0")
        (fixture.config.indexIntervalBytes, fixture.config.segmentBytes) = (300, 4000)
        (fixture.config.cleanupPolicy, fixture.config.minCleanableRatio) = (.compact, 0)
        let log = try fixture.open()
        var cleaned: Int64 = 0
        for number in 0..<120 {
            let codec = try #require(CompressionCodecs.all[number % 5])
            let records = (0...number % 4).map { ("k\((number * 7 + $0) % 40)", number % 9 == 0 ? nil : "\(number)") }
            let time = fixture.now + Int64(number * 13 % 50)
            try fixture.append(keyed(records, timestamp: time, codec: codec), to: log)
            if number % 10 == 0 {
                let id = Int64(100 + number)
                try fixture.append(keyed([("t", "x")], producer: (id, 0, 0), transactional: true), to: log)
                try fixture.append(
                    marker(commits: number % 20 == 0, producer: id, epoch: 0), to: log, origin: .coordinator)
            }
            if number == 60 { cleaned = try #require(try compact(log)).cleanedTo }
        }
        try log.roll(now: fixture.now)
        try compact(log, from: cleaned)
        try fixture.append(keyed([("k1", "in use")]), to: log)
        try log.close()
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.directory).sorted()
        let files = names.filter {
            options == ["--deep-iteration"] ? PartitionFile($0) != nil : $0.hasSuffix("index")
        }
        let output = try dump(files.map { fixture.directory + "/" + $0 }, options)
        for complaint in ["Mismatches", "mismatch", "corrupt", "Exception", "ERROR", "Could not", "not found"] {
            #expect(!output.contains(complaint), "dump-log says \(complaint):\n\(output)")
        }
        if options == ["--deep-iteration"] {
            let batches = output.split(separator: "\n").filter { $0.hasPrefix("baseOffset: ") }
            #expect(batches.count > 30 && batches.allSatisfy { $0.contains("isvalid: true") })
            #expect(batches.contains { $0.contains("deleteHorizonMs: OptionalLong[\(fixture.now + 86_400_000)]") })
        } else {
            #expect(output.contains("passed sanity check"), "\(output)")
        }
    }

    private func dump(_ files: [String], _ options: [String] = ["--deep-iteration"]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: try #require(sharedFolder) + "/kafka/kafka")
        process.arguments = ["dump-log"] + options + ["--files", files.joined(separator: ",")]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self)
    }
}
