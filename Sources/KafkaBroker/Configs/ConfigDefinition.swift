import KafkaWire

/// One setting: its name, what values it takes, where its broker-wide value comes from, what it does.
struct ConfigDefinition: Sendable {
    /// Kafka's numbers of value types in DescribeConfigs.
    enum ValueType: Int8, Sendable {
        case boolean = 1
        case string = 2
        case int = 3
        case short = 4
        case long = 5
        case double = 6
        case list = 7
    }

    /// What values are accepted.
    enum Rule: Sendable {
        case any
        case integers(ClosedRange<Int64>)
        case decimals(ClosedRange<Double>)
        case oneOf([String])
        case someOf([String])
    }

    let name: String
    let type: ValueType
    let defaultValue: String?
    let rule: Rule
    /// The broker setting that gives the value when the topic has none; nil when there is none.
    var synonym: String?
    let documentation: String

    init(
        _ name: String, _ type: ValueType, _ defaultValue: String?, _ rule: Rule, synonym: String? = nil,
        _ documentation: String
    ) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.rule = rule
        self.synonym = synonym
        self.documentation = documentation
    }

    /// Why `value` is not accepted, in Kafka's words, or nil.
    func complaint(about value: String) -> String? {
        let what = "Invalid value \(value) for configuration \(name)"
        switch rule {
        case .any:
            if type == .boolean, value != "true", value != "false" {
                return "\(what): Expected value to be either true or false"
            }
            return nil
        case .integers(let range):
            guard let number = Int64(value.trimmed) else {
                return "\(what): Not a number of type \(type == .long ? "LONG" : "INT")"
            }
            if number < range.lowerBound { return "\(what): Value must be at least \(range.lowerBound)" }
            if number > range.upperBound { return "\(what): Value must be no more than \(range.upperBound)" }
            return nil
        case .decimals(let range):
            guard let number = Double(value.trimmed) else { return "\(what): Not a number of type DOUBLE" }
            if !range.contains(number) {
                return "\(what): Value must be between \(range.lowerBound) and \(range.upperBound)"
            }
            return nil
        case .oneOf(let values):
            return values.contains(value) ? nil : "\(what): String must be one of: \(values.joined(separator: ", "))"
        case .someOf(let values):
            let given = value.split(separator: ",").map { String($0).trimmed }
            if let stranger = given.first(where: { !values.contains($0) }) {
                return "\(what): String must be one of: \(values.joined(separator: ", ")) (not \(stranger))"
            }
            return nil
        }
    }
}

extension String {
    /// Without spaces at both ends.
    var trimmed: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
