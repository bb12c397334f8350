/// What rows were made from: while it is the same, so are they.
struct RowVersion: Equatable, Sendable {
    /// ``ClusterView/structure`` or ``ClusterView/revision``, by what the rows depend on.
    var data: Int
    /// What the pane adds: its switches, as bits or a count.
    var pane = 0
}

/// The rows of a table, filtered and sorted once for each change and not for each frame. A table of ten thousand rows is
/// scrolled and drawn from here.
struct RowCache<Row: Sendable>: Equatable, Sendable {
    /// What the rows were made from.
    struct Key: Equatable, Sendable {
        var version: RowVersion
        var filter: String
        var sort: String
        var isDescending: Bool
        var onlyFaults: Bool
    }

    var key: Key?
    var rows: [Row] = []
    var ids: [String] = []
    /// Rows before the filter.
    var total = 0

    /// Nothing kept.
    init() {}

    /// What follows from the rest makes no difference.
    static func == (left: RowCache, right: RowCache) -> Bool { true }
}

/// What is typed after `/`, made ready to look for in many names.
struct TableFilter {
    private let bytes: [UInt8]
    private let text: String

    /// Looks for `typed`, letter case aside.
    init(_ typed: String) {
        text = typed.lowercased()
        bytes = Array(text.utf8)
    }

    /// Everything passes.
    var isEmpty: Bool { bytes.isEmpty }

    /// True when `name` has it somewhere.
    func matches(_ name: String) -> Bool {
        if isEmpty { return true }
        var name = name
        let found: Bool? = name.withUTF8 { letters in
            // Other letters than ASCII's have more to their case than one bit: those go the long way.
            if letters.contains(where: { $0 >= 0x80 }) { return nil }
            return find(in: letters)
        }
        return found ?? name.lowercased().holds(text)
    }

    private func find(in letters: UnsafeBufferPointer<UInt8>) -> Bool {
        guard letters.count >= bytes.count else { return false }
        for start in 0...(letters.count - bytes.count) {
            var matched = 0
            while matched < bytes.count, Self.lower(letters[start + matched]) == bytes[matched] { matched += 1 }
            if matched == bytes.count { return true }
        }
        return false
    }

    private static func lower(_ letter: UInt8) -> UInt8 {
        (65...90).contains(letter) ? letter | 0x20 : letter
    }
}
