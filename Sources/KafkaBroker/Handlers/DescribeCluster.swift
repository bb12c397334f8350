import KafkaWire

// DescribeCluster (60), versions 0-2.
// Behaviour: the one broker, which is its own controller. Asked for controllers 114, for anything else 115.
// Deviations: none known.

extension Engine {
    func describeCluster(_ request: DescribeClusterRequest, _ context: RequestContext) -> Reply {
        var response = DescribeClusterResponse()
        if context.apiVersion >= 1, request.endpointType != 1 {
            if request.endpointType == 2 {
                response.errorCode = .mismatchedEndpointType
                response.errorMessage =
                    "The request was sent to an endpoint of type BROKER, but we wanted an endpoint of type CONTROLLER"
            } else {
                response.errorCode = .unsupportedEndpointType
                response.errorMessage = "Unsupported endpoint type \(request.endpointType)"
            }
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
