import KafkaWire

// DescribeCluster (60), versions 0-2.
// Behaviour: the one broker, which is its own controller.
// Deviations: none known.

extension Engine {
    func describeCluster(_ request: DescribeClusterRequest, _ context: RequestContext) -> Reply {
        var response = DescribeClusterResponse()
        if context.apiVersion >= 1, request.endpointType != 1 {
            response.errorCode = .mismatchedEndpointType
            response.errorMessage = "This is a broker's endpoint; ask a controller's for controllers"
            return .ready(response)
        }
        let (host, port) = endpoint.withLock { ($0.host, $0.port) }
        response.clusterId = identity.clusterID
        response.controllerId = nodeID
        response.brokers = [.init(brokerId: nodeID, host: host, port: port, rack: configuration.rack)]
        if request.includeClusterAuthorizedOperations { response.clusterAuthorizedOperations = Self.clusterOperations }
        return .ready(response)
    }
}
