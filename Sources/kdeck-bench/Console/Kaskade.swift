import Foundation

/// kaskade, the console of Python that is on PyPI: installed once into a folder of this program's own.
enum Kaskade {
    /// The program; nil when it cannot be had, and then why is said.
    static func program() -> String? {
        let folder = cache + "/kaskade"
        let program = folder + "/bin/kaskade"
        if FileManager.default.isExecutableFile(atPath: program) { return program }
        print("installing kaskade into \(folder)")
        do {
            _ = try Machine.run(["python3", "-m", "venv", folder])
            _ = try Machine.run([folder + "/bin/pip", "install", "--quiet", "kaskade"])
        } catch {
            print("without kaskade: \(error)")
            return nil
        }
        return program
    }

    private static var cache: String {
        let environment = ProcessInfo.processInfo.environment
        return (environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "/tmp") + "/.cache") + "/kdeck-bench"
    }
}
