import KafkaWire

/// What a client can ask of this broker and what not, with the reason: the README's table.
public enum APISupport {
    /// Answered as Apache Kafka answers while the feature is off: nothing is there, so nothing is found or allowed.
    static let withoutFeature: [APIKey] = [
        .saslHandshake, .saslAuthenticate, .describeAcls, .createAcls, .deleteAcls, .createDelegationToken,
        .renewDelegationToken, .expireDelegationToken, .describeDelegationToken, .describeUserScramCredentials,
        .describeClientQuotas, .updateFeatures, .describeTransactions, .listTransactions,
    ]

    /// APIs of a broker's listener that are not answered: ApiVersions does not name them, and the connection of a
    /// client that asks all the same is closed, as Apache Kafka closes it for an API it does not know.
    static let absent: [(reason: String, keys: [APIKey])] = [
        (
            "transactions are not there yet",
            [.addPartitionsToTxn, .addOffsetsToTxn, .endTxn, .writeTxnMarkers, .txnOffsetCommit]
        ),
        (
            "the newer consumer, share and streams groups are not there yet",
            [
                .consumerGroupHeartbeat, .consumerGroupDescribe, .shareGroupHeartbeat, .shareGroupDescribe, .shareFetch,
                .shareAcknowledge, .describeShareGroupOffsets, .alterShareGroupOffsets, .deleteShareGroupOffsets,
                .streamsGroupHeartbeat, .streamsGroupDescribe,
            ]
        ),
        (
            "brokers send them to each other for share groups",
            [
                .initializeShareGroupState, .readShareGroupState, .writeShareGroupState, .deleteShareGroupState,
                .readShareGroupStateSummary,
            ]
        ),
        ("one broker is its own and only controller", [.unregisterBroker, .addRaftVoter, .removeRaftVoter]),
        ("no quota is enforced, no password is asked for", [.alterClientQuotas, .alterUserScramCredentials]),
        (
            "Apache Kafka names them only with a plugin that takes client metrics",
            [.getTelemetrySubscriptions, .pushTelemetry]
        ),
    ]

    /// The table in Markdown.
    public static func markdown() -> String {
        let quiet = Set(withoutFeature)
        func cell(_ rows: [APIRow]) -> String {
            rows.map { row in
                let (least, most) = (row.versions.lowerBound, row.versions.upperBound)
                return "\(row.key.name) \(least == most ? "\(least)" : "\(least)-\(most)")"
            }.joined(separator: ", ")
        }
        let rows = APITable.broker.rows
        var text = "| | APIs of Apache Kafka 4.3.1, with their versions |\n|---|---|\n"
        text += "| answered | \(cell(rows.filter { !quiet.contains($0.key) })) |\n"
        text += "| answered as while the feature is off | \(cell(rows.filter { quiet.contains($0.key) })) |\n"
        for (reason, keys) in absent {
            text += "| not answered: \(reason) | \(keys.map(\.name).joined(separator: ", ")) |\n"
        }
        return text
    }
}
