import KafkaWire

// FindCoordinator (10), versions 0-6.
// Behaviour: this broker coordinates every group and every transactional id; several keys from version 4 on.
// Deviations: share groups (type 2) are refused as an unknown type is.

extension Engine {
    func findCoordinator(_ request: FindCoordinatorRequest, _ context: RequestContext) -> Reply {
        let isKnown = request.keyType == 0 || (request.keyType == 1 && context.apiVersion >= 1)
        let here = endpoint.withLock { $0 }
        guard context.apiVersion >= 4 else {
            guard isKnown else {
                return .ready(
                    FindCoordinatorResponse(
                        errorCode: .invalidRequest, errorMessage: TopicError.malformedRequest, nodeId: -1, host: "",
                        port: -1))
            }
            return .ready(
                FindCoordinatorResponse(errorMessage: "NONE", nodeId: nodeID, host: here.host, port: here.port))
        }
        return .ready(
            FindCoordinatorResponse(
                coordinators: request.coordinatorKeys.map { key in
                    isKnown
                        ? FindCoordinatorResponse.Coordinator(
                            key: key, nodeId: nodeID, host: here.host, port: here.port)
                        : FindCoordinatorResponse.Coordinator(
                            key: key, nodeId: -1, host: "", port: -1, errorCode: .invalidRequest,
                            // Kafka says nothing about the key of a share group.
                            errorMessage: request.keyType == 2 ? "" : TopicError.malformedRequest)
                }))
    }
}
