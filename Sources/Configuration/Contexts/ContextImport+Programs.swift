// One function a program: its keys, as its documentation names them, in Kafka's.
extension ContextImport {
    static func kaf(_ cluster: YAMLValue, current: String?) -> ImportedContext? {
        guard let name = cluster["name"]?.text else { return nil }
        var imported = ImportedContext(name)
        imported.isCurrent = name == current
        imported.set("bootstrap.servers", brokers(cluster["brokers"]))
        let sasl = login(cluster["SASL"])
        let tls = cluster["TLS"].flatMap { $0.entries.isEmpty ? nil : $0 }
        if let given = cluster["security-protocol"]?.text, !given.isEmpty {
            imported.set("security.protocol", given)
        } else {
            imported.setProtocol(tls: tls != nil, sasl: sasl != nil)
        }
        if let tls {
            imported.setTLS(
                authority: tls["cafile"]?.text, certificate: tls["clientfile"]?.text, key: tls["clientkeyfile"]?.text,
                isInsecure: tls["insecure"]?.isTrue == true)
        }
        if let sasl { setLogin(&imported, sasl["mechanism"]?.text ?? "PLAIN", sasl["username"], sasl["password"]) }
        noteRegistry(&imported, cluster["schema-registry-url"])
        return imported
    }

    static func kafkactl(_ name: String, _ context: YAMLValue, current: String?) -> ImportedContext {
        var imported = ImportedContext(name)
        imported.isCurrent = name == current
        imported.set("bootstrap.servers", brokers(context["brokers"]))
        let tls = context["tls"].flatMap { $0["enabled"]?.isTrue == true ? $0 : nil }
        let sasl = context["sasl"].flatMap { $0["enabled"]?.isTrue == true ? $0 : nil }
        imported.setProtocol(tls: tls != nil, sasl: sasl != nil)
        if let tls {
            imported.setTLS(
                authority: tls["ca"]?.text, certificate: tls["cert"]?.text, key: tls["certKey"]?.text,
                isInsecure: tls["insecure"]?.isTrue == true)
            imported.set("ssl.key.password", tls["certKeyPassphrase"]?.text)
        }
        if let sasl { setLogin(&imported, sasl["mechanism"]?.text ?? "plaintext", sasl["username"], sasl["password"]) }
        imported.set("client.id", context["clientID"]?.text)
        if context["kubernetes"]?["enabled"]?.isTrue == true {
            imported.notes.append("it is reached through Kubernetes: forward a port and give it with rewrite")
        }
        noteRegistry(&imported, context["schemaRegistry"]?["url"])
        return imported
    }

    static func ktea(_ cluster: YAMLValue) -> ImportedContext? {
        guard let name = cluster["name"]?.text else { return nil }
        var imported = ImportedContext(name)
        imported.isCurrent = cluster["active"]?.isTrue == true
        imported.context.color = cluster["color"]?.text
        imported.set("bootstrap.servers", brokers(cluster["servers"]))
        let tls = cluster["tls"].flatMap { $0["enable"]?.isTrue == true ? $0 : nil }
        let method = cluster["sasl"]?["authMethod"]?.text ?? "NONE"
        imported.setProtocol(tls: tls != nil, sasl: method != "NONE")
        if let tls {
            imported.setTLS(
                authority: tls["caCertPath"]?.text, certificate: tls["clientCert"]?.text, key: tls["clientKey"]?.text,
                isInsecure: tls["skipVerify"]?.isTrue == true)
        }
        if method != "NONE", let sasl = cluster["sasl"] {
            setLogin(&imported, method, sasl["username"], sasl["password"])
        }
        noteRegistry(&imported, (cluster["schema-registry"] ?? cluster["schemaRegistry"])?["url"])
        return imported
    }

    static func yozefu(_ name: String, _ cluster: YAMLValue, defaults: YAMLValue?) -> ImportedContext {
        var imported = ImportedContext(name)
        let own = cluster["kafka"]?.entries ?? []
        for entry in (defaults?.entries ?? []) where !own.contains(where: { $0.key == entry.key }) {
            imported.set(entry.key, entry.value.text)
        }
        for entry in own { imported.set(entry.key, entry.value.text) }
        noteRegistry(&imported, cluster["schema_registry"]?["url"])
        return imported
    }

    static func rpk(_ profile: YAMLValue, current: String?) -> ImportedContext? {
        guard let name = profile["name"]?.text else { return nil }
        var imported = ImportedContext(name)
        imported.isCurrent = name == current
        let api = profile["kafka_api"]
        imported.set("bootstrap.servers", brokers(api?["brokers"]))
        // An empty `tls: {}` already asks for TLS.
        let tls: YAMLValue? = if case .map? = api?["tls"] { api?["tls"] } else { nil }
        let sasl = login(api?["sasl"])
        imported.setProtocol(tls: tls != nil, sasl: sasl != nil)
        if let tls {
            imported.setTLS(
                authority: tls["ca_file"]?.text, certificate: tls["cert_file"]?.text, key: tls["key_file"]?.text,
                isInsecure: tls["insecure_skip_verify"]?.isTrue == true)
        }
        if let sasl { setLogin(&imported, sasl["mechanism"]?.text ?? "SCRAM-SHA-256", sasl["user"], sasl["password"]) }
        noteRegistry(&imported, profile["schema_registry"]?["addresses"]?.elements.first)
        return imported
    }

    /// A list, or the words of a text.
    private static func brokers(_ value: YAMLValue?) -> String? {
        guard let value else { return nil }
        if let text = value.text { return text.split { $0 == " " || $0 == "," }.joined(separator: ",") }
        return value.elements.compactMap(\.text).joined(separator: ",")
    }

    private static func login(_ value: YAMLValue?) -> YAMLValue? {
        value.flatMap { $0.entries.isEmpty ? nil : $0 }
    }

    private static func setLogin(
        _ imported: inout ImportedContext, _ method: String, _ user: YAMLValue?, _ password: YAMLValue?
    ) {
        let name = method.uppercased()
        // `scram-sha256`, `SASL_SCRAM_SHA256`, `SCRAM-SHA-256` ...
        let letters = name.filter { $0.isLetter || $0.isNumber }
        if letters.hasSuffix("SCRAMSHA256") {
            imported.set("sasl.mechanism", "SCRAM-SHA-256")
        } else if letters.hasSuffix("SCRAMSHA512") {
            imported.set("sasl.mechanism", "SCRAM-SHA-512")
        } else if letters.hasSuffix("PLAIN") || letters.hasSuffix("PLAINTEXT") {
            imported.set("sasl.mechanism", "PLAIN")
        } else if letters.hasPrefix("OAUTH") {
            imported.set("sasl.mechanism", "OAUTHBEARER")
            imported.notes.append("give sasl.oauthbearer.token.command: a command whose output is a token")
            return
        } else {
            imported.notes.append("the login \(method) is not spoken here")
            return
        }
        imported.set("sasl.username", user?.text)
        imported.set("sasl.password", password?.text)
    }

    private static func noteRegistry(_ imported: inout ImportedContext, _ url: YAMLValue?) {
        if let url = url?.text, !url.isEmpty { imported.notes.append("its schema registry \(url) is not used") }
    }
}
