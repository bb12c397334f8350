import Configuration
import Console
import KafkaClient

/// `kdeck contexts …`: the clusters that the user has named.
enum Contexts {
    @Sendable static func list(_ invocation: Invocation) throws(Failure) {
        let format = try OutputFormat.of(invocation)
        let store = try ContextStore.required()
        let current = store.current()
        let contexts = try store.load().contexts
        try Listing(
            contexts,
            [
                (OutputColumn("name", "NAME"), { .text($0.name) }),
                (OutputColumn("current", "USED"), { flag($0.name == current) }),
                (OutputColumn("bootstrap", "BOOTSTRAP"), { .text(bootstrap($0)) }),
                (OutputColumn("security", "SECURITY"), { .text(security($0)) }),
                (OutputColumn("readOnly", "READ-ONLY"), { readOnly($0.isReadOnly) }),
                (OutputColumn("color", "COLOR"), { .text($0.color ?? "") }),
            ]
        ).print(
            as: format,
            empty: "There are no contexts in \(store.path). `kdeck contexts add NAME -b HOST:PORT` makes one.")
    }

    @Sendable static func add(_ invocation: Invocation) throws(Failure) {
        let store = try ContextStore.required()
        var context = ContextEntry(name: try name(invocation.operands[0]), settings: [])
        context.settings = try Attached.settings(invocation).map { .init($0.key, $0.value) }
        guard context["bootstrap.servers"] ?? context["metadata.broker.list"] != nil else {
            throw .usage("say where \(context.name) is: -b HOST:PORT, or bootstrap.servers in -F FILE")
        }
        context.color = try invocation["color"].map { text throws(Failure) in try color(text) }
        context.isReadOnly = invocation.has("read-write") ? false : nil
        context.rewrites = invocation.all("rewrite")
        try check(context)
        try store.add(context)
        try StandardOutput.say(
            "context \(context.name) is in \(store.path); `kdeck attach -c \(shellWord(context.name))` shows it")
    }

    @Sendable static func use(_ invocation: Invocation) throws(Failure) {
        let store = try ContextStore.required()
        try store.use(invocation.operands[0])
        try StandardOutput.say("\(invocation.operands[0]) is used from now on where no cluster is named")
    }

    @Sendable static func show(_ invocation: Invocation) throws(Failure) {
        let context = try ContextStore.required().context(invocation.operands[0])
        var shown = context
        shown.settings = context.settings.map { .init($0.key, ContextSecrets.shown($0)) }
        try StandardOutput.put(String(shown.toml.dropFirst()))
    }

    @Sendable static func remove(_ invocation: Invocation) throws(Failure) {
        try ContextStore.required().remove(invocation.operands[0])
        try StandardOutput.say("context \(invocation.operands[0]) is removed")
    }

    @Sendable static func importOthers(_ invocation: Invocation) throws(Failure) {
        let store = try ContextStore.required()
        let path = try place(invocation.operands[0])
        let text = try Folders.read(path)
        let found: (source: ContextImport.Source, contexts: [ImportedContext])
        do throws(ImportError) {
            found = try ContextImport.read(text, name: invocation["name"] ?? stem(path))
        } catch {
            throw Failure(.failed, "\(path): \(error.sentence)")
        }
        if invocation.has("name"), found.contexts.count > 1 {
            throw .usage("--name is for a single cluster, and \(path) has \(found.contexts.count)")
        }
        let taken = Set(try store.load().contexts.map(\.name))
        for imported in found.contexts {
            var context = imported.context
            if let given = invocation["name"] { context.name = given }
            if taken.contains(context.name) {
                writeError("kdeck: \(context.name) is left as it is: there is a context of that name")
                continue
            }
            for setting in context.settings where !ClientProperties.isKnown(setting.key) {
                writeError("kdeck: \(context.name): no Kafka client knows \(setting.key), so it is left out")
            }
            context.settings.removeAll { !ClientProperties.isKnown($0.key) }
            try store.add(context)
            try StandardOutput.say(
                "\(context.name): \(bootstrap(context)) \(security(context)), from \(found.source.rawValue)")
            for note in imported.notes { writeError("kdeck: \(context.name): \(note)") }
        }
    }

    // MARK: Words

    private static func flag(_ value: Bool) -> OutputCell { OutputCell(.bool(value), value ? "yes" : "") }

    /// A context that says nothing is locked where a key could slip, and open to commands, which say --execute.
    private static func readOnly(_ said: Bool?) -> OutputCell {
        said.map { flag($0) } ?? OutputCell(.bool(true), "in the console")
    }

    private static func bootstrap(_ context: ContextEntry) -> String {
        context["bootstrap.servers"] ?? context["metadata.broker.list"] ?? ""
    }

    private static func security(_ context: ContextEntry) -> String {
        let mechanism = context["sasl.mechanism"] ?? context["sasl.mechanisms"]
        let name = context["security.protocol"]?.uppercased() ?? (mechanism == nil ? "PLAINTEXT" : "SASL_PLAINTEXT")
        return name.hasPrefix("SASL") ? name + (mechanism.map { " " + $0 } ?? "") : name
    }

    private static func name(_ text: String) throws(Failure) -> String {
        guard !text.isEmpty, text.utf8.count <= 64,
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { throw .usage("a context's name has 1 to 64 bytes and no control characters") }
        return text
    }

    private static func color(_ text: String) throws(Failure) -> String {
        guard ContextColor(text) != nil else {
            throw .usage("--color \(text) is no colour: give red, orange, yellow, green, blue, purple, or #RRGGBB")
        }
        return text
    }

    /// Everything that would fail at the first use fails now, with nothing written.
    private static func check(_ context: ContextEntry) throws(Failure) {
        do throws(AddressError) {
            _ = try AddressRewrite(context.rewrites)
        } catch {
            throw .usage("--rewrite: \(error.sentence)")
        }
        _ = try Attached.properties(of: context)
    }

    /// The file that an operand names: a path, or a program whose settings are where it keeps them.
    private static func place(_ operand: String) throws(Failure) -> String {
        guard let source = ContextImport.Source(rawValue: operand) else { return operand }
        for variable in source.variables { if let path = Folders.variable(variable) { return path } }
        let home = Folders.variable("HOME") ?? ""
        let places = source.places.map { home + "/" + $0 }
        if let found = places.first(where: Folders.exists) { return found }
        throw Failure(
            .notFound,
            places.isEmpty
                ? "name the file of \(operand)"
                : "there is no file of \(operand) at \(places.joined(separator: " or "))")
    }

    private static func stem(_ path: String) -> String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let stem = file.split(separator: ".").first.map(String.init) ?? file
        return stem.isEmpty ? "imported" : stem
    }
}
