import KafkaWire

extension APITable {
    /// The classic group protocol and its offsets.
    static let groupRows: [APIRow] = [
        APIRow(OffsetCommitRequest.self, 2...10) { $0.offsetCommit($1, $2) },
        APIRow(OffsetFetchRequest.self, 1...10) { $0.offsetFetch($1, $2) },
        APIRow(FindCoordinatorRequest.self, 0...6) { $0.findCoordinator($1, $2) },
        APIRow(JoinGroupRequest.self, 0...9) { $0.joinGroup($1, $2) },
        APIRow(HeartbeatRequest.self, 0...4) { $0.heartbeat($1, $2) },
        APIRow(LeaveGroupRequest.self, 0...5) { $0.leaveGroup($1, $2) },
        APIRow(SyncGroupRequest.self, 0...5) { $0.syncGroup($1, $2) },
        APIRow(DescribeGroupsRequest.self, 0...6) { $0.describeGroups($1, $2) },
        APIRow(ListGroupsRequest.self, 0...5) { $0.listGroups($1, $2) },
        APIRow(DeleteGroupsRequest.self, 0...2) { $0.deleteGroups($1, $2) },
        APIRow(OffsetDeleteRequest.self, 0...0) { $0.offsetDelete($1, $2) },
    ]
}
