import Bytes
import KafkaClient
import KafkaWire
import Terminal

/// How a line of standard input becomes a record.
enum LineForm: Sendable {
    /// A value, perhaps with a key before a separator; the same headers for all.
    case text(separator: [UInt8]?, key: ByteSlice?, headers: [Record.Header], null: [UInt8]?)
    /// An object as `-o jsonl` prints it.
    case json

    /// What `--input` takes.
    static let names = ["text", "jsonl"]

    static func of(_ invocation: Invocation) throws(Failure) -> LineForm {
        let separator = invocation["key-separator"]
        let key = invocation["key"]
        let headers = invocation.all("header")
        let null = invocation["null"]
        switch invocation["input"] ?? "text" {
        case "text": break
        case "jsonl":
            guard separator == nil, key == nil, headers.isEmpty, null == nil else {
                throw .usage("--input jsonl has keys, headers and nulls in its lines; give none on the command line")
            }
            return .json
        case let other: throw .unknownWord(other, of: "--input", among: names)
        }
        guard separator == nil || key == nil else { throw .usage("give only one of --key and --key-separator") }
        guard separator?.isEmpty != true else { throw .usage("--key-separator is empty") }
        return .text(
            separator: separator.map { Array($0.utf8) }, key: key.map { ByteSlice($0) },
            headers: try headers.map(header), null: null.map { Array($0.utf8) })
    }

    private static func header(_ text: String) throws(Failure) -> Record.Header {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
            throw .usage("--header \(text): give NAME=VALUE")
        }
        return Record.Header(
            key: String(text[..<sign]), value: ByteSlice(String(text[text.index(after: sign)...])))
    }

    /// The record of a line; nil for an empty line of JSON. Fails with the line's number.
    func record(_ line: ByteSlice, number: Int) throws(Failure) -> RecordJSON.Parsed? {
        switch self {
        case .json:
            if line.isEmpty { return nil }
            do throws(RecordJSON.Broken) {
                return try RecordJSON.read(line)
            } catch {
                throw Failure(.failed, "line \(number) is no record: \(error.sentence)")
            }
        case .text(let separator, let key, let headers, let null):
            var record = RecordJSON.Parsed()
            record.headers = headers
            record.key = key
            record.value = line
            if let separator {
                guard let place = Self.place(of: separator, in: line) else {
                    let sign = Sanitizer.visible(String(decoding: separator, as: UTF8.self))
                    throw Failure(.failed, "line \(number) has no key: there is no '\(sign)' in it")
                }
                record.key = line.slice(0..<place)
                record.value = line.suffix(from: place + separator.count)
            }
            if let null {
                if record.value?.elementsEqual(null) == true { record.value = nil }
                if record.key?.elementsEqual(null) == true { record.key = nil }
            }
            return record
        }
    }

    private static func place(of separator: [UInt8], in line: ByteSlice) -> Int? {
        guard line.count >= separator.count else { return nil }
        return (0...line.count - separator.count).first { at in
            line[at] == separator[0] && line.slice(at..<at + separator.count).elementsEqual(separator)
        }
    }
}
