import KafkaWire

// AlterReplicaLogDirs (34), versions 1-2.
// Behaviour: there is one data directory, where every partition is already: naming it changes nothing, another is 57.
// Deviations: none known.

extension Engine {
    func alterReplicaLogDirs(_ request: AlterReplicaLogDirsRequest, _ context: RequestContext) -> Reply {
        var rows: [AlterReplicaLogDirsResponse.AlterReplicaLogDirTopicResult] = []
        for directory in request.dirs {
            let isHere = directory.path == configuration.dataDirectory
            for topic in directory.topics {
                let known = topics.topic(named: topic.name)
                rows.append(
                    .init(
                        topicName: topic.name,
                        partitions: topic.partitions.map { number in
                            let code: ErrorCode =
                                if !isHere {
                                    .logDirNotFound
                                } else {
                                    known?.partition(number) == nil ? .unknownTopicOrPartition : .none
                                }
                            return .init(partitionIndex: number, errorCode: code)
                        }))
            }
        }
        return .ready(AlterReplicaLogDirsResponse(results: rows))
    }
}
