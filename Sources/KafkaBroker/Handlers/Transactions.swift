import KafkaWire

// DescribeTransactions (65), version 0, and ListTransactions (66), versions 0-2.
// Behaviour: there is no transaction: every id is unknown (105; the empty one 42), the list is empty. States that Kafka
// does not know are named.
// Deviations: a pattern of ids (version 2) is not looked at.

extension Engine {
    func describeTransactions(_ request: DescribeTransactionsRequest, _ context: RequestContext) -> Reply {
        .ready(
            DescribeTransactionsResponse(
                transactionStates: request.transactionalIds.map {
                    .init(
                        errorCode: $0.rawValue.isEmpty ? .invalidRequest : .transactionalIdNotFound,
                        transactionalId: $0)
                }))
    }

    func listTransactions(_ request: ListTransactionsRequest, _ context: RequestContext) -> Reply {
        let states: Set<String> = [
            "Empty", "Ongoing", "PrepareCommit", "PrepareAbort", "CompleteCommit", "CompleteAbort", "Dead",
            "PrepareEpochFence",
        ]
        return .ready(
            ListTransactionsResponse(unknownStateFilters: request.stateFilters.filter { !states.contains($0) }))
    }
}
