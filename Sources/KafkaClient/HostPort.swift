/// Where a broker listens: a name or address, and a port.
public struct HostPort: Hashable, Sendable, CustomStringConvertible {
    /// A name, or an address without brackets.
    public var host: String
    /// The port.
    public var port: UInt16

    /// The two parts.
    public init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// `localhost:9092`, `[::1]:9092`.
    public var description: String {
        host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
    }

    /// The addresses of a list such as `a:9092,b:9093`; a missing port is 9092, an IPv6 address stands in brackets when a port
    /// follows. Fails for an empty list, an empty host, and a port outside of 1 to 65535.
    public static func parseList(_ text: String) throws(AddressError) -> [HostPort] {
        var addresses: [HostPort] = []
        for part in text.split(separator: ",") {
            let part = part.drop { $0 == " " }
            let trimmed = part.last == " " ? part.prefix { $0 != " " } : part
            addresses.append(try parse(trimmed))
        }
        guard !addresses.isEmpty else { throw AddressError(text: text, why: "there is no address in it") }
        return addresses
    }

    private static func parse(_ text: Substring) throws(AddressError) -> HostPort {
        var host = text
        var port: Substring = "9092"
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else {
                throw AddressError(text: String(text), why: "the closing bracket is missing")
            }
            host = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...]
            if rest.hasPrefix(":") {
                port = rest.dropFirst()
            } else if !rest.isEmpty {
                throw AddressError(text: String(text), why: "a port follows the bracket as :PORT")
            }
        } else if let colon = text.lastIndex(of: ":"), text.firstIndex(of: ":") == colon {
            host = text[..<colon]
            port = text[text.index(after: colon)...]
        }
        guard !host.isEmpty else { throw AddressError(text: String(text), why: "the host is missing") }
        guard !host.contains(where: { $0 == " " || $0 == "/" }) else {
            throw AddressError(text: String(text), why: "a host has no space and no slash; write HOST:PORT")
        }
        guard let number = UInt16(port), number > 0 else {
            throw AddressError(text: String(text), why: "the port is not a number from 1 to 65535")
        }
        return HostPort(host: String(host), port: number)
    }
}

/// A text that is no address.
public struct AddressError: Error, Hashable, Sendable {
    /// What was written.
    public let text: String
    /// What is wrong with it, as a phrase.
    public let why: String

    /// One line: what, why, what to do.
    public var sentence: String { "\"\(text)\" is no broker address: \(why)." }
}
