import KafkaWire

// IncrementalAlterConfigs (44), versions 0-1.
// Behaviour: sets, deletes, appends to and subtracts from the settings of topics and of this broker (named by its id,
// or "" for the whole cluster); all of a resource or none; durable before the answer, in force at once. Unknown topic
// 3, unknown key or bad value of a topic 40, a setting that is fixed at start 42, a resource named twice 42.
// Deviations: a broker setting that is not honoured is refused (40), where Kafka stores it to do nothing. There are no
// loggers, client metrics and group settings to alter.

extension Engine {
    func incrementalAlterConfigs(_ request: IncrementalAlterConfigsRequest, _ context: RequestContext) -> Reply {
        let twice = Self.namedTwice(request.resources.map { ResourceName($0.resourceType, $0.resourceName) })
        var response = IncrementalAlterConfigsResponse()
        for resource in request.resources {
            var row = IncrementalAlterConfigsResponse.AlterConfigsResourceResponse(
                errorMessage: nil,
                resourceType: resource.resourceType, resourceName: resource.resourceName)
            do throws(TopicError) {
                try Self.refuse(twice, ResourceName(resource.resourceType, resource.resourceName))
                var change = ConfigAlteration(
                    resourceType: resource.resourceType, resourceName: resource.resourceName, entries: [],
                    replacesAll: false)
                for config in resource.configs {
                    guard let operation = ConfigAlteration.Operation(rawValue: config.configOperation) else {
                        throw TopicError(.invalidRequest, "Unknown config operation \(config.configOperation)")
                    }
                    change.entries.append(.init(name: config.name, operation: operation, value: config.value))
                }
                try alter(change, isOnlyChecked: request.validateOnly)
            } catch {
                (row.errorCode, row.errorMessage) = (error.code, error.message)
            }
            response.responses.append(row)
        }
        return .ready(response)
    }

    /// What settings belong to.
    struct ResourceName: Hashable {
        let type: Int8
        let name: String

        init(_ type: Int8, _ name: String) { (self.type, self.name) = (type, name) }
    }

    /// The resources that come more than once.
    static func namedTwice(_ names: [ResourceName]) -> Set<ResourceName> {
        var seen: Set<ResourceName> = []
        return Set(names.filter { !seen.insert($0).inserted })
    }

    static func refuse(_ twice: Set<ResourceName>, _ name: ResourceName) throws(TopicError) {
        if twice.contains(name) { throw TopicError(.invalidRequest, "Each resource must appear at most once.") }
    }
}
