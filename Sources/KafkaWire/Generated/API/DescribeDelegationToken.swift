// Generated from Sources/kdeck-dev/Schemas/api/41-DescribeDelegationToken.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Tokens of owners. Request of API 41, versions 1-3, flexible from 2.
public struct DescribeDelegationTokenRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = DescribeDelegationTokenResponse
    /// The number of the API.
    public static var apiKey: APIKey { .describeDelegationToken }
    /// Kafka's name.
    public static var messageName: String { "DescribeDelegationTokenRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// May be null.
    public var owners: [DescribeDelegationTokenOwner]? = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(owners: [DescribeDelegationTokenOwner]? = []) {
        self.owners = owners
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.owners = try reader.nullableStructs(of: DescribeDelegationTokenOwner.self, version: version, atLeast: 3)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try writer.nullableStructs(self.owners, version: version)
        writer.tags(self.unknownTags)
    }

    /// `DescribeDelegationTokenOwner` of `DescribeDelegationTokenRequest`, versions 1-3.
    public struct DescribeDelegationTokenOwner: WireStruct {
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

/// Tokens of owners. Response of API 41, versions 1-3, flexible from 2.
public struct DescribeDelegationTokenResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .describeDelegationToken }
    /// Kafka's name.
    public static var messageName: String { "DescribeDelegationTokenResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 1...3 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 2...3 }

    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var tokens: [DescribedDelegationToken] = []
    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(errorCode: ErrorCode = .none, tokens: [DescribedDelegationToken] = [], throttleTimeMs: Int32 = 0) {
        self.errorCode = errorCode
        self.tokens = tokens
        self.throttleTimeMs = throttleTimeMs
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.errorCode = try ErrorCode(from: &reader)
        self.tokens = try reader.structs(of: DescribedDelegationToken.self, version: version, atLeast: 30)
        self.throttleTimeMs = try Int32(from: &reader)
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.errorCode.write(to: &writer)
        try writer.structs(self.tokens, version: version)
        try self.throttleTimeMs.write(to: &writer)
        writer.tags(self.unknownTags)
    }

    /// `DescribedDelegationToken` of `DescribeDelegationTokenResponse`, versions 1-3.
    public struct DescribedDelegationToken: WireStruct {
        /// In every version.
        public var principalType: String = ""
        /// In every version.
        public var principalName: String = ""
        /// From version 3, dropped silently by other versions.
        public var tokenRequesterPrincipalType: String = ""
        /// From version 3, dropped silently by other versions.
        public var tokenRequesterPrincipalName: String = ""
        /// In every version.
        public var issueTimestamp: Int64 = 0
        /// In every version.
        public var expiryTimestamp: Int64 = 0
        /// In every version.
        public var maxTimestamp: Int64 = 0
        /// In every version.
        public var tokenId: String = ""
        /// The secret of the delegation token.
        public var hmac: ByteSlice = .empty
        /// In every version.
        public var renewers: [DescribedDelegationTokenRenewer] = []
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            principalType: String = "",
            principalName: String = "",
            tokenRequesterPrincipalType: String = "",
            tokenRequesterPrincipalName: String = "",
            issueTimestamp: Int64 = 0,
            expiryTimestamp: Int64 = 0,
            maxTimestamp: Int64 = 0,
            tokenId: String = "",
            hmac: ByteSlice = .empty,
            renewers: [DescribedDelegationTokenRenewer] = []
        ) {
            self.principalType = principalType
            self.principalName = principalName
            self.tokenRequesterPrincipalType = tokenRequesterPrincipalType
            self.tokenRequesterPrincipalName = tokenRequesterPrincipalName
            self.issueTimestamp = issueTimestamp
            self.expiryTimestamp = expiryTimestamp
            self.maxTimestamp = maxTimestamp
            self.tokenId = tokenId
            self.hmac = hmac
            self.renewers = renewers
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.principalType = try String(from: &reader)
            self.principalName = try String(from: &reader)
            if version >= 3 { self.tokenRequesterPrincipalType = try String(from: &reader) }
            if version >= 3 { self.tokenRequesterPrincipalName = try String(from: &reader) }
            self.issueTimestamp = try Int64(from: &reader)
            self.expiryTimestamp = try Int64(from: &reader)
            self.maxTimestamp = try Int64(from: &reader)
            self.tokenId = try String(from: &reader)
            self.hmac = try ByteSlice(from: &reader)
            self.renewers = try reader.structs(of: DescribedDelegationTokenRenewer.self, version: version, atLeast: 3)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.principalType.write(to: &writer)
            try self.principalName.write(to: &writer)
            if version >= 3 { try self.tokenRequesterPrincipalType.write(to: &writer) }
            if version >= 3 { try self.tokenRequesterPrincipalName.write(to: &writer) }
            try self.issueTimestamp.write(to: &writer)
            try self.expiryTimestamp.write(to: &writer)
            try self.maxTimestamp.write(to: &writer)
            try self.tokenId.write(to: &writer)
            try self.hmac.write(to: &writer)
            try writer.structs(self.renewers, version: version)
            writer.tags(self.unknownTags)
        }
    }

    /// `DescribedDelegationTokenRenewer` of `DescribeDelegationTokenResponse`, versions 1-3.
    public struct DescribedDelegationTokenRenewer: WireStruct {
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
