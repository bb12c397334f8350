import KafkaWire

/// What a broker knows an idempotent producer by.
struct ProducerIdentity: Sendable, Equatable {
    var id: ProducerID
    var epoch: Int16
}

extension Producer {
    /// Takes the sequences of a batch: the identity they belong to and the first one, in one step. Asks for an identity when
    /// there is none; nil and -1 for a producer that is not idempotent.
    func reserve(
        _ count: Int32, _ target: TopicPartition
    ) async throws(ClientError) -> (identity: ProducerIdentity?, first: Int32) {
        guard isIdempotent else { return (nil, -1) }
        while true {
            let taken: (ProducerIdentity?, Int32)? = state.withLock { state in
                guard let identity = state.identity else { return nil }
                let first = state.lineups[target]?.sequence ?? 0
                // Kafka goes from the greatest sequence on to 0.
                let next = Int64(first) + Int64(count)
                state.lineups[target]?.sequence = Int32(truncatingIfNeeded: next % (Int64(Int32.max) + 1))
                return (identity, first)
            }
            if let taken { return taken }
            try await identify()
        }
    }

    private func identify() async throws(ClientError) {
        let response: InitProducerIdResponse = try await cluster.call(
            .any, check: { (response: InitProducerIdResponse) in (response.errorCode, nil) }
        ) { _ in InitProducerIdRequest(transactionalId: nil, transactionTimeoutMs: 60_000) }
        state.withLock { state in
            // Another partition may have been first.
            guard state.identity == nil else { return }
            state.identity = ProducerIdentity(id: response.producerId, epoch: response.producerEpoch)
            for target in state.lineups.keys { state.lineups[target]?.sequence = 0 }
        }
    }

    /// The next batch is sent by a new identity.
    func forgetIdentity() {
        state.withLock { $0.identity = nil }
    }
}
