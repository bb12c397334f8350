import Foundation

/// Writes the Swift of one schema file: one struct a message, the structs inside nested in it, one line a field.
struct SwiftEmitter {
    private let file: SchemaFile
    private var text = ""
    private var depth = 0
    var isResponse = false

    /// The whole Swift file.
    static func emit(_ file: SchemaFile) throws(SchemaError) -> String {
        var emitter = SwiftEmitter(file: file)
        emitter.line(
            "// Generated from Sources/kdeck-dev/Schemas/\(file.path).schema by `kdeck-dev generate`. Do not edit.")
        emitter.line("")
        emitter.line("import Bytes")
        for message in file.messages {
            emitter.line("")
            try emitter.message(message)
        }
        return emitter.text
    }

    private init(file: SchemaFile) { self.file = file }

    // MARK: Lines

    private mutating func line(_ content: String) {
        if depth * 4 + content.count > 120, !content.hasPrefix("//") { return wrapped(content) }
        text += content.isEmpty ? "\n" : String(repeating: "    ", count: depth) + content + "\n"
    }

    /// Breaks a long call where the formatter would: behind its parenthesis.
    private mutating func wrapped(_ content: String) {
        guard let call = content.range(of: "(of: ") ?? content.range(of: "("), depth < 20 else { return }
        let cut = content.index(after: call.lowerBound)
        line(String(content[..<cut]))
        depth += 1
        line(String(content[cut...]))
        depth -= 1
    }

    private mutating func block(_ head: String, _ body: (inout SwiftEmitter) throws(SchemaError) -> Void)
        throws(SchemaError)
    {
        line(head + " {")
        depth += 1
        try body(&self)
        depth -= 1
        line("}")
    }

    /// A doc comment, wrapped at 120 columns.
    private mutating func doc(_ sentence: String) {
        var current = ""
        for word in sentence.split(separator: " ") {
            if !current.isEmpty, depth * 4 + 4 + current.count + 1 + word.count > 120 {
                line("/// " + current)
                current = ""
            }
            current += (current.isEmpty ? "" : " ") + word
        }
        line("/// " + current)
    }

    // MARK: Messages

    private mutating func message(_ message: MessageSchema) throws(SchemaError) {
        var about: String
        switch message.kind {
        case .request: about = "Request of API \(file.api!.key)"
        case .response: about = "Response of API \(file.api!.key)"
        case .header: about = "Header"
        case .data: about = "Data of Kafka's own"
        case .key: about = "Key of record type \(message.id!) (\(file.area))"
        case .value: about = "Value of record type \(message.id!) (\(file.area))"
        case .record: about = "Record of type \(message.id!) (\(file.area))"
        }
        about += ", versions \(Self.text(message.versions))"
        about += message.flexible.map { ", flexible from \($0.lowerBound)" } ?? ", never flexible"
        doc(message.comment.isEmpty ? about + "." : message.comment.asSentence + " " + about + ".")
        var conformance = "WireMessage"
        switch message.kind {
        case .request: conformance = "KafkaRequest"
        case .response: conformance = "KafkaResponse"
        case .key, .value, .record: conformance = "KafkaRecordMessage"
        case .header, .data: break
        }
        isResponse = message.kind == .response
        let needsNesting = message.fields
        try block("public struct \(message.name): \(conformance)") { (emitter) throws(SchemaError) in
            if message.kind == .request {
                emitter.doc("What answers it.")
                emitter.line("public typealias Response = \(String(message.name.dropLast(7)))Response")
            }
            if message.kind == .request || message.kind == .response {
                emitter.doc("The number of the API.")
                emitter.line("public static var apiKey: APIKey { .\(emitter.file.api!.name.lowerCamel) }")
            }
            if let id = message.id {
                emitter.doc("The number of the record type.")
                emitter.line("public static var recordType: Int16 { \(id) }")
            }
            emitter.doc("Kafka's name.")
            emitter.line("public static var messageName: String { \"\(message.name)\" }")
            emitter.doc("The versions there are.")
            emitter.line("public static var versions: ClosedRange<Int16> { \(Self.swift(message.versions)) }")
            emitter.doc("The versions with compact lengths and tagged fields.")
            emitter.line(
                "public static var flexibleVersions: ClosedRange<Int16>? { \(message.flexible.map(Self.swift) ?? "nil") }"
            )
            emitter.line("")
            try emitter.body(needsNesting, of: message, versions: message.versions, isTop: true)
            var written: Set<String> = []
            for shared in message.structs {
                try emitter.nested(shared.name, shared.fields, message, message.versions, &written)
            }
            try emitter.nestedStructs(message.fields, message, &written)
        }
    }

    private mutating func nestedStructs(
        _ fields: [FieldSchema], _ message: MessageSchema, _ written: inout Set<String>
    ) throws(SchemaError) {
        for field in fields where field.fields != nil {
            try nested(field.type, field.fields!, message, field.versions, &written)
        }
    }

