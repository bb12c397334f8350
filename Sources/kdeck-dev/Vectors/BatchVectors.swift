import Bytes
import Codecs
import KafkaWire

/// Record batches: read as Kafka reads them, refused where Kafka refuses, and written again.
enum BatchVectors {
    static func check(_ folder: inout VectorFolder) {
        folder.check("batches/good.jsonl.gz", good)
        folder.check("batches/broken.jsonl.gz", outcome)
        folder.check("batches/foreign.jsonl.gz", outcome)
    }

    // MARK: Good ones

    static func good(_ line: JSONValue) throws -> String? {
        let bytes = try VectorFolder.bytes(line)
        let expected = line["batches"]?.array ?? []
        let found = Array(RecordBatches(bytes))
        guard found.count == expected.count else { return "\(found.count) batches, expected \(expected.count)" }
        var again = ByteBuffer()
        var isRewritten = true
        for (element, json) in zip(found, expected) {
            let batch = try element.batch.get()
            if let wrong = try compare(batch, json) { return wrong }
            // Old messages are read only: nothing here writes magic 0 or 1.
            guard batch.magic == 2 else {
                isRewritten = false
                continue
            }
            let copy = try rewrite(batch)
            if let wrong = try compare(RecordBatch(checking: copy), json, isCopy: true) {
                return "written again: \(wrong)"
            }
            again.append(copy)
        }
        guard isRewritten, line["exact"]?.bool == true else { return nil }
        let written = again.freeze()
        return written == bytes ? nil : "writes \(Hex.encode(written)), expected \(Hex.encode(bytes))"
    }

    /// `isCopy`: size and checksum are those of another compressor.
    private static func compare(_ batch: RecordBatch, _ json: JSONValue, isCopy: Bool = false) throws -> String? {
        var facts: [String: JSONValue] = [
            "magic": .int(Int64(batch.magic)), "lastOffset": .int(batch.lastOffset),
            "attributes": .int(Int64(batch.attributes)), "compression": .string(batch.codec?.name ?? "?"),
            "maxTimestamp": .int(batch.maxTimestamp), "timestampType": .string(name(batch.timestampType)),
        ]
        if !isCopy {
            facts["size"] = .int(Int64(batch.sizeInBytes))
            facts["crc"] = .int(Int64(batch.crc))
        }
        if let header = batch.header {
            facts["baseOffset"] = .int(header.baseOffset)
            facts["partitionLeaderEpoch"] = .int(Int64(header.partitionLeaderEpoch))
            facts["baseTimestamp"] = .int(header.baseTimestamp)
            facts["producerId"] = .int(header.producerID.rawValue)
            facts["producerEpoch"] = .int(Int64(header.producerEpoch))
            facts["baseSequence"] = .int(Int64(header.baseSequence))
            facts["lastSequence"] = .int(Int64(header.lastSequence))
            facts["count"] = .int(Int64(header.recordCount))
            facts["transactional"] = .bool(header.isTransactional)
            facts["control"] = .bool(header.isControl)
            facts["deleteHorizonMs"] = header.hasDeleteHorizon ? .int(header.baseTimestamp) : .null
        }
        for (key, value) in facts.sorted(by: { $0.key < $1.key }) where json[key] != value {
            return "\(key) is \(value), expected \(String(describing: json[key]))"
        }
        let records = try batch.records()
        let expected = json["records"]?.array ?? []
        guard records.count == expected.count else { return "\(records.count) records, expected \(expected.count)" }
        for (record, json) in zip(records, expected) {
            if let wrong = compare(record, json, isControl: batch.isControl) {
                return "offset \(record.offset): \(wrong)"
            }
        }
        return nil
    }

