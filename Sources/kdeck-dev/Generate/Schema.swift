/// One schema file: an API with its request and response, or the messages of one kind of record.
struct SchemaFile {
    /// The path below `Schemas`, without its ending: `api/01-Fetch`.
    var path: String
    /// Number and name of the API; nil for other messages.
    var api: (key: Int, name: String)?
    /// The listeners that take the API.
    var listeners: [String] = []
    /// The part of Kafka that owns a record's format.
    var area: String = ""
    var messages: [MessageSchema] = []
}

/// A message and its versions.
struct MessageSchema {
    enum Kind: String, CaseIterable {
        case request, response, header, data, key, value, record
    }

    var kind: Kind
    var name: String
    /// The number of a record type.
    var id: Int?
    var versions: ClosedRange<Int>
    var flexible: ClosedRange<Int>?
    var isLatestUnstable: Bool = false
    var comment: String = ""
    var fields: [FieldSchema] = []
    /// Structs that several fields share.
    var structs: [(name: String, fields: [FieldSchema])] = []

    /// The fields of the struct `name`, wherever in this message it is written out.
    func fields(of name: String) -> [FieldSchema]? {
        if let shared = structs.first(where: { $0.name == name }) { return shared.fields }
        for list in [fields] + structs.map(\.fields) {
            if let found = Self.find(name, in: list) { return found }
        }
        return nil
    }

    private static func find(_ name: String, in list: [FieldSchema]) -> [FieldSchema]? {
        for field in list {
            guard let inner = field.fields else { continue }
            if field.type == name { return inner }
            if let found = find(name, in: inner) { return found }
        }
        return nil
    }
}

/// One field.
struct FieldSchema {
    var name: String
    /// The notation's type, of the element for an array.
    var type: String
    var isArray: Bool
    /// The versions in which it may be null.
    var nullable: ClosedRange<Int>?
    /// The default as written; nil for the zero of the type.
    var initial: String?
    var tag: Int?
    var versions: ClosedRange<Int>
    /// Dropped silently by versions that lack it.
    var isIgnorable: Bool = false
    /// Never compact, even in a flexible version.
    var isPlain: Bool = false
    var comment: String = ""
    /// The fields of a struct that is written out here.
    var fields: [FieldSchema]?
    var line: Int = 0

    /// The types of the notation that are no structs, with their Swift names.
    static let swiftTypes: [String: String] = [
        "bool": "Bool", "int8": "Int8", "int16": "Int16", "uint16": "UInt16", "int32": "Int32", "uint32": "UInt32",
        "int64": "Int64", "float64": "Double", "uuid": "KafkaUUID", "string": "String", "bytes": "ByteSlice",
        "records": "ByteSlice", "TopicName": "TopicName", "GroupID": "GroupID", "TransactionalID": "TransactionalID",
        "BrokerID": "BrokerID", "ProducerID": "ProducerID", "ErrorCode": "ErrorCode",
    ]

    var isStruct: Bool { Self.swiftTypes[type] == nil }
    var swiftElement: String { Self.swiftTypes[type] ?? type }
    var isTagged: Bool { tag != nil }

    /// The type of the Swift property.
    var swiftType: String {
        let base = isArray ? "[\(swiftElement)]" : swiftElement
        return nullable == nil ? base : base + "?"
    }
}
