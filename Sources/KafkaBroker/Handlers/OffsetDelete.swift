import KafkaWire

// OffsetDelete (47), version 0.
// Behaviour: refused for topics that a member reads (GROUP_SUBSCRIBED_TO_TOPIC); an offset that was never committed
// counts as deleted.
// Deviations: none known.

extension Engine {
    func offsetDelete(_ request: OffsetDeleteRequest, _ context: RequestContext) -> Reply {
        var response = OffsetDeleteResponse()
        var positions: [TopicPartition] = []
        var places: [(topic: Int, partition: Int)] = []
        for asked in request.topics {
            var answer = OffsetDeleteResponse.OffsetDeleteResponseTopic(name: asked.name)
            for one in asked.partitions {
                let position = TopicPartition(topic: asked.name, partition: one.partitionIndex)
                var row = OffsetDeleteResponse.OffsetDeleteResponsePartition(partitionIndex: one.partitionIndex)
                if partition(position) != nil {
                    places.append((response.topics.count, answer.partitions.count))
                    positions.append(position)
                } else {
                    row.errorCode = .unknownTopicOrPartition
                }
                answer.partitions.append(row)
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
