import KafkaClient
import Terminal

/// Settings in words.
enum ConfigText {
    /// The value as a person reads it.
    static func readable(_ entry: ConfigEntry) -> String {
        entry.value == nil ? entry.isSensitive ? "hidden" : "not set" : readable(entry.value, entry.name)
    }

    /// `segment.bytes` as `64 MiB`, `retention.ms` as `7 d`; what says "without end" so.
    static func readable(_ value: String?, _ name: String) -> String {
        guard let value else { return "–" }
        guard let number = Int64(value) else { return value.isEmpty ? "\"\"" : value }
        if number == Int64.max { return name.hasSuffix(".ms") ? "for ever" : "no limit" }
        if number == -1, name.hasPrefix("retention.") { return name.hasSuffix(".ms") ? "for ever" : "no limit" }
        guard number >= 0 else { return value }
        for (unit, milliseconds) in [(".ms", 1), (".seconds", 1_000), (".minutes", 60_000), (".hours", 3_600_000)]
            as [(String, Int64)]
        where name.hasSuffix(unit) && number < Int64.max / milliseconds {
            return Quantity.duration(number * milliseconds)
        }
        if name.hasSuffix(".bytes") { return Quantity.size(number) }
        return value
    }

    /// `orders`, `broker 1`.
    static func name(_ resource: ConfigResource) -> String {
        switch resource {
        case .topic(let name): name.rawValue
        case .broker(let id): "broker \(id)"
        case .allBrokers: "all brokers"
        case .group(let id): id.rawValue
        }
    }

    /// What it means, where its value comes from, the raw value where it reads differently.
    static func lines(_ entry: ConfigEntry) -> [(text: String, role: Role)] {
        var lines: [(text: String, role: Role)] = []
        let read = readable(entry)
        lines.append(
            (
                entry.value.map { $0 == read ? read : "\(read)  =  \($0)" }
                    ?? (entry.isSensitive ? "hidden: Kafka never tells secrets" : "not set"),
                .accent
            ))
        if !entry.documentation.isEmpty { lines.append((plain(entry.documentation), .text)) }
        if !entry.synonyms.isEmpty {
            let chain = entry.synonyms.map { synonym in
                let name = synonym.name == entry.name ? "" : " \(synonym.name)"
                return "\(readable(synonym.value, synonym.name)) from \(synonym.source.words)\(name)"
            }
            lines.append((chain.joined(separator: "  ◂  "), .dim))
        }
        if entry.isReadOnly {
            lines.append(("It is read when a broker starts, and cannot be changed while it runs.", .dim))
        }
        return lines
    }

    /// Kafka's documentation without its marks of HTML.
    static func plain(_ text: String) -> String {
        var out = ""
        var isTag = false
        for character in text {
            switch character {
            case "<": isTag = true
            case ">" where isTag: isTag = false
            case "\n": if !isTag { out.append(" ") }
            default: if !isTag { out.append(character) }
            }
        }
        for (code, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] { out = out.swapping(code, for: sign) }
        return out
    }
}