    private static func compare(_ record: Record, _ json: JSONValue, isControl: Bool) -> String? {
        func text(_ bytes: ByteSlice?) -> JSONValue { bytes.map { .string(Hex.encode($0)) } ?? .null }
        var facts: [String: JSONValue] = [
            "offset": .int(record.offset), "timestamp": .int(record.timestamp), "key": text(record.key),
            "value": text(record.value),
        ]
        if json["sequence"] != nil { facts["sequence"] = .int(Int64(record.sequence)) }
        if json["headers"] != nil {
            facts["headers"] = .array(record.headers.map { .array([.string($0.key), text($0.value)]) })
        }
        for (key, value) in facts where json[key] != value {
            return "\(key) is \(value), expected \(String(describing: json[key]))"
        }
        guard let control = json["controlType"]?.string else { return nil }
        let names: [String: ControlRecordType] = [
            "ABORT": .abort, "COMMIT": .commit, "LEADER_CHANGE": .leaderChange, "SNAPSHOT_HEADER": .snapshotHeader,
            "SNAPSHOT_FOOTER": .snapshotFooter, "KRAFT_VERSION": .kraftVersion, "KRAFT_VOTERS": .kraftVoters,
        ]
        return isControl && ControlRecordType(key: record.key) == names[control]
            ? nil : "control type is not \(control)"
    }

    private static func name(_ type: TimestampType) -> String {
        switch type {
        case .none: "NoTimestampType"
        case .createTime: "CreateTime"
        case .logAppendTime: "LogAppendTime"
        }
    }

    /// The same batch by our own builder, from the deltas on disk.
    static func rewrite(_ batch: RecordBatch) throws -> ByteSlice {
        guard let header = batch.header, let codec = header.codec else { throw VectorFolder.Missing(field: "header") }
        let producer = RecordBatchBuilder.Producer(
            id: header.producerID, epoch: header.producerEpoch, baseSequence: header.baseSequence)
        var builder = RecordBatchBuilder(
            codec: codec, timestampType: header.timestampType, producer: producer,
            isTransactional: header.isTransactional, isControl: header.isControl)
        builder.baseOffset = header.baseOffset
        builder.leaderEpoch = header.partitionLeaderEpoch
        if header.hasDeleteHorizon { builder.deleteHorizon = header.baseTimestamp }
        let payload = try codec.decompress(
            batch.bytes.suffix(from: RecordBatchHeader.size), limit: RecordBatch.inflatedLimit)
        let views = try payload.withUnsafeBytes { all in
            var cursor = RecordCursor(all)
            return try (0..<header.recordCount).map { _ in try cursor.next() }
        }
        func slice(_ start: Int, _ length: Int) -> ByteSlice? {
            length < 0 ? nil : payload.slice(start..<start + length)
        }
        for view in views {
            builder.append(
                key: slice(view.keyStart, view.keyLength), value: slice(view.valueStart, view.valueLength),
                headers: try RecordCursor.headers(of: view, in: payload),
                timestamp: header.baseTimestamp &+ view.timestampDelta, offsetDelta: view.offsetDelta)
        }
        builder.retain(lastOffsetDelta: header.lastOffsetDelta, maxTimestamp: header.maxTimestamp)
        return try builder.build()
    }

    // MARK: Broken and foreign ones

    /// `{hex, completeBatches, recordsRead, validBytes, error: null | {stage, ...}}`
    static func outcome(_ line: JSONValue) throws -> String? {
        let bytes = try VectorFolder.bytes(line)
        var complete: Int64 = 0
        var records: Int64 = 0
        var valid: Int64 = 0
        var refusal: (stage: String, error: RecordError)?
        for element in RecordBatches(bytes) {
            do throws(RecordError) {
                let batch = try element.batch.get()
                do throws(RecordError) {
                    records += Int64(try batch.records().count)
                } catch {
                    throw .invalid("\(error)")
                }
                complete += 1
                valid = Int64(element.position + element.size)
            } catch {
                let stage =
                    switch error {
                    case .notABatch: "split"
                    case .corrupt: "ensureValid"
                    case .invalid, .compression: "records"
                    }
                refusal = (stage, error)
                break
            }
        }
        guard complete == line["completeBatches"]?.int else {
            return "\(complete) whole batches, \(String(describing: refusal))"
        }
        guard let error = line["error"], error != .null else {
            if let refusal { return "refused: \(refusal.error)" }
            guard records == line["recordsRead"]?.int else { return "\(records) records" }
            return valid == line["validBytes"]?.int ? nil : "\(valid) valid bytes"
        }
        guard let refusal else { return "accepted, Kafka refuses it: \(error["message"]?.string ?? "")" }
        guard refusal.stage == error["stage"]?.string else {
            return "refused in stage \(refusal.stage): \(refusal.error)"
        }
        return nil
    }
}
