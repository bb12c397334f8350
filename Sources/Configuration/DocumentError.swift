/// Why a file is not read, or what in a well-formed one makes no sense, and where.
public struct DocumentError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public var message: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1.
    public var column: Int

    /// Something wrong at a place.
    public init(message: String, line: Int, column: Int) {
        self.message = message
        self.line = line
        self.column = column
    }

    /// `line 3, column 7: what is wrong`.
    public var description: String { "line \(line), column \(column): \(message)" }
}

/// What the doors to the parsers of files have in common.
enum DocumentDoor {
    /// The longest file that is read, in bytes.
    static let maximumSize = 1 << 20

    /// A parser behind a door: text and its size, room for a message, where the error's line and column go.
    typealias Parser = (
        UnsafePointer<CChar>?, Int, UnsafeMutablePointer<CChar>?, Int, UnsafeMutablePointer<UInt32>?,
        UnsafeMutablePointer<UInt32>?
    ) -> OpaquePointer?

    /// The parser's document, which the caller frees.
    static func parse(_ bytes: [UInt8], by parser: Parser) throws(DocumentError) -> OpaquePointer {
        guard bytes.count <= maximumSize else {
            throw DocumentError(message: "longer than \(maximumSize) bytes", line: 1, column: 1)
        }
        var message = [CChar](repeating: 0, count: 512)
        var line: UInt32 = 0
        var column: UInt32 = 0
        let parsed = bytes.withUnsafeBytes { raw in
            parser(
                raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, &message, message.count, &line, &column
            )
        }
        guard let parsed else {
            let text = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw DocumentError(message: String(decoding: text, as: UTF8.self), line: Int(line), column: Int(column))
        }
        return parsed
    }
}
