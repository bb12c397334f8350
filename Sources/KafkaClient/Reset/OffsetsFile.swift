import Glibc
import KafkaWire

/// Offsets as lines `topic,partition,offset`: what `kafka-consumer-groups --export` writes and `--from-file` reads.
public enum OffsetsFile {
    /// Reads such lines; empty ones and those that start with `#` are skipped, surrounding quotes are taken off.
    /// Fails with a sentence that names the first wrong line.
    public static func parse(_ text: String) throws(OffsetsFileError) -> [TopicPartition: Int64] {
        var found: [TopicPartition: Int64] = [:]
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            if line.allSatisfy({ $0 == " " }) || line.first == "#" { continue }
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(field)
            guard fields.count == 3, !fields[0].isEmpty, let partition = Int32(fields[1]), partition >= 0,
                let offset = Int64(fields[2]), offset >= 0
            else { throw OffsetsFileError(sentence: "line \(number) is not topic,partition,offset: \(line)") }
            let key = TopicPartition(topic: TopicName(fields[0]), partition: partition)
            if found.updateValue(offset, forKey: key) != nil {
                throw OffsetsFileError(sentence: "line \(number) names \(key) a second time")
            }
        }
        if found.isEmpty { throw OffsetsFileError(sentence: "there is no line topic,partition,offset in it") }
        return found
    }

    /// Writes what `parse` reads; partitions without an offset become remarks.
    public static func text(_ offsets: [(TopicPartition, Int64?)]) -> String {
        offsets.map { key, offset in
            offset.map { "\(key.topic),\(key.partition),\($0)\n" }
                ?? "# \(key.topic),\(key.partition) had no commit\n"
        }.joined()
    }

    /// Where a plan would put the group, in the partitions it moves or leaves where they are.
    public static func text(of plan: ResetPlan) -> String {
        text(plan.rows.filter { $0.isIncluded && $0.new != nil }.map { ($0.topicPartition, $0.new) })
    }

    /// Writes a new file, readable by the user alone, and waits until the disk has it. Fails when there is a file of that
    /// name or it cannot be written, with the reason.
    public static func write(_ text: String, to path: String) throws(OffsetsFileError) {
        func fail() throws(OffsetsFileError) {
            throw OffsetsFileError(sentence: "\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return try fail() }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 { return try fail() }
            bytes = bytes.dropFirst(count)
        }
        if fsync(descriptor) != 0 { try fail() }
    }

    private static func field(_ raw: Substring) -> String {
        var text = TimeText.trimmed(String(raw))
        if text.count >= 2, text.first == "\"", text.last == "\"" { text = String(text.dropFirst().dropLast()) }
        return text
    }
}

/// Why a file of offsets was not understood.
public struct OffsetsFileError: Error, Equatable, Sendable {
    /// One sentence that names the line.
    public let sentence: String
}
