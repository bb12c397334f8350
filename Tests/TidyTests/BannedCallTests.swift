import Foundation
import Testing

/// A call that does not belong in some rooms.
struct Ban {
    let what: String
    let pattern: String
    /// Rooms in which the call is banned.
    let rooms: Set<String>
    /// Paths where it is right, because that file is the place for it.
    var except: [String] = []
    /// True when a comment at the place may justify the call.
    var explainable = false
}

@Suite struct BannedCallTests {
    static let product: Set<String> = Set(ImportTests.arrows.keys).subtracting(ImportTests.developmentTools)
    /// Rooms whose behaviour must be the same on every run with the same input.
    static let deterministic: Set<String> = ["Bytes", "Codecs", "KafkaWire", "KafkaLog", "KafkaBroker", "Terminal"]

    static let bans: [Ban] = [
        Ban(what: "a wall clock", pattern: #"\bDate\(\)|\bContinuousClock\b|\bSuspendingClock\b"#, rooms: product),
        Ban(
            what: "unseeded chance",
            pattern: #"\.random\(|\.randomElement\(|\.shuffled\(\)|\.shuffle\(\)|SystemRandomNumberGenerator"#,
            rooms: product, except: ["KafkaBroker/Engine/Chance.swift"]),
        Ban(what: "a task nobody owns", pattern: #"\bTask\s*\{|\bTask\.detached\b"#, rooms: deterministic),
        Ban(
            what: "sleeping", pattern: #"\bTask\.sleep\b|\busleep\(|\bnanosleep\(|(?<![.\w])sleep\("#, rooms: product,
            // The demo keeps a pace on purpose.
            except: ["Sources/kdeck/Demo/Demo.swift", "Sources/kdeck/Demo/DemoReaders.swift"]),
        Ban(
            what: "two tuples out of a typed do, which Swift 6.3 breaks when it optimizes",
            pattern: #"return \(\w+, \.(success|failure)\("#, rooms: product),
        Ban(what: "a dispatch queue", pattern: #"\bDispatchQueue\b"#, rooms: product),
        Ban(
            what: "print, which does not say that it failed", pattern: #"(?<![.\w])(?<!func )print\("#, rooms: product),
        Ban(what: "try!", pattern: #"\btry!"#, rooms: product, explainable: true),
        Ban(what: "fatalError", pattern: #"\bfatalError\("#, rooms: product, explainable: true),
        Ban(what: "@unchecked Sendable", pattern: #"@unchecked\s+Sendable"#, rooms: product, explainable: true),
        Ban(what: "nonisolated(unsafe)", pattern: #"nonisolated\(unsafe\)"#, rooms: product, explainable: true),
    ]

    @Test func noRoomCallsWhatDoesNotBelongThere() throws {
        let files = try Repository.here.sources()
        var checked = 0
        for ban in Self.bans {
            let pattern = try NSRegularExpression(pattern: ban.pattern)
            for file in files where ban.rooms.contains(file.target) {
                if ban.except.contains(where: { file.path.hasSuffix($0) }) { continue }
                checked += 1
                let text = file.blanked
                for hit in pattern.matches(in: text, range: NSRange(text.startIndex..., in: text)) {
                    guard let place = Range(hit.range, in: text) else { continue }
                    let index = text[..<place.lowerBound].count(where: { $0 == "\n" })
                    if ban.explainable, file.isExplained(at: index) { continue }
                    Issue.record("\(file.path):\(index + 1) uses \(ban.what): \(file.lines[index])")
                }
            }
        }
        print("tidy: \(checked) files against \(Self.bans.count) banned calls")
        #expect(checked > 0)
    }

    @Test func nothingIsLeftForLater() throws {
        let paths =
            Repository.here.files(under: "Sources", extensions: SizeTests.extensions)
            + Repository.here.files(under: "Tests", extensions: SizeTests.extensions)
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
        for path in paths {
            let text = try Repository.here.text(path)
            for word in words where text.contains(word) {
                Issue.record("\(path) holds a \(word)")
            }
        }
        print("tidy: \(paths.count) files without unfinished marks")
        #expect(!paths.isEmpty)
    }

    @Test func theReaderOfSourcesSeesCodeAndNotWords() {
        let file = SourceFile(
            path: "Sources/Bytes/Example.swift",
            text: """
                import Glibc
                @preconcurrency public import struct Synchronization.Mutex
                // Task { in a comment }
                let word = "Task { in a string" /* Task { */ + "\\"Task {"
                let real = Task { 1 }
                // Safe: only for this check.
                let sure = try! value()
                let bare = try! value()
                """)
        #expect(file.imports == ["Glibc", "Synchronization"])
        #expect(file.code.enumerated().filter { $0.element.contains("Task {") }.map(\.offset) == [4])
        #expect(file.isExplained(at: 6))
        #expect(!file.isExplained(at: 7))
        #expect(file.target == "Bytes")
    }
}
