// Generated from Sources/kdeck-dev/Schemas/api/18-ApiVersions.schema by `kdeck-dev generate`. Do not edit.

import Bytes

/// What the broker speaks: the first question of every client. Request of API 18, versions 0-4, flexible from 3.
public struct ApiVersionsRequest: KafkaRequest {
    /// What answers it.
    public typealias Response = ApiVersionsResponse
    /// The number of the API.
    public static var apiKey: APIKey { .apiVersions }
    /// Kafka's name.
    public static var messageName: String { "ApiVersionsRequest" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...4 }

    /// Letters, digits, `-` and `.` only; anything else is error 42. From version 3, dropped silently by other
    /// versions.
    public var clientSoftwareName: String = ""
    /// From version 3, dropped silently by other versions.
    public var clientSoftwareVersion: String = ""
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(clientSoftwareName: String = "", clientSoftwareVersion: String = "") {
        self.clientSoftwareName = clientSoftwareName
        self.clientSoftwareVersion = clientSoftwareVersion
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { self.clientSoftwareName = try String(from: &reader) }
        if version >= 3 { self.clientSoftwareVersion = try String(from: &reader) }
        self.unknownTags = try reader.unknownTags()
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        if version >= 3 { try self.clientSoftwareName.write(to: &writer) }
        if version >= 3 { try self.clientSoftwareVersion.write(to: &writer) }
        writer.tags(self.unknownTags)
    }
}

/// What the broker speaks: the first question of every client. Response of API 18, versions 0-4, flexible from 3.
public struct ApiVersionsResponse: KafkaResponse {
    /// The number of the API.
    public static var apiKey: APIKey { .apiVersions }
    /// Kafka's name.
    public static var messageName: String { "ApiVersionsResponse" }
    /// The versions there are.
    public static var versions: ClosedRange<Int16> { 0...4 }
    /// The versions with compact lengths and tagged fields.
    public static var flexibleVersions: ClosedRange<Int16>? { 3...4 }

    /// In every version.
    public var errorCode: ErrorCode = .none
    /// In every version.
    public var apiKeys: [ApiVersion] = []
    /// How long a quota made the answer wait. From version 1, dropped silently by other versions.
    public var throttleTimeMs: Int32 = 0
    /// From version 3, tag 0, dropped silently by other versions.
    public var supportedFeatures: [SupportedFeatureKey] = []
    /// -1 unknown. From version 3, tag 1, dropped silently by other versions.
    public var finalizedFeaturesEpoch: Int64 = -1
    /// From version 3, tag 2, dropped silently by other versions.
    public var finalizedFeatures: [FinalizedFeatureKey] = []
    /// Of the way from ZooKeeper; always false now. From version 3, tag 3, dropped silently by other versions.
    public var zkMigrationReady: Bool = false
    /// Tagged fields that the schema does not know.
    public var unknownTags: UnknownTags = UnknownTags()

    /// Every field at its default.
    public init() {}

    /// Sets what is given; the rest is at its default.
    public init(
        errorCode: ErrorCode = .none,
        apiKeys: [ApiVersion] = [],
        throttleTimeMs: Int32 = 0,
        supportedFeatures: [SupportedFeatureKey] = [],
        finalizedFeaturesEpoch: Int64 = -1,
        finalizedFeatures: [FinalizedFeatureKey] = [],
        zkMigrationReady: Bool = false
    ) {
        self.errorCode = errorCode
        self.apiKeys = apiKeys
        self.throttleTimeMs = throttleTimeMs
        self.supportedFeatures = supportedFeatures
        self.finalizedFeaturesEpoch = finalizedFeaturesEpoch
        self.finalizedFeatures = finalizedFeatures
        self.zkMigrationReady = zkMigrationReady
    }

    /// Reads the fields of `version`.
    public init(from reader: inout WireReader, version: Int16) throws(WireError) {
        reader.isFlexible = try Self.isFlexible(in: version)
        self.errorCode = try ErrorCode(from: &reader)
        self.apiKeys = try reader.structs(of: ApiVersion.self, version: version, atLeast: 6)
        if version >= 1 { self.throttleTimeMs = try Int32(from: &reader) }
        guard reader.isFlexible else { return }
        for _ in 0..<(try reader.tagCount()) {
            let tag: WireReader.Tag = try reader.tag()
            switch tag.number {
            case 0:
                guard version >= 3 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.supportedFeatures = try reader.structs(of: SupportedFeatureKey.self, version: version, atLeast: 6)
                try reader.close(tag)
            case 1:
                guard version >= 3 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.finalizedFeaturesEpoch = try Int64(from: &reader)
                try reader.close(tag)
            case 2:
                guard version >= 3 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.finalizedFeatures = try reader.structs(of: FinalizedFeatureKey.self, version: version, atLeast: 6)
                try reader.close(tag)
            case 3:
                guard version >= 3 else { throw .tagNotInVersion(tag: tag.number, version: version) }
                self.zkMigrationReady = try Bool(from: &reader)
                try reader.close(tag)
            default: self.unknownTags.append(tag: tag.number, content: try reader.take(tag.size))
            }
        }
    }

