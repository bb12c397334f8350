import KafkaClient

/// Where `@` goes: what was typed, understood.
struct GoTo: Equatable, Sendable {
    /// Where reading starts; nil for the newest screenful.
    var start: ReadStart?
    /// What was understood, in words.
    var echo: String

    /// What can be typed.
    static let hint = "offset, p3@100, 14:00, 2026-11-24T14:00, -2h, earliest, latest"

    /// Why a text names no place, and what would.
    struct NotAPlace: Error, Equatable {
        var sentence: String
    }

    /// Understands `text`; else says what would be.
    static func parse(_ text: String, now: Int64, zone: LocalZone) -> Result<GoTo, NotAPlace> {
        let word = text.split(separator: " ").joined(separator: " ")
        switch word {
        case "earliest", "first", "beginning":
            return .success(GoTo(start: .earliest, echo: "the first record of every partition"))
        case "latest", "newest", "end":
            return .success(GoTo(start: nil, echo: "the newest records of all partitions"))
        case "": return .failure(NotAPlace(sentence: hint))
        default: break
        }
        let parts = word.split(separator: "@", omittingEmptySubsequences: false)
        if parts.count == 2 {
            let name = parts[0].hasPrefix("p") ? parts[0].dropFirst() : parts[0]
            guard let partition = Int32(name), partition >= 0, let offset = offset(parts[1]) else {
                return .failure(NotAPlace(sentence: "a partition and an offset are written p3@100"))
            }
            return .success(
                GoTo(
                    start: .positions([partition: offset]),
                    echo: "offset \(Quantity.grouped(offset)) of partition \(partition)"))
        }
        if let offset = offset(parts[0]) {
            return .success(
                GoTo(
                    start: .offset(offset),
                    echo: "offset \(Quantity.grouped(offset)) in every partition, or the nearest"))
        }
        do throws(TimeTextError) {
            let moment = try TimeText.parse(word, now: now, in: zone)
            return .success(
                GoTo(
                    start: .timestamp(moment),
                    echo: "\(TimeText.dateTime(moment, in: zone)) \(zone.name), first record at or after it"))
        } catch {
            return .failure(NotAPlace(sentence: error.sentence))
        }
    }

    /// Understands `text` for a topic of so many partitions; nil when that is not known.
    static func parse(_ text: String, partitions: Int?, now: Int64, zone: LocalZone) -> Result<GoTo, NotAPlace> {
        let found = parse(text, now: now, zone: zone)
        guard case .success(let place) = found, case .positions(let positions)? = place.start, let partitions,
            let missing = positions.keys.first(where: { Int($0) >= partitions })
        else { return found }
        let all = partitions == 1 ? "there is only partition 0" : "partitions go from 0 to \(partitions - 1)"
        return .failure(NotAPlace(sentence: "no partition \(missing): \(all)"))
    }

    /// An offset with or without commas; up to twelve digits, since more are milliseconds since 1970.
    private static func offset(_ text: Substring) -> Int64? {
        let digits = text.filter { $0 != "," && $0 != "_" }
        guard !digits.isEmpty, digits.utf8.count <= 12, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int64(digits)
    }
}
