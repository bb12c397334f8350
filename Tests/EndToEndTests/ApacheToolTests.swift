import Foundation
import Testing

/// Apache Kafka's own tools against `kdeck serve` and against Apache Kafka: they must print the same.
@Suite(
    .serialized, .enabled(if: Tool.apacheKafka.isExpected, "needs Apache Kafka beside the repository"),
    .timeLimit(.minutes(15)))
struct ApacheToolTests {
    /// What one run of a tool left.
    struct Printed {
        var lines: [String]
        var code: String
    }

    @Test func everyToolPrintsTheSame() async throws {
        let files = try TemporaryFolder()
        for (name, text) in [
            ("delete", #"{"version":1,"partitions":[{"topic":"made-by-writing","partition":0,"offset":2}]}"#),
            ("topics", #"{"version":1,"topics":[{"topic":"orders"}]}"#),
            ("move", #"{"version":1,"partitions":[{"topic":"orders","partition":0,"replicas":[1]}]}"#),
            ("far", #"{"version":1,"partitions":[{"topic":"orders","partition":0,"replicas":[7]}]}"#),
        ] {
            try text.write(toFile: "\(files.path)/\(name).json", atomically: true, encoding: .utf8)
        }
        // The script of the cluster has defaults of its own.
        let settings = ["log.segment.bytes=134217728", "offsets.topic.num.partitions=8"]
        try await withApacheKafka(["--nodes", "1"]) { apache, _, _ in
            try await withServe(settings.flatMap { ["--set", $0] }) { serve in
                async let theirs = Self.runAll(apache, files.path)
                async let ours = Self.runAll(serve.address, files.path)
                try await Self.compare(theirs, ours)
            }
        }
    }

    /// Runs every case in one JVM.
    private static func runAll(_ address: String, _ files: String) async throws -> [Printed] {
        let script = try Tool.apacheKafka.required()
        let libraries = URL(fileURLWithPath: script).deletingLastPathComponent().appendingPathComponent("libs").path
        let input = ToolCase.all.map { one in
            let name = one.tool.hasPrefix("kafka.") ? one.tool : "org.apache.kafka.tools." + one.tool
            var words = one.arguments.replacingOccurrences(of: "DIR", with: files).split(separator: " ").map(
                String.init)
            // The one whose first word is a verb of its own parser.
            words.insert(contentsOf: ["--bootstrap-server", address], at: one.tool == "ClusterTool" ? 1 : 0)
            return ([name, one.input.replacingOccurrences(of: "\n", with: "\\n")] + words).joined(separator: "\t")
        }
        let runner = Tool.root.appendingPathComponent("Tests/EndToEndTests/Clients/tools/ToolRunner.java").path
        let finished = try await run(
            "/usr/bin/env", ["java", "-cp", libraries + "/*", runner], input: input.joined(separator: "\n") + "\n",
            environment: ["TZ": "UTC"], limit: .seconds(600))
        let parts = finished.output.components(separatedBy: "\u{1E}")
        try #require(parts.count == ToolCase.all.count + 1, "\(finished.error)\(finished.output.suffix(2000))")
        var printed: [Printed] = []
        for place in ToolCase.all.indices {
            // An exit code ends the line before the next one's output.
            let text = place == 0 ? parts[place] : String(parts[place].drop { $0 != "\n" }.dropFirst())
            let code = parts[place + 1].prefix { $0 != "\n" }
            printed.append(
                Printed(
                    lines: masked(text, address, ToolCase.all[place].isMeasure).filter { !$0.isEmpty },
                    code: String(code)))
        }
        return printed
    }

    /// Ids, times, addresses and folders are not compared.
    private static func masked(_ text: String, _ address: String, _ isMeasure: Bool) -> [String] {
        var text = text.replacingOccurrences(of: address, with: "ADDRESS")
        var masks = [
            (#"\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[:.,]\d+\b"#, "TIME"), (#"\b1\d{12}\b"#, "TIME"),
            (#"(?<![\w-])[\w-]{22}(?![\w(-])"#, "ID"), (#"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"#, "UUID"),
            (#"127\.0\.0\.1\s+\d+"#, "HOST PORT"), (#"/tmp/[\w/.-]+"#, "DIR"),
            // Apache Kafka stores this default as if it were altered, for its eligible leader replicas.
            (#"min\.insync\.replicas=1,?(?=[\w.]+=|$)"#, ""),
            (
                #"DYNAMIC_DEFAULT_BROKER_CONFIG:min\.insync\.replicas=1, (STATIC_BROKER_CONFIG:min\.insync\.replicas=1, )?"#,
                ""
            ),
            (#"(?m)^  min\.insync\.replicas=1 .*DYNAMIC_DEFAULT_BROKER_CONFIG:min\.insync\.replicas=1\}\n"#, ""),
            (#""(target_throughput|avg_throughput)":"?-?[\d.]+"?"#, #""$1":0"#),
            // How many batches a producer makes of a few records is a matter of time.
            (#""size":[1-9]\d*"#, #""size":"SOME""#),
        ]
        if isMeasure { masks.append((#"-?\b\d+([.,:]\d+)*\b"#, "N")) }
        for (pattern, word) in masks {
            text = text.replacingOccurrences(of: pattern, with: word, options: .regularExpression)
        }
        if isMeasure { text = text.replacingOccurrences(of: #" +|\t"#, with: " ", options: .regularExpression) }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { sorted(String($0)) }
    }

    /// JSON without an order of its keys and items, a topic's settings without an order.
    private static func sorted(_ line: String) -> String {
        if let mark = line.range(of: "\tConfigs: ") {
            return line[..<mark.upperBound]
                + line[mark.upperBound...].split(separator: ",").sorted().joined(separator: ",")
        }
        guard line.hasPrefix("{"), let value = try? JSONSerialization.jsonObject(with: Data(line.utf8)) else {
            return line
        }
        func text(_ value: Any) -> String {
            if let object = value as? [String: Any] {
                return "{" + object.map { "\($0):\(text($1))" }.sorted().joined(separator: ",") + "}"
            }
            if let items = value as? [Any] { return "[" + items.map(text).sorted().joined(separator: ",") + "]" }
            return "\(value)"
        }
        return text(value)
    }

    private static func compare(_ theirs: [Printed], _ ours: [Printed]) throws {
        for (place, one) in ToolCase.all.enumerated() {
            let name = "\(one.tool) \(one.arguments)"
            #expect(theirs[place].code == ours[place].code, "\(name)\n\(ours[place].lines.joined(separator: "\n"))")
            let (left, right) =
                one.isUnordered
                ? (theirs[place].lines.sorted(), ours[place].lines.sorted())
                : (theirs[place].lines, ours[place].lines)
            for (pattern, reason) in one.differs {
                let kept = [left, right].map { $0.filter { $0.range(of: pattern, options: .regularExpression) != nil } }
                #expect(kept[0] != kept[1], "\(name): no longer differs in \(pattern) (\(reason))")
            }
            func compared(_ lines: [String]) -> String {
                lines.filter { line in
                    !one.differs.contains { line.range(of: $0.pattern, options: .regularExpression) != nil }
                }.joined(separator: "\n")
            }
            #expect(compared(left) == compared(right), "\(name)")
        }
    }
}
