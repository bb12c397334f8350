import CPCRE2

/// A regular expression (PCRE2) or a text whose letter case does not matter, compiled to machine code.
///
/// `@unchecked Sendable`: the pattern is read only once it is made; what a search writes to belongs to its thread.
final class RecordPattern: @unchecked Sendable {
    /// Why a text is no pattern.
    struct Broken: Error {
        var message: String
        /// Bytes of the pattern in front of the place.
        var position: Int
    }

    /// What a search in bytes gave.
    enum Answer {
        case found, absent
        /// It needed more steps than a search may have.
        case gaveUp
    }

    private let pattern: OpaquePointer

    /// Compiles a regular expression.
    convenience init(_ text: [UInt8]) throws(Broken) {
        try self.init(text, isLiteral: false, ignoresCase: false)
    }

    /// A text, letter case aside.
    convenience init(ignoringCase text: [UInt8]) throws(Broken) {
        try self.init(text, isLiteral: true, ignoresCase: true)
    }

    private init(_ text: [UInt8], isLiteral: Bool, ignoresCase: Bool) throws(Broken) {
        var message = [CChar](repeating: 0, count: 200)
        var position = 0
        let made = kd_pattern_compile(text, text.count, isLiteral, ignoresCase, &message, message.count, &position)
        guard let made else {
            let words = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw Broken(message: String(decoding: words, as: UTF8.self), position: min(position, text.count))
        }
        pattern = made
    }

    deinit {
        kd_pattern_free(pattern)
    }

    /// Looks for it in `bytes`.
    func find(in bytes: UnsafeRawBufferPointer) -> Answer {
        var empty: UInt8 = 0
        let code = withUnsafePointer(to: &empty) { nowhere in
            let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) ?? nowhere
            return kd_pattern_find(pattern, start, bytes.count)
        }
        return code > 0 ? .found : code == 0 ? .absent : .gaveUp
    }
}
