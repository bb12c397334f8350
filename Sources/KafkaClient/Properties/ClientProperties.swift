/// Settings of a client under Java's or librdkafka's names, on their way to a `ClientConfiguration`. Later ones win.
public struct ClientProperties: Sendable {
    /// A value and where it stands.
    struct Entry: Sendable {
        var value: String
        var origin: String
    }

    private(set) var entries: [String: Entry] = [:]
    /// Keys that are known and mean nothing to this client, with where they stand.
    public private(set) var ignored: [(key: String, origin: String)] = []

    /// No settings.
    public init() {}

    /// True when nothing was set that counts.
    public var isEmpty: Bool { entries.isEmpty }

    /// Sets `key`. Fails for one that no client of Kafka knows, and names the nearest that there is.
    public mutating func set(_ key: String, _ value: String, from origin: String) throws(PropertyError) {
        guard let name = PropertyKey.canonical(key) else {
            let near = PropertyKey.nearest(to: key).map { "; did you mean \($0)?" } ?? ""
            throw PropertyError("\(origin): no Kafka client knows \(key)\(near)")
        }
        if PropertyKey.honoured.contains(name) {
            entries[name] = Entry(value: value, origin: origin)
            // `ssl.ca.location` is PEM whatever a `ssl.truststore.type` beside it says.
            if key.hasPrefix("ssl.ca.") { entries["ssl.truststore.type"] = nil }
        } else {
            ignored.append((key, origin))
        }
    }

    /// The value of a setting under Java's name.
    public subscript(_ key: String) -> String? { entries[key]?.value }

    /// True when the value of `key` is a secret.
    public static func isSecret(_ key: String) -> Bool {
        PropertyKey.secret.contains(PropertyKey.synonyms[key] ?? key)
    }

    /// The settings that count here, by Java's names and librdkafka's.
    public static var names: [String] { PropertyKey.honoured.union(PropertyKey.synonyms.keys).sorted() }

    /// True when a client of Kafka may have that setting.
    public static func isKnown(_ key: String) -> Bool { PropertyKey.canonical(key) != nil }

    /// The brokers of `bootstrap.servers`; nil when it is not set.
    public func bootstrap() throws(PropertyError) -> [HostPort]? {
        guard let entry = entries["bootstrap.servers"] else { return nil }
        do throws(AddressError) {
            return try HostPort.parseList(entry.value)
        } catch {
            throw PropertyError("\(entry.origin): bootstrap.servers: \(error.sentence)")
        }
    }

    /// The configuration that these settings describe: certificates are loaded and secrets fetched. Fails when one cannot be,
    /// or when settings are missing or contradict each other.
    public func configuration(
        bootstrap fallback: [HostPort], secrets: SecretReader
    ) throws(PropertyError) -> ClientConfiguration {
        var configuration = ClientConfiguration(bootstrap: try bootstrap() ?? fallback)
        if let name = self["client.id"] { configuration.clientID = name }
        if let span = try milliseconds("request.timeout.ms") { configuration.requestTimeout = span }
        if let span = try milliseconds("socket.connection.setup.timeout.ms") { configuration.connectTimeout = span }
        let security = try securityProtocol()
        if security.usesTLS { configuration.tls = try tls(secrets) }
        if security.usesSASL { configuration.sasl = try sasl(secrets) }
        return configuration
    }

    /// What `security.protocol` says. Without it, settings of TLS and SASL that are there speak for themselves: a login is
    /// never left out because one line is missing.
    func securityProtocol() throws(PropertyError) -> SecurityProtocol {
        if let entry = entries["security.protocol"] {
            let names = SecurityProtocol.allCases.map(\.rawValue).joined(separator: ", ")
            guard let known = SecurityProtocol(rawValue: entry.value.uppercased()) else {
                throw PropertyError("\(entry.origin): security.protocol is \(entry.value); give one of \(names)")
            }
            return known
        }
        let stores = ["ssl.truststore.location", "ssl.truststore.certificates", "ssl.keystore.location"]
        let usesTLS = stores.contains { self[$0] != nil }
        let logins = ["sasl.jaas.config", "sasl.username", "sasl.oauthbearer.token.command"]
        let usesSASL = logins.contains { self[$0] != nil }
        return SecurityProtocol(usesTLS: usesTLS, usesSASL: usesSASL)
    }

    private func milliseconds(_ key: String) throws(PropertyError) -> Duration? {
        guard let entry = entries[key] else { return nil }
        guard let value = Int(entry.value), value > 0, value <= 3_600_000 else {
            throw PropertyError("\(entry.origin): \(key) is \(entry.value); give 1 to 3600000 milliseconds")
        }
        return .milliseconds(value)
    }
}

/// Why settings make no client; one line.
public struct PropertyError: Error, Sendable, Hashable {
    /// What, why, what to do; without a full stop.
    public let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}
