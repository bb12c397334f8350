/// The help of one command, written from the table.
enum Help {
    static func text(path: [String], _ command: Command) -> String {
        let name = (["kdeck"] + path).joined(separator: " ")
        var out = "\(command.summary)\n\n"
        out += usage(name, command)
        for sentence in command.details { out += "\n" + wrap(sentence, indent: 0) }
        if !command.operands.isEmpty {
            out += "\n" + rows(command.operands.map { ($0.name, $0.about) })
        }
        if !command.commands.isEmpty {
            out += "\nCommands\n" + rows(command.commands.map { ($0.name, $0.summary) })
        }
        let options =
            command.options + [ArgumentReader.helpOption] + (path.isEmpty ? [ArgumentReader.versionOption] : [])
        out += "\nOptions\n" + rows(options.map { (spelling($0), $0.about) })
        if !command.examples.isEmpty {
            out += "\nExamples\n" + command.examples.map { "  \($0)\n" }.joined()
        }
        if path.isEmpty {
            out += "\nExit codes: 0 ok, 1 failed, 2 usage, 3 not found, 4 denied, 5 unreachable.\n"
        }
        return out
    }

    private static func usage(_ name: String, _ command: Command) -> String {
        let operands = command.operands.map { " " + $0.name }.joined()
        var out = ""
        if command.run != nil { out += "  \(name)\(operands) [options]\n" }
        if !command.commands.isEmpty { out += "  \(name) COMMAND [options]\n" }
        return out
    }

    static func spelling(_ option: CommandOption) -> String {
        let letter = option.letter.map { "-\($0), " } ?? "    "
        return letter + "--" + option.name + (option.argument.map { " " + $0 } ?? "")
    }

    private static func rows(_ rows: [(left: String, right: String)]) -> String {
        let width = min(rows.map(\.left.count).max() ?? 0, 34)
        return rows.map { row in
            if row.left.count > width {
                return "  \(row.left)\n" + wrap(row.right, indent: width + 4)
            }
            let left = "  " + row.left + String(repeating: " ", count: width - row.left.count + 2)
            return left + wrap(row.right, indent: width + 4).drop { $0 == " " }
        }.joined()
    }

    /// Breaks at spaces so that no line is longer than 100 columns.
    private static func wrap(_ text: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > 100 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        return lines.map { margin + $0 + "\n" }.joined()
    }
}
