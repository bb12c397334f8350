import Foundation
import Testing

@Suite struct ImportTests {
    /// The arrows of the map: a room may import these rooms and doors of ours and no others.
    static let arrows: [String: Set<String>] = [
        "Bytes": [],
        "Network": ["Bytes", "CUV", "COpenSSL"],
        "Codecs": ["Bytes", "CISAL", "CZstd", "CLz4", "CSnappy"],
        "KafkaWire": ["Bytes", "Codecs"],
        "KafkaLog": ["Bytes", "Codecs", "KafkaWire", "CLinux"],
        "KafkaBroker": ["Bytes", "Codecs", "KafkaWire", "KafkaLog", "Network"],
        "KafkaClient": ["Bytes", "Codecs", "KafkaWire", "Network", "CPCRE2", "CByteSearch"],
        "Terminal": ["CNcurses", "CUtf8proc"],
        "Themes": [],
        "Configuration": ["CTomlplusplus", "CYAML"],
        "Console": ["Terminal", "Bytes", "KafkaWire", "KafkaClient", "Configuration", "Themes"],
        "kdeck": [
            "Bytes", "Codecs", "KafkaWire", "KafkaLog", "KafkaClient", "KafkaBroker", "Network", "Terminal", "Console",
            "Configuration", "Themes", "CGetopt",
        ],
        "kdeck-dev": [
            "Bytes", "Codecs", "KafkaWire", "KafkaLog", "KafkaClient", "KafkaBroker", "Network", "Terminal", "Console",
            "Configuration", "Themes", "CVterm",
        ],
        "kdeck-bench": [
            "Bytes", "Codecs", "KafkaWire", "KafkaLog", "KafkaClient", "KafkaBroker", "Network", "Terminal",
        ],
    ]

    /// Modules of the toolchain that the `kdeck` product may link. Foundation is not among them: 46 MB of program.
    static let toolchain: Set<String> = ["Glibc", "Synchronization"]
    /// Development tools never reach a user's machine, so Foundation is fine there.
    static let developmentTools: Set<String> = ["kdeck-dev", "kdeck-bench"]

    @Test func everyImportFollowsAnArrowOfTheMap() throws {
        let files = try Repository.here.sources()
        var checked = 0
        for file in files {
            let allowed = try #require(Self.arrows[file.target], "\(file.target) is not on the map")
            for name in file.imports where name != "PackageDescription" {
                checked += 1
                let isOurs = Self.arrows[name] != nil || name.range(of: "^C[A-Z]", options: .regularExpression) != nil
                if isOurs {
                    #expect(allowed.contains(name), "\(file.path) imports \(name), which no arrow allows")
                } else if !Self.developmentTools.contains(file.target) {
                    #expect(Self.toolchain.contains(name), "\(file.path) imports \(name)")
                }
            }
        }
        print("tidy: \(checked) imports in \(files.count) files")
        #expect(checked > 0)
    }

    @Test func theManifestDeclaresNoArrowBeyondTheMap() throws {
        let targets = manifestTargets(try Repository.here.text("Package.swift")).filter {
            $0.kind == .room || $0.kind == .tool
        }
        for target in targets {
            let allowed = try #require(Self.arrows[target.name], "\(target.name) is not on the map")
            let extra = target.dependencies.subtracting(allowed).sorted()
            #expect(extra.isEmpty, "Package.swift gives \(target.name) the arrows \(extra)")
        }
        print("tidy: arrows of \(targets.count) targets")
        #expect(targets.count == Self.arrows.count, "the manifest and the map name different targets")
    }

    @Test func aTargetDeclaresEveryRoomItImports() throws {
        let declared = Dictionary(
            uniqueKeysWithValues: manifestTargets(try Repository.here.text("Package.swift")).map {
                ($0.name, $0.dependencies)
            })
        var checked = 0
        for file in try Repository.here.sources() {
            for name in file.imports where declared[name] != nil {
                checked += 1
                #expect(declared[file.target]?.contains(name) == true, "\(file.path): \(name) is not in Package.swift")
            }
        }
        print("tidy: \(checked) imports against the manifest")
        #expect(checked > 0)
    }

    @Test func everyDoorHasOneRoomBehindIt() throws {
        let doors = manifestTargets(try Repository.here.text("Package.swift")).filter { $0.kind == .door }.map(\.name)
        let files = try Repository.here.sources()
        for door in doors {
            let users = Set(files.filter { $0.imports.contains(door) }.map(\.target)).sorted()
            #expect(users.count == 1, "\(door) is imported by \(users), not by exactly one target")
        }
        print("tidy: \(doors.count) doors")
        #expect(doors.count >= 10)
    }
}
