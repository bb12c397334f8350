import KafkaClient
import KafkaWire
import Terminal

/// What the commands about records have in common.
enum RecordOptions {
    /// The topic of the first operand; what cannot be one is told before anybody is asked.
    static func topic(_ invocation: Invocation) throws(Failure) -> TopicName {
        let text = invocation.operands[0]
        let shown = Sanitizer.visible(text)
        guard !text.isEmpty, text != ".", text != ".." else {
            throw .usage("'\(shown)' is no topic's name; `kdeck topics` lists the topics")
        }
        guard text.utf8.count <= 249 else { throw .usage("'\(shown)' is no topic's name: longer than 249 characters") }
        let isLegal = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == 0x2E || byte == 0x5F || byte == 0x2D
        }
        guard isLegal else {
            throw .usage("'\(shown)' is no topic's name: letters, digits, '.', '_' and '-' are allowed in one")
        }
        return TopicName(text)
    }

    /// A number of records; nil when the option was not given.
    static func number(_ option: String, _ invocation: Invocation) throws(Failure) -> Int? {
        guard let text = invocation[option] else { return nil }
        guard let value = Int(text), value >= 0, value <= 1_000_000_000 else {
            throw .usage("--\(option) \(text): give a number from 0 to 1,000,000,000")
        }
        return value
    }

    /// A time in milliseconds since 1970; nil when the option was not given.
    static func time(_ option: String, _ invocation: Invocation) throws(Failure) -> Int64? {
        guard let text = invocation[option] else { return nil }
        do throws(TimeTextError) {
            return try TimeText.parse(text, now: WallClock.milliseconds())
        } catch {
            throw .usage("--\(option): \(error.sentence)")
        }
    }

    /// The partitions of `--partition`; nil for all.
    static func partitions(_ invocation: Invocation) throws(Failure) -> [Int32]? {
        guard let text = invocation["partition"] else { return nil }
        var partitions: Set<Int32> = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let partition = Int32(word), partition >= 0 else {
                throw .usage("--partition \(text): give numbers from 0, with commas between them")
            }
            partitions.insert(partition)
        }
        return partitions.sorted()
    }
}
