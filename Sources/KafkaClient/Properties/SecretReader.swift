import Glibc
import Network

/// Fetches secrets from where settings say they are: `env:NAME`, `file:PATH`, `command:WORDS` or `prompt:`; anything else is
/// the secret itself, and so is what stands behind `plain:`.
public struct SecretReader: Sendable {
    /// Asks the user for something, without showing what is typed; nil when there is nobody to ask.
    public var prompt: @Sendable (_ what: String) -> String?

    /// A reader; without `prompt` nobody is asked.
    public init(prompt: @escaping @Sendable (_ what: String) -> String? = { _ in nil }) {
        self.prompt = prompt
    }

    /// The ways to say where a secret is.
    static let schemes = ["env:", "file:", "command:", "prompt:", "plain:"]

    /// True when `value` says where a secret is, and is none itself.
    public static func isReference(_ value: String) -> Bool {
        schemes.contains { value.hasPrefix($0) && $0 != "plain:" } || value.hasPrefix("${")
    }

    /// The secret behind `value`; the words of what went wrong never repeat it.
    func read(_ value: String, what: String) -> Result<String, PropertyError> {
        if value.hasPrefix("plain:") { return .success(String(value.dropFirst("plain:".count))) }
        if let name = Self.argument(of: value, "env:") ?? Self.braced(value) {
            guard let text = getenv(name) else {
                return .failure(PropertyError("\(what): the environment has no variable \(name)"))
            }
            return .success(String(cString: text))
        }
        if let path = Self.argument(of: value, "file:") {
            do throws(NetworkError) {
                let text = try SmallFile.read(UserPath.expand(path)).text
                return .success(String(text.last == "\n" || text.last == "\r\n" ? text.dropLast() : text[...]))
            } catch {
                return .failure(PropertyError("\(what): \(error.words)"))
            }
        }
        if let command = Self.argument(of: value, "command:") {
            do throws(ShellError) {
                return .success(try ShellCommand.output(of: command))
            } catch {
                return .failure(PropertyError("\(what): \(error.sentence)"))
            }
        }
        if value.hasPrefix("prompt:") {
            guard let typed = prompt(what) else {
                return .failure(
                    PropertyError("\(what) is asked for, and there is no terminal; use env:, file: or command:"))
            }
            return .success(typed)
        }
        return .success(value)
    }

    private static func argument(of value: String, _ scheme: String) -> String? {
        value.hasPrefix(scheme) ? String(value.dropFirst(scheme.count)) : nil
    }

    /// The name in `${env:NAME}` and `${NAME}`, as Kafka's own provider and shells write it.
    private static func braced(_ value: String) -> String? {
        guard value.hasPrefix("${"), value.hasSuffix("}") else { return nil }
        let inner = value.dropFirst(2).dropLast()
        let name = inner.hasPrefix("env:") ? inner.dropFirst(4) : inner
        return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? String(name) : nil
    }
}

/// Paths as a person writes them.
enum UserPath {
    /// With the user's home for a leading `~/`.
    static func expand(_ path: String) -> String {
        guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
        return String(cString: home) + path.dropFirst()
    }
}

extension ClientProperties {
    /// The secret of a setting; nil when it is not set.
    func secret(_ key: String, _ secrets: SecretReader) throws(PropertyError) -> String? {
        guard let entry = entries[key] else { return nil }
        return try resolve(entry.value, of: key, secrets)
    }

    /// The secret behind a value that a setting gave.
    func resolve(_ value: String, of key: String, _ secrets: SecretReader) throws(PropertyError) -> String {
        try secrets.read(value, what: key).get()
    }
}
