import KafkaWire

/// A change of one resource's settings, as both altering requests say it.
struct ConfigAlteration: Sendable {
    /// What is done with one setting, in Kafka's numbers.
    enum Operation: Int8, Sendable {
        case set = 0
        case delete = 1
        case append = 2
        case subtract = 3
    }

    /// One setting.
    struct Entry: Sendable {
        var name: String
        var operation: Operation
        var value: String?
    }

    var resourceType: Int8
    var resourceName: String
    var entries: [Entry]
    /// True for AlterConfigs: what is not named goes back to its default.
    var replacesAll: Bool

    /// What can be told from the request alone.
    func check() throws(TopicError) {
        var seen: Set<String> = []
        for entry in entries {
            guard seen.insert(entry.name).inserted else {
                throw TopicError(.invalidRequest, "Error due to duplicate config keys")
            }
            if entry.value == nil, entry.operation != .delete {
                throw TopicError(.invalidRequest, "Null value not supported for : \(entry.name)")
            }
        }
    }

    /// The settings after the change of `current`. A setting to be deleted need not be known; `definition` fails for
    /// any other stranger, `standing` gives the value that counts for a list that is added to or taken from, `refusal`
    /// is the code of a bad value.
    func applied(
        to current: [String: String], refusal: ErrorCode,
        definition: (String) throws(TopicError) -> ConfigDefinition,
        standing: (ConfigDefinition) -> String?
    ) throws(TopicError) -> [String: String] {
        var values = replacesAll ? [:] : current
        for entry in entries {
            guard entry.operation != .delete, let given = entry.value else {
                values[entry.name] = nil
                continue
            }
            let known = try definition(entry.name)
            switch entry.operation {
            case .set, .delete: values[entry.name] = given
            case .append, .subtract:
                guard known.type == .list else {
                    let word = entry.operation == .append ? "APPEND" : "SUBTRACT"
                    throw TopicError(
                        .invalidConfig, "Can't \(word) to key \(entry.name) because its type is not LIST.")
                }
                var items = Self.items(standing(known) ?? "")
                let named = Self.items(given)
                if entry.operation == .append {
                    items += named.filter { !items.contains($0) }
                } else {
                    items.removeAll { named.contains($0) }
                }
                values[entry.name] = items.joined(separator: ",")
            }
            if let value = values[entry.name], let complaint = known.complaint(about: value) {
                throw TopicError(refusal, complaint)
            }
        }
        return values
    }

    private static func items(_ list: String) -> [String] {
        list.split(separator: ",").map { String($0).trimmed }
    }
}

extension TopicError {
    /// What Kafka says to a request that makes no sense to it.
    static let malformedRequest =
        "This most likely occurs because of a request being malformed by the client library or the message was sent "
        + "to an incompatible broker. See the broker logs for more details."
}
