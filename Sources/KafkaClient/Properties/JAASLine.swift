/// The value of `sasl.jaas.config`: one login module and its options.
///
/// `org.apache.kafka.common.security.plain.PlainLoginModule required username="alice" password="secret";`
struct JAASLine: Sendable, Hashable {
    /// The last part of the module's name.
    let module: String
    let options: [String: String]

    /// Nil when the line does not follow the grammar.
    init?(_ text: String) {
        var words = Self.words(text)[...]
        guard let name = words.popFirst(), let flag = words.popFirst(), words.last == ";" || flag.hasSuffix(";") else {
            return nil
        }
        var options: [String: String] = [:]
        for word in words where word != ";" {
            guard let equal = word.firstIndex(of: "=") else { return nil }
            options[String(word[..<equal])] = String(word[word.index(after: equal)...])
        }
        module = String(name.split(separator: ".").last ?? "")
        self.options = options
    }

    /// Words split at white space and before `;`, with quotes taken away.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        var isEscaped = false
        func end() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for character in text {
            if isEscaped {
                word.append(character)
                isEscaped = false
            } else if let open = quote {
                if character == "\\" {
                    isEscaped = true
                } else if character == open {
                    quote = nil
                } else {
                    word.append(character)
                }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ";" {
                end()
                words.append(";")
            } else if character.isWhitespace {
                end()
            } else {
                word.append(character)
            }
        }
        end()
        return quote == nil ? words : []
    }
}
