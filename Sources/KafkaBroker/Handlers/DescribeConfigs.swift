import KafkaWire

// DescribeConfigs (32), versions 1-4.
// Behaviour: the settings of topics and of this broker, with synonyms and documentation when asked for. Unknown topic
// 3; another broker than this, or no number, 42. A broker named "" stands for cluster-wide dynamic settings: none.
// Deviations: only settings that are honoured are listed. Other kinds of resources are refused (42).

extension Engine {
    func describeConfigs(_ request: DescribeConfigsRequest, _ context: RequestContext) -> Reply {
        var response = DescribeConfigsResponse()
        for resource in request.resources {
            var row = DescribeConfigsResponse.DescribeConfigsResult(
                resourceType: resource.resourceType, resourceName: resource.resourceName)
            do throws(TopicError) {
                let keys = resource.configurationKeys.map(Set.init)
                for value in try values(of: resource) where keys == nil || keys!.contains(value.definition.name) {
                    row.configs.append(Self.describe(value, resource.resourceType, request))
                }
            } catch {
                (row.errorCode, row.errorMessage) = (error.code, error.message)
            }
            response.results.append(row)
        }
        return .ready(response)
    }

    private func values(
        of resource: DescribeConfigsRequest.DescribeConfigsResource
    ) throws(TopicError) -> [ConfigValue] {
        switch resource.resourceType {
        case ConfigResource.topic:
            let name = TopicName(resource.resourceName)
            if let complaint = Topic.complaint(about: name) { throw TopicError(.invalidTopicException, complaint) }
            guard let topic = topics.topic(named: name) else {
                throw TopicError(.unknownTopicOrPartition, "The topic '\(name)' does not exist.")
            }
            return topicConfigValues(topic.overrides)
        case ConfigResource.broker:
            return try isThisBroker(resource.resourceName) ? brokerConfigValues() : []
        default:
            throw TopicError(.invalidRequest, "Unsupported resource type: \(resource.resourceType)")
        }
    }

    /// False for the empty name (cluster-wide settings); fails for another broker.
    func isThisBroker(_ name: String) throws(TopicError) -> Bool {
        if name.isEmpty { return false }
        guard let id = Int32(name) else {
            throw TopicError(.invalidRequest, "Broker id must be an integer, but it is: \(name)")
        }
        guard id == configuration.nodeID else {
            throw TopicError(
                .invalidRequest,
                "Unexpected broker id, expected \(configuration.nodeID) or empty string, but received \(name)")
        }
        return true
    }

    private static func describe(
        _ value: ConfigValue, _ resourceType: Int8, _ request: DescribeConfigsRequest
    ) -> DescribeConfigsResponse.DescribeConfigsResourceResult {
        .init(
            name: value.definition.name, value: value.value, readOnly: resourceType == ConfigResource.broker,
            configSource: value.source.rawValue, isSensitive: false,
            synonyms: request.includeSynonyms
                ? value.layers.map { .init(name: $0.name, value: $0.value, source: $0.source.rawValue) } : [],
            configType: value.definition.type.rawValue,
            documentation: request.includeDocumentation ? value.definition.documentation : nil)
    }
}
