import Glibc

/// The way from the root of a JSON value to a part of it.
struct JSONPath: Sendable, Equatable {
    /// One step down.
    enum Step: Sendable, Equatable {
        /// To the member with that name; of several the first.
        case member([UInt8])
        /// To the element at that place, from 0.
        case element(Int)
    }

    var steps: [Step] = []

    /// Where the part stands in `json`, its quotes or brackets included; nil when it is not there. Skips what it does not need
    /// and checks nothing of it: broken text gives nil or the part as far as it can be told, and never traps.
    func find(in json: UnsafeRawBufferPointer) -> Range<Int>? {
        var scanner = Scanner(json)
        scanner.skipSpace()
        for step in steps {
            let isThere =
                switch step {
                case .member(let name): scanner.enter(member: name)
                case .element(let index): scanner.enter(element: index)
                }
            guard isThere else { return nil }
        }
        let start = scanner.at
        scanner.skipValue()
        return scanner.at > start ? start..<scanner.at : nil
    }
}

/// A place in JSON text that only moves forward.
private struct Scanner {
    private let bytes: UnsafeRawBufferPointer
    private(set) var at = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func skipSpace() {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    }

    private mutating func take(_ wanted: UInt8) -> Bool {
        skipSpace()
        guard byte == wanted else { return false }
        at += 1
        return true
    }

    /// Moves from the start of an object to the value of its member.
    mutating func enter(member name: [UInt8]) -> Bool {
        guard take(0x7B) else { return false }
        while true {
            skipSpace()
            guard byte == 0x22 else { return false }
            let start = at + 1
            guard skipString() else { return false }
            let isIt = JSONText.isEqual(UnsafeRawBufferPointer(rebasing: bytes[start..<at - 1]), name)
            guard take(0x3A) else { return false }
            skipSpace()
            if isIt { return true }
            skipValue()
            guard take(0x2C) else { return false }
        }
    }

    /// Moves from the start of an array to its element.
    mutating func enter(element index: Int) -> Bool {
        guard take(0x5B) else { return false }
        for _ in 0..<index {
            skipSpace()
            let start = at
            skipValue()
            guard at > start, take(0x2C) else { return false }
        }
        skipSpace()
        return byte != nil && byte != 0x5D
    }

    /// Moves behind the string that starts here; false when it does not end.
    private mutating func skipString() -> Bool {
        let start = at + 1
        var from = start
        while from < bytes.count, let base = bytes.baseAddress,
            let quote = memchr(base + from, 0x22, bytes.count - from)
        {
            let place = UnsafeRawPointer(quote) - base
            var slashes = 0
            while place - slashes > start, bytes[place - slashes - 1] == 0x5C { slashes += 1 }
            at = place + 1
            if slashes & 1 == 0 { return true }
            from = at
        }
        at = bytes.count
        return false
    }

    /// Moves behind the value that starts here.
    mutating func skipValue() {
        guard let first = byte else { return }
        if first == 0x22 {
            _ = skipString()
            return
        }
        guard first == 0x7B || first == 0x5B else {
            while let byte, byte > 0x20, byte != 0x2C, byte != 0x7D, byte != 0x5D { at += 1 }
            return
        }
        var depth = 0
        while let byte {
            switch byte {
            case 0x22:
                _ = skipString()
                continue
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D: depth -= 1
            default: break
            }
            at += 1
            if depth == 0 { return }
        }
    }
}
