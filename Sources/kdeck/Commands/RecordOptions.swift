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

    /// An offset; nil when the option was not given.
    static func offset(_ option: String, _ invocation: Invocation) throws(Failure) -> Int64? {
        guard let text = invocation[option] else { return nil }
        guard let offset = Int64(text), offset >= 0 else {
            throw .usage(
                "--\(option) '\(Sanitizer.visible(text))' is no offset: give a number from 0; "
                    + "-n N begins with the newest N, --from-beginning with the oldest")
        }
        return offset
    }

    /// A time in milliseconds since 1970, or how long ago; nil when the option was not given.
    static func time(_ option: String, _ invocation: Invocation) throws(Failure) -> Int64? {
        guard let text = invocation[option] else { return nil }
        let now = WallClock.milliseconds()
        do throws(TimeTextError) {
            if let ago = try? DurationText.parse(text) { return now - min(ago, now) }
            return try TimeText.parse(text, now: now)
        } catch {
            throw .usage("--\(option): \(error.sentence)")
        }
    }

    /// The one partition of `--partition`; nil for any.
    static func partition(_ invocation: Invocation) throws(Failure) -> Int32? {
        guard let partitions = try partitions(invocation) else { return nil }
        guard partitions.count == 1 else {
            throw .usage("--partition \(invocation["partition"] ?? ""): give one; a record goes to one partition")
        }
        return partitions[0]
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
