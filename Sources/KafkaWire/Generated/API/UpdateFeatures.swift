// Generated from Sources/kdeck-dev/Schemas/api/57-UpdateFeatures.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// Raises or lowers finalized features. Request of API 57, versions 0-2, flexible from 0.
public struct UpdateFeaturesRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = UpdateFeaturesResponse
    /// The number of the API.
    public static var apiKey: APIKey { .updateFeatures }
    /// Kafka's name.
    public static var messageName: String { "UpdateFeaturesRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// In every version.
    public var timeoutMs: Int32 = 60000
    /// In every version.
    public var featureUpdates: [FeatureUpdateKey] = []
    /// Check, do nothing. From version 1.
    public var validateOnly: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(timeoutMs: Int32 = 60000, featureUpdates: [FeatureUpdateKey] = [], validateOnly: Bool = false) {
        self.timeoutMs = timeoutMs
        self.featureUpdates = featureUpdates
        self.validateOnly = validateOnly
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.timeoutMs = try Int32(from: &reader)
        self.featureUpdates = try reader.structs(of: FeatureUpdateKey.self, version: version, atLeast: 5)
        if version >= 1 { self.validateOnly = try Bool(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.timeoutMs.write(to: &writer)
        try writer.structs(self.featureUpdates, version: version)
        if version >= 1 {
            try self.validateOnly.write(to: &writer)
        } else {
            try writer.refuse(self.validateOnly, "validateOnly", version)
        }
        writer.tags(self.unknownTags)
    }

    /// `FeatureUpdateKey` of `UpdateFeaturesRequest`, versions 0-2.
    public struct FeatureUpdateKey: WireStruct {
        /// In every version.
        public var feature: String = ""
        /// In every version.
        public var maxVersionLevel: Int16 = 0
        /// Version 0.
        public var allowDowngrade: Bool = false
        /// From version 1.
        public var upgradeType: Int8 = 1
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(
            feature: String = "",
            maxVersionLevel: Int16 = 0,
            allowDowngrade: Bool = false,
            upgradeType: Int8 = 1
        ) {
            self.feature = feature
            self.maxVersionLevel = maxVersionLevel
            self.allowDowngrade = allowDowngrade
            self.upgradeType = upgradeType
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.feature = try String(from: &reader)
            self.maxVersionLevel = try Int16(from: &reader)
            if version <= 0 { self.allowDowngrade = try Bool(from: &reader) }
            if version >= 1 { self.upgradeType = try Int8(from: &reader) }
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.feature.write(to: &writer)
            try self.maxVersionLevel.write(to: &writer)
            if version <= 0 {
                try self.allowDowngrade.write(to: &writer)
            } else {
                try writer.refuse(self.allowDowngrade, "allowDowngrade", version)
            }
            if version >= 1 {
                try self.upgradeType.write(to: &writer)
            } else {
                try writer.refuse(self.upgradeType != 1, "upgradeType", version)
            }
            writer.tags(self.unknownTags)
        }
    }
}

/// Raises or lowers finalized features. Response of API 57, versions 0-2, flexible from 0.
public struct UpdateFeaturesResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .updateFeatures }
    /// Kafka's name.
    public static var messageName: String { "UpdateFeaturesResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...2 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 0...2 }

    /// How long a quota made the answer wait.
    public var throttleTimeMs: Int32 = 0
    /// In every version.
    public var errorCode: ErrorCode = .none
    /// May be null.
    public var errorMessage: String? = ""
    /// Version 0-1, dropped silently by other versions.
    public var results: [UpdatableFeatureResult] = []
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        results: [UpdatableFeatureResult] = []
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
        if version <= 1 {
            self.results = try reader.structs(of: UpdatableFeatureResult.self, version: version, atLeast: 5)
        }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.throttleTimeMs.write(to: &writer)
        try self.errorCode.write(to: &writer)
        try writer.nullable(self.errorMessage)
        if version <= 1 { try writer.structs(self.results, version: version) }
        writer.tags(self.unknownTags)
    }

    /// `UpdatableFeatureResult` of `UpdateFeaturesResponse`, versions 0-1.
    public struct UpdatableFeatureResult: WireStruct {
        /// In every version.
        public var feature: String = ""
        /// In every version.
        public var errorCode: ErrorCode = .none
        /// May be null.
        public var errorMessage: String? = ""
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(feature: String = "", errorCode: ErrorCode = .none, errorMessage: String? = "") {
            self.feature = feature
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.feature = try String(from: &reader)
            self.errorCode = try ErrorCode(from: &reader)
            self.errorMessage = try String.readNullable(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.feature.write(to: &writer)
            try self.errorCode.write(to: &writer)
            try writer.nullable(self.errorMessage)
            writer.tags(self.unknownTags)
        }
    }
}
