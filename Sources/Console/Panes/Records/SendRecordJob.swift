import Bytes
import KafkaClient
import KafkaWire

/// Sends one record.
struct SendRecordJob: ChangeJob {
    var topic: TopicName
    var draft: RecordDraft
    /// What it was made from, in words; empty for a new record.
    var origin: String
    var name: String { "send" }

    var change: PlannedChange {
        let place = draft.partition.map { ", partition \($0)" } ?? ""
        return PlannedChange(
            what: "send a record to \(topic)\(place)",
            sameAs: "kafka-console-producer --topic \(topic) --property parse.key=true --property key.separator=:",
            requests: ["InitProducerId", "Produce"],
            details: (origin.isEmpty ? [] : ["made from \(origin)"]) + RecordDifference.lines(from: nil, to: draft))
    }

    func run(_ tools: JobTools) async {
        let producer = Producer(cluster: tools.cluster, linger: .zero)
        do throws(ClientError) {
            let sent = try await producer.send(
                topic: topic, partition: draft.partition, key: draft.key, value: draft.value, headers: draft.headers)
            let place = "p\(sent.partition)" + (sent.offset < 0 ? "" : "@\(Quantity.grouped(sent.offset))")
            tools.report(SendReport(place: place, sameAs: change.sameAs))
        } catch {
            tools.report(SendReport(failure: error.sentence, sameAs: change.sameAs))
        }
    }
}

/// How sending ended.
struct SendReport: ChangeReport {
    /// Where it lies.
    var place = ""
    /// Why it was not sent, or may not have been.
    var failure: String?
    var sameAs: String

    var ending: ChangeEnding? {
        ChangeEnding(isGood: failure == nil, sentence: failure ?? "sent to \(place)")
    }

    var notice: Notice {
        failure.map { Notice(.bad, $0) } ?? Notice(.good, "sent to \(place)", sameAs: sameAs)
    }
}

extension RecordsPane {
    /// Opens the record under the cursor in the editor.
    mutating func edit(in context: PaneContext) -> [PaneAction] {
        guard case .found(let found)? = row(at: cursor) else { return [] }
        let record = found.record
        guard row(at: cursor)?.isCut == false else {
            return [
                .say(
                    Notice(
                        .warn,
                        "too large to edit here; `kdeck search` and `kdeck produce` carry it whole"
                    ))
            ]
        }
        let draft = RecordDraft(key: record.key, value: record.value, headers: record.headers)
        original = draft
        return [.edit(draft.text(for: topic))]
    }

    /// Opens a new record in the editor.
    mutating func compose(in context: PaneContext) -> [PaneAction] {
        original = nil
        return [.edit(Self.blank.text(for: topic))]
    }

    /// What a new record starts with.
    private static let blank = RecordDraft(key: ByteSlice(""), value: ByteSlice(""))

    mutating func edited(_ text: String, in context: PaneContext) -> [PaneAction] {
        let draft: RecordDraft
        do throws(RecordDraft.Broken) {
            guard let read = try RecordDraft.read(text) else { return [.say(Notice(.info, "nothing is sent"))] }
            draft = read
            if original == nil, draft == Self.blank {
                return [.say(Notice(.info, "nothing is sent: nothing was written"))]
            }
        } catch {
            return [.say(Notice(.bad, "not sent: \(error.sentence)"))]
        }
        let origin = original.flatMap { _ in selection }.map { "p\($0.partition)@\(Quantity.grouped($0.offset))" } ?? ""
        let job = SendRecordJob(topic: topic, draft: draft, origin: origin)
        let badge = context.console.place
        return [
            .dialog(
                ConfirmDialog(
                    "send to \(topic) on \(badge)", lines: RecordDifference.lines(from: original, to: draft),
                    verb: "send", job: job, in: context))
        ]
    }
}
