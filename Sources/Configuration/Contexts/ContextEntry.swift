/// A cluster as the user's settings name it: how it is reached, and how it is shown.
public struct ContextEntry: Equatable, Sendable {
    /// One setting of a Kafka client.
    public struct Setting: Equatable, Sendable {
        /// Kafka's dotted key.
        public var key: String
        /// Its value.
        public var value: String
        /// The line in the file, from 1; 0 when it comes from elsewhere.
        public var line: Int

        /// The parts.
        public init(_ key: String, _ value: String, line: Int = 0) {
            self.key = key
            self.value = value
            self.line = line
        }
    }

    /// What `-c` calls it.
    public var name: String
    /// The client's settings, in the order of the file.
    public var settings: [Setting]
    /// The colour of its badge: a name, or `#RRGGBB`.
    public var color: String?
    /// Whether changes are locked at the start; nil leaves that to the program.
    public var isReadOnly: Bool?
    /// `FROM=TO`: addresses that brokers give and that are reached otherwise, as through a tunnel.
    public var rewrites: [String]

    /// The parts.
    public init(
        name: String, settings: [Setting], color: String? = nil, isReadOnly: Bool? = nil, rewrites: [String] = []
    ) {
        self.name = name
        self.settings = settings
        self.color = color
        self.isReadOnly = isReadOnly
        self.rewrites = rewrites
    }

    /// The value of a setting; the last one wins, as everywhere in Kafka.
    public subscript(_ key: String) -> String? { settings.last { $0.key == key }?.value }

    /// The table of this context as TOML, with an empty line before it.
    public var toml: String {
        var lines = ["", "[context.\(TOMLText.key(name))]"]
        for setting in settings { lines.append("\(setting.key) = \(TOMLText.string(setting.value))") }
        if let color { lines.append("color = \(TOMLText.string(color))") }
        if let isReadOnly { lines.append("read_only = \(isReadOnly)") }
        if !rewrites.isEmpty { lines.append("rewrite = [\(rewrites.map(TOMLText.string).joined(separator: ", "))]") }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Pieces of TOML.
enum TOMLText {
    /// A basic string.
    static func string(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// A key, in quotes where it needs them.
    static func key(_ name: String) -> String {
        let isBare = name.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte)
                || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return isBare && !name.isEmpty ? name : string(name)
    }
}
