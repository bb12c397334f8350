import Foundation
import Testing

/// `kdeck log` on the files of a real broker, beside Apache Kafka's own reader of them.
@Suite(.serialized) struct LogCommandTests {
    /// A data folder with a topic of a few batches, closed clean.
    private func folder() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let serve = try await KdeckServe.start(
            data: folder.path + "/data", arguments: ["--set", "log.index.interval.bytes=200"])
        let kcat = try Tool.kcat.required()
        for (number, codec) in ["none", "gzip", "snappy", "lz4", "zstd"].enumerated() {
            let lines = (0..<40).map { "key \($0);value \(number).\($0)" }.joined(separator: "\n") + "\n"
            let sent = try await run(
                kcat,
                [
                    "-b", serve.address, "-P", "-t", "orders", "-p", "0", "-K", ";", "-z", codec, "-H", "a=b",
                    "-X", "enable.idempotence=true",
                ], input: lines)
            #expect(sent.status == 0, "\(sent.error)")
        }
        let odd = try await run(
            kcat, ["-b", serve.address, "-P", "-t", "orders", "-p", "0", "-Z", "-K", ";"], input: ";\u{1B}[31mred\n")
        #expect(odd.status == 0, "\(odd.error)")
        #expect(await serve.stop() == 0)
        return folder
    }

    @Test(.enabled(if: Tool.kcat.isExpected))
    func batchesAndRecordsAreThoseThatApacheKafkaReads() async throws {
        let folder = try await folder()
        let partition = folder.path + "/data/orders-0"
        let batches = try await KdeckProgram.objects("log", "dump", partition)
        let records = try await KdeckProgram.objects("log", "dump", partition, "--records")
        #expect(batches.count > 5 && records.count == 201)
        #expect(batches.allSatisfy { $0["fault"] is NSNull })
        #expect(records.map { $0["offset"] as? Int } == Array(0..<201))
        let last = try #require(records.last)
        #expect(last["key"] is NSNull && last["value"] as? String == "\u{1B}[31mred")
        let table = try await KdeckProgram.run("log", "dump", partition, "-r")
        #expect(table.status == 0 && !table.output.contains("\u{1B}"))
        let some = try await KdeckProgram.objects("log", "dump", partition, "-r", "--from", "150", "--max-count", "3")
        #expect(some.map { $0["offset"] as? Int } == [150, 151, 152])

        guard let kafka = Tool.apacheKafka.path else { return }
        let segment = partition + "/00000000000000000000.log"
        let apache = try await run(
            kafka, ["dump-log", "--deep-iteration", "--print-data-log", "--files", segment])
        func fields(_ line: String) -> [String: String] {
            var found: [String: String] = [:]
            let words = line.split(separator: " ").map(String.init)
            for (place, word) in words.enumerated() where word.hasSuffix(":") && place + 1 < words.count {
                found[String(word.dropLast())] = words[place + 1]
            }
            return found
        }
        let theirs = apache.lines.filter { $0.hasPrefix("baseOffset: ") }.map(fields)
        #expect(theirs.count == batches.count)
        for (ours, theirs) in zip(batches, theirs) {
            func number(_ name: String) -> String { (ours[name] as? Int).map { "\($0)" } ?? "-1" }
            #expect(number("baseOffset") == theirs["baseOffset"] && number("lastOffset") == theirs["lastOffset"])
            #expect(number("records") == theirs["count"] && number("bytes") == theirs["size"])
            #expect(number("position") == theirs["position"] && number("crc") == theirs["crc"])
            #expect(number("producerId") == theirs["producerId"] && number("baseSequence") == theirs["baseSequence"])
            #expect(
                number("maxTimestamp") == theirs["CreateTime"] && ours["codec"] as? String == theirs["compresscodec"])
        }
        let payloads = apache.lines.filter { $0.hasPrefix("| offset: ") && $0.contains("payload: ") }
        #expect(payloads.count == 201)
        for (ours, theirs) in zip(records, payloads).dropLast() {
            let value = try #require(ours["value"] as? String)
            let key = try #require(ours["key"] as? String)
            #expect(theirs.hasSuffix("key: \(key) payload: \(value)"), "\(theirs)")
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected))
    func verifyPassesAWholeFolderAndNamesEachFaultOnALine() async throws {
        let folder = try await folder()
        let data = folder.path + "/data"
        let well = try await KdeckProgram.run("log", "verify", data)
        #expect(well.status == 0 && well.output.contains("all is well"), "\(well.output)\(well.error)")
        let segment = data + "/orders-0/00000000000000000000.log"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: segment))
        bytes[100] ^= 1
        try bytes.write(to: URL(fileURLWithPath: segment))
        let ill = try await KdeckProgram.run("log", "verify", data + "/")
        #expect(ill.status == 1 && ill.lines.count == 1, "\(ill.output)")
        #expect(ill.output.contains(segment) && ill.output.contains("damaged"))
        #expect(ill.error.split(separator: "\n").count == 1 && ill.error.contains("1 fault in"))
        for (arguments, status) in [
            (["log", "verify", "/nowhere"], 3), (["log", "dump", "/nowhere/00000000000000000000.log"], 3),
            (["log", "dump", data], 1), (["log", "dump"], 2), (["log", "dump", data, "--from", "x"], 2),
        ] as [([String], Int32)] {
            let finished = try await run(KdeckProgram.path, arguments)
            #expect(finished.status == status, "\(arguments): \(finished.error)")
            #expect(finished.error.split(separator: "\n").count == 1, "\(finished.error)")
        }
    }

    @Test(.enabled(if: Tool.kcat.isExpected))
    func indexesAndSnapshotsArePrinted() async throws {
        let folder = try await folder()
        let partition = folder.path + "/data/orders-0"
        let offsets = try await KdeckProgram.objects("log", "dump", partition + "/00000000000000000000.index")
        #expect(!offsets.isEmpty && offsets.allSatisfy { $0["offset"] is Int && $0["position"] is Int })
        let times = try await KdeckProgram.objects("log", "dump", partition + "/00000000000000000000.timeindex")
        #expect(times.last?["offset"] as? Int == 200)
        let names = try FileManager.default.contentsOfDirectory(atPath: partition)
        let snapshot = try #require(names.first { $0.hasSuffix(".snapshot") })
        let producers = try await KdeckProgram.objects("log", "dump", partition + "/" + snapshot)
        #expect(producers.count == 5 && producers.allSatisfy { $0["lastSequence"] as? Int == 39 })
    }
}
