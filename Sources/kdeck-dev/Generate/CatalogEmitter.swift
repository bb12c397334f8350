/// Writes what is derived from all schemas together: the API keys, and the catalogue of messages for the checks.
enum CatalogEmitter {
    private static func header(_ what: String) -> String {
        "// Generated from Sources/kdeck-dev/Schemas/\(what) by `kdeck-dev generate`. Do not edit.\n\n"
    }

    /// `APIKey+Names.swift`: a name for every API, and its versions.
    static func apiKeys(_ files: [SchemaFile]) -> String {
        let apis = files.filter { $0.api != nil }.sorted { $0.api!.key < $1.api!.key }
        var text = header("api/*.schema")
        text += "/// The APIs of Apache Kafka 4.3.1.\nextension APIKey {\n"
        for file in apis {
            let (key, name) = file.api!
            text += "    /// \(name), on listeners of kind \(file.listeners.joined(separator: " and ")).\n"
            text += "    @inlinable public static var \(name.lowerCamel): APIKey { APIKey(rawValue: \(key)) }\n"
        }
        text += "\n    /// All of them, by number.\n    public static let allCases: [APIKey] = [\n"
        for file in apis { text += "        .\(file.api!.name.lowerCamel),\n" }
        text +=
            "    ]\n\n    /// What the schemas say of this one.\n    var facts: Facts? {\n        switch rawValue {\n"
        for file in apis {
            let (key, name) = file.api!
            let request = file.messages.first { $0.kind == .request }!
            let response = file.messages.first { $0.kind == .response }!
            let stable = request.versions.upperBound - (request.isLatestUnstable ? 1 : 0)
            text += "        case \(key):\n            Facts(\n"
            text +=
                "                name: \"\(name)\", versions: \(request.versions.lowerBound)...\(request.versions.upperBound),"
            text += " flexibleRequest: \(request.flexible?.lowerBound ?? 32767),\n"
            text +=
                "                flexibleResponse: \(response.flexible?.lowerBound ?? 32767), latestStable: \(stable))\n"
        }
        text += "        default: nil\n        }\n    }\n}\n"
        return text
    }

    /// `MessageCatalog.swift` of kdeck-dev: every message type.
    static func catalogue(_ files: [SchemaFile]) -> String {
        var text = header("**/*.schema")
        text += "import KafkaWire\n\n/// Every message there is, for the checks that walk all of them.\n"
        text += "enum MessageCatalog {\n    static let all: [any WireMessage.Type] = [\n"
        for file in files {
            for message in file.messages { text += "        \(message.name).self,\n" }
        }
        text += "    ]\n}\n"
        return text
    }
}
