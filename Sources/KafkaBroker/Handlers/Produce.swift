import Bytes
import KafkaLog
import KafkaWire

// Produce (0), versions 3-13 (0-2 are named in ApiVersions, as Kafka does, and close the connection).
// Behaviour: the batch of each partition is checked and staged under the partition's lock, written with all others of
// the loop pass, then answered. acks=0 gets no answer and a closed connection on any error; acks=1 and -1 are the
// same for one broker. Names up to version 12, topic ids from 13. Produce never creates a topic.
// Deviations: null records get INVALID_RECORD (Kafka leaves the connection hanging); a batch that cannot be unpacked
// gets INVALID_RECORD, not UNKNOWN_SERVER_ERROR. Transactions are not there yet: a transactional batch is refused as
// Kafka refuses one of an unknown transactional id.

/// How the batch of one partition fared.
struct ProducedPartition: Sendable {
    let topic: TopicName
    let topicID: KafkaUUID
    let partition: Partition

    /// The whole answer when the one batch could not be written after all.
    func failed(_ error: ErrorCode) -> ProduceResponse {
        ProduceResponse(responses: [
            .init(
                name: topic, topicId: topicID,
                partitionResponses: [
                    .init(
                        index: partition.topicPartition.partition, errorCode: error, baseOffset: -1,
                        logStartOffset: partition.logStartOffset, errorMessage: partition.failureReason)
                ])
        ])
    }
}

extension Engine {
    func produce(_ reader: inout WireReader, _ context: RequestContext) throws(WireError) -> Reply {
        if let reply = produceOne(reader.rest, context) { return reply }
        let request = try ProduceRequest(from: &reader, version: context.apiVersion)
        let refusal = Self.wholeRefusal(of: request)
        var response = ProduceResponse()
        var written: [(topic: Int, row: Int, partition: Partition)] = []
        let asked = Self.once(request.topicData)
        response.responses.reserveCapacity(asked.count)
        for topic in asked {
            let known = context.apiVersion >= 13 ? topics.topic(id: topic.topicId) : topics.topic(named: topic.name)
            var answer = ProduceResponse.TopicProduceResponse(name: topic.name, topicId: topic.topicId)
            answer.partitionResponses.reserveCapacity(topic.partitionData.count)
            for data in topic.partitionData {
                var row = ProduceResponse.PartitionProduceResponse(index: data.index, baseOffset: -1)
                if let refusal {
                    row.errorCode = refusal
                } else if let known {
                    if let partition = append(data, to: known, context, into: &row) {
                        written.append((response.responses.count, answer.partitionResponses.count, partition))
                    }
                } else {
                    row.errorCode = Self.unknown(context.apiVersion >= 13)
                }
                answer.partitionResponses.append(row)
            }
            response.responses.append(answer)
        }
        return reply(to: request, response, written)
    }

    private func reply(
        to request: ProduceRequest, _ response: ProduceResponse,
        _ written: [(topic: Int, row: Int, partition: Partition)]
    ) -> Reply {
        if request.acks == 0 {
            let failed = response.responses.contains { $0.partitionResponses.contains { $0.errorCode != .none } }
            return failed ? .close : .silent
        }
        if written.isEmpty { return .ready(response) }
        return .afterFlush {
            // Rare: what was staged could not be written. Then it was not taken.
            guard written.contains(where: { $0.partition.failure != .none }) else { return response }
            var response = response
            for entry in written where entry.partition.failure != .none {
                response.responses[entry.topic].partitionResponses[entry.row].errorCode = entry.partition.failure
                response.responses[entry.topic].partitionResponses[entry.row].errorMessage =
                    entry.partition.failureReason
                response.responses[entry.topic].partitionResponses[entry.row].baseOffset = -1
            }
            return response
        }
    }

    /// The request with each partition once, the last data of one that came twice, and no topic without a partition.
    private static func once(_ data: [ProduceRequest.TopicProduceData]) -> [ProduceRequest.TopicProduceData] {
        if data.count == 1, data[0].partitionData.count == 1 { return data }
        struct Name: Hashable {
            var name: TopicName
            var id: KafkaUUID
        }
        var topics: [ProduceRequest.TopicProduceData] = []
        var places: [Name: Int] = [:]
        var rows: [[Int32: Int]] = []
        for topic in data where !topic.partitionData.isEmpty {
            let name = Name(name: topic.name, id: topic.topicId)
            let place = places[name] ?? topics.count
            if place == topics.count {
                places[name] = place
                topics.append(.init(name: topic.name, topicId: topic.topicId))
                rows.append([:])
            }
            for row in topic.partitionData {
                if let known = rows[place][row.index] {
                    topics[place].partitionData[known] = row
                } else {
                    rows[place][row.index] = topics[place].partitionData.count
                    topics[place].partitionData.append(row)
                }
            }
        }
        return topics
    }

    /// An error that every partition of the request gets, or nil.
    private static func wholeRefusal(of request: ProduceRequest) -> ErrorCode? {
        let isTransactional = request.topicData.contains { topic in
            topic.partitionData.contains { data in
                guard let bytes = data.records, bytes.count >= 61, bytes[16] == 2 else { return false }
                return bytes[22] & 0x10 != 0
            }
        }
        if isTransactional {
            return request.transactionalId == nil ? .transactionalIdAuthorizationFailed : .invalidProducerIdMapping
        }
        return request.acks < -1 || request.acks > 1 ? .invalidRequiredAcks : nil
    }

    /// Stages one batch; the partition when there is something to write before the answer.
    private func append(
        _ data: ProduceRequest.PartitionProduceData, to topic: Topic, _ context: RequestContext,
        into row: inout ProduceResponse.PartitionProduceResponse
    ) -> Partition? {
        guard let partition = topic.partition(data.index) else {
            row.errorCode = .unknownTopicOrPartition
            return nil
        }
        // Only Kafka's own admin client may write into the internal topics.
        if topic.isInternal, context.clientID != "__admin_client" {
            row.errorCode = .invalidTopicException
            return nil
        }
        row.errorCode = partition.failure
        if row.errorCode != .none {
            row.errorMessage = partition.failureReason
            return nil
        }
        guard let records = data.records else {
            row.errorCode = .invalidRecord
            row.errorMessage = "Null records are not a batch"
            return nil
        }
        if context.apiVersion < 7, records.count >= 61, records[16] == 2, records[22] & 7 == 4 {
            row.errorCode = .unsupportedCompressionType
            return nil
        }
        do {
            let result = try partition.append(records, origin: .client, engine: self)
            row.baseOffset = result.baseOffset
            row.logAppendTimeMs = result.logAppendTime
            row.logStartOffset = result.logStartOffset
            return partition
        } catch {
            if case .inflatesTooLarge = error { limits.count(.inflatedBytes) }
            row.errorCode = error.code
            row.errorMessage = error.message
            if error.namesLogStart { row.logStartOffset = partition.logStartOffset }
            row.recordErrors = error.recordErrors.map {
                .init(batchIndex: Int32(truncatingIfNeeded: $0.index), batchIndexErrorMessage: $0.message)
            }
            return nil
        }
    }
}
