/// The help of one command, written from the table.
struct Help {
    /// Columns that a line may have.
    let width: Int

    /// The help of a command, in lines that the terminal has room for.
    static func text(path: [String], _ command: Command, width: Int = StandardOutput.columns) -> String {
        Help(width: min(max(width, 40), 100)).text(path: path, command)
    }

    private func text(path: [String], _ command: Command) -> String {
        let name = (["kdeck"] + path).joined(separator: " ")
        var out = wrap(command.summary, indent: 0) + "\n"
        out += usage(name, command)
        for sentence in command.details { out += "\n" + wrap(sentence, indent: 0) }
        if !command.operands.isEmpty {
            out += "\n" + rows(command.operands.map { ($0.spelling, $0.about) })
        }
        if !command.commands.isEmpty {
            out += "\nCommands\n" + rows(command.commands.map { ($0.name, $0.summary) })
        }
        let options =
            command.options + [ArgumentReader.helpOption] + (path.isEmpty ? [ArgumentReader.versionOption] : [])
        out += "\nOptions\n" + rows(options.map { (Self.spelling($0), $0.about) })
        if path.isEmpty {
            out += "\n" + wrap(Self.sharedTitle, indent: 0) + rows(command.shared.map { (Self.spelling($0), $0.about) })
        }
        if !command.examples.isEmpty {
            out += "\nExamples\n" + command.examples.map { "  \($0)\n" }.joined()
        }
        if path.isEmpty {
            out += "\n" + wrap("Exit codes: 0 ok, 1 failed, 2 usage, 3 not found, 4 denied, 5 unreachable.", indent: 0)
        }
        return out
    }

    static let sharedTitle = "Options of every command that asks a cluster, before the command's name or behind it"

    private func usage(_ name: String, _ command: Command) -> String {
        let operands = command.operands.map { " " + $0.spelling }.joined()
        var out = ""
        if command.run != nil { out += "  \(name)\(operands) [options]\n" }
        if !command.commands.isEmpty { out += "  \(name) COMMAND [options]\n" }
        return out
    }

    static func spelling(_ option: CommandOption) -> String {
        let letter = option.letter.map { "-\($0), " } ?? "    "
        return letter + "--" + option.name + (option.argument.map { " " + $0 } ?? "")
    }

    private func rows(_ rows: [(left: String, right: String)]) -> String {
        let column = min(rows.map(\.left.count).max() ?? 0, 34)
        // Where little room is left beside the names, what they do stands below them.
        let isNarrow = width - column - 4 < 30
        return rows.map { row in
            if isNarrow { return "  \(row.left)\n" + wrap(row.right, indent: 8) }
            if row.left.count > column { return "  \(row.left)\n" + wrap(row.right, indent: column + 4) }
            let left = "  " + row.left + String(repeating: " ", count: column - row.left.count + 2)
            return left + wrap(row.right, indent: column + 4).drop { $0 == " " }
        }.joined()
    }

    /// Breaks at spaces where a line would be too long.
    private func wrap(_ text: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        return lines.map { margin + $0 + "\n" }.joined()
    }
}
