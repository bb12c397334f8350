import Network

extension ClientProperties {
    /// TLS as the settings want it.
    func tls(_ secrets: SecretReader) throws(PropertyError) -> TLSContext {
        let trust = try self.trust(secrets)
        let identity = try self.identity(secrets)
        let checksName = try self.checksName()
        do throws(NetworkError) {
            return try TLSContext.client(trust: trust, identity: identity, checksName: checksName)
        } catch {
            throw PropertyError("TLS: \(error.words)")
        }
    }

    private func trust(_ secrets: SecretReader) throws(PropertyError) -> TLSContext.Trust {
        if let entry = entries["enable.ssl.certificate.verification"] {
            guard entry.value == "true" || entry.value == "false" else {
                throw PropertyError("\(entry.origin): enable.ssl.certificate.verification is neither true nor false")
            }
            if entry.value == "false" { return .anybody }
        }
        if let text = self["ssl.truststore.certificates"] { return .store(TLSStore(pem: text)) }
        guard let path = self["ssl.truststore.location"], path != "probe" else { return .system }
        let format = try storeFormat("ssl.truststore.type")
        return .store(
            TLSStore(
                path: UserPath.expand(path), format: format, password: try secret("ssl.truststore.password", secrets)))
    }

    private func identity(_ secrets: SecretReader) throws(PropertyError) -> TLSContext.Identity? {
        let keyPassword = try secret("ssl.key.password", secrets)
        let certificate: TLSStore
        if let chain = self["ssl.keystore.certificate.chain"] {
            certificate = TLSStore(pem: chain)
        } else if let path = self["ssl.certificate.location"] {
            certificate = TLSStore(path: UserPath.expand(path), format: .pem)
        } else if let path = self["ssl.keystore.location"] {
            let password = try secret("ssl.keystore.password", secrets) ?? keyPassword
            let format = try storeFormat("ssl.keystore.type")
            return TLSContext.Identity(
                certificate: TLSStore(
                    path: UserPath.expand(path), format: format, password: format == .pem ? keyPassword : password))
        } else {
            return nil
        }
        if let key = try secret("ssl.keystore.key", secrets) {
            return TLSContext.Identity(certificate: certificate, key: TLSStore(pem: key, password: keyPassword))
        }
        guard let path = self["ssl.key.location"] else {
            throw PropertyError(
                "a client certificate is set without its key: give ssl.key.location or ssl.keystore.key")
        }
        return TLSContext.Identity(
            certificate: certificate, key: TLSStore(path: UserPath.expand(path), format: .pem, password: keyPassword))
    }

    private func checksName() throws(PropertyError) -> Bool {
        guard let entry = entries["ssl.endpoint.identification.algorithm"] else { return true }
        switch entry.value.lowercased() {
        case "https": return true
        case "", "none": return false
        default:
            throw PropertyError(
                "\(entry.origin): ssl.endpoint.identification.algorithm is \(entry.value); give https, or none to "
                    + "believe any name")
        }
    }

    private func storeFormat(_ key: String) throws(PropertyError) -> TLSStore.Format? {
        guard let entry = entries[key] else { return nil }
        guard let format = TLSStore.Format(rawValue: entry.value.uppercased()) else {
            throw PropertyError(
                "\(entry.origin): \(key) is \(entry.value); PEM, PKCS12 and JKS are read, and "
                    + "`keytool -importkeystore` turns others into PKCS12")
        }
        // Java calls any file JKS that its tools made, and has long made PKCS12: the bytes say what it is.
        return format == .pem ? .pem : nil
    }
}
