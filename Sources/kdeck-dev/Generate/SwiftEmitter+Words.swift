extension SwiftEmitter {
    static func text(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }

    static func swift(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound)...\(range.upperBound)" }

    /// The test whether `version` lies in `range`, given that it lies in `outer`; nil when that is always so.
    static func condition(_ range: ClosedRange<Int>, in outer: ClosedRange<Int>) -> String? {
        let low = range.lowerBound > outer.lowerBound
        let high = range.upperBound < outer.upperBound
        if low, high {
            return range.lowerBound == range.upperBound
                ? "version == \(range.lowerBound)"
                : "version >= \(range.lowerBound) && version <= \(range.upperBound)"
        }
        if low { return "version >= \(range.lowerBound)" }
        return high ? "version <= \(range.upperBound)" : nil
    }

    /// Whether a version without the field drops it silently: where Kafka does, and beyond that single values of a
    /// response, which whoever asked in that version could not read. Lists and structs carry what was asked for: losing
    /// one is a mistake of the writer.
    func drops(_ field: FieldSchema) -> Bool {
        field.isIgnorable || (isResponse && !field.isArray && !field.isStruct)
    }

    func about(_ field: FieldSchema, in versions: ClosedRange<Int>) -> String {
        var notes: [String] = []
        if field.versions != versions {
            notes.append(
                field.versions.upperBound == versions.upperBound
                    ? "from version \(field.versions.lowerBound)" : "version \(Self.text(field.versions))")
        }
        if let tag = field.tag { notes.append("tag \(tag)") }
        if let nullable = field.nullable {
            notes.append(nullable == field.versions ? "may be null" : "may be null from version \(nullable.lowerBound)")
        }
        if drops(field), field.versions != versions { notes.append("dropped silently by other versions") }
        let facts = notes.joined(separator: ", ")
        if field.comment.isEmpty { return facts.isEmpty ? "In every version." : facts.asSentence }
        return facts.isEmpty ? field.comment.asSentence : field.comment.asSentence + " " + facts.asSentence
    }
}
