import KafkaWire

// InitProducerId (22), versions 0-5.
// Behaviour: every call without a transactional id gets a fresh producer id with epoch 0; ids are reserved in blocks of
// 1,000 in the metadata log. A producer id without an epoch, or an epoch without a producer id, is refused.
// Deviations: transactions are not there yet: a transactional id is answered UNSUPPORTED_VERSION, which every client
// treats as final.

extension Engine {
    func initProducerId(_ request: InitProducerIdRequest, _ context: RequestContext) -> Reply {
        var response = InitProducerIdResponse(producerEpoch: -1)
        if (request.producerId.rawValue == -1) != (request.producerEpoch == -1) {
            response.errorCode = .invalidRequest
            return .ready(response)
        }
        if let id = request.transactionalId {
            response.errorCode = id.rawValue.isEmpty ? .invalidRequest : .unsupportedVersion
            return .ready(response)
        }
        let now = clock.wall
        do {
            response.producerId = try administration.withLock { administration throws(TopicError) in
                try administration.takeProducerID(nodeID: configuration.nodeID, now: now)
            }
            response.producerEpoch = 0
        } catch {
            response.errorCode = error.code
        }
        return .ready(response)
    }
}
