import KafkaWire

// DescribeClientQuotas (48), versions 0-1.
// Behaviour: the filter is checked; no quota is set, so nothing is found.
// Deviations: none known. AlterClientQuotas is not there: this broker enforces no quotas.

extension Engine {
    func describeClientQuotas(_ request: DescribeClientQuotasRequest, _ context: RequestContext) -> Reply {
        do throws(TopicError) {
            try Self.check(request.components)
            return .ready(DescribeClientQuotasResponse())
        } catch {
            return .ready(
                DescribeClientQuotasResponse(errorCode: error.code, errorMessage: error.message, entries: nil))
        }
    }

    private static func check(_ filter: [DescribeClientQuotasRequest.ComponentData]) throws(TopicError) {
        var seen: Set<String> = []
        for component in filter {
            let type = component.entityType
            if type.isEmpty { throw TopicError(.invalidRequest, "Invalid empty entity type.") }
            guard seen.insert(type).inserted else {
                throw TopicError(
                    .invalidRequest, "Entity type \(type) cannot appear more than once in the filter.")
            }
            guard ["user", "client-id", "ip"].contains(type) else {
                throw TopicError(.unsupportedVersion, "Unsupported entity type \(type)")
            }
            switch component.matchType {
            case 0 where component.match == nil:
                throw TopicError(
                    .invalidRequest, "Request specified MATCH_TYPE_EXACT, but set match string to null.")
            case 1 where component.match != nil:
                throw TopicError(
                    .invalidRequest, "Request specified MATCH_TYPE_DEFAULT, but also specified a match string.")
            case 2 where component.match != nil:
                throw TopicError(
                    .invalidRequest, "Request specified MATCH_TYPE_SPECIFIED, but also specified a match string.")
            case 0...2: break
            default: throw TopicError(.invalidRequest, "Unknown match type \(component.matchType)")
            }
        }
        if seen.contains("ip"), seen.count > 1 {
            throw TopicError(
                .invalidRequest,
                "Invalid entity filter component combination. IP filter component should not be used with user or "
                    + "clientId filter component.")
        }
    }
}
