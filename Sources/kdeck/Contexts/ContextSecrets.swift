import Configuration
import KafkaClient

/// Which settings of a context are secrets, and how they are shown.
enum ContextSecrets {
    /// True when a secret stands in the setting itself, not where it can be had.
    static func isPlain(_ setting: ContextEntry.Setting) -> Bool {
        ClientProperties.isSecret(setting.key) && !SecretReader.isReference(setting.value)
    }

    /// The value, or where it is; never the secret.
    static func shown(_ setting: ContextEntry.Setting) -> String { isPlain(setting) ? "[hidden]" : setting.value }

    /// The name of the file that keeps a secret: no path can be made of a context's name.
    static func fileName(_ context: String, _ key: String) -> String {
        context.utf8.reduce(into: "") { name, byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            name += isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
        } + "." + key
    }
}
