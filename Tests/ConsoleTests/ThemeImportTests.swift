import Terminal
import Testing
import Themes

@testable import Console

@Suite struct ThemeImportTests {
    static let scheme = """
        scheme: "Made up"
        base00: "181818"
        base01: "282828"
        base02: "383838"
        base03: "585858"
        base04: "b8b8b8"
        base05: "d8d8d8"
        base06: "e8e8e8"
        base07: "f8f8f8"
        base08: "ab4642"
        base09: "dc9656"
        base0A: "f7ca88"
        base0B: "a1b56c"
        base0C: "86c1b9"
        base0D: "7cafc2"
        base0E: "ba8baf"
        base0F: "a16946"

        """
    static let skin = """
        foreground: &foreground "#f8f8f2"
        background: &background "#282a36"
        current_line: &current_line "#44475a"
        k9s:
          body:
            fgColor: *foreground
            bgColor: *background
          frame:
            title:
              highlightColor: orange
            menu:
              keyColor: dodgerblue
            status:
              addColor: "#50fa7b"
              errorColor: red
          views:
            table:
              cursorBgColor: *current_line
              cursorFgColor: default

        """

    func check(_ text: String) throws -> Theme {
        let toml = try ThemeImport.toml(text, name: "mine")
        let catalog = ThemeCatalog(userFiles: [(name: "mine", toml: Array(toml.utf8))])
        #expect(catalog.check("mine").map(\.description) == [], "\(toml)")
        #expect(catalog.ownNames == ["mine"])
        return catalog.theme("mine").theme
    }

    @Test func aSchemeOfBase16IsReadableAtOnce() throws {
        let dark = try check(Self.scheme)
        #expect(
            dark.style(.good).foreground
                == Color("#a1b56c").map { Color(red: $0.red, green: $0.green, blue: $0.blue, ansi: .index(2)) })
        // The same scheme turned over is a light one, and gets dark ink.
        let order = ["base00", "base01", "base02", "base03", "base04", "base05", "base06", "base07"]
        let turned = Self.scheme.split(separator: "\n").map { line -> String in
            guard let index = order.firstIndex(where: { line.hasPrefix($0) }) else { return String(line) }
            return order[7 - index] + line.dropFirst(6)
        }.joined(separator: "\n")
        let light = try check(turned)
        let ground = try #require(Color("#f8f8f8"))
        #expect((light.style(.text).foreground?.contrast(to: ground) ?? 0) > 4.4)
    }

    @Test func aSkinOfK9sWithAnchorsIsUnderstood() throws {
        let theme = try check(Self.skin)
        #expect(theme.style(.text).foreground?.hex == "#f8f8f2")
        #expect(theme.style(.good).foreground?.hex == "#50fa7b")
        #expect(ThemeImport.color("default") == nil)
    }

    @Test func whatIsNoThemeIsSaidSo() {
        for (text, words) in [
            ("a: 1", "neither base00"), ("base00: nix", "base00 is missing or no colour"), ("[", "line "),
            ("base00: '181818'\nbase01: red", "base02 is missing"),
        ] {
            #expect { try ThemeImport.toml(text, name: "x") } throws: { error in
                (error as? ThemeImport.Failure)?.sentence.contains(words) == true
            }
        }
    }

    @Test func thereAreTwelveThemesAndOneMayChangeColoursAlone() {
        #expect(Themes.embedded.count == 12)
        let nord = ThemeCatalog().theme("nord").theme
        #expect(nord.style(.good).foreground?.hex == "#a3be8c")
        #expect(nord.style(.selection).background?.hex == "#434c5e")
    }
}
