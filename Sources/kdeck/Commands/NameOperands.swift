import KafkaWire
import Terminal

extension TopicName {
    /// The topic that a word of the command line names; what cannot be one is told before anybody is asked.
    static func of(_ text: String) throws(Failure) -> TopicName {
        let name = TopicName(text)
        guard let flaw = name.flaw else { return name }
        let why =
            switch flaw {
            case .empty, .dots: "; `kdeck topics` lists the topics"
            case .tooLong: ": longer than \(TopicName.longest) characters"
            case .characters: ": letters, digits, '.', '_' and '-' are allowed in one"
            }
        throw .usage("'\(Sanitizer.visible(text))' is no topic's name\(why)")
    }
}

extension GroupID {
    /// The group that a word of the command line names.
    static func of(_ text: String) throws(Failure) -> GroupID {
        guard !text.isEmpty else { throw .usage("'' is no group's name; `kdeck groups` lists the groups") }
        return GroupID(text)
    }
}

extension Invocation {
    /// What the operands name, each once.
    func named<Name: Equatable>(_ of: (String) throws(Failure) -> Name) throws(Failure) -> [Name] {
        var names: [Name] = []
        for word in operands {
            let name = try of(word)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }
}
