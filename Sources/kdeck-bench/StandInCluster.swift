import Bytes
import Foundation
import KafkaWire

/// A broker that tells of as many topics as one likes and holds none of them: what a console is measured against. It
/// listens on a free port of this machine and answers each connection on a thread of its own.
final class StandInCluster: @unchecked Sendable {
    // Safe: what changes after `init` is `firstAnswer` alone, and that only under `lock`.
    private let listener: Int32
    private let movingEvery: Int
    private let topics: [MetadataResponse.MetadataResponseTopic]
    private let lock = NSLock()
    private var firstAnswer: Double?
    let port: UInt16

    /// When the first byte of the first answer about all topics was written, by the clock of ``Machine``.
    var answeredAt: Double? { lock.withLock { firstAnswer } }

    /// So many topics of so many partitions, all on one broker; one in `movingEvery` gets records.
    init(topics count: Int, partitions: Int, movingEvery: Int = 1) throws {
        self.movingEvery = movingEvery
        topics = (0..<count).map { index in
            var topic = MetadataResponse.MetadataResponseTopic()
            topic.name = TopicName("topic-" + String(format: "%05d", index))
            topic.topicId = KafkaUUID(high: 7, low: UInt64(index + 1))
            topic.partitions = (0..<partitions).map { partition in
                var entry = MetadataResponse.MetadataResponsePartition()
                entry.partitionIndex = Int32(partition)
                entry.leaderId = 1
                entry.leaderEpoch = 3
                entry.replicaNodes = [1, 2, 3]
                entry.isrNodes = [1, 2, 3]
                return entry
            }
            return topic
        }
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isUp = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        guard isUp else { throw BenchError.failed("cannot listen: \(String(cString: strerror(errno)))") }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { [self] in
                    serve(connection)
                    close(connection)
                }
            }
        }
    }

    private func serve(_ connection: Int32) {
        while let size = read(4, from: connection) {
            let length = Int(size.withUnsafeBytes { $0.loadUnaligned(as: Int32.self).bigEndian })
            guard let frame = read(length, from: connection) else { return }
            var reader = WireReader(ByteSlice(frame))
            guard let header = try? Frame.requestHeader(from: &reader), let answer = try? answer(header, &reader) else {
                return
            }
            if answer.count > 1 << 20 { lock.withLock { firstAnswer = firstAnswer ?? Machine.seconds() } }
            guard write(answer, to: connection) else { return }
        }
    }

    private func answer(_ header: RequestHeader, _ reader: inout WireReader) throws -> ByteSlice? {
        let (version, id) = (header.requestApiVersion, header.correlationId)
        switch APIKey(rawValue: header.requestApiKey) {
        case .apiVersions:
            let offered: [(APIKey, Int16, Int16)] = [
                (.apiVersions, 0, 4), (.metadata, 4, 13), (.listOffsets, 1, 10), (.describeConfigs, 1, 4),
                (.listGroups, 0, 4),
            ]
            let keys = offered.map {
                ApiVersionsResponse.ApiVersion(apiKey: $0.0.rawValue, minVersion: $0.1, maxVersion: $0.2)
            }
            return try Frame.encode(ApiVersionsResponse(apiKeys: keys), version: version, correlationID: id)
        case .metadata:
            let request = try MetadataRequest(from: &reader, version: version)
            return try Frame.encode(metadata(request), version: version, correlationID: id)
        case .listOffsets:
            let request = try ListOffsetsRequest(from: &reader, version: version)
            return try Frame.encode(offsets(request), version: version, correlationID: id)
        case .describeConfigs:
            let request = try DescribeConfigsRequest(from: &reader, version: version)
            var response = DescribeConfigsResponse()
            response.results = request.resources.map {
                DescribeConfigsResponse.DescribeConfigsResult(
                    resourceType: $0.resourceType, resourceName: $0.resourceName)
            }
            return try Frame.encode(response, version: version, correlationID: id)
        case .listGroups: return try Frame.encode(ListGroupsResponse(), version: version, correlationID: id)
        default: return nil
        }
    }

    private func metadata(_ request: MetadataRequest) -> MetadataResponse {
        var response = MetadataResponse()
        response.clusterId = "stand-in"
        response.controllerId = 1
        response.brokers = [
            MetadataResponse.MetadataResponseBroker(nodeId: 1, host: "127.0.0.1", port: Int32(port))
        ]
        guard let named = request.topics else {
            response.topics = topics
            return response
        }
        let wanted = Set(named.compactMap(\.name))
        if !wanted.isEmpty { response.topics = topics.filter { $0.name.map(wanted.contains) ?? false } }
        return response
    }

    private func offsets(_ request: ListOffsetsRequest) -> ListOffsetsResponse {
        var response = ListOffsetsResponse()
        response.topics = request.topics.map { topic in
            var answer = ListOffsetsResponse.ListOffsetsTopicResponse()
            answer.name = topic.name
            answer.partitions = topic.partitions.map { partition in
                var entry = ListOffsetsResponse.ListOffsetsPartitionResponse()
                entry.partitionIndex = partition.partitionIndex
                // What comes in moves with the clock, so that the screen has something to change.
                let isMoving = (Int(topic.name.rawValue.suffix(5)) ?? 0) % movingEvery == 0
                let end = isMoving ? Int64(Machine.seconds() * 100) : 1_322_913
                entry.offset = partition.timestamp == -2 ? 0 : end
                return entry
            }
            return answer
        }
        return response
    }

    private func read(_ count: Int, from connection: Int32) -> [UInt8]? {
        guard count > 0, count < 64 << 20 else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        var at = 0
        while at < count {
            let got = bytes.withUnsafeMutableBytes { recv(connection, $0.baseAddress! + at, count - at, 0) }
            guard got > 0 else { return nil }
            at += got
        }
        return bytes
    }

    private func write(_ bytes: ByteSlice, to connection: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var at = 0
            while at < buffer.count {
                let sent = send(connection, buffer.baseAddress! + at, buffer.count - at, Int32(MSG_NOSIGNAL))
                guard sent > 0 else { return false }
                at += sent
            }
            return true
        }
    }
}
