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
        /// Looked at by a function that gives what is wrong, or nil.
        case checked(@Sendable (String) -> String?)
    }

    /// A broker setting that gives a topic setting its value.
    struct Synonym: Sendable {
        let name: String
        /// What one unit of the broker setting is in units of the topic setting (hours to milliseconds).
        let scale: Int64
    }

    let name: String
    let type: ValueType
    let defaultValue: String?
    let rule: Rule
    /// The broker settings that give the value when the topic has none, the strongest first.
    let synonyms: [Synonym]
    /// One sentence.
    let documentation: String

    init(
        _ name: String, _ type: ValueType, _ defaultValue: String?, _ rule: Rule, synonyms: [Synonym] = [],
        _ documentation: String
    ) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.rule = rule
        self.synonyms = synonyms
        self.documentation = documentation
    }

    /// A setting with one synonym in its own unit.
    init(
        _ name: String, _ type: ValueType, _ defaultValue: String?, _ rule: Rule, synonym: String,
        _ documentation: String
    ) {
        self.init(
            name, type, defaultValue, rule, synonyms: [Synonym(name: synonym, scale: 1)], documentation)
    }

    /// Why `value` is not accepted, in Kafka's words, or nil.
    func complaint(about value: String) -> String? {
        let what = "Invalid value \(value) for configuration \(name)"
        switch rule {
        case .any:
            if type == .boolean, !["true", "false"].contains(value.trimmed.lowercased()) {
                return "\(what): Expected value to be either true or false"
            }
            return nil
        case .integers(let range):
            guard let number = Int64(value.trimmed), type == .long || Int32(exactly: number) != nil else {
                return "\(what): Not a number of type \(type.word.uppercased())"
            }
            if number < range.lowerBound { return "\(what): Value must be at least \(range.lowerBound)" }
            if number > range.upperBound { return "\(what): Value must be no more than \(range.upperBound)" }
            return nil
        case .decimals(let range):
            guard let number = Double(value.trimmed) else { return "\(what): Not a number of type DOUBLE" }
            let wrong = "Invalid value \(number) for configuration \(name): Value must be"
            if number < range.lowerBound { return "\(wrong) at least \(Int(range.lowerBound))" }
            return number <= range.upperBound ? nil : "\(wrong) no more than \(Int(range.upperBound))"
        case .oneOf(let values):
            return values.contains(value) ? nil : "\(what): String must be one of: \(values.joined(separator: ", "))"
        case .someOf(let values):
            let given = value.split(separator: ",").map { String($0).trimmed }
            if let stranger = given.first(where: { !values.contains($0) }) {
                return "Invalid value \(stranger) for configuration \(name): String must be one of: "
                    + values.joined(separator: ", ")
            }
            return nil
        case .checked(let complaint):
            return complaint(value).map { "\(what): \($0)" }
        }
    }
}

extension ConfigDefinition.ValueType {
    /// Kafka's word for it.
    var word: String {
        switch self {
        case .boolean: "boolean"
        case .string: "string"
        case .int: "int"
        case .short: "short"
        case .long: "long"
        case .double: "double"
        case .list: "list"
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
