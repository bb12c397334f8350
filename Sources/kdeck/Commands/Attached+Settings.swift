import Configuration
import Console
import KafkaClient
import Terminal

extension Attached {
    /// True when the command line, the environment or `contexts use` names a cluster.
    static func isNamed(_ invocation: Invocation) -> Bool {
        ["context", "bootstrap", "properties", "property"].contains(where: invocation.has)
            || bootstrapVariable() != nil || ContextStore.standard()?.current() != nil
    }

    /// The cluster that is named: by `-b`, `-F` and `-X`, which go before everything; by `-c`; by the environment; by
    /// `contexts use`; else the one on this machine. Settings of a context never mix with an address from elsewhere, or its
    /// password would be sent there.
    static func place(_ invocation: Invocation) throws(Failure) -> Place {
        let given = try settings(invocation)
        let context = try context(invocation, hasSettings: !given.isEmpty)
        var properties = ClientProperties()
        if let context { properties = try Self.properties(of: context) }
        for setting in given { try set(setting.key, setting.value, from: setting.origin, in: &properties) }
        if given.isEmpty, context == nil, let (name, value) = bootstrapVariable() {
            try set("bootstrap.servers", value, from: "$\(name)", in: &properties)
        }
        if let context, properties["bootstrap.servers"] == nil {
            // The default is this machine's, which nobody means by a name.
            throw .usage(
                "context \(Sanitizer.visible(context.name)) does not say where it is: set bootstrap.servers in "
                    + "\(try ContextStore.required().path)")
        }
        let rewrite = try rewrite(context)
        do throws(PropertyError) {
            let local = [HostPort(host: "127.0.0.1", port: 9_092)]
            var configuration = try properties.configuration(
                bootstrap: local, secrets: SecretReader(prompt: SecretPrompt.ask))
            configuration.rewrite = rewrite
            configuration.isReadOnly = context?.isReadOnly ?? false
            return Place(
                configuration: configuration, name: context?.name,
                color: context?.color.flatMap { ContextColor($0) }, isReadOnly: context?.isReadOnly)
        } catch {
            throw .usage("\(error.sentence)")
        }
    }

    /// The cluster of a context.
    static func place(context name: String) throws(Failure) -> Place {
        var invocation = Invocation(command: CommandTable.root)
        invocation.set("context", name)
        return try place(invocation)
    }

    /// The contexts that can be gone to; none when they cannot be read, which `kdeck contexts` explains.
    static func choices(without name: String?) -> [ContextChoice] {
        let contexts = (try? ContextStore.standard()?.load())?.contexts ?? []
        return contexts.filter { $0.name != name }.map { context in
            ContextChoice(
                name: context.name, address: context["bootstrap.servers"] ?? context["metadata.broker.list"] ?? "",
                color: context.color.flatMap { ContextColor($0) })
        }
    }

    /// The settings of `-F`, `-X` and `-b`, in the order in which later ones win.
    static func settings(_ invocation: Invocation) throws(Failure) -> [(key: String, value: String, origin: String)] {
        var settings: [(key: String, value: String, origin: String)] = []
        for path in invocation.all("properties") {
            for entry in PropertiesDocument(try Folders.read(path)).entries {
                settings.append((entry.key, entry.value, "\(path) line \(entry.line)"))
            }
        }
        for word in invocation.all("property") {
            guard let equal = word.firstIndex(of: "=") else { throw .usage("-X \(word): write KEY=VALUE") }
            let key = String(word[..<equal])
            let value = String(word[word.index(after: equal)...])
            if ClientProperties.isSecret(key), !SecretReader.isReference(value) {
                ArgumentVeil.cover(key)
                writeError(
                    "kdeck: -X \(key): others can see a command line; write env:NAME, file:PATH or prompt: instead")
            }
            settings.append((key, value, "-X \(key)"))
        }
        if let text = invocation["bootstrap"] { settings.append(("bootstrap.servers", text, "-b \(text)")) }
        return settings
    }

    /// A context's settings as a client takes them.
    static func properties(of context: ContextEntry) throws(Failure) -> ClientProperties {
        var properties = ClientProperties()
        for setting in context.settings {
            let place = setting.line > 0 ? "context \(context.name) line \(setting.line)" : "context \(context.name)"
            try set(setting.key, setting.value, from: place, in: &properties)
        }
        return properties
    }

    private static func context(_ invocation: Invocation, hasSettings: Bool) throws(Failure) -> ContextEntry? {
        if let name = invocation["context"] { return try ContextStore.required().context(name) }
        if hasSettings || bootstrapVariable() != nil { return nil }
        guard let store = ContextStore.standard(), let name = store.current() else { return nil }
        return try store.context(name)
    }

    private static func bootstrapVariable() -> (name: String, value: String)? {
        for name in ["KAFKA_BOOTSTRAP_SERVERS", "BOOTSTRAP_SERVERS"] {
            if let value = Folders.variable(name) { return (name, value) }
        }
        return nil
    }

    private static func rewrite(_ context: ContextEntry?) throws(Failure) -> AddressRewrite {
        do throws(AddressError) {
            return try AddressRewrite(context?.rewrites ?? [])
        } catch {
            throw .usage("context \(context?.name ?? ""): rewrite: \(error.sentence)")
        }
    }

    private static func set(
        _ key: String, _ value: String, from origin: String, in properties: inout ClientProperties
    ) throws(Failure) {
        do throws(PropertyError) {
            try properties.set(key, value, from: origin)
        } catch {
            throw .usage("\(error.sentence)")
        }
    }
}
