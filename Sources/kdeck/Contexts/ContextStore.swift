import Configuration
import Glibc
import Network
import Terminal

/// The user's contexts on disk: `config.toml`, which is added to and never rewritten, the secrets beside it, and which
/// context is in use.
struct ContextStore {
    /// The folder of `config.toml`, for this user alone.
    let folder: String
    /// The file itself.
    let path: String
    private let statePath: String?

    /// `$KDECK_CONFIG`, else `$XDG_CONFIG_HOME/kdeck/config.toml`, else `~/.config/kdeck/config.toml`; nil without a home.
    static func standard() -> ContextStore? {
        let home = Folders.variable("HOME")
        let state =
            Folders.absolute("XDG_STATE_HOME").map { $0 + "/kdeck" } ?? home.map { $0 + "/.local/state/kdeck" }
        let statePath = state.map { $0 + "/context" }
        if let path = Folders.variable("KDECK_CONFIG") {
            let slash = path.lastIndex(of: "/")
            return ContextStore(folder: slash.map { String(path[..<$0]) } ?? ".", path: path, statePath: statePath)
        }
        guard let base = Folders.absolute("XDG_CONFIG_HOME") ?? home.map({ $0 + "/.config" }) else { return nil }
        return ContextStore(folder: base + "/kdeck", path: base + "/kdeck/config.toml", statePath: statePath)
    }

    /// As `standard`, or a failure that says what is missing.
    static func required() throws(Failure) -> ContextStore {
        guard let store = standard() else {
            throw Failure(.failed, "neither XDG_CONFIG_HOME nor HOME is set, so there is no place for contexts")
        }
        return store
    }

    /// The contexts; none when there is no file. A file with a secret in it that others may read is refused, as ssh does.
    func load() throws(Failure) -> ContextFile {
        let text: String
        do throws(NetworkError) {
            text = try SmallFile.read(path).text
        } catch {
            guard case .file(_, ENOENT, _) = error else { throw Failure(.failed, error.words) }
            text = ""
        }
        let file: ContextFile
        do throws(ContextFile.Failure) {
            file = try ContextFile(text)
        } catch {
            throw Failure(.failed, "\(path) \(error.sentence)")
        }
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & 0o077 != 0, let name = file.contexts.first(where: hasSecret)?.name
        {
            throw Failure(.denied, "\(path) holds a secret of \(name) and others may read it: chmod 600 \(path)")
        }
        return file
    }

    /// The context of that name. Fails with exit code 3 and the names that there are.
    func context(_ name: String) throws(Failure) -> ContextEntry {
        let file = try load()
        if let context = file[name] { return context }
        let names = file.contexts.map(\.name)
        let origin = Folders.variable("KDECK_CONTEXT") == name ? " of $KDECK_CONTEXT" : ""
        throw Failure(
            .notFound,
            "there is no context '\(Sanitizer.visible(name))'\(origin) in \(path);"
                + (names.isEmpty
                    ? " `kdeck contexts add` makes one"
                    : "\(Nearest.hint(name, among: names)) `kdeck contexts` lists them"))
    }

    /// Adds a context at the end of the file. Secrets that stand in its settings go to files of their own.
    func add(_ context: ContextEntry) throws(Failure) {
        let file = try load()
        guard file[context.name] == nil else {
            throw Failure(.failed, "there is a context \(context.name) already; remove it first, or give another name")
        }
        try makeFolder(folder)
        var context = context
        for index in context.settings.indices where ContextSecrets.isPlain(context.settings[index]) {
            let setting = context.settings[index]
            try makeFolder(folder + "/secrets")
            let place = folder + "/secrets/" + ContextSecrets.fileName(context.name, setting.key)
            try write(setting.value, to: place)
            context.settings[index].value = "file:" + place
        }
        try write(file.adding(context), to: path)
    }

    /// Takes a context and its secrets away.
    func remove(_ name: String) throws(Failure) {
        let context = try context(name)
        guard let text = try load().removing(name) else {
            throw Failure(.failed, "the lines of \(name) in \(path) cannot be told apart; remove them with an editor")
        }
        try write(text, to: path)
        for setting in context.settings {
            let place = folder + "/secrets/" + ContextSecrets.fileName(name, setting.key)
            if setting.value == "file:" + place { unlink(place) }
        }
        if current() == name, let statePath { unlink(statePath) }
    }

    /// The context in use: `$KDECK_CONTEXT`, else the one that `use` named; nil when there is none.
    func current() -> String? {
        if let name = Folders.variable("KDECK_CONTEXT") { return name }
        guard let statePath, let text = try? SmallFile.read(statePath).text else { return nil }
        let name = text.split(separator: "\n").first.map(String.init)
        return name.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Puts a context in use.
    func use(_ name: String) throws(Failure) {
        _ = try context(name)
        guard let statePath, let slash = statePath.lastIndex(of: "/") else {
            throw Failure(.failed, "neither XDG_STATE_HOME nor HOME is set, so there is no place to note it")
        }
        try makeFolder(String(statePath[..<slash]))
        try write(name + "\n", to: statePath)
    }

    private func hasSecret(_ context: ContextEntry) -> Bool { context.settings.contains(where: ContextSecrets.isPlain) }

    private func makeFolder(_ path: String) throws(Failure) {
        guard Folders.make(path, mode: 0o700) else {
            throw Failure(.failed, "\(path) cannot be made: \(Folders.systemError())")
        }
    }

    /// Writes beside the file and renames, so that a reader sees the old or the new one.
    private func write(_ text: String, to path: String) throws(Failure) {
        let fresh = path + ".new"
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(.failed, "\(fresh) cannot be written: \(Folders.systemError())") }
        let bytes = Array(text.utf8)
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        let isWhole = count == bytes.count && fsync(descriptor) == 0
        close(descriptor)
        guard isWhole, rename(fresh, path) == 0 else {
            let word = Folders.systemError()
            unlink(fresh)
            throw Failure(.failed, "\(path) cannot be written: \(word)")
        }
    }
}
