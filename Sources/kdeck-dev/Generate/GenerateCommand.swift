import Foundation

/// `kdeck-dev generate`: writes the Swift of the messages, or with `--check` says which files are stale.
enum GenerateCommand {
    static func run(_ words: [String]) throws -> Int32 {
        var package = FileManager.default.currentDirectoryPath
        var isCheck = false
        var words = words[...]
        while let word = words.popFirst() {
            if word == "--package", let folder = words.popFirst() {
                package = folder
            } else if word == "--check" {
                isCheck = true
            } else {
                print("usage: kdeck-dev generate [--package DIR] [--check]")
                return 2
            }
        }
        let generator = Generator(package: URL(fileURLWithPath: package))
        if isCheck {
            let stale = try generator.stale()
            for path in stale { print("stale: \(path)") }
            print("\(try generator.output().count) generated files, \(stale.count) stale")
            return stale.isEmpty ? 0 : 1
        }
        let (files, changed) = try generator.write()
        print("\(files) generated files, \(changed) changed")
        return 0
    }
}
