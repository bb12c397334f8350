/// The names of a log's files: the base offset in 20 digits, and what it is.
enum SegmentName {
    enum Suffix: String {
        case log, index, timeindex, txnindex, snapshot
    }

    static func name(_ baseOffset: Int64, _ suffix: Suffix) -> String {
        digits(baseOffset) + "." + suffix.rawValue
    }

    static func digits(_ offset: Int64) -> String {
        let text = String(offset)
        return String(repeating: "0", count: max(0, 20 - text.utf8.count)) + text
    }

    /// Base offset and kind, or nil for a file of another name.
    static func parse(_ name: String) -> (baseOffset: Int64, suffix: Suffix)? {
        guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")),
            let suffix = Suffix(rawValue: String(name[name.index(after: dot)...])),
            name[..<dot].utf8.count == 20, name[..<dot].utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }),
            let offset = Int64(name[..<dot])
        else { return nil }
        return (offset, suffix)
    }
}
