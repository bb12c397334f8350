// Generated from Sources/kdeck-dev/Schemas/api/50-DescribeUserScramCredentials.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Which users have which SCRAM credentials; never the secrets. Request of API 50, versions 0, flexible from 0.
public struct DescribeUserScramCredentialsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeUserScramCredentialsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeUserScramCredentials }
    /// Kafka's name.
    public static var messageName: String { "DescribeUserScramCredentialsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// May be null.
    public var users: [UserName]? = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(users: [UserName]? = []) {
        self.users = users
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.users = try reader.nullableStructs(of: UserName.self, version: version, atLeast: 2)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullableStructs(self.users, version: version)
        writer.tags(self.unknownTags)
    }

    /// `UserName` of `DescribeUserScramCredentialsRequest`, versions 0.
    public struct UserName: WireStruct {
        /// In every version.
        public var name: String = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "") {
            self.name = name
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// Which users have which SCRAM credentials; never the secrets. Response of API 50, versions 0, flexible from 0.
public struct DescribeUserScramCredentialsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeUserScramCredentials }
    /// Kafka's name.
    public static var messageName: String { "DescribeUserScramCredentialsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...0 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...0 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = ""
    /// In every version.
    public var results: [DescribeUserScramCredentialsResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        results: [DescribeUserScramCredentialsResult] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.results = results
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.throttleTimeMs = try Int32(from: &reader)
        self.errorCode = try ErrorCode(from: &reader)
        self.errorMessage = try String.readNullable(from: &reader)
        self.results = try reader.structs(of: DescribeUserScramCredentialsResult.self, version: version, atLeast: 6)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        try writer.structs(self.results, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DescribeUserScramCredentialsResult` of `DescribeUserScramCredentialsResponse`, versions 0.
    public struct DescribeUserScramCredentialsResult: WireStruct {
        /// In every version.
        public var user: String = ""
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// In every version.
        public var credentialInfos: [CredentialInfo] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            user: String = "",
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            credentialInfos: [CredentialInfo] = []
        ) {
            self.user = user
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.credentialInfos = credentialInfos
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.user = try String(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.credentialInfos = try reader.structs(of: CredentialInfo.self, version: version, atLeast: 6)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.user.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            try writer.structs(self.credentialInfos, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `CredentialInfo` of `DescribeUserScramCredentialsResponse`, versions 0.
    public struct CredentialInfo: WireStruct {
        /// 1 SCRAM-SHA-256, 2 SCRAM-SHA-512.
        public var mechanism: Int8 = 0
        /// In every version.
        public var iterations: Int32 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(mechanism: Int8 = 0, iterations: Int32 = 0) {
            self.mechanism = mechanism
            self.iterations = iterations
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.mechanism = try Int8(from: &reader)
            self.iterations = try Int32(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.mechanism.write(to: &writer)
            try self.iterations.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
