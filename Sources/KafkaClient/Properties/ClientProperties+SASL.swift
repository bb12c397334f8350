import Network

extension ClientProperties {
    /// The login as the settings want it.
    func sasl(_ secrets: SecretReader) throws(PropertyError) -> SASLLogin {
        let jaas = try jaasLine(secrets)
        let mechanism = try mechanism(jaas)
        if mechanism == "OAUTHBEARER" { return .oauthBearer(try tokenSource(jaas)) }
        guard let user = try user(jaas) else {
            throw PropertyError("\(mechanism) needs a user: give sasl.username or sasl.jaas.config")
        }
        let password: Secret
        if let given = jaas?.options["password"] {
            password = Secret(try resolve(given, of: "sasl.jaas.config", secrets))
        } else if let given = try secret("sasl.password", secrets) {
            password = Secret(given)
        } else {
            // Not written anywhere: whoever sits there knows it.
            password = Secret(try resolve("prompt:", of: "password of \(user)", secrets))
        }
        if let scram = SCRAM.Mechanism(rawValue: mechanism) {
            return .scram(scram, user: user, password: password, isToken: jaas?.options["tokenauth"] == "true")
        }
        return .plain(user: user, password: password)
    }

    private func jaasLine(_ secrets: SecretReader) throws(PropertyError) -> JAASLine? {
        guard let entry = entries["sasl.jaas.config"] else { return nil }
        guard let line = JAASLine(try resolve(entry.value, of: "sasl.jaas.config", secrets)) else {
            throw PropertyError(
                "\(entry.origin): sasl.jaas.config is no line like "
                    + "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=\"p\";")
        }
        return line
    }

    /// The mechanism; without one, what the login module is for.
    private func mechanism(_ jaas: JAASLine?) throws(PropertyError) -> String {
        let known = ["PLAIN", "OAUTHBEARER"] + SCRAM.Mechanism.allCases.map(\.rawValue)
        if let entry = entries["sasl.mechanism"] {
            let name = entry.value.uppercased()
            if known.contains(name) { return name }
            throw PropertyError(
                "\(entry.origin): sasl.mechanism is \(entry.value); kdeck speaks \(known.joined(separator: ", "))")
        }
        switch jaas?.module {
        case "PlainLoginModule": return "PLAIN"
        case "OAuthBearerLoginModule": return "OAUTHBEARER"
        default: break
        }
        if self["sasl.oauthbearer.token.command"] != nil { return "OAUTHBEARER" }
        throw PropertyError("SASL needs sasl.mechanism: one of \(known.joined(separator: ", "))")
    }

    private func user(_ jaas: JAASLine?) throws(PropertyError) -> String? {
        if let name = jaas?.options["username"] { return name }
        return self["sasl.username"]
    }

    private func tokenSource(_ jaas: JAASLine?) throws(PropertyError) -> TokenSource {
        if let command = self["sasl.oauthbearer.token.command"] { return .command(command) }
        if let user = jaas?.options["unsecuredLoginStringClaim_sub"] { return .unsecured(user: user) }
        if self["enable.sasl.oauthbearer.unsecure.jwt"] == "true" {
            let words = (self["sasl.oauthbearer.config"] ?? "").split(separator: " ")
            let principal = words.first { $0.hasPrefix("principal=") }?.dropFirst("principal=".count)
            guard let principal, !principal.isEmpty else {
                throw PropertyError("an unsecured token needs sasl.oauthbearer.config=principal=NAME")
            }
            return .unsecured(user: String(principal))
        }
        if let url = self["sasl.oauthbearer.token.endpoint.url"], url.hasPrefix("file:") {
            return .file("/" + url.dropFirst("file:".count).drop { $0 == "/" })
        }
        throw PropertyError(
            "OAUTHBEARER needs sasl.oauthbearer.token.command=COMMAND, whose output is the token (or "
                + "sasl.oauthbearer.token.endpoint.url=file:///PATH)")
    }
}
