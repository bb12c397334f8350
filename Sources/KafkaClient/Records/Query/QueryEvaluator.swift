import Bytes

/// Decides whether a record passes. Looks at bytes where they lie; never recursive beyond the depth of the expression.
struct QueryEvaluator {
    /// A pattern needed more steps than a search may have; the record counts as one that does not pass.
    private(set) var hasGivenUp = false

    /// Whether `record` passes.
    mutating func passes(_ node: QueryNode, _ record: RecordContent) -> Bool {
        switch node {
        case .all(let nodes):
            for node in nodes where !passes(node, record) { return false }
            return true
        case .any(let nodes):
            for node in nodes where passes(node, record) { return true }
            return false
        case .not(let node): return !passes(node, record)
        case .words(let pattern, _): return finds(pattern, record.key) || finds(pattern, record.value)
        case .test(let test): return passes(test, record)
        }
    }

    private mutating func finds(_ pattern: RecordPattern, _ bytes: UnsafeRawBufferPointer?) -> Bool {
        guard let bytes else { return false }
        switch pattern.find(in: bytes) {
        case .found: return true
        case .absent: return false
        case .gaveUp:
            hasGivenUp = true
            return false
        }
    }

    private mutating func passes(_ test: QueryTest, _ record: RecordContent) -> Bool {
        switch test.subject {
        case .partition: return passes(test.question, Int64(record.partition))
        case .offset: return passes(test.question, record.offset)
        case .timestamp: return passes(test.question, record.timestamp)
        case .size: return passes(test.question, Int64(record.value?.count ?? 0))
        case .value(let path): return passes(test.question, record.value, path)
        case .key(let path): return passes(test.question, record.key, path)
        case .header(let name):
            for value in record.headers(named: name) {
                let passed: Bool
                if let value {
                    passed = value.withUnsafeBytes { passes(test.question, $0, JSONPath()) }
                } else {
                    passed = passes(test.question, nil, JSONPath())
                }
                // A header that is there is there, even when it is null.
                if case .isThere = test.question { return true }
                if passed { return true }
            }
            return false
        }
    }

    private func passes(_ question: QueryTest.Question, _ number: Int64) -> Bool {
        guard case .comparesInteger(let order, let other) = question else { return false }
        return order.passes(number < other ? -1 : number > other ? 1 : 0)
    }

    private mutating func passes(
        _ question: QueryTest.Question, _ bytes: UnsafeRawBufferPointer?, _ path: JSONPath
    ) -> Bool {
        guard let bytes else {
            if case .isNull = question { return path.steps.isEmpty }
            return false
        }
        guard !path.steps.isEmpty else {
            switch question {
            case .isNull: return false
            case .isThere: return true
            default: return passes(question, text: bytes)
            }
        }
        guard let range = path.find(in: bytes) else { return false }
        let part = UnsafeRawBufferPointer(rebasing: bytes[range])
        guard part.first == 0x22 else { return passes(question, bare: part) }
        let inside = UnsafeRawBufferPointer(rebasing: part[1..<max(1, part.count - 1)])
        switch question {
        case .isThere: return true
        case .isNull, .isBool: return false
        default: break
        }
        guard inside.contains(0x5C) else { return passes(question, text: inside) }
        return JSONText.decoded(inside).withUnsafeBytes { passes(question, text: $0) }
    }

    /// A part of JSON that is no string: a number, a word, an object or an array.
    private mutating func passes(_ question: QueryTest.Question, bare part: UnsafeRawBufferPointer) -> Bool {
        switch question {
        case .isThere: !part.elementsEqual("null".utf8) && !part.elementsEqual("false".utf8)
        case .isNull: part.elementsEqual("null".utf8)
        default: passes(question, text: part)
        }
    }

    private mutating func passes(_ question: QueryTest.Question, text: UnsafeRawBufferPointer) -> Bool {
        switch question {
        case .isThere: return true
        case .isNull, .comparesInteger: return false
        case .isText(let wanted): return text.count == wanted.count && text.elementsEqual(wanted)
        case .isBool(let bool): return text.elementsEqual((bool ? "true" : "false").utf8)
        case .isNumber(let wanted): return ExactNumber(text)?.compared(to: wanted) == 0
        case .contains(let part): return ByteSearch.contains(part, in: text)
        case .startsWith(let part): return text.starts(with: part)
        case .endsWith(let part): return text.count >= part.count && text.suffix(part.count).elementsEqual(part)
        case .matches(let pattern): return finds(pattern, text)
        case .compares(let order, let number):
            return ExactNumber(text).map { order.passes($0.compared(to: number)) } ?? false
        case .comparesText(let order, let other):
            let isLess = text.lexicographicallyPrecedes(other)
            let isEqual = !isLess && text.elementsEqual(other)
            return order.passes(isLess ? -1 : isEqual ? 0 : 1)
        }
    }
}
