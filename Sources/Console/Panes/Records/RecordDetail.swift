import Bytes
import KafkaClient
import KafkaWire
import Terminal

/// The record under the cursor: its value as a tree, as text or in hex, its headers, its key, and the facts beside it.
struct RecordDetail {
    let row: RecordRow
    let topic: TopicName
    let aspect: RecordsPane.Aspect
    let scroll: Int
    let isWhole: Bool

    /// A fact of a record.
    struct Fact: Equatable {
        var name: String
        var text: String
        var role = Role.text
    }

    func draw(on area: inout GridArea, in context: PaneContext) {
        let place = "p\(row.place.partition)@\(Quantity.grouped(row.place.offset))"
        let kind = row.record == nil ? "gap" : "record"
        let keys =
            isWhole
            ? "v \(aspect.rawValue)   [ ] other records   esc back"
            : "v \(aspect.rawValue)   h headers   b bytes   ⏎ whole"
        area.rule("\(kind) \(place)", y: 0, right: row.record == nil ? "" : keys)
        guard case .found(let found) = row else {
            guard case .issue(let issue) = row else { return }
            var y = 1
            for (index, line) in issue.explanation.enumerated() {
                area.putLines(line, x: 2, y: y, style: Style(index == 0 ? .text : .dim))
                y += Explanation.wrap(line, columns: max(10, area.width - 4)).count
            }
            return
        }
        let facts = Self.facts(found, topic, in: context)
        var body = Rect(x: 2, y: 1, width: area.width - 3, height: area.height - 1)
        if area.width >= 110 {
            let side = Self.side(area.width)
            drawFacts(facts, on: &area, x: area.width - side, y: 1, width: side - 1, rows: area.height - 1)
            body.width = Self.bodyColumns(area.width)
        } else {
            let rows = min(facts.count, max(2, area.height / 3))
            drawFacts(facts, on: &area, x: 0, y: 1, width: area.width - 1, rows: rows)
            body.y += rows + 1
            body.height -= rows + 1
        }
        let lines = Self.lines(of: row, aspect, columns: body.width)
        area.draw(in: body) { part in
            for y in 0..<part.height where scroll + y < lines.count {
                let line = lines[scroll + y]
                var x = line.indent * 2
                for span in line.spans where x < part.width {
                    x += part.put(span.text, x: x, y: y, style: Style(span.role), cutTo: part.width - x)
                }
                if let note = line.note, x + 4 < part.width {
                    part.put(note, x: x + 2, y: y, style: Style(.warn), cutTo: part.width - x - 2)
                }
            }
            if scroll + part.height < lines.count, part.height > 1 {
                let more = " \(Quantity.count(lines.count - scroll - part.height, "more line")) "
                part.put(more, endingAt: part.width, y: part.height - 1, style: .dim)
            }
        }
    }

    private static func side(_ width: Int) -> Int { min(64, width / 2 - 4) }

    /// Columns that the content has in an area so wide.
    static func bodyColumns(_ width: Int) -> Int { width >= 110 ? width - side(width) - 4 : width - 3 }

    private func drawFacts(_ facts: [Fact], on area: inout GridArea, x: Int, y: Int, width: Int, rows: Int) {
        for (index, fact) in facts.prefix(max(0, rows)).enumerated() {
            area.put(fact.name, endingAt: x + 10, y: y + index, style: .dim)
            area.put(fact.text, x: x + 12, y: y + index, style: Style(fact.role), cutTo: max(0, width - 12))
        }
    }

    /// The lines of one aspect of a record.
    static func lines(of row: RecordRow?, _ aspect: RecordsPane.Aspect, columns: Int) -> [ValueLine] {
        guard let record = row?.record else { return [] }
        switch aspect {
        case .value: return tree(record.value, columns: columns, null: "∅ null: a tombstone")
        case .text:
            return record.value.map { Payload.textLines($0, columns: columns) }
                ?? tree(nil, columns: columns, null: "∅ null: a tombstone")
        case .hex:
            return record.value.map { Payload.hexLines($0) } ?? tree(nil, columns: columns, null: "∅ null: a tombstone")
        case .key: return tree(record.key, columns: columns, null: "∅ no key: any partition may hold it")
        case .headers:
            if record.headers.isEmpty { return [ValueLine([.init(text: "no headers", role: .dim)])] }
            let shown = record.headers.prefix(RecordRow.shownHeaders).map { header in
                ValueLine([
                    .init(text: header.key.isEmpty ? "\"\"" : header.key, role: .accent),
                    .init(text: "  ", role: .text),
                    .init(text: Payload.line(header.value, columns: max(20, columns)), role: .string),
                ])
            }
            guard record.headers.count > shown.count else { return shown }
            return shown + [ValueLine([.init(text: "more headers; `kdeck tail` prints all", role: .dim)])]
        }
    }

    private static func tree(_ bytes: ByteSlice?, columns: Int, null: String) -> [ValueLine] {
        guard let bytes else { return [ValueLine([.init(text: null, role: .dim)])] }
        switch Payload(bytes) {
        case .null: return []
        case .empty: return [ValueLine([.init(text: "\"\" empty: zero bytes, not null", role: .dim)])]
        case .json:
            let laidOut = min(bytes.count, 1 << 18)
            return JSONLayout.lines(
                JSONTokens(bytes.slice(0..<laidOut).array, isCut: laidOut < bytes.count), columns: columns)
        case .text: return Payload.textLines(bytes, columns: columns)
        case .binary: return Payload.hexLines(bytes)
        }
    }

