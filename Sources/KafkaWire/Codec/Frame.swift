import Bytes

/// Whole requests and responses: size, header, body.
public enum Frame {
    /// The version of the header in front of a request: 2 when the request is flexible, else 1.
    public static func headerVersion(request key: APIKey, version: Int16) -> Int16 {
        guard let facts = key.facts else { return 1 }
        return version >= facts.flexibleRequest ? 2 : 1
    }

    /// The version of the header in front of a response: 1 when the response is flexible, else 0. ApiVersions always has
    /// 0, because a client reads it before it knows what the broker speaks.
    public static func headerVersion(response key: APIKey, version: Int16) -> Int16 {
        guard key != .apiVersions, let facts = key.facts else { return 0 }
        return version >= facts.flexibleResponse ? 1 : 0
    }

    /// The frame of a request, with its 4-byte size.
    public static func encode<R: KafkaRequest>(
        _ request: R, version: Int16, correlationID: Int32, clientID: String?
    ) throws(WireError) -> ByteSlice {
        let header = RequestHeader(
            requestApiKey: R.apiKey.rawValue, requestApiVersion: version, correlationId: correlationID,
            clientId: clientID)
        return try encode(header, headerVersion(request: R.apiKey, version: version), request, version)
    }

    /// The frame of a response, with its 4-byte size.
    public static func encode<R: KafkaResponse>(
        _ response: R, version: Int16, correlationID: Int32
    ) throws(WireError) -> ByteSlice {
        let header = ResponseHeader(correlationId: correlationID)
        return try encode(header, headerVersion(response: R.apiKey, version: version), response, version)
    }

    private static func encode<H: WireMessage, M: WireMessage>(
        _ header: H, _ headerVersion: Int16, _ message: M, _ version: Int16
    ) throws(WireError) -> ByteSlice {
        var writer = WireWriter()
        writer.integer(0 as Int32)
        try header.write(to: &writer, version: headerVersion)
        try message.write(to: &writer, version: version)
        guard let size = Int32(exactly: writer.count - 4) else { throw .tooLong(length: writer.count) }
        writer.store(size, at: 0)
        return writer.finish()
    }

    /// Reads the header of a request frame (without its size) and leaves the reader at the body.
    ///
    /// Nothing is known of an API that has no schema: its header is read as version 1, enough to answer or to close.
    public static func requestHeader(from reader: inout WireReader) throws(WireError) -> RequestHeader {
        guard let key: Int16 = reader.source.integer(at: reader.offset),
            let version: Int16 = reader.source.integer(at: reader.offset + 2)
        else { throw .truncated(offset: reader.offset, needed: 8, left: reader.remaining) }
        let headerVersion = headerVersion(request: APIKey(rawValue: key), version: version)
        return try RequestHeader(from: &reader, version: headerVersion)
    }

    /// Reads the header of a response frame (without its size) and leaves the reader at the body.
    public static func responseHeader(
        from reader: inout WireReader, answering key: APIKey, version: Int16
    ) throws(WireError) -> ResponseHeader {
        try ResponseHeader(from: &reader, version: headerVersion(response: key, version: version))
    }
}
