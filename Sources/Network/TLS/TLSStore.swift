import Bytes

/// Where certificates or keys are kept: in a file of one of three formats, or written out.
public struct TLSStore: Hashable, Sendable {
    /// How they are written down.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// Text between BEGIN and END.
        case pem = "PEM"
        /// The binary store of many tools, usually under a password.
        case pkcs12 = "PKCS12"
        /// Java's own store. Read for certificates only.
        case jks = "JKS"
    }

    /// The path, or nil when the text itself was given.
    public var path: String?
    /// The PEM text, when there is no path.
    public var text: String
    /// The format; nil tells it by the bytes.
    public var format: Format?
    /// What opens it.
    public var password: String?

    /// A store in a file.
    public init(path: String, format: Format? = nil, password: String? = nil) {
        self.path = path
        self.format = format
        self.password = password
        text = ""
    }

    /// PEM text.
    public init(pem: String, password: String? = nil) {
        text = pem
        self.password = password
        format = .pem
    }

    /// What it is called in an error.
    var name: String { path ?? "the PEM text" }

    /// Its bytes and their format.
    func read() throws(NetworkError) -> (bytes: ByteSlice, format: Format) {
        let bytes: ByteSlice
        if let path { bytes = try SmallFile.read(path) } else { bytes = ByteSlice(text) }
        if let format { return (bytes, format) }
        if bytes.integer(at: 0, as: UInt32.self) == JavaKeyStore.magic { return (bytes, .jks) }
        // A DER sequence, which no text begins with.
        return (bytes, bytes.count > 1 && bytes[0] == 0x30 && bytes[1] & 0x80 != 0 ? .pkcs12 : .pem)
    }
}
