import KafkaWire

// IncrementalAlterConfigs (44), versions 0-1.
// Behaviour: sets, deletes, appends to and subtracts from topic settings; all of a topic or none; durable before the
// answer, in force at once. Unknown topic 3, unknown key or bad value 40, a topic named twice 42.
// Deviations: the broker's own settings are fixed at start and refused (42), as Kafka refuses read-only ones.

extension Engine {
    func incrementalAlterConfigs(_ request: IncrementalAlterConfigsRequest, _ context: RequestContext) -> Reply {
        var response = IncrementalAlterConfigsResponse()
        var counts: [String: Int] = [:]
        for resource in request.resources {
            counts["\(resource.resourceType) \(resource.resourceName)", default: 0] += 1
        }
        for resource in request.resources {
            var row = IncrementalAlterConfigsResponse.AlterConfigsResourceResponse(
                resourceType: resource.resourceType, resourceName: resource.resourceName)
            do throws(TopicError) {
                if counts["\(resource.resourceType) \(resource.resourceName)", default: 0] > 1 {
                    throw TopicError(.invalidRequest, "Each resource must appear at most once.")
                }
                try alter(resource, isOnlyChecked: request.validateOnly)
            } catch {
                (row.errorCode, row.errorMessage) = (error.code, error.message)
            }
            response.responses.append(row)
        }
        return .ready(response)
    }

    private func alter(
        _ resource: IncrementalAlterConfigsRequest.AlterConfigsResource, isOnlyChecked: Bool
    ) throws(TopicError) {
        switch resource.resourceType {
        case ConfigResource.topic: break
        case ConfigResource.broker:
            _ = try isThisBroker(resource.resourceName)
            let names = resource.configs.map(\.name).sorted().joined(separator: ", ")
            throw TopicError(
                .invalidRequest, "Cannot update these configs dynamically: Set(\(names)); they are fixed at start.")
        default:
            throw TopicError(.invalidRequest, "Unsupported resource type: \(resource.resourceType)")
        }
        let now = clock.wall
        try administration.withLock { administration throws(TopicError) in
            let name = TopicName(resource.resourceName)
            guard let topic = topics.topic(named: name) else {
                throw TopicError(.unknownTopicOrPartition, "The topic '\(name)' does not exist.")
            }
            var overrides = topic.overrides
            var seen: Set<String> = []
            for change in resource.configs {
                guard seen.insert(change.name).inserted else {
                    throw TopicError(.invalidRequest, "Error due to duplicate config keys: \(change.name)")
                }
                try apply(change, to: &overrides)
            }
            let changes = Set(overrides.keys).union(topic.overrides.keys).sorted()
                .filter { overrides[$0] != topic.overrides[$0] }
                .map { Self.configRecord(name, $0, overrides[$0]) }
            if isOnlyChecked || changes.isEmpty { return }
            try administration.metadata.append(changes, now: now)
            topics.put(Topic(name: name, id: topic.id, partitions: topic.partitions, overrides: overrides))
            let config = logConfig(overrides)
            for partition in topic.partitions { partition.apply(config) }
        }
    }

    private func apply(
        _ change: IncrementalAlterConfigsRequest.AlterableConfig, to overrides: inout [String: String]
    ) throws(TopicError) {
        guard let definition = TopicConfigs.definition(change.name) else {
            throw TopicError(.invalidConfig, "Unknown topic config name: \(change.name)")
        }
        switch change.configOperation {
        case 0:
            overrides[change.name] = try Self.value(change)
        case 1:
            overrides[change.name] = nil
        case 2, 3:
            let word = change.configOperation == 2 ? "APPEND" : "SUBTRACT"
            guard definition.type == .list else {
                throw TopicError(
                    .invalidConfig, "Can't \(word) to key \(change.name) because its type is not LIST.")
            }
            let current = topicConfigValues(overrides).first { $0.definition.name == change.name }?.value ?? ""
            var items = current.split(separator: ",").map(String.init)
            let given = try Self.value(change).split(separator: ",").map(String.init)
            if change.configOperation == 2 {
                items.append(contentsOf: given.filter { !items.contains($0) })
            } else {
                items.removeAll { given.contains($0) }
            }
            overrides[change.name] = items.joined(separator: ",")
        default:
            throw TopicError(.invalidRequest, "Unknown config operation \(change.configOperation)")
        }
        if let value = overrides[change.name], let complaint = definition.complaint(about: value) {
            throw TopicError(.invalidConfig, complaint)
        }
    }

    private static func value(
        _ change: IncrementalAlterConfigsRequest.AlterableConfig
    ) throws(TopicError) -> String {
        guard let value = change.value else {
            throw TopicError(.invalidRequest, "Null value not supported for : \(change.name)")
        }
        return value
    }
}
