import Foundation
import KafkaWire
import Testing

@testable import kdeck_dev

/// Our schemas against the ones inside of Apache Kafka 4.3.1, field by field.
struct SchemaTests {
    private let domain = [
        "TopicName": "string", "GroupID": "string", "TransactionalID": "string", "BrokerID": "int32",
        "ProducerID": "int64", "ErrorCode": "int16",
    ]
    private let entities = [
        "topicName": "TopicName", "groupId": "GroupID", "transactionalId": "TransactionalID", "brokerId": "BrokerID",
        "producerId": "ProducerID",
    ]

    /// What was compared, and what differs.
    private struct Tally {
        var facts = 0
        var fields = 0
        var differences: [String] = []

        mutating func same<T: Equatable>(_ what: @autoclosure () -> String, _ ours: T, _ theirs: T) {
            facts += 1
            if ours != theirs { differences.append("\(what()): ours \(ours), Kafka's \(theirs)") }
        }
    }

    @Test(.enabled(if: Shared.has("protocol/schema.json")))
    func `every field, version, nullability, tag and default is Kafka's`() throws {
        let data = try Data(contentsOf: #require(Shared.path("protocol/schema.json")))
        let messages = try #require(try JSONValue(data)["messages"]?.array)
        let files = try Generator(package: Shared.package).schemas()
        var ours: [String: (MessageSchema, SchemaFile)] = [:]
        for file in files { for message in file.messages { ours[message.name] = (message, file) } }
        var tally = Tally()
        #expect(ours.count == messages.count)
        for theirs in messages {
            let name = try #require(theirs["name"]?.string)
            let (message, file) = try #require(ours[name], "no schema of \(name)")
            compare(message, file, theirs, &tally)
        }
        for difference in tally.differences { Issue.record("\(difference)") }
        print("schemas: \(messages.count) messages, \(tally.fields) fields, \(tally.facts) facts compared")
        #expect(tally.fields > 2_000)
    }

    private func range(_ json: JSONValue?) -> ClosedRange<Int>? {
        guard let ends = json?.array, let low = ends.first?.int, let high = ends.last?.int else { return nil }
        return Int(low)...Int(high)
    }

    private func compare(_ ours: MessageSchema, _ file: SchemaFile, _ theirs: JSONValue, _ tally: inout Tally) {
        let name = ours.name
        tally.same("\(name) versions", ours.versions, range(theirs["versions"])!)
        tally.same("\(name) flexible", ours.flexible, range(theirs["flex"]))
        tally.same("\(name) unstable", ours.isLatestUnstable, theirs["latestUnstable"]?.bool ?? false)
        let kinds = ["coordinator-key": "key", "coordinator-value": "value", "metadata": "record"]
        let kind = theirs["kind"]!.string!
        tally.same("\(name) kind", ours.kind.rawValue, kinds[kind] ?? kind)
        if let key = theirs["api"]?.int { tally.same("\(name) key", file.api?.key, Int(key)) }
        if let id = theirs["id"]?.int { tally.same("\(name) id", ours.id, Int(id)) }
        if let listeners = theirs["listeners"]?.array {
            tally.same("\(name) listeners", file.listeners, listeners.compactMap(\.string))
        }
        compare(ours.fields, theirs["fields"]?.array ?? [], name, ours.versions, &tally)
        let structs = theirs["structs"]?.object ?? [:]
        tally.same("\(name) structs", Set(ours.structs.map(\.name)), Set(structs.keys))
        for shared in ours.structs {
            compare(shared.fields, structs[shared.name]?.array ?? [], "\(name).\(shared.name)", ours.versions, &tally)
        }
    }

    private func compare(
        _ ours: [FieldSchema], _ theirs: [JSONValue], _ path: String, _ enclosing: ClosedRange<Int>,
        _ tally: inout Tally
    ) {
        tally.same("\(path) count", ours.count, theirs.count)
        for (field, json) in zip(ours, theirs) {
            let name = "\(path).\(field.name)"
            tally.fields += 1
            tally.same("\(name) name", field.name, json["n"]!.string!.lowerCamel)
            let type = domain[field.type] ?? field.type
            tally.same("\(name) type", field.isArray ? "[]\(type)" : type, json["t"]!.string!)
            if let entity = json["ent"]?.string, let wanted = entities[entity] {
                tally.same("\(name) entity", field.type, wanted)
            }
            tally.same("\(name) versions", field.versions, range(json["v"])!.clamped(to: enclosing))
            tally.same("\(name) null", field.nullable, range(json["null"])?.clamped(to: enclosing))
            tally.same("\(name) tag", field.tag, json["tag"]?.int.map { Int($0) })
            if json["tagged"] != nil { tally.same("\(name) tagged", field.versions, range(json["tagged"])!) }
            tally.same("\(name) ignorable", field.isIgnorable, json["ign"]?.bool ?? false)
            tally.same("\(name) plain", field.isPlain, json["flex"] != nil)
            tally.same("\(name) default", field.initial, initial(json["def"]))
            tally.same("\(name) fields", field.fields != nil, json["f"] != nil)
            compare(field.fields ?? [], json["f"]?.array ?? [], name, field.versions, &tally)
        }
    }

    private func initial(_ json: JSONValue?) -> String? {
        switch json {
        case .none: nil
        case .null: "nil"
        case .bool(let flag): "\(flag)"
        case .int(let number): "\(number)"
        case .some(let other): "\(other)"
        }
    }

    @Test(.enabled(if: Shared.has("protocol/apis.tsv")))
    func `header versions and stable versions are Kafka's`() throws {
        let text = try String(contentsOf: #require(Shared.path("protocol/apis.tsv")), encoding: .utf8)
        var compared = 0
        for line in text.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t").map(String.init)
            let key = APIKey(rawValue: try #require(Int16(columns[0])))
            let least = try #require(Int16(columns[2]))
            #expect(key.name == columns[1])
            #expect(key.stableVersions == least...(try #require(Int16(columns[3]))))
            #expect(key.versions == least...(try #require(Int16(columns[4]))))
            for (column, isRequest) in [(7, true), (8, false)] {
                for (place, header) in columns[column].split(separator: ",").enumerated() {
                    let version = least + Int16(place)
                    let found =
                        isRequest
                        ? Frame.headerVersion(request: key, version: version)
                        : Frame.headerVersion(response: key, version: version)
                    #expect(found == Int16(header), "\(key) v\(version)")
                    compared += 1
                }
            }
        }
        print("headers: \(compared) header versions of \(APIKey.allCases.count) APIs compared")
        #expect(compared > 500)
    }
}
