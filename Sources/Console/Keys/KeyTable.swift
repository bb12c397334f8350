/// The keys of all panes as a table for people: what `kdeck-dev keys` prints for the README.
public enum KeyTable {
    /// Every binding of every pane and of the frame, in the order of the catalogue.
    static func rows() -> [BindingRow] {
        var rows: [BindingRow] = []
        for type in PaneCatalog.types { rows += type.staticRows }
        return rows + FrameCommand.rows
    }

    /// A Markdown table a scope.
    public static func markdown() -> String {
        var out = ""
        var scope = ""
        for row in rows() {
            if row.scope != scope {
                scope = row.scope
                out += "\(out.isEmpty ? "" : "\n")**\(scope)**\n\n| key | does |\n|---|---|\n"
            }
            let keys = row.keys.map { "`\(KeySign.text($0))`" }.joined(separator: " ")
            out += "| \(keys) | \(row.words) |\n"
        }
        return out
    }

    /// Keys that mean two things in one scope: a mistake in a table. Two bindings of one key are right only when one of
    /// them is absent while the other works, which tables say by sharing a key on purpose; there is none such today.
    public static func conflicts() -> [String] {
        var found: [String] = []
        for type in PaneCatalog.types {
            var seen: [String: String] = [:]
            for row in type.staticRows {
                if row.keys.isEmpty { found.append("\(row.scope): \(row.command) has no key") }
                for key in row.keys {
                    if let other = seen.updateValue(row.command, forKey: key.name) {
                        found.append("\(row.scope): \(key.name) is \(other) and \(row.command)")
                    }
                }
            }
            for sort in type.sortKeys {
                if let other = seen.updateValue(sort.words, forKey: String(sort.letter)) {
                    found.append("\(type.name): \(sort.letter) is \(other) and \(sort.words)")
                }
            }
        }
        var seen: [String: String] = [:]
        for row in FrameCommand.rows {
            for key in row.keys {
                if let other = seen.updateValue(row.command, forKey: key.name) {
                    found.append("frame: \(key.name) is \(other) and \(row.command)")
                }
            }
        }
        return found
    }
}

extension Pane {
    /// The bindings without a state: help in a document.
    static var staticRows: [BindingRow] {
        bindings.map { binding in
            BindingRow(
                scope: name, keys: binding.keys, command: binding.command.rawValue, words: binding.words,
                isInFoot: binding.isInFoot, availability: .enabled, shell: binding.shell)
        }
    }
}