    /// What there is to know of a record apart from its content.
    static func facts(_ found: FoundRecord, _ topic: TopicName, in context: PaneContext) -> [Fact] {
        let record = found.record
        let time =
            record.timestamp < 0
            ? "no timestamp" : "\(TimeText.dateTime(record.timestamp, in: context.zone)) \(context.zone.name)"
        let age = context.now - record.timestamp
        var facts = [
            Fact(name: "time", text: record.timestamp < 0 || age < 0 ? time : "\(time), \(Self.age(age))"),
            Fact(name: "size", text: size(found)),
        ]
        if let batch = found.batch { facts += batchFacts(batch, record) }
        let headers = record.headers.prefix(4).map { "\($0.key) \(Payload.line($0.value, columns: 24))" }
        facts.append(
            Fact(name: "headers", text: headers.isEmpty ? "none" : headers.joined(separator: "  ") + more(record))
        )
        facts.append(keyFact(found, topic, in: context))
        if let readers = readers(found, topic, in: context) { facts.append(readers) }
        return facts
    }

    /// How old a record is, no finer than minutes: its time stands beside it, and nothing should tick on a quiet screen.
    private static func age(_ milliseconds: Int64) -> String {
        milliseconds < 60_000 ? "just now" : Quantity.duration(milliseconds / 60_000 * 60_000) + " ago"
    }

    private static func more(_ record: Record) -> String {
        switch record.headers.count {
        case ...4: ""
        case ...RecordRow.shownHeaders: "  and \(Quantity.grouped(record.headers.count - 4)) more"
        default: "  and more than \(Quantity.grouped(RecordRow.shownHeaders - 4)) more"
        }
    }

    /// What the batch tells: whose clock, how it was packed, who wrote it.
    private static func batchFacts(_ batch: BatchFacts, _ record: Record) -> [Fact] {
        let clock =
            switch batch.timestampType {
            case .createTime: "CreateTime: its producer's clock"
            case .logAppendTime: "LogAppendTime: the broker's clock"
            case .none: "none: magic 0 has no time"
            }
        let codec = batch.codec.map { $0 == .none ? "not compressed" : $0.name } ?? "an unknown codec"
        let sizes = "\(Quantity.size(Int64(batch.size))) with \(Quantity.count(batch.recordCount, "record")), \(codec)"
        var facts = [Fact(name: "clock", text: clock), Fact(name: "batch", text: sizes)]
        if batch.producerID != .none {
            let sequence = record.sequence < 0 ? "" : " sequence \(Quantity.grouped(record.sequence))"
            facts.append(
                Fact(name: "producer", text: "id \(batch.producerID) epoch \(batch.producerEpoch)\(sequence)"))
            if batch.isTransactional { facts.append(transaction(batch)) }
        } else {
            facts.append(Fact(name: "producer", text: "not idempotent: it may have sent this twice"))
        }
        return facts
    }

    private static func transaction(_ batch: BatchFacts) -> Fact {
        guard let outcome = batch.outcome else { return Fact(name: "txn", text: "in one; its end was not asked") }
        return Fact(name: "txn", text: outcome.words, role: outcome == .committed ? .text : outcome.role)
    }

    private static func size(_ found: FoundRecord) -> String {
        let record = found.record
        let value = record.value.map { Quantity.size(Int64($0.count)) } ?? "null"
        let key = record.key.map { Quantity.size(Int64($0.count)) } ?? "null"
        guard let whole = found.wholeValueBytes else { return "value \(value), key \(key)" }
        return
            "value \(Quantity.size(Int64(whole))), its first \(Quantity.size(Int64(RecordRow.keptBytes))) here, key \(key)"
    }

    /// Whether the key lies where Kafka's default partitioner puts it.
    private static func keyFact(_ found: FoundRecord, _ topic: TopicName, in context: PaneContext) -> Fact {
        guard let key = found.record.key else { return Fact(name: "key", text: "∅ null: spread over the partitions") }
        let text = Payload.line(key, columns: 24)
        let count = context.view.topic(topic)?.partitions.count ?? 0
        guard count > 0 else { return Fact(name: "key", text: text) }
        let expected = Murmur2.partition(forKey: key, of: Int32(clamping: count))
        if expected == found.partition {
            return Fact(name: "key", text: "\(text) → murmur2 → p\(expected)  ✔ as expected")
        }
        return Fact(
            name: "key", text: "\(text) → murmur2 → p\(expected)  ▲ it is in p\(found.partition)"
        )
    }

    /// Which groups are past it, as far as their commits are known.
    private static func readers(_ found: FoundRecord, _ topic: TopicName, in context: PaneContext) -> Fact? {
        let place = TopicPartition(topic: topic, partition: found.partition)
        var words: [String] = []
        for (group, known) in context.view.lags.sorted(by: { $0.key < $1.key }) {
            guard let committed = known.value?.rows[place]?.committed else { continue }
            let rest = found.record.offset &- committed
            if rest == 0 {
                words.append("\(group) reads it next")
                continue
            }
            words.append(rest < 0 ? "\(group) has read it" : "\(group) has not (\(Quantity.grouped(rest)) to go)")
        }
        guard !words.isEmpty else { return nil }
        return Fact(name: "readers", text: words.prefix(3).joined(separator: ", "))
    }
}
