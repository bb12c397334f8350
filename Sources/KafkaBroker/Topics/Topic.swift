import KafkaWire

/// A topic as it stands; a change makes a new one that shares the partitions.
final class Topic: Sendable {
    let name: TopicName
    let id: KafkaUUID
    /// By number, from 0.
    let partitions: [Partition]
    /// The settings it was given, by name; the others follow the broker.
    let overrides: [String: String]

    init(name: TopicName, id: KafkaUUID, partitions: [Partition], overrides: [String: String]) {
        self.name = name
        self.id = id
        self.partitions = partitions
        self.overrides = overrides
    }

    /// True for the topics of Kafka's own that no client may write to.
    var isInternal: Bool { Self.isInternal(name) }

    /// The partition of that number, or nil.
    func partition(_ number: Int32) -> Partition? {
        number >= 0 && Int(number) < partitions.count ? partitions[Int(number)] : nil
    }

    static func isInternal(_ name: TopicName) -> Bool {
        name == "__consumer_offsets" || name == "__transaction_state" || name == "__share_group_state"
    }

    /// Why a name cannot be a topic's, in Kafka's words, or nil when it can.
    static func complaint(about name: TopicName) -> String? {
        guard let flaw = name.flaw else { return nil }
        let why =
            switch flaw {
            case .empty: "the empty string is not allowed"
            case .tooLong: "the length of '\(name)' is longer than the max allowed length \(TopicName.longest)"
            case .dots: "'\(name)' is not allowed"
            case .characters:
                "'\(name)' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'"
            }
        return "Topic name is invalid: \(why)"
    }

    /// Names that fall together here cannot both be topics: `.` and `_` are the same in metric names.
    static func collisionKey(_ name: TopicName) -> String {
        String(name.rawValue.map { $0 == "." ? "_" : $0 })
    }
}

/// Why a change of a topic is refused: the code and the sentence of the answer.
struct TopicError: Error, Sendable, Equatable {
    var code: ErrorCode
    var message: String?

    init(_ code: ErrorCode, _ message: String? = nil) {
        self.code = code
        self.message = message
    }
}
