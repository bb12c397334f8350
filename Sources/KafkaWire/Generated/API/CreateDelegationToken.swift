// Generated from Sources/kdeck-dev/Schemas/api/38-CreateDelegationToken.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// A token that stands for its owner. Request of API 38, versions 1-3, flexible from 2.
public struct CreateDelegationTokenRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = CreateDelegationTokenResponse
    /// The number of the API.
    public static var apiKey: APIKey { .createDelegationToken }
    /// Kafka's name.
    public static var messageName: String { "CreateDelegationTokenRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// From version 3, may be null.
    public var ownerPrincipalType: String? = ""
    /// From version 3, may be null.
    public var ownerPrincipalName: String? = ""
    /// In every version.
    public var renewers: [CreatableRenewers] = []
    /// In every version.
    public var maxLifetimeMs: Int64 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        ownerPrincipalType: String? = "",
        ownerPrincipalName: String? = "",
        renewers: [CreatableRenewers] = [],
        maxLifetimeMs: Int64 = 0
    ) {
        self.ownerPrincipalType = ownerPrincipalType
        self.ownerPrincipalName = ownerPrincipalName
        self.renewers = renewers
        self.maxLifetimeMs = maxLifetimeMs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { self.ownerPrincipalType = try String.readNullable(from: &reader) }
        if version >= 3 { self.ownerPrincipalName = try String.readNullable(from: &reader) }
        self.renewers = try reader.structs(of: CreatableRenewers.self, version: version, atLeast: 3)
        self.maxLifetimeMs = try Int64(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 {
            try writer.nullable(self.ownerPrincipalType)
        } else {
            try writer.refuse(self.ownerPrincipalType != "", "ownerPrincipalType", version)
        }
        if version >= 3 {
            try writer.nullable(self.ownerPrincipalName)
        } else {
            try writer.refuse(self.ownerPrincipalName != "", "ownerPrincipalName", version)
        }
        try writer.structs(self.renewers, version: version)
        try self.maxLifetimeMs.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `CreatableRenewers` of `CreateDelegationTokenRequest`, versions 1-3.
    public struct CreatableRenewers: WireStruct {
        /// In every version.
        public var principalType: String = ""
        /// In every version.
        public var principalName: String = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(principalType: String = "", principalName: String = "") {
            self.principalType = principalType
            self.principalName = principalName
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.principalType = try String(from: &reader)
            self.principalName = try String(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.principalType.write(to: &writer)
            try self.principalName.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}

/// A token that stands for its owner. Response of API 38, versions 1-3, flexible from 2.
public struct CreateDelegationTokenResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .createDelegationToken }
    /// Kafka's name.
    public static var messageName: String { "CreateDelegationTokenResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var principalType: String = ""
    /// In every version.
    public var principalName: String = ""
    /// From version 3, dropped silently by other versions.
    public var tokenRequesterPrincipalType: String = ""
    /// From version 3, dropped silently by other versions.
    public var tokenRequesterPrincipalName: String = ""
    /// In every version.
    public var issueTimestampMs: Int64 = 0
    /// In every version.
    public var expiryTimestampMs: Int64 = 0
    /// In every version.
    public var maxTimestampMs: Int64 = 0
    /// In every version.
    public var tokenId: String = ""
    /// The secret of the delegation token.
    public var hmac: ByteSlice = .empty
    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        errorCode: ErrorCode = .none,
        principalType: String = "",
        principalName: String = "",
        tokenRequesterPrincipalType: String = "",
        tokenRequesterPrincipalName: String = "",
        issueTimestampMs: Int64 = 0,
        expiryTimestampMs: Int64 = 0,
        maxTimestampMs: Int64 = 0,
        tokenId: String = "",
        hmac: ByteSlice = .empty,
        throttleTimeMs: Int32 = 0
    ) {
        self.errorCode = errorCode
        self.principalType = principalType
        self.principalName = principalName
        self.tokenRequesterPrincipalType = tokenRequesterPrincipalType
        self.tokenRequesterPrincipalName = tokenRequesterPrincipalName
        self.issueTimestampMs = issueTimestampMs
        self.expiryTimestampMs = expiryTimestampMs
        self.maxTimestampMs = maxTimestampMs
        self.tokenId = tokenId
        self.hmac = hmac
        self.throttleTimeMs = throttleTimeMs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.errorCode = try ErrorCode(from: &reader)
        self.principalType = try String(from: &reader)
        self.principalName = try String(from: &reader)
        if version >= 3 { self.tokenRequesterPrincipalType = try String(from: &reader) }
        if version >= 3 { self.tokenRequesterPrincipalName = try String(from: &reader) }
        self.issueTimestampMs = try Int64(from: &reader)
        self.expiryTimestampMs = try Int64(from: &reader)
        self.maxTimestampMs = try Int64(from: &reader)
        self.tokenId = try String(from: &reader)
        self.hmac = try ByteSlice(from: &reader)
        self.throttleTimeMs = try Int32(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.errorCode.write(to: &writer)
        try self.principalType.write(to: &writer)
        try self.principalName.write(to: &writer)
        if version >= 3 { try self.tokenRequesterPrincipalType.write(to: &writer) }
        if version >= 3 { try self.tokenRequesterPrincipalName.write(to: &writer) }
        try self.issueTimestampMs.write(to: &writer)
        try self.expiryTimestampMs.write(to: &writer)
        try self.maxTimestampMs.write(to: &writer)
        try self.tokenId.write(to: &writer)
        try self.hmac.write(to: &writer)
        try self.throttleTimeMs.write(to: &writer)
        writer.tags(self.unknownTags)
    }
}
