import KafkaWire

// AlterConfigs (33), versions 0-2.
// Behaviour: as IncrementalAlterConfigs, but what is named replaces all that the topic or the broker was given before.
// Deviations: as there.

extension Engine {
    func alterConfigs(_ request: AlterConfigsRequest, _ context: RequestContext) -> Reply {
        let twice = Self.namedTwice(request.resources.map { ResourceName($0.resourceType, $0.resourceName) })
        var response = AlterConfigsResponse()
        for resource in request.resources {
            var row = AlterConfigsResponse.AlterConfigsResourceResponse(
                errorMessage: nil,
                resourceType: resource.resourceType, resourceName: resource.resourceName)
            do throws(TopicError) {
                try Self.refuse(twice, ResourceName(resource.resourceType, resource.resourceName))
                let change = ConfigAlteration(
                    resourceType: resource.resourceType, resourceName: resource.resourceName,
                    entries: resource.configs.map { .init(name: $0.name, operation: .set, value: $0.value) },
                    replacesAll: true)
                try alter(change, isOnlyChecked: request.validateOnly)
            } catch {
                (row.errorCode, row.errorMessage) = (error.code, error.message)
            }
            response.responses.append(row)
        }
        return .ready(response)
    }
}
