import Glibc
import KafkaClient
import KafkaWire

/// Writes the rows that are shown to a file that does not exist yet.
struct ExportRecordsJob: Job {
    var topic: TopicName
    /// Ends in `.csv` for spreadsheets; anything else is one JSON object a line, which keeps every byte.
    var path: String
    var rows: [RecordRow]
    var name: String { "export" }

    /// A name that says what is in it: `orders-20261125-140312.jsonl`.
    static func proposal(_ topic: TopicName, at now: Int64, in zone: LocalZone) -> String {
        let time = TimeText.dateTime(now, in: zone).prefix(19).filter { $0 != "-" && $0 != ":" }
        return "\(topic)-\(time.split(separator: " ").joined(separator: "-")).jsonl"
    }

    func run(_ tools: JobTools) async {
        let target =
            path.hasPrefix("~/") ? (getenv("HOME").map { String(cString: $0) } ?? "~") + path.dropFirst(1) : path
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            tools.report(RecordExportReport(notice: Notice(.bad, "nothing was exported: \(target): \(Self.trouble())")))
            return
        }
        defer { close(descriptor) }
        var bytes = 0
        let isCSV = target.hasSuffix(".csv")
        if isCSV, !write(Array(RecordCSV.head.utf8), to: descriptor, &bytes) { return fail(target, tools) }
        for row in rows {
            guard case .found(var found) = row else { continue }
            let partition = TopicPartition(topic, found.partition)
            if row.isCut {
                guard let whole = await whole(found, partition, tools) else {
                    let place = "p\(found.partition)@\(found.record.offset)"
                    let why = "\(target) is not whole: \(place) is too large to be kept and could not be read again"
                    return tools.report(RecordExportReport(notice: Notice(.bad, why)))
                }
                found.record = whole
            }
            let line =
                isCSV
                ? Array(RecordCSV.line(found.record, partition).utf8)
                : RecordJSON.object(found.record, partition) + [0x0A]
            if !write(line, to: descriptor, &bytes) { return fail(target, tools) }
        }
        let count = rows.count { $0.record != nil }
        let words = "\(Quantity.count(count, "record")) written to \(target), \(Quantity.size(Int64(bytes)))"
        tools.report(RecordExportReport(notice: Notice(.good, words)))
    }

    /// A record of which only a part is kept, read again.
    private func whole(_ found: FoundRecord, _ partition: TopicPartition, _ tools: JobTools) async -> Record? {
        let offset = found.record.offset
        let fetched = try? await tools.cluster.fetchRecords(partition, from: offset, isolation: .readUncommitted)
        return fetched?.records.first { $0.offset == offset }
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32, _ sum: inout Int) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        sum += bytes.count
        return true
    }

    private func fail(_ target: String, _ tools: JobTools) {
        tools.report(RecordExportReport(notice: Notice(.bad, "\(target) is not whole: \(Self.trouble())")))
    }

    private static func trouble() -> String { String(cString: strerror(errno)) }
}

/// How an export ended.
struct RecordExportReport: JobReport {
    var notice: Notice
}
