import KafkaWire

// ApiVersions (18), versions 0-4.
// Behaviour: lists what `APITable` holds. A version that is not there is answered in version 0 with
// UNSUPPORTED_VERSION and the range of ApiVersions alone (see `Engine.handle`). A client software name or version that
// is not made of letters, digits, dots and dashes gets INVALID_REQUEST.
// Deviations: no features are listed: none of those Kafka versions by feature level is there yet.

extension Engine {
    func apiVersions(_ request: ApiVersionsRequest, _ context: RequestContext) -> Reply {
        var response = ApiVersionsResponse()
        if context.apiVersion >= 3,
            !Self.isSoftwareWord(request.clientSoftwareName) || !Self.isSoftwareWord(request.clientSoftwareVersion)
        {
            response.errorCode = .invalidRequest
            return .ready(response)
        }
        response.apiKeys = api.rows.map { row in
            .init(apiKey: row.key.rawValue, minVersion: row.leastAdvertised, maxVersion: row.versions.upperBound)
        }
        return .ready(response)
    }

    /// The answer to a version nobody knows.
    func unsupportedApiVersions() -> ApiVersionsResponse {
        var response = ApiVersionsResponse()
        response.errorCode = .unsupportedVersion
        if let row = api.row(.apiVersions) {
            response.apiKeys = [
                .init(apiKey: row.key.rawValue, minVersion: row.leastAdvertised, maxVersion: row.versions.upperBound)
            ]
        }
        return response
    }

    /// `[a-zA-Z0-9](?:[a-zA-Z0-9\-.]*[a-zA-Z0-9])?`
    static func isSoftwareWord(_ text: String) -> Bool {
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: false
            }
        }
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return isAlphanumeric(first) && isAlphanumeric(last)
            && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }
}
