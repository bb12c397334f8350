import Foundation

/// `kdeck-dev vectors DIR`: checks a folder of golden vectors both ways.
enum VectorsCommand {
    static func run(_ words: [String]) throws -> Int32 {
        guard let path = words.first(where: { !$0.hasPrefix("-") }) else {
            print("usage: kdeck-dev vectors DIR [--verbose]")
            return 2
        }
        let folder = check(URL(fileURLWithPath: path))
        let isVerbose = words.contains("--verbose")
        for part in folder.parts where isVerbose || part.failed > 0 {
            print("\(part.name): \(part.passed) passed, \(part.failed) failed")
        }
        for failure in folder.failures.prefix(isVerbose ? .max : 40) { print(failure) }
        print("left out here: \(leftOut.joined(separator: ", "))")
        print("\(folder.passed) passed, \(folder.failed) failed")
        return folder.failed == 0 && folder.passed > 0 ? 0 : 1
    }

    /// Parts of the layout that only the tests of their rooms hold the code against.
    static let leftOut = ["functions/plain", "who gets what in functions/assignors (their bytes are checked)"]

    /// Checks everything that is there.
    static func check(_ root: URL) -> VectorFolder {
        var folder = VectorFolder(root)
        MessageVectors.check(&folder)
        BatchVectors.check(&folder)
        FunctionVectors.check(&folder)
        SCRAMVectors.check(&folder)
        LiveVectors.check(&folder)
        return folder
    }
}
