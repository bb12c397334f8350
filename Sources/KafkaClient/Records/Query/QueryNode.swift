/// What an expression says, as a tree.
indirect enum QueryNode: Sendable {
    case all([QueryNode])
    case any([QueryNode])
    case not(QueryNode)
    /// Key or value contain a text, letter case aside.
    case words(RecordPattern, [UInt8])
    case test(QueryTest)
}

/// A part of a record, and what is asked of it.
struct QueryTest: Sendable {
    /// A part of a record.
    enum Subject: Sendable, Equatable {
        /// The value, or a part of the JSON in it.
        case value(JSONPath)
        /// The key, or a part of the JSON in it.
        case key(JSONPath)
        /// The headers of that name: one that passes is enough.
        case header(String)
        case partition, offset, timestamp
        /// Bytes of the value.
        case size
    }

    /// What is asked.
    enum Question: Sendable {
        /// It is there, and neither null nor false.
        case isThere
        case isNull
        case isText([UInt8])
        case isNumber(ExactNumber)
        case isBool(Bool)
        case contains([UInt8])
        case startsWith([UInt8])
        case endsWith([UInt8])
        case matches(RecordPattern)
        /// A comparison with a number, and which results pass.
        case compares(Order, ExactNumber)
        /// A comparison with a text, byte by byte.
        case comparesText(Order, [UInt8])
        /// A comparison of a number of the record itself.
        case comparesInteger(Order, Int64)
    }

    /// Which results of a comparison pass.
    enum Order: Sendable, Equatable {
        case equal, less, lessOrEqual, greater, greaterOrEqual

        /// `result` is negative, zero or positive.
        func passes(_ result: Int) -> Bool {
            switch self {
            case .equal: result == 0
            case .less: result < 0
            case .lessOrEqual: result <= 0
            case .greater: result > 0
            case .greaterOrEqual: result >= 0
            }
        }
    }

    var subject: Subject
    var question: Question
}
