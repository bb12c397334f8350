import KafkaWire

// DescribeConfigs (32), versions 1-4.
// Behaviour: the settings of topics and of this broker, with synonyms and documentation when asked for. Unknown topic
// 3; another broker than this, or no number, 42. A broker named "" stands for what was altered for the whole cluster.
// An empty list of keys asks for all, as null does.
// Deviations: only settings that are honoured are listed: there are no loggers, client metrics and group settings.

extension Engine {
    func describeConfigs(_ request: DescribeConfigsRequest, _ context: RequestContext) -> Reply {
        var response = DescribeConfigsResponse()
        for resource in request.resources {
            var row = DescribeConfigsResponse.DescribeConfigsResult(
                errorMessage: "", resourceType: resource.resourceType, resourceName: resource.resourceName)
            do throws(TopicError) {
                let asked = resource.configurationKeys.flatMap { $0.isEmpty ? nil : Set($0) }
                for value in try values(of: resource) where asked?.contains(value.definition.name) ?? true {
                    row.configs.append(Self.describe(value, request))
                }
            } catch {
                (row.errorCode, row.errorMessage) = (error.code, error.message ?? "")
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
            guard let topic = topics.topic(named: name) else { throw TopicError(.unknownTopicOrPartition) }
            return topicConfigValues(topic.overrides)
        case ConfigResource.broker:
            if resource.resourceName.isEmpty { return clusterConfigValues() }
            try checkIsHere(resource.resourceName, "expected \(configuration.nodeID) or empty string, but received")
            return brokerConfigValues()
        case ConfigResource.brokerLogger:
            try require(resource.resourceName, "Broker id must not be empty")
            try checkIsHere(resource.resourceName, "expected \(configuration.nodeID) but received")
            return []
        case ConfigResource.clientMetrics:
            try require(resource.resourceName, "Client metrics subscription name must not be empty")
            return []
        case ConfigResource.group:
            try require(resource.resourceName, "Group name must not be empty")
            return []
        default:
            throw TopicError(.invalidRequest, TopicError.malformedRequest)
        }
    }

    private func require(_ name: String, _ complaint: String) throws(TopicError) {
        if name.isEmpty { throw TopicError(.invalidRequest, complaint) }
    }

    private func checkIsHere(_ name: String, _ expectation: String) throws(TopicError) {
        guard let id = Int32(name) else {
            throw TopicError(.invalidRequest, "Broker id must be an integer, but it is: \(name)")
        }
        if id != configuration.nodeID {
            throw TopicError(.invalidRequest, "Unexpected broker id, \(expectation) \(name)")
        }
    }

    private static func describe(
        _ value: ConfigValue, _ request: DescribeConfigsRequest
    ) -> DescribeConfigsResponse.DescribeConfigsResourceResult {
        .init(
            name: value.definition.name, value: value.value, readOnly: value.isReadOnly,
            configSource: value.source.rawValue, isSensitive: false,
            synonyms: request.includeSynonyms
                ? value.layers.map { .init(name: $0.name, value: $0.value, source: $0.source.rawValue) } : [],
            configType: value.definition.type.rawValue,
            documentation: request.includeDocumentation ? value.definition.documentation : nil)
    }
}
