import Foundation
import Terminal
import Testing
import Themes

@testable import Console

@Suite struct ThemeCatalogTests {
    private static func user(_ text: String, _ more: (name: String, text: String)...) -> ThemeCatalog {
        ThemeCatalog(
            userFiles: [("mine", Array(text.utf8))] + more.map { (name: $0.name, toml: Array($0.text.utf8)) })
    }

    @Test(arguments: Themes.embedded.map(\.name)) func `every embedded theme is without fault`(name: String) {
        let catalog = ThemeCatalog()
        #expect(catalog.check(name).map(\.description) == [])
        for depth in ColorDepth.allCases {
            let (theme, message) = catalog.theme(name, depth: depth)
            #expect(message == nil)
            #expect(theme.name == (depth == .none ? "mono" : name))
            #expect(theme.depth == depth)
        }
    }

    @Test func `without colour no role resolves to one`() {
        for theme in [ThemeCatalog().theme("default-dark", depth: .none).theme, ThemeCatalog().theme("mono").theme] {
            #expect(theme.isColorless)
            for role in Role.allCases {
                let look = theme.resolve(role.on(.selection))
                #expect(look.foreground == .standard && look.background == .standard)
                #expect(look.attributes.contains(.reverse))
            }
        }
    }

    @Test func `among sixteen colours the selection is reversed and states keep their colour`() {
        let theme = ThemeCatalog().theme(depth: .ansi16).theme
        #expect(theme.resolve(Style(.good)).foreground == .index(2))
        #expect(theme.resolve(Style(.dim)).foreground == .index(8))
        #expect(theme.resolve(Style(.text)).foreground == .standard)
        #expect(theme.resolve(Role.good.on(.selection)) == ResolvedStyle(attributes: .reverse))
    }

    @Test func `a theme inherits roles and palette and changes what it names`() {
        let catalog = Self.user(
            "inherits = \"default-dark\"\naccent = { fg = \"#ff9090\", bold = true }\ntitle.fg = \"sky\"")
        let (theme, message) = catalog.theme("mine")
        #expect(message == nil)
        #expect(catalog.check("mine") == [])
        #expect(theme.style(.accent) == .init(Color("#ff9090"), on: nil, .bold))
        #expect(theme.style(.title).foreground?.hex == "#a8d8ff")
        #expect(theme.style(.title).attributes == [])
        #expect(theme.style(.good).foreground?.hex == "#7fd88f")
    }

    @Test(arguments: [
        (
            "inherits = \"default-dark\"\nacent = { fg = \"#ffffff\" }",
            "warning: line 2: no role is called 'acent': did you mean 'accent'?"
        ),
        (
            "inherits = \"default-dark\"\n\naccent = { fg = \"gren\" }",
            "error: line 3: the palette has no 'gren': did you mean 'green'?"
        ),
        (
            "inherits = \"default-dark\"\naccent = { fgg = \"green\" }",
            "error: line 2: 'fgg' cannot be set so: did you mean 'fg'? (fg, bg, bold, faint, italic, reverse, underline)"
        ),
        (
            "inherits = \"default-dark\"\naccent = { fg = \"#12345\" }",
            "error: line 2: '#12345' is no colour: write \"#rrggbb\""
        ),
        (
            "inherits = \"default-dark\"\naccent = \"green\"",
            "error: line 2: 'accent' needs a look: write accent = { fg = \"...\" }"
        ),
        (
            "inherits = \"default-drak\"",
            "error: line 1: no theme is called 'default-drak': did you mean 'default-dark'?"
        ),
        ("inherits = \"mine\"", "error: line 1: themes inherit in a circle: mine → mine"),
        (
            "inherits = \"default-dark\"\ntext = { fg = \"#333333\" }",
            "warning: line 2: text #333333 on its ground #0d1117 has contrast 1.5, less than 3"
        ),
        ("a = [", "error: line 1: "),
        (
            "palette.x = { rgb = \"#ffffff\", ansi = \"geen\" }",
            "error: line 1: 'geen' is none of the sixteen: did you mean 'green'?"
        ),
        (
            "canvas = \"#000000\"\ntext = { fg = \"#ffffff\" }",
            "warning: 34 roles have no look and look like text: dim, faint"
        ),
    ])
    func `the checker names the line and what was meant`(text: String, finding: String) {
        let found = Self.user(text).check("mine").map(\.description)
        #expect(found.contains { $0.hasPrefix(finding) }, "\(found)")
    }

    @Test func `a broken or unknown theme gives the default one and a message`() {
        for text in [
            "[", String(repeating: "[", count: 100_000), "inherits = \"nope\"", "accent = { fg = \"x\" }", "\u{0}",
        ] {
            let (theme, message) = Self.user(text).theme("mine")
            #expect(theme.name == "default-dark")
            #expect(message?.hasPrefix("theme mine not used, default-dark instead: ") == true, "\(message ?? "nil")")
        }
        let (_, message) = ThemeCatalog().theme("default-lihgt")
        #expect(
            message
                == "theme default-lihgt not used, default-dark instead: no theme is called 'default-lihgt': did you mean 'default-light'?"
        )
    }

    @Test func `a circle of three themes is an error`() {
        let catalog = Self.user("inherits = \"b\"", ("b", "inherits = \"c\""), ("c", "inherits = \"mine\""))
        #expect(catalog.check("mine").first?.message == "themes inherit in a circle: mine → b → c → mine")
    }

    @Test func `themes of the user come from a folder and may replace ours`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kdeck-themes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in [("night.toml", "inherits = \"default-dark\""), ("mono.toml", "x"), ("notes.txt", "x")] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try Data(count: 3 << 20).write(to: folder.appending(path: "huge.toml"))
        let catalog = ThemeCatalog(userFiles: ThemeCatalog.userFiles(in: folder.path))
        #expect(catalog.names == Themes.embedded.map(\.name) + ["huge", "night"])
        #expect(catalog.theme("night").message == nil)
        #expect(catalog.theme("mono").message?.contains("line 1") == true)
        #expect(catalog.theme("huge").message?.contains("longer than") == true)
        #expect(ThemeCatalog.userFiles(in: "/nowhere").isEmpty)
    }

    @Test func `random theme files give a theme or the default one`() {
        var state: UInt64 = 99
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let pieces = [
            "inherits = \"default-dark\"\n", "accent", ".fg", " = ", "{ fg = \"green\" }", "\"#ff0000\"", "\n",
            "[palette]\n", "green", "true",
            "bold", "=", "canvas = \"ink\"\n", "x = { rgb = 3 }\n", "\"", "[", "name = 1\n",
        ]
        var used = 0
        for _ in 0..<3000 {
            let text = (0..<next(10)).map { _ in pieces[next(pieces.count)] }.joined()
            if Self.user(text).theme("mine").message == nil { used += 1 }
        }
        #expect(used > 100 && used < 3000)
    }
}
