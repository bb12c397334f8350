import Glibc

extension ThemeCatalog {
    /// The embedded themes and those of the user: `*.toml` in `$XDG_CONFIG_HOME/kdeck/themes` (`~/.config`). A file that
    /// cannot be read is as if it were not there; one that is no theme says so when it is chosen.
    public static func fromEnvironment() -> ThemeCatalog {
        func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
        let config = value("XDG_CONFIG_HOME")
        let base = config.hasPrefix("/") ? config : value("HOME") + "/.config"
        return ThemeCatalog(userFiles: userFiles(in: base + "/kdeck/themes"))
    }

    /// Name and content of every theme file in `folder`, by name.
    static func userFiles(in folder: String) -> [(name: String, toml: [UInt8])] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory), names.count < 256 {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
        }
        return names.sorted().compactMap { name in
            read(folder + "/" + name + ".toml").map { (name: name, toml: $0) }
        }
    }

    /// The first bytes of a file, one more than a theme may have, so that a longer one is told as too long.
    private static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while content.count <= 1 << 20 {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            content += buffer.prefix(count)
        }
        return ferror(file) == 0 ? content : nil
    }
}
