import KafkaWire

// ListConfigResources (74), versions 0-1.
// Behaviour: what DescribeConfigs can be asked of: topics and this broker. An unknown kind is 35. Version 0 asks for
// client metrics only: there are none.
// Deviations: none known.

extension Engine {
    func listConfigResources(_ request: ListConfigResourcesRequest, _ context: RequestContext) -> Reply {
        let kinds = [
            ConfigResource.brokerLogger, ConfigResource.broker, ConfigResource.topic, ConfigResource.clientMetrics,
            ConfigResource.group,
        ]
        if context.apiVersion == 0 { return .ready(ListConfigResourcesResponse()) }
        var response = ListConfigResourcesResponse()
        guard request.resourceTypes.allSatisfy({ kinds.contains($0) }) else {
            response.errorCode = .unsupportedVersion
            return .ready(response)
        }
        for kind in kinds where request.resourceTypes.isEmpty || request.resourceTypes.contains(kind) {
            switch kind {
            case ConfigResource.topic:
                response.configResources += topics.all.map {
                    .init(resourceName: $0.name.rawValue, resourceType: kind)
                }
            case ConfigResource.broker, ConfigResource.brokerLogger:
                response.configResources.append(
                    .init(resourceName: "\(configuration.nodeID)", resourceType: kind))
            default: break
            }
        }
        return .ready(response)
    }
}
