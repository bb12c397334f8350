import CUtf8proc

/// Makes the invisible visible: no control, C1, DEL, bidirectional, zero-width or line separator character passes, so
/// that no record, header or name can speak to the terminal or reorder what stands around it.
///
/// C0 and DEL become control pictures (`␛`), everything else `‹U+202E›`. The joiner passes inside an emoji sequence,
/// tags inside a flag, a variation selector after a base.
public enum Sanitizer {
    /// `text` with marks in place of what must not reach a terminal. Text without such characters comes back as it is.
    public static func visible(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var marked = Marked()
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            scalars.formIndex(after: &index)
            marked.append(scalar, next: index < scalars.endIndex ? scalars[index] : nil)
        }
        return marked.changed ? String(marked.output) : text
    }

    /// The same for bytes that should be UTF-8: each byte that is not becomes `‹FF›`.
    public static func visible(bytes: UnsafeRawBufferPointer) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return visible(text) }
        var output = ""
        var valid: [UInt8] = []
        var rest = bytes[...]
        func flush() {
            output += visible(String(decoding: valid, as: UTF8.self))
            valid.removeAll(keepingCapacity: true)
        }
        while let first = rest.first {
            let length = sequenceLength(first)
            let candidate = rest.prefix(length)
            if candidate.count == length, String(validating: candidate, as: UTF8.self) != nil {
                valid.append(contentsOf: candidate)
                rest = rest.dropFirst(length)
            } else {
                flush()
                output += "‹\(hex(UInt32(first), digits: 2))›"
                rest = rest.dropFirst()
            }
        }
        flush()
        return output
    }

    /// How many characters of `text` `visible` would replace by marks.
    public static func marks(in text: String) -> Int {
        var marked = Marked()
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            scalars.formIndex(after: &index)
            marked.append(scalar, next: index < scalars.endIndex ? scalars[index] : nil)
        }
        return marked.marks
    }

    private static func sequenceLength(_ first: UInt8) -> Int {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }

    fileprivate static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

/// The text so far and what the next code point may lean on.
private struct Marked {
    var output = String.UnicodeScalarView()
    var changed = false
    var marks = 0
    private var before: Unicode.Scalar?
    private var combining = 0

    mutating func append(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) {
        let value = scalar.value
        if value >= 0x20, value < 0x7F { return pass(scalar) }
        if value < 0x20 || value == 0x7F { return mark(picture(value)) }
        switch utf8proc_category(Int32(bitPattern: value)) {
        case UTF8PROC_CATEGORY_CC, UTF8PROC_CATEGORY_ZL, UTF8PROC_CATEGORY_ZP, UTF8PROC_CATEGORY_CS:
            mark(name(value))
        case UTF8PROC_CATEGORY_CF:
            if value == 0x200D, let before, let next, isPictographic(before) || isJoinedPart(before),
                isPictographic(next)
            {
                output.append(scalar)
                combining += 1
            } else if value >= 0xE0020, value <= 0xE007F, let before,
                before.value == 0x1F3F4 || (before.value >= 0xE0020 && before.value < 0xE007F), combining < 8
            {
                output.append(scalar)
                self.before = scalar
                combining += 1
            } else {
                mark(name(value))
            }
        case UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME, UTF8PROC_CATEGORY_MC:
            extend(scalar)
        default:
            isInvisible(value) ? mark(name(value)) : pass(scalar)
        }
    }

    /// A mark on the character before it; a dotted circle carries it where there is none, and a tower of marks ends.
    private mutating func extend(_ scalar: Unicode.Scalar) {
        if isInvisible(scalar.value) { return mark(name(scalar.value)) }
        if combining >= 8 {
            mark(name(scalar.value))
            combining = 8
            return
        }
        guard let before, TextWidth.of(before) > 0 else {
            if isVariationSelector(scalar.value) { return mark(name(scalar.value)) }
            output.append("◌")
            output.append(scalar)
            self.before = "◌"
            combining = 1
            changed = true
            return
        }
        output.append(scalar)
        combining += 1
    }

    private mutating func pass(_ scalar: Unicode.Scalar) {
        output.append(scalar)
        // Vowels of Hangul have no width of their own and still start nothing: they need a syllable before them.
        if TextWidth.of(scalar) > 0 || before == nil {
            combining = isPictographic(scalar) ? combining : 0
            before = scalar
        }
    }

    private mutating func mark(_ text: String) {
        // One by one: `append(contentsOf:)` of a scalar view copies all of `output` each time.
        for scalar in text.unicodeScalars { output.append(scalar) }
        before = nil
        combining = 0
        changed = true
        marks += 1
    }

    private func picture(_ value: UInt32) -> String {
        Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value).map { String(Character($0)) } ?? "\u{FFFD}"
    }

    private func name(_ value: UInt32) -> String { "‹U+\(Sanitizer.hex(value, digits: 4))›" }

    private func isPictographic(_ scalar: Unicode.Scalar) -> Bool {
        utf8proc_get_property(Int32(bitPattern: scalar.value)).pointee.boundclass
            == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC.rawValue
    }

    private func isJoinedPart(_ scalar: Unicode.Scalar) -> Bool { (0x1F3FB...0x1F3FF).contains(scalar.value) }

    private func isVariationSelector(_ value: UInt32) -> Bool {
        (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
    }

    /// Characters of other categories that draw nothing.
    private func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x2065, 0x3164, 0xFFA0, 0xFFF0...0xFFF8: true
        case 0xE0000...0xE0FFF: !isVariationSelector(value)
        default: value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
        }
    }
}
