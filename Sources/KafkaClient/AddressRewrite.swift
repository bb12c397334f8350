/// Addresses that brokers give and that are reached otherwise: through a tunnel, a forwarded port, a container's host. The
/// name in a broker's certificate is still the one that it gave.
public struct AddressRewrite: Sendable, Hashable {
    private struct Rule: Sendable, Hashable {
        /// Nil is any.
        var host: String?
        var port: UInt16?
        var newHost: String
        /// Nil keeps the port.
        var newPort: UInt16?
    }

    private var rules: [Rule] = []

    /// Nothing is rewritten.
    public init() {}

    /// Rules such as `kafka-1:9092=localhost:19092`; `*` stands for any host on the left, and a port that is left out or `*`
    /// for any port on the left, the same port on the right. The first that fits is taken. Fails for a text that is no rule.
    public init(_ texts: [String]) throws(AddressError) {
        for text in texts {
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2 else { throw AddressError(text: text, why: "a rewrite rule is FROM=TO") }
            let from = try Self.side(parts[0], of: text)
            let to = try Self.side(parts[1], of: text)
            guard to.host != "*" else { throw AddressError(text: text, why: "the right side names a host") }
            rules.append(
                Rule(host: from.host == "*" ? nil : from.host, port: from.port, newHost: to.host, newPort: to.port))
        }
    }

    /// Where `address` is reached.
    public func callAsFunction(_ address: HostPort) -> HostPort {
        for rule in rules where rule.host == nil || rule.host == address.host {
            guard rule.port == nil || rule.port == address.port else { continue }
            return HostPort(host: rule.newHost, port: rule.newPort ?? address.port)
        }
        return address
    }

    private static func side(_ text: Substring, of rule: String) throws(AddressError) -> (host: String, port: UInt16?) {
        // An IPv6 address has colons of its own; in brackets it may have a port behind it.
        let hasPort = text.hasPrefix("[") ? text.holds("]:") : text.count(where: { $0 == ":" }) == 1
        if hasPort, text.hasSuffix(":*") { return (try host(text.dropLast(2), of: rule), nil) }
        guard hasPort else { return (try host(text, of: rule), nil) }
        let parsed = try HostPort.parseList(String(text))
        guard parsed.count == 1 else { throw AddressError(text: rule, why: "a side is one address") }
        return (parsed[0].host, parsed[0].port)
    }

    private static func host(_ text: Substring, of rule: String) throws(AddressError) -> String {
        let bare = text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text
        guard !bare.isEmpty, !bare.contains(where: { $0 == " " || $0 == "/" || $0 == "," }) else {
            throw AddressError(text: rule, why: "a side of it is no host")
        }
        return String(bare)
    }
}
