/// A cluster of another program's settings, in Kafka's keys.
public struct ImportedContext: Equatable, Sendable {
    /// The context it would become.
    public var context: ContextEntry
    /// True when that program has it in use.
    public var isCurrent: Bool
    /// What could not be taken over, one line each.
    public var notes: [String]

    init(_ name: String) {
        context = ContextEntry(name: name, settings: [])
        isCurrent = false
        notes = []
    }

    /// Adds a setting when there is a value for it.
    mutating func set(_ key: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        context.settings.append(.init(key, value))
    }

    /// Kafka's name for what the two switches say.
    mutating func setProtocol(tls: Bool, sasl: Bool) {
        set("security.protocol", tls ? (sasl ? "SASL_SSL" : "SSL") : (sasl ? "SASL_PLAINTEXT" : "PLAINTEXT"))
    }

    /// TLS under four names that every program has for the same.
    mutating func setTLS(authority: String?, certificate: String?, key: String?, isInsecure: Bool) {
        set("ssl.truststore.location", authority)
        if authority != nil { set("ssl.truststore.type", "PEM") }
        set("ssl.certificate.location", certificate)
        set("ssl.key.location", key)
        if isInsecure { set("enable.ssl.certificate.verification", "false") }
    }
}

/// Why nothing is imported; one line without a full stop.
public struct ImportError: Error, Equatable, Sendable {
    /// What, why, what to do.
    public let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}
