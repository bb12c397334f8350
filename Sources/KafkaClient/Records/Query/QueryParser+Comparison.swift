import KafkaWire

extension QueryParser {
    /// What stands at the right of a comparison.
    private enum Operand {
        case text([UInt8])
        case number(ExactNumber)
        case bool(Bool)
        case null
        /// A word that is none of these: a time, perhaps.
        case word(String)
    }

    /// The comparison that follows a field; a field alone asks whether it is there.
    mutating func comparison(of subject: QueryTest.Subject) throws(QueryError) -> QueryNode {
        func node(_ question: QueryTest.Question) -> QueryNode {
            .test(QueryTest(subject: subject, question: question))
        }
        switch peek {
        case .equal:
            _ = take()
            return node(try equality(subject))
        case .notEqual:
            _ = take()
            return .not(node(try equality(subject)))
        case .less: return node(try order(.less, subject))
        case .lessOrEqual: return node(try order(.lessOrEqual, subject))
        case .greater: return node(try order(.greater, subject))
        case .greaterOrEqual: return node(try order(.greaterOrEqual, subject))
        case .matches: return node(try pattern(subject))
        case .matchesNot: return .not(node(try pattern(subject)))
        case .word("contains"): return node(.contains(try part(subject, "contains")))
        case .word("startswith"): return node(.startsWith(try part(subject, "startswith")))
        case .word("endswith"): return node(.endsWith(try part(subject, "endswith")))
        default:
            if subject.isNumber { throw fail("a comparison belongs here, as in == 3 or >= 100") }
            return node(.isThere)
        }
    }

    private mutating func equality(_ subject: QueryTest.Subject) throws(QueryError) -> QueryTest.Question {
        if subject.isNumber { return .comparesInteger(.equal, try integer(subject)) }
        switch try operand() {
        case .text(let text): return .isText(text)
        case .number(let number): return .isNumber(number)
        case .bool(let bool): return .isBool(bool)
        case .null: return .isNull
        case .word: throw fail("a text in quotes, a number, true, false or null belongs here", back: 1)
        }
    }

    private mutating func order(
        _ order: QueryTest.Order, _ subject: QueryTest.Subject
    ) throws(QueryError) -> QueryTest.Question {
        _ = take()
        if subject.isNumber { return .comparesInteger(order, try integer(subject)) }
        switch try operand() {
        case .text(let text): return .comparesText(order, text)
        case .number(let number): return .compares(order, number)
        case .bool, .null, .word: throw fail("a number or a text in quotes belongs here", back: 1)
        }
    }

    private mutating func operand() throws(QueryError) -> Operand {
        switch take() {
        case .text(let text): return .text(text)
        case .word("true"): return .bool(true)
        case .word("false"): return .bool(false)
        case .word("null"): return .null
        case .word(let word):
            var bytes = Array(word.utf8)
            if let number = bytes.withUnsafeMutableBytes({ ExactNumber(UnsafeRawBufferPointer($0)) }) {
                return .number(number)
            }
            return .word(word)
        case .end: throw fail("a text in quotes or a number belongs here")
        default: throw fail("a text in quotes or a number belongs here", back: 1)
        }
    }

    /// A number of a record: whole, or a time where the field is one.
    private mutating func integer(_ subject: QueryTest.Subject) throws(QueryError) -> Int64 {
        let operand = try operand()
        if case .number(let number) = operand, let whole = number.integer { return whole }
        guard subject == .timestamp else { throw fail("a whole number belongs here", back: 1) }
        let words: String
        switch operand {
        case .text(let text): words = String(decoding: text, as: UTF8.self)
        case .word(let word): words = word
        default: throw fail("a time belongs here: 14:00, \"2026-11-24 14:00\", -2h, milliseconds since 1970", back: 1)
        }
        do throws(TimeTextError) {
            return try TimeText.parse(words, now: now, in: zone)
        } catch {
            throw fail(error.sentence, back: 1)
        }
    }

    private mutating func pattern(_ subject: QueryTest.Subject) throws(QueryError) -> QueryTest.Question {
        let sign = take()
        if subject.isNumber { throw fail("\(subject.name) is a number: a pattern says nothing of it", back: 1) }
        guard case .text(let pattern) = take() else {
            throw fail(
                "a pattern in quotes belongs behind \(sign == .matches ? "=~" : "!~")", back: peek == .end ? 0 : 1)
        }
        do {
            return .matches(try RecordPattern(pattern))
        } catch {
            throw fail("no regular expression: \(error.message) after \(error.position) bytes of it", back: 1)
        }
    }

    private mutating func part(_ subject: QueryTest.Subject, _ word: String) throws(QueryError) -> [UInt8] {
        _ = take()
        if subject.isNumber { throw fail("\(subject.name) is a number: it has no \(word)", back: 1) }
        switch take() {
        case .text(let text): return text
        // A number is a text too here: value.id startswith 47.
        case .word(let word): return Array(word.utf8)
        default: throw fail("a text in quotes belongs behind \(word)", back: peek == .end ? 0 : 1)
        }
    }
}

extension QueryTest.Subject {
    /// A number of the record itself, not of its content.
    var isNumber: Bool {
        switch self {
        case .partition, .offset, .timestamp, .size: true
        case .value, .key, .header: false
        }
    }

    fileprivate var name: String {
        switch self {
        case .value: "value"
        case .key: "key"
        case .header(let name): "headers[\"\(name)\"]"
        case .partition: "partition"
        case .offset: "offset"
        case .timestamp: "timestamp"
        case .size: "size"
        }
    }
}
