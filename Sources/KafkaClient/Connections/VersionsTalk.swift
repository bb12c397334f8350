import Bytes
import KafkaWire

/// The first words on a connection: which versions of which requests the broker knows. Nothing here sends.
struct VersionsTalk {
    private let clientID: String
    private var version = ApiVersionsRequest.versions.upperBound
    private var correlationID: Int32 = 0
    private var isFirst = true

    /// What comes of an answer.
    enum Step {
        /// That is to be sent, and answered again.
        case send(ByteSlice)
        /// The versions by API.
        case done([Int16: ClosedRange<Int16>])
    }

    init(clientID: String) { self.clientID = clientID }

    /// The question.
    mutating func ask(_ correlationID: Int32) throws(PeerTrouble) -> ByteSlice {
        self.correlationID = correlationID
        let request = ApiVersionsRequest(clientSoftwareName: "kdeck", clientSoftwareVersion: "0.1")
        do throws(WireError) {
            return try Frame.encode(request, version: version, correlationID: correlationID, clientID: clientID)
        } catch {
            throw .notKafka("\(error)")
        }
    }

    /// The broker's answer; `next` is the number of a second question.
    mutating func answer(_ frame: ByteSlice, next: Int32) throws(PeerTrouble) -> Step {
        // A broker that does not know the version answers in version 0, with what it knows of ApiVersions itself.
        let isUnknown = frame.integer(at: 4, as: Int16.self) == ErrorCode.unsupportedVersion.rawValue
        guard frame.integer(at: 0, as: Int32.self) == correlationID else {
            throw .notKafka("it answered another request")
        }
        let response: ApiVersionsResponse
        do throws(WireError) {
            var reader = WireReader(frame)
            _ = try Frame.responseHeader(from: &reader, answering: .apiVersions, version: version)
            response = try ApiVersionsResponse(from: &reader, version: isUnknown ? 0 : version)
        } catch {
            throw .notKafka("its answer to ApiVersions is broken (\(error))")
        }
        if isUnknown, isFirst {
            isFirst = false
            let own = response.apiKeys.first { $0.apiKey == APIKey.apiVersions.rawValue }?.maxVersion ?? 0
            version = max(0, min(own, version - 1))
            return .send(try ask(next))
        }
        guard response.errorCode == .none else {
            throw .notKafka("it answered ApiVersions with \(response.errorCode.name)")
        }
        var versions: [Int16: ClosedRange<Int16>] = [:]
        for api in response.apiKeys where api.minVersion <= api.maxVersion {
            versions[api.apiKey] = api.minVersion...api.maxVersion
        }
        return .done(versions)
    }
}
