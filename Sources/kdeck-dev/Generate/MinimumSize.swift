/// The fewest bytes that an element of an array can take on the wire: what an announced count is held against.
struct MinimumSize {
    let message: MessageSchema
    let file: SchemaFile

    /// The least size of an element of the array `field`, over all versions that have it.
    func element(of field: FieldSchema) throws(SchemaError) -> Int {
        var least = Int.max
        for version in field.versions {
            least = min(least, try size(field.type, version, asElement: true, field))
        }
        guard least > 0 else {
            throw SchemaError(file: file.path, line: field.line, reason: "\(field.type) can be empty on the wire")
        }
        return least
    }

    private func size(_ type: String, _ version: Int, asElement: Bool, _ field: FieldSchema) throws(SchemaError) -> Int
    {
        let isFlexible = message.flexible?.contains(version) ?? false
        switch type {
        case "bool", "int8": return 1
        case "int16", "uint16", "ErrorCode": return 2
        case "int32", "uint32", "BrokerID": return 4
        case "int64", "float64", "ProducerID": return 8
        case "uuid": return 16
        case "string", "TopicName", "GroupID", "TransactionalID": return isFlexible ? 1 : 2
        case "bytes", "records": return isFlexible ? 1 : 4
        default:
            guard let fields = message.fields(of: type) else {
                throw SchemaError(file: file.path, line: field.line, reason: "no struct `\(type)`")
            }
            var sum = isFlexible ? 1 : 0
            for inner in fields where !inner.isTagged && inner.versions.contains(version) {
                if inner.isArray {
                    sum += isFlexible ? 1 : 4
                } else if inner.isStruct, inner.nullable != nil {
                    sum += 1
                } else {
                    sum += try size(inner.type, version, asElement: false, inner)
                }
            }
            return sum
        }
    }
}
