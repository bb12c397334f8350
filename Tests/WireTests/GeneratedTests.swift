import Foundation
import Testing

@testable import kdeck_dev

struct GeneratedTests {
    @Test func `the committed messages are what the schemas say`() throws {
        let generator = Generator(package: Shared.package)
        let wanted = try generator.output()
        #expect(try generator.stale() == [], "run `swift run kdeck-dev generate`")
        print("generated: \(wanted.count) files compared with what is committed")
        #expect(wanted.count > 150)
    }

    @Test func `a changed schema makes its file stale`() throws {
        let path = Shared.package.appendingPathComponent("Sources/kdeck-dev/Schemas/api/12-Heartbeat.schema")
        let text = try String(contentsOf: path, encoding: .utf8)
        let other = text.replacingOccurrences(of: "generationId:", with: "generationID:")
        #expect(other != text)
        let first = try SwiftEmitter.emit(try SchemaParser.parse(text, path: "api/12-Heartbeat"))
        let second = try SwiftEmitter.emit(try SchemaParser.parse(other, path: "api/12-Heartbeat"))
        #expect(first != second)
    }

    @Test(arguments: [
        ("api 1 Shelf\n\nrequest  versions 0-2\n  a int32\n", 4), ("api 1 Shelf\n\nrequest  versions 2-0\n", 3),
        ("api 1 Shelf\n\nrequest  versions 0-2\n  a: int32  7+\n", 4), ("request  versions 0\n", 1),
        ("data D  versions 0\n  a: int32\n    b: int32\n", 2), ("data D  versions 0\n  a: int32\n b: int32\n", 3),
        ("book D  versions 0\n", 1), ("", 1), ("data D  versions 0\n  a: int32  sometimes\n", 2),
    ])
    func `a line that is not understood is named`(text: String, line: Int) {
        #expect {
            try SchemaParser.parse(text, path: "x")
        } throws: { error in
            (error as? SchemaError)?.line == line
        }
    }
}