    private mutating func nested(
        _ name: String, _ fields: [FieldSchema], _ message: MessageSchema, _ versions: ClosedRange<Int>,
        _ written: inout Set<String>
    ) throws(SchemaError) {
        guard written.insert(name).inserted else {
            throw SchemaError(file: file.path, line: fields.first?.line ?? 0, reason: "\(name) is written out twice")
        }
        line("")
        doc("`\(name)` of `\(message.name)`, versions \(Self.text(versions)).")
        try block("public struct \(name): WireStruct") { (emitter) throws(SchemaError) in
            try emitter.body(fields, of: message, versions: versions, isTop: false)
        }
        try nestedStructs(fields, message, &written)
    }

    // MARK: The body of a struct

    private mutating func body(
        _ fields: [FieldSchema], of message: MessageSchema, versions: ClosedRange<Int>, isTop: Bool
    ) throws(SchemaError) {
        for field in fields {
            doc(about(field, in: versions))
            line("public var \(field.name.escaped): \(field.swiftType) = \(field.swiftDefault)")
        }
        doc("Tagged fields that the schema does not know.")
        line("public var unknownTags: UnknownTags = UnknownTags()")
        line("")
        doc("Every field at its default.")
        line("public init() {}")
        if !fields.isEmpty { memberwise(fields) }
        line("")
        doc("Reads the fields of `version`.")
        try block("public init(from reader: inout WireReader, version: Int16) throws(WireError)") {
            (emitter) throws(SchemaError) in
            if isTop { emitter.line("reader.isFlexible = try Self.isFlexible(in: version)") }
            for field in fields where !field.isTagged { try emitter.read(field, message, versions) }
            if message.flexible != nil { try emitter.readTags(fields, message, versions) }
        }
        line("")
        doc("Writes the fields of `version`.")
        try block("public func write(to writer: inout WireWriter, version: Int16) throws(WireError)") {
            (emitter) throws(SchemaError) in
            if isTop { emitter.line("writer.isFlexible = try Self.isFlexible(in: version)") }
            for field in fields where !field.isTagged { try emitter.write(field, versions) }
            if message.flexible != nil { try emitter.writeTags(fields, versions) }
        }
    }

    private mutating func memberwise(_ fields: [FieldSchema]) {
        line("")
        doc("Sets what is given; the rest is at its default.")
        let parameters = fields.map { "\($0.name): \($0.swiftType) = \($0.swiftDefault)" }
        let flat = "public init(\(parameters.joined(separator: ", "))) {"
        if depth * 4 + flat.count <= 120 {
            line(flat)
        } else {
            line("public init(")
            depth += 1
            for (place, parameter) in parameters.enumerated() {
                line(parameter + (place == parameters.count - 1 ? "" : ","))
            }
            depth -= 1
            line(") {")
        }
        depth += 1
        for field in fields { line("self.\(field.name) = \(field.name.escaped)") }
        depth -= 1
        line("}")
    }

    // MARK: Reading

    private mutating func read(
        _ field: FieldSchema, _ message: MessageSchema, _ versions: ClosedRange<Int>
    ) throws(SchemaError) {
        let condition = Self.condition(field.versions, in: versions)
        if field.isPlain {
            line("let isFlexible: Bool = reader.isFlexible")
            line("reader.isFlexible = false")
        }
        if let nullable = field.nullable, let nulls = Self.condition(nullable, in: field.versions) {
            if let condition {
                line("if \(condition) {")
                depth += 1
            }
            line("if \(nulls) {")
            depth += 1
            line("self.\(field.name) = try \(try readCall(field, message, isNullable: true))")
            depth -= 1
            line("} else {")
            depth += 1
            line("self.\(field.name) = try \(try readCall(field, message, isNullable: false))")
            depth -= 1
            line("}")
            if condition != nil {
                depth -= 1
                line("}")
            }
        } else {
            let value = try readCall(field, message, isNullable: field.nullable != nil)
            statement("self.\(field.name) = try \(value)", when: condition)
        }
        if field.isPlain { line("reader.isFlexible = isFlexible") }
    }

    /// `if condition { statement }` on one line where it fits.
    private mutating func statement(_ statement: String, when condition: String?) {
        guard let condition else { return line(statement) }
        let flat = "if \(condition) { \(statement) }"
        if depth * 4 + flat.count <= 120 { return line(flat) }
        line("if \(condition) {")
        depth += 1
        line(statement)
        depth -= 1
        line("}")
    }

    private func readCall(
        _ field: FieldSchema, _ message: MessageSchema, isNullable: Bool
    ) throws(SchemaError) -> String {
        let type = field.swiftElement
        if field.isArray {
            let least = try MinimumSize(message: message, file: file).element(of: field)
            return field.isStruct
                ? "reader.\(isNullable ? "nullableStructs" : "structs")(of: \(type).self, version: version, atLeast: \(least))"
                : "reader.\(isNullable ? "nullableArray" : "array")(of: \(type).self, atLeast: \(least))"
        }
        if field.isStruct {
            if !isNullable { return "\(type)(from: &reader, version: version)" }
            return
                "reader.\(field.isTagged ? "nullableTaggedStruct" : "nullableStruct")(\(type).self, version: version)"
        }
        return isNullable ? "\(type).readNullable(from: &reader)" : "\(type)(from: &reader)"
    }

