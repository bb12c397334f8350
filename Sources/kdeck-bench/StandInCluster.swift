import Bytes
import Foundation
import KafkaWire

/// A broker that tells of as many topics as one likes and holds none of them, but for what comes into the first: what a
/// console is measured against. It listens on a free port of this machine and answers each connection on a thread of its own.
final class StandInCluster: @unchecked Sendable {
    // Safe: what changes after `init` is `firstAnswer` alone, and that only under `lock`.
    private let listener: Int32
    private let movingEvery: Int
    private let tail: StandInTail?
    private let topics: [MetadataResponse.MetadataResponseTopic]
    private let lock = NSLock()
    private var firstAnswer: Double?
    let port: UInt16

    /// When the first byte of the first answer about all topics was written, by the clock of ``Machine``.
    var answeredAt: Double? { lock.withLock { firstAnswer } }

    /// So many topics of so many partitions, all on one broker; one in `movingEvery` gets records, and of the first those
    /// of `tail` can be read.
    init(topics count: Int, partitions: Int, movingEvery: Int = 1, tail: StandInTail? = nil) throws {
        self.movingEvery = movingEvery
        self.tail = tail
        topics = Self.topics(count, partitions)
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

    /// So many topics of so many partitions, each with three copies.
    static func topics(_ count: Int, _ partitions: Int) -> [MetadataResponse.MetadataResponseTopic] {
        (0..<count).map { index in
            var topic = MetadataResponse.MetadataResponseTopic()
            topic.name = TopicName("topic-" + String(format: "%05d", index))
            topic.topicId = KafkaUUID(high: 7, low: UInt64(index + 1))
            topic.partitions = (0..<partitions).map { partition in
                var entry = MetadataResponse.MetadataResponsePartition()
                entry.partitionIndex = Int32(partition)
                entry.leaderId = 1
                entry.leaderEpoch = 3
                entry.replicaNodes = partition % 2 == 0 ? [1, 2, 3] : [1, 3, 2]
                entry.isrNodes = entry.replicaNodes
                return entry
            }
            return topic
        }
    }

    /// What is told of topics by the one broker.
    static func response(about topics: [MetadataResponse.MetadataResponseTopic], port: UInt16) -> MetadataResponse {
        var response = MetadataResponse()
        response.clusterId = "stand-in"
        response.controllerId = 1
        response.brokers = [
            MetadataResponse.MetadataResponseBroker(nodeId: 1, host: "127.0.0.1", port: Int32(port))
        ]
        response.topics = topics
        return response
    }

    private func serve(_ connection: Int32) {
        while let size = read(4, from: connection) {
            let length = Int(size.withUnsafeBytes { $0.loadUnaligned(as: Int32.self).bigEndian })
            guard let frame = read(length, from: connection) else { return }
            var reader = WireReader(ByteSlice(frame))
            guard let header = try? Frame.requestHeader(from: &reader), let answer = try? answer(header, &reader) else {
                return
            }
            if answer.count > 1 << 20, header.requestApiKey == APIKey.metadata.rawValue {
                lock.withLock { firstAnswer = firstAnswer ?? Machine.seconds() }
            }
            guard write(answer, to: connection) else { return }
        }
    }

    private func answer(_ header: RequestHeader, _ reader: inout WireReader) throws -> ByteSlice? {
        let (version, id) = (header.requestApiVersion, header.correlationId)
        switch APIKey(rawValue: header.requestApiKey) {
        case .apiVersions:
            let offered: [(APIKey, Int16, Int16)] =
                [
                    (.apiVersions, 0, 4), (.metadata, 4, 13), (.listOffsets, 1, 10), (.describeConfigs, 1, 4),
                    (.listGroups, 0, 4),
                ] + (tail == nil ? [] : [(.fetch, 4, 16)])
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
        case .fetch:
            let request = try FetchRequest(from: &reader, version: version)
            return try Frame.encode(fetch(request), version: version, correlationID: id)
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
        guard let named = request.topics else { return Self.response(about: topics, port: port) }
        let wanted = Set(named.compactMap(\.name))
        let found = wanted.isEmpty ? [] : topics.filter { $0.name.map(wanted.contains) ?? false }
        return Self.response(about: found, port: port)
    }

    private func offsets(_ request: ListOffsetsRequest) -> ListOffsetsResponse {
        var response = ListOffsetsResponse()
        response.topics = request.topics.map { topic in
            var answer = ListOffsetsResponse.ListOffsetsTopicResponse()
            answer.name = topic.name
            answer.partitions = topic.partitions.map { partition in
                var entry = ListOffsetsResponse.ListOffsetsPartitionResponse()
                entry.partitionIndex = partition.partitionIndex
                if topic.name == topics.first?.name, let tail {
                    entry.offset = partition.timestamp == -2 ? 0 : tail.end(of: partition.partitionIndex)
                    return entry
                }
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

    /// Waits as a broker does until there is something, or the request's time is over.
    private func fetch(_ request: FetchRequest) -> FetchResponse {
        let deadline = Machine.seconds() + Double(request.maxWaitMs) / 1_000
        while true {
            var response = FetchResponse()
            var bytes = 0
            response.responses = request.topics.map { asked in
                var topic = FetchResponse.FetchableTopicResponse(topic: asked.topic, topicId: asked.topicId)
                topic.partitions = asked.partitions.map { partition in
                    var row = FetchResponse.PartitionData(partitionIndex: partition.partition)
                    let end = tail?.end(of: partition.partition) ?? 0
                    (row.highWatermark, row.lastStableOffset, row.logStartOffset) = (end, end, 0)
                    if let tail, partition.fetchOffset < end {
                        let most = min(Int(partition.partitionMaxBytes), Int(request.maxBytes) - bytes)
                        row.records = tail.batches(
                            of: partition.partition, from: partition.fetchOffset, maxBytes: most)
                        bytes += row.records?.count ?? 0
                    }
                    return row
                }
                return topic
            }
            if bytes >= request.minBytes || Machine.seconds() >= deadline { return response }
            Thread.sleep(forTimeInterval: 0.002)
        }
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
