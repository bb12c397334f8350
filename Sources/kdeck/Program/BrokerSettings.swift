import Configuration
import KafkaBroker

/// The broker's settings from `--config FILE` and `--set KEY=VALUE`.
enum BrokerSettings {
    /// Sets what the file says, then what the command line says. Fails with every wrong setting in one line.
    static func apply(_ invocation: Invocation, to configuration: inout BrokerConfiguration) throws(Failure) {
        var wrong: [String] = []
        for path in invocation.all("config") {
            for setting in try read(path) {
                do throws(ConfigError) {
                    try configuration.set(setting.name, setting.value)
                } catch {
                    wrong.append("\(path) line \(setting.line): \(error)")
                }
            }
        }
        for text in invocation.all("set") {
            guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
                throw .usage("--set \(text) is no setting; give it as key=value")
            }
            do throws(ConfigError) {
                try configuration.set(String(text[..<mark]), String(text[text.index(after: mark)...]))
            } catch {
                wrong.append("--set: \(error)")
            }
        }
        if wrong.isEmpty { return }
        throw .usage(wrong.joined(separator: "; ") + "; `kdeck serve --list-configs` lists what there is")
    }

    /// Prints every setting: its name, type, default, how it can be altered, what it does.
    static func list() throws(Failure) {
        var output = StandardOutput()
        for setting in BrokerConfiguration.settings {
            output.write("\(setting.name)=\(setting.standard ?? "")\n")
            output.write("    \(setting.type), \(setting.update). \(setting.documentation)\n")
        }
        try output.finish()
    }

    private struct Setting {
        var name: String
        var value: String
        var line: Int
    }

    private static func read(_ path: String) throws(Failure) -> [Setting] {
        let text = try Folders.read(path)
        guard path.hasSuffix(".toml") else {
            return PropertiesDocument(text).entries.map {
                Setting(name: $0.key, value: $0.value, line: $0.line)
            }
        }
        do {
            var settings: [Setting] = []
            try flatten(try TOMLDocument(text).entries, under: "", into: &settings)
            return settings
        } catch {
            throw Failure(.usage, "\(path): \(error)")
        }
    }

    /// `[log.retention] hours = 1` and `"log.retention.hours" = 1` are the same.
    private static func flatten(
        _ entries: [TOMLEntry], under prefix: String, into settings: inout [Setting]
    ) throws(DocumentError) {
        for entry in entries {
            let name = prefix + entry.key
            if case .table(let inner) = entry.node.value {
                try flatten(inner, under: name + ".", into: &settings)
                continue
            }
            guard let text = text(entry.node.value) else {
                throw DocumentError(
                    message: "\(name) is neither text, number, true, false nor a list of those",
                    line: entry.node.line, column: entry.node.column)
            }
            settings.append(Setting(name: name, value: text, line: entry.node.line))
        }
    }

    private static func text(_ value: TOMLValue) -> String? {
        switch value {
        case .string(let text): return text
        case .integer(let number): return "\(number)"
        case .double(let number): return "\(number)"
        case .boolean(let flag): return "\(flag)"
        case .array(let items):
            var texts: [String] = []
            for item in items {
                guard let text = text(item.value) else { return nil }
                texts.append(text)
            }
            return texts.joined(separator: ",")
        case .table, .date: return nil
        }
    }
}
