import KafkaClient
import KafkaWire
import Terminal

/// What the commands about records have in common.
enum RecordOptions {
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