    private mutating func readTags(
        _ fields: [FieldSchema], _ message: MessageSchema, _ versions: ClosedRange<Int>
    ) throws(SchemaError) {
        let tagged = fields.filter(\.isTagged).sorted { $0.tag! < $1.tag! }
        guard !tagged.isEmpty else { return line("self.unknownTags = try reader.unknownTags()") }
        line("guard reader.isFlexible else { return }")
        try block("for _ in 0..<(try reader.tagCount())") { (emitter) throws(SchemaError) in
            emitter.line("let tag: WireReader.Tag = try reader.tag()")
            emitter.line("switch tag.number {")
            for field in tagged {
                emitter.line("case \(field.tag!):")
                emitter.depth += 1
                if let condition = Self.condition(field.versions, in: versions) {
                    emitter.line(
                        "guard \(condition) else { throw .tagNotInVersion(tag: tag.number, version: version) }")
                }
                let value = try emitter.readCall(field, message, isNullable: field.nullable != nil)
                emitter.line("self.\(field.name) = try \(value)")
                emitter.line("try reader.close(tag)")
                emitter.depth -= 1
            }
            emitter.line("default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))")
            emitter.line("}")
        }
    }

    // MARK: Writing

    private mutating func write(_ field: FieldSchema, _ versions: ClosedRange<Int>) throws(SchemaError) {
        if let nullable = field.nullable, let condition = Self.condition(nullable, in: field.versions) {
            line("try writer.refuseNull(!(\(condition)) && self.\(field.name) == nil, \"\(field.name)\", version)")
        }
        var call = writeCall(field)
        if let nullable = field.nullable, Self.condition(nullable, in: field.versions) != nil, !field.isStruct,
            !field.isArray
        {
            // A null was refused above: what is left is written alike in both forms.
            call = "try writer.nullable(self.\(field.name))"
        }
        if field.isPlain {
            line("let isFlexible: Bool = writer.isFlexible")
            line("writer.isFlexible = false")
        }
        if let condition = Self.condition(field.versions, in: versions), !drops(field) {
            line("if \(condition) {")
            depth += 1
            line(call)
            depth -= 1
            line("} else {")
            depth += 1
            line("try writer.refuse(\(field.differsFromDefault), \"\(field.name)\", version)")
            depth -= 1
            line("}")
        } else {
            statement(call, when: Self.condition(field.versions, in: versions))
        }
        if field.isPlain { line("writer.isFlexible = isFlexible") }
    }

    private func writeCall(_ field: FieldSchema) -> String {
        let name = "self.\(field.name)"
        let isNullable = field.nullable != nil
        switch (field.isArray, field.isStruct) {
        case (true, true): return "try writer.\(isNullable ? "nullableStructs" : "structs")(\(name), version: version)"
        case (true, false): return "try writer.\(isNullable ? "nullableArray" : "array")(\(name))"
        case (false, true):
            if !isNullable { return "try \(name).write(to: &writer, version: version)" }
            return "try writer.\(field.isTagged ? "nullableTaggedStruct" : "nullableStruct")(\(name), version: version)"
        case (false, false):
            return isNullable ? "try writer.nullable(\(name))" : "try \(name).write(to: &writer)"
        }
    }

    private mutating func writeTags(_ fields: [FieldSchema], _ versions: ClosedRange<Int>) throws(SchemaError) {
        let tagged = fields.filter(\.isTagged).sorted { $0.tag! < $1.tag! }
        guard !tagged.isEmpty else { return line("writer.tags(self.unknownTags)") }
        for field in tagged where !drops(field) {
            guard let condition = Self.condition(field.versions, in: versions) else { continue }
            statement(
                "try writer.refuse(\(field.differsFromDefault), \"\(field.name)\", version)", when: "!(\(condition))")
        }
        line("guard writer.isFlexible else { return }")
        line("var known: UInt32 = 0")
        for field in tagged {
            let condition = Self.condition(field.versions, in: versions).map { $0 + " && " } ?? ""
            line("let has\(field.name.upperCamel): Bool = \(condition)\(field.differsFromDefault)")
            line("if has\(field.name.upperCamel) { known += 1 }")
        }
        line("if known == 0 { return writer.tags(self.unknownTags) }")
        line("var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)")
        for field in tagged {
            try block("if has\(field.name.upperCamel)") { (emitter) throws(SchemaError) in
                emitter.line("let start: Int = writer.openTag(\(field.tag!), &tags)")
                emitter.line(emitter.writeCall(field))
                emitter.line("try writer.closeTag(start)")
            }
        }
        line("writer.endTags(&tags)")
    }
}
