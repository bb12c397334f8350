import KafkaWire

// UpdateFeatures (57), versions 0-2.
// Behaviour: no feature has levels here, so each is answered as Kafka answers one it does not know: 95 for the request.
// Deviations: none known.

extension Engine {
    func updateFeatures(_ request: UpdateFeaturesRequest, _ context: RequestContext) -> Reply {
        var response = UpdateFeaturesResponse(errorMessage: nil)
        if let first = request.featureUpdates.first {
            response.errorCode = .invalidUpdateVersion
            response.errorMessage =
                "The update failed for all features since the following feature had an error: Invalid update version "
                + "\(first.maxVersionLevel) for feature \(first.feature). Local controller \(nodeID) does not support "
                + "this feature."
        }
        return .ready(response)
    }
}
