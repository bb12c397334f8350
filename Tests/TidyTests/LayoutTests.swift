import Foundation
import Testing

@Suite struct LayoutTests {
    /// What the top folder holds, and nothing else.
    static let topLevel: Set<String> = [
        "Package.swift", "Sources", "Tests", "themes", "README.md", "screenshots", "LICENSE", ".gitignore",
        ".swift-format", ".ci",
    ]
    /// Folder names that say nothing about what is inside.
    static let vagueFolders: Set<String> = ["utils", "util", "helpers", "common", "misc", "shared", "extensions"]

    @Test func theTopFolderHoldsTheAgreedNamesOnly() throws {
        let names = try Repository.here.topLevel
        print("tidy: \(names.count) names in the top folder")
        #expect(names.subtracting(Self.topLevel).sorted() == [], "does not belong in the top folder")
        #expect(Self.topLevel.subtracting(names).sorted() == [], "is missing in the top folder")
    }

    @Test func noFolderHasAVagueName() throws {
        let folders = Repository.here.folders(under: "Sources") + Repository.here.folders(under: "Tests")
        print("tidy: \(folders.count) folders")
        #expect(!folders.isEmpty)
        for folder in folders {
            let name = (folder as NSString).lastPathComponent.lowercased()
            #expect(!Self.vagueFolders.contains(name), "\(folder) says nothing about its content")
        }
    }

    @Test func everyPaneIsInTheCatalogue() throws {
        let here = Repository.here
        let panes = here.files(under: "Sources/Console/Panes", extensions: ["swift"]).filter {
            $0.hasSuffix("Pane.swift")
        }
        let catalogues = here.files(under: "Sources/Console", extensions: ["swift"]).filter {
            $0.hasSuffix("/PaneCatalog.swift")
        }
        let path = try #require(catalogues.first, "Console has no PaneCatalog.swift")
        let catalogue = SourceFile(path: path, text: try here.text(path)).code.joined(separator: "\n")
        for pane in panes {
            let name = ((pane as NSString).lastPathComponent as NSString).deletingPathExtension
            if name == "Pane" { continue }
            #expect(catalogue.contains(name), "\(pane) is not listed in \(path)")
        }
        print("tidy: \(panes.count) panes")
        #expect(!panes.isEmpty)
    }
}