    /// Writes the fields of `version`.
    public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        writer.isFlexible = try Self.isFlexible(in: version)
        try self.errorCode.write(to: &writer)
        try writer.structs(self.apiKeys, version: version)
        if version >= 1 { try self.throttleTimeMs.write(to: &writer) }
        guard writer.isFlexible else { return }
        var known: UInt32 = 0
        let hasSupportedFeatures: Bool = version >= 3 && !self.supportedFeatures.isEmpty
        if hasSupportedFeatures { known += 1 }
        let hasFinalizedFeaturesEpoch: Bool = version >= 3 && self.finalizedFeaturesEpoch != -1
        if hasFinalizedFeaturesEpoch { known += 1 }
        let hasFinalizedFeatures: Bool = version >= 3 && !self.finalizedFeatures.isEmpty
        if hasFinalizedFeatures { known += 1 }
        let hasZkMigrationReady: Bool = version >= 3 && self.zkMigrationReady
        if hasZkMigrationReady { known += 1 }
        if known == 0 { return writer.tags(self.unknownTags) }
        var tags: WireWriter.Tags = writer.beginTags(known, self.unknownTags)
        if hasSupportedFeatures {
            let start: Int = writer.openTag(0, &tags)
            try writer.structs(self.supportedFeatures, version: version)
            try writer.closeTag(start)
        }
        if hasFinalizedFeaturesEpoch {
            let start: Int = writer.openTag(1, &tags)
            try self.finalizedFeaturesEpoch.write(to: &writer)
            try writer.closeTag(start)
        }
        if hasFinalizedFeatures {
            let start: Int = writer.openTag(2, &tags)
            try writer.structs(self.finalizedFeatures, version: version)
            try writer.closeTag(start)
        }
        if hasZkMigrationReady {
            let start: Int = writer.openTag(3, &tags)
            try self.zkMigrationReady.write(to: &writer)
            try writer.closeTag(start)
        }
        writer.endTags(&tags)
    }

    /// `ApiVersion` of `ApiVersionsResponse`, versions 0-4.
    public struct ApiVersion: WireStruct {
        /// In every version.
        public var apiKey: Int16 = 0
        /// In every version.
        public var minVersion: Int16 = 0
        /// In every version.
        public var maxVersion: Int16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(apiKey: Int16 = 0, minVersion: Int16 = 0, maxVersion: Int16 = 0) {
            self.apiKey = apiKey
            self.minVersion = minVersion
            self.maxVersion = maxVersion
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.apiKey = try Int16(from: &reader)
            self.minVersion = try Int16(from: &reader)
            self.maxVersion = try Int16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.apiKey.write(to: &writer)
            try self.minVersion.write(to: &writer)
            try self.maxVersion.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `SupportedFeatureKey` of `ApiVersionsResponse`, versions 3-4.
    public struct SupportedFeatureKey: WireStruct {
        /// In every version.
        public var name: String = ""
        /// In every version.
        public var minVersion: Int16 = 0
        /// In every version.
        public var maxVersion: Int16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", minVersion: Int16 = 0, maxVersion: Int16 = 0) {
            self.name = name
            self.minVersion = minVersion
            self.maxVersion = maxVersion
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.minVersion = try Int16(from: &reader)
            self.maxVersion = try Int16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.minVersion.write(to: &writer)
            try self.maxVersion.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }

    /// `FinalizedFeatureKey` of `ApiVersionsResponse`, versions 3-4.
    public struct FinalizedFeatureKey: WireStruct {
        /// In every version.
        public var name: String = ""
        /// In every version.
        public var maxVersionLevel: Int16 = 0
        /// In every version.
        public var minVersionLevel: Int16 = 0
        /// Tagged fields that the schema does not know.
        public var unknownTags: UnknownTags = UnknownTags()

        /// Every field at its default.
        public init() {}

        /// Sets what is given; the rest is at its default.
        public init(name: String = "", maxVersionLevel: Int16 = 0, minVersionLevel: Int16 = 0) {
            self.name = name
            self.maxVersionLevel = maxVersionLevel
            self.minVersionLevel = minVersionLevel
        }

        /// Reads the fields of `version`.
        public init(from reader: inout WireReader, version: Int16) throws(WireError) {
            self.name = try String(from: &reader)
            self.maxVersionLevel = try Int16(from: &reader)
            self.minVersionLevel = try Int16(from: &reader)
            self.unknownTags = try reader.unknownTags()
        }

        /// Writes the fields of `version`.
        public func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try self.name.write(to: &writer)
            try self.maxVersionLevel.write(to: &writer)
            try self.minVersionLevel.write(to: &writer)
            writer.tags(self.unknownTags)
        }
    }
}
