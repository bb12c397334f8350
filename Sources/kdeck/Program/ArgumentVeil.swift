import Glibc

/// Takes a secret out of what the system shows of this program's command line.
enum ArgumentVeil {
    /// Writes x over the value in every word `key=value`, `-Xkey=value` or `--property=key=value`.
    static func cover(_ key: String) {
        let arguments = CommandLine.unsafeArgv
        for index in 0..<Int(CommandLine.argc) {
            guard let word = arguments[index] else { continue }
            let text = String(cString: word)
            guard text.hasPrefix("\(key)=") || text.hasPrefix("-X\(key)=") || text.hasPrefix("--property=\(key)=")
            else { continue }
            guard let end = strstr(word, "\(key)=") else { continue }
            let value = end + key.utf8.count + 1
            memset(value, Int32(UInt8(ascii: "x")), strlen(value))
        }
    }
}
