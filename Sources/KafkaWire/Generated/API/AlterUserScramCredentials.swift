// Generated from Sources/kdeck-dev/Schemas/api/51-AlterUserScramCredentials.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Sets or removes SCRAM credentials. Request of API 51, versions 0, flexible from 0.
public struct AlterUserScramCredentialsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = AlterUserScramCredentialsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .alterUserScramCredentials }
    /// Kafka's name.
    public static var messageName: String { "AlterUserScramCredentialsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// In every version.
    public var deletions: [ScramCredentialDeletion] = []
    /// In every version.
    public var upsertions: [ScramCredentialUpsertion] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(deletions: [ScramCredentialDeletion] = [], upsertions: [ScramCredentialUpsertion] = []) {
        self.deletions = deletions
        self.upsertions = upsertions
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.deletions = try reader.structs(of: ScramCredentialDeletion.self, version: version, atLeast: 3)
        self.upsertions = try reader.structs(of: ScramCredentialUpsertion.self, version: version, atLeast: 9)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.structs(self.deletions, version: version)
        try writer.structs(self.upsertions, version: version)
        writer.tags(self.unknownTags)
    }

    /// `ScramCredentialDeletion` of `AlterUserScramCredentialsRequest`, versions 0.
    public struct ScramCredentialDeletion: WireStruct {
        /// In every version.
        public var name: String = ""
        /// 1 SCRAM-SHA-256, 2 SCRAM-SHA-512.
        public var mechanism: Int8 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", mechanism: Int8 = 0) {
            self.name = name
            self.mechanism = mechanism
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.mechanism = try Int8(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.mechanism.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `ScramCredentialUpsertion` of `AlterUserScramCredentialsRequest`, versions 0.
    public struct ScramCredentialUpsertion: WireStruct {
        /// In every version.
        public var name: String = ""
        /// 1 SCRAM-SHA-256, 2 SCRAM-SHA-512.
        public var mechanism: Int8 = 0
        /// In every version.
        public var iterations: Int32 = 0
        /// Of the SCRAM credential.
        public var salt: ByteSlice = .empty
        /// Of the SCRAM credential, made by the client.
        public var saltedPassword: ByteSlice = .empty
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            name: String = "",
            mechanism: Int8 = 0,
            iterations: Int32 = 0,
            salt: ByteSlice = .empty,
            saltedPassword: ByteSlice = .empty
        ) {
            self.name = name
            self.mechanism = mechanism
            self.iterations = iterations
            self.salt = salt
            self.saltedPassword = saltedPassword
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.mechanism = try Int8(from: &reader)
            self.iterations = try Int32(from: &reader)
            self.salt = try ByteSlice(from: &reader)
            self.saltedPassword = try ByteSlice(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.mechanism.write(to: &writer)
            try self.iterations.write(to: &writer)
            try self.salt.write(to: &writer)
            try self.saltedPassword.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Sets or removes SCRAM credentials. Response of API 51, versions 0, flexible from 0.
public struct AlterUserScramCredentialsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .alterUserScramCredentials }
    /// Kafka's name.
    public static var messageName: String { "AlterUserScramCredentialsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var results: [AlterUserScramCredentialsResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(throttleTimeMs: Int32 = 0, results: [AlterUserScramCredentialsResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.results = try reader.structs(of: AlterUserScramCredentialsResult.self, version: version, atLeast: 5)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `AlterUserScramCredentialsResult` of `AlterUserScramCredentialsResponse`, versions 0.
    public struct AlterUserScramCredentialsResult: WireStruct {
        /// In every version.
        public var user: String = ""
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(user: String = "", errorCode: ErrorCode = .none, errorMessage: String? = "") {
            self.user = user
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.user = try String(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.user.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }
}
