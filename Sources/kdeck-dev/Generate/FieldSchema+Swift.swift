extension FieldSchema {
    /// The default in Swift.
    var swiftDefault: String {
        if let initial { return initial }
        if isArray { return "[]" }
        switch type {
        case "bool": return "false"
        case "string", "TopicName", "GroupID", "TransactionalID": return "\"\""
        case "bytes", "records": return ".empty"
        case "uuid": return ".zero"
        case "ErrorCode": return ".none"
        default: return isStruct ? "\(swiftElement)()" : "0"
        }
    }

    /// The Swift test whether the property has another value than its default.
    var differsFromDefault: String {
        let property = "self.\(name)"
        if type == "bool", !isArray { return swiftDefault == "false" ? property : "!\(property)" }
        if nullable == nil, ["[]", "\"\"", ".empty"].contains(swiftDefault) {
            return ["TopicName", "GroupID", "TransactionalID"].contains(type) && !isArray
                ? "!\(property).rawValue.isEmpty" : "!\(property).isEmpty"
        }
        return "\(property) != \(swiftDefault)"
    }
}

extension String {
    /// Swift's keywords among the names of fields, quoted.
    var escaped: String {
        ["protocol", "default", "operator", "extension", "internal"].contains(self) ? "`\(self)`" : self
    }

    var lowerCamel: String { prefix(1).lowercased() + dropFirst() }

    var upperCamel: String { prefix(1).uppercased() + dropFirst() }

    /// With a capital in front and a full stop behind.
    var asSentence: String {
        let capital = prefix(1).uppercased() + dropFirst()
        return capital.hasSuffix(".") ? capital : capital + "."
    }
}
