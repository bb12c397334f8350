import KafkaWire

// OffsetDelete (47), version 0.
// Behaviour: refused for topics that a member reads (GROUP_SUBSCRIBED_TO_TOPIC); an offset that was never committed
// counts as deleted.
// Deviations: none known.

extension Engine {
    func offsetDelete(_ request: OffsetDeleteRequest, _ context: RequestContext) -> Reply {
        var response = OffsetDeleteResponse()
        if request.groupId.rawValue.isEmpty {
            response.errorCode = .invalidGroupId
            return .ready(response)
        }
        var positions: [TopicPartition] = []
        var places: [(topic: Int, partition: Int)] = []
        for asked in request.topics {
            var answer = OffsetDeleteResponse.OffsetDeleteResponseTopic(name: asked.name)
            // In Kafka's order: what is refused here comes first.
            for one in asked.partitions where partition(TopicPartition(asked.name, one.partitionIndex)) == nil {
                answer.partitions.append(
                    .init(partitionIndex: one.partitionIndex, errorCode: .unknownTopicOrPartition))
            }
            for one in asked.partitions {
                let position = TopicPartition(asked.name, one.partitionIndex)
                guard partition(position) != nil else { continue }
                places.append((response.topics.count, answer.partitions.count))
                positions.append(position)
                answer.partitions.append(.init(partitionIndex: one.partitionIndex))
            }
            response.topics.append(answer)
        }
        let outcome = groups.change(request.groupId, self) { table, _ in
            let (error, codes, effects) = table.deleteOffsets(positions, of: request.groupId)
            return ((error, codes), effects)
        }
        switch outcome {
        case .success(let promise):
            return promise.reply { [response, places] answer, failure in
                let (error, codes) = failure == .none ? answer : (failure, [])
                guard error == .none else { return OffsetDeleteResponse(errorCode: error) }
                var response = response
                for (place, code) in zip(places, codes) {
                    response.topics[place.topic].partitions[place.partition].errorCode = code
                }
                return response
            }
        case .failure(let error):
            return .ready(OffsetDeleteResponse(errorCode: error.code))
        }
    }
}
